import type { Fault } from '../../model/scenario/fault.js';

/** One `--over`, as read. */
export interface Over {
  readonly path: string;
  readonly range?: { readonly low: number; readonly high: number };
  readonly fault?: Fault;
}

/** Reads PATH or PATH=LOW..HIGH. */
export function readOver(text: string): Over {
  const equals = text.indexOf('=');
  if (equals < 0) return { path: text.trim() };
  const path = text.slice(0, equals).trim();
  const ends = text.slice(equals + 1).split('..');
  const [low = NaN, high = NaN] = ends.map((end) => (end.trim() === '' ? NaN : Number(end)));
  if (ends.length === 2 && low < high && Number.isFinite(low) && Number.isFinite(high))
    return { path, range: { low, high } };
  const rule = 'must be PATH or PATH=LOW..HIGH with LOW below HIGH, such as strikes.meanLagDays=5..30';
  return { path, fault: { path: '--over', value: text, rule } };
}
