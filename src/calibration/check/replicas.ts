import { gamma } from '../../random/laws/gamma.js';
import type { Uniform } from '../../random/stream.js';
import type { HawkesModel } from '../hawkes/hawkes-model.js';
import type { DayAttack } from './record-statistics.js';
import { simulateProcess } from './simulate-process.js';

/** Shares of an attack over the bases at a day, adding up to 1; empty where bases are not told apart. */
export type SharesAt = (day: number) => readonly number[];

interface Window {
  readonly windowDays: number;
  readonly sharesAt: SharesAt;
}

/** A record that the fitted process could have left, in whole days. */
export function processReplica(
  { model, fatalShare, ...window }: Window & { readonly model: HawkesModel; readonly fatalShare?: readonly number[] },
  next: Uniform,
): DayAttack[] {
  return simulateProcess({ model, fatalShare, windowDays: window.windowDays }, next).map(({ day }) =>
    placed(day, { window, next }),
  );
}

/**
 * A record that a Poisson process of constant rate in each piece, times its gates, could have left: slow change without any
 * excitation. The rate of each piece is drawn from its Jeffreys posterior, Gamma(count + ½, 1/days of open gate).
 */
export function piecewiseReplica(
  { pieces, ...window }: Window & { readonly pieces: readonly PoissonPiece[] },
  next: Uniform,
): DayAttack[] {
  return pieces.flatMap(({ start, end, attacks, gating }) => {
    const open = stretches({ start, end, gating });
    const openDays = open.reduce((sum, { days, gate }) => sum + days * gate, 0);
    const rate = gamma.quantile({ shape: attacks + 0.5, scale: 1 / openDays })(next());
    const days: DayAttack[] = [];
    // In days of open gate, and from there back to those of the calendar.
    for (let reached = -Math.log(next()) / rate; reached < openDays; reached -= Math.log(next()) / rate)
      days.push(placed(calendarDay(reached, open), { window, next }));
    return days;
  });
}

/** Gates that are constant in pieces: where each begins, and times what it multiplies the rate. */
export interface Gating {
  readonly starts: readonly number[];
  readonly gates: readonly number[];
}

interface Stretch {
  readonly start: number;
  readonly days: number;
  readonly gate: number;
}

function stretches({ start, end, gating = { starts: [0], gates: [1] } }: Omit<PoissonPiece, 'attacks'>): Stretch[] {
  return gating.starts.flatMap((from, k): Stretch[] => {
    const [first, last] = [Math.max(start, from), Math.min(end, gating.starts[k + 1] ?? Infinity)];
    return first < last ? [{ start: first, days: last - first, gate: gating.gates[k]! }] : [];
  });
}

function calendarDay(openDay: number, open: readonly Stretch[]): number {
  let left = openDay;
  for (const { start, days, gate } of open) {
    if (left < days * gate) return start + left / gate;
    left -= days * gate;
  }
  // Rounding alone can leave a remainder.
  const last = open.at(-1)!;
  return last.start + last.days * (1 - Number.EPSILON);
}

/** A piece of a piecewise-constant Poisson process, and how many attacks the record has in it. */
export interface PoissonPiece {
  readonly start: number;
  readonly end: number;
  readonly attacks: number;
  /** 1 throughout by default. */
  readonly gating?: Gating | undefined;
}

/** The window in pieces of equal length near to `pieceDays`, with the record's counts. */
export function poissonPieces(
  days: readonly number[],
  {
    windowDays,
    pieceDays,
    gating,
  }: { readonly windowDays: number; readonly pieceDays: number; readonly gating?: Gating },
): PoissonPiece[] {
  const n = Math.max(1, Math.round(windowDays / pieceDays));
  return Array.from({ length: n }, (_, p) => {
    const [start, end] = [(p * windowDays) / n, ((p + 1) * windowDays) / n];
    return { start, end, attacks: days.filter((day) => day >= start && day < end).length, gating };
  });
}

function placed(day: number, { window, next }: { readonly window: Window; readonly next: Uniform }): DayAttack {
  const shares = window.sharesAt(day);
  if (shares.length === 0) return { day: Math.floor(day), base: -1 };
  let left = next();
  const hit = shares.findIndex((share) => (left -= share) < 0);
  return { day: Math.floor(day), base: hit < 0 ? shares.findLastIndex((share) => share > 0) : hit };
}
