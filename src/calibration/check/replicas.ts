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
  { model, ...window }: Window & { readonly model: HawkesModel },
  next: Uniform,
): DayAttack[] {
  return simulateProcess({ model, windowDays: window.windowDays }, next).map(({ day }) =>
    placed(day, { window, next }),
  );
}

/**
 * A record that a Poisson process of constant rate in each piece could have left: slow change without any excitation. The
 * rate of each piece is drawn from its Jeffreys posterior, Gamma(count + ½, 1/length).
 */
export function piecewiseReplica(
  { pieces, ...window }: Window & { readonly pieces: readonly PoissonPiece[] },
  next: Uniform,
): DayAttack[] {
  return pieces.flatMap(({ start, end, attacks }) => {
    const rate = gamma.quantile({ shape: attacks + 0.5, scale: 1 / (end - start) })(next());
    const days: DayAttack[] = [];
    for (let day = start - Math.log(next()) / rate; day < end; day -= Math.log(next()) / rate)
      days.push(placed(day, { window, next }));
    return days;
  });
}

/** A piece of a piecewise-constant Poisson process, and how many attacks the record has in it. */
export interface PoissonPiece {
  readonly start: number;
  readonly end: number;
  readonly attacks: number;
}

/** The window in pieces of equal length near to `pieceDays`, with the record's counts. */
export function poissonPieces(
  days: readonly number[],
  { windowDays, pieceDays }: { readonly windowDays: number; readonly pieceDays: number },
): PoissonPiece[] {
  const n = Math.max(1, Math.round(windowDays / pieceDays));
  return Array.from({ length: n }, (_, p) => {
    const [start, end] = [(p * windowDays) / n, ((p + 1) * windowDays) / n];
    return { start, end, attacks: days.filter((day) => day >= start && day < end).length };
  });
}

function placed(day: number, { window, next }: { readonly window: Window; readonly next: Uniform }): DayAttack {
  const shares = window.sharesAt(day);
  if (shares.length === 0) return { day: Math.floor(day), base: -1 };
  let left = next();
  const hit = shares.findIndex((share) => (left -= share) < 0);
  return { day: Math.floor(day), base: hit < 0 ? shares.findLastIndex((share) => share > 0) : hit };
}
