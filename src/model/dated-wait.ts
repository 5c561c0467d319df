import { gamma, gammaShareBelow } from '../random/laws/gamma.js';
import type { Past } from './luck.js';

/** A law of waiting times, days. */
export interface WaitLaw {
  readonly quantile: (share: number) => number;
  /** P(wait ≤ days). */
  readonly shareBelow: (days: number) => number;
}

export function gammaWait(parameters: { readonly shape: number; readonly scale: number }): WaitLaw {
  return {
    quantile: gamma.quantile(parameters),
    // Asked only where a wait runs out of a shared past.
    shareBelow: (days) => gammaShareBelow(parameters)(days),
  };
}

const lastBelowOne = 1 - 2 ** -33;

/**
 * The day on which a wait that begins on `day` ends. Where it began in a shared past and runs into the future, all that
 * is known of it then is that it has lasted so long: its end is drawn anew from the law given that, with the future's
 * luck. `draws` are those of the past and of the future.
 *
 * A future's draw that lasts that long already is taken as it is, so that the past's own luck gives the past's own end;
 * one that does not, u < p = P(wait ≤ a), becomes p + (1 − p) u/p. Both are uniform on [p, 1].
 */
export function endOfWait({
  day,
  draws: [early, late],
  past,
  law,
}: {
  readonly day: number;
  readonly draws: readonly [early: number, late: number];
  readonly past: Past | undefined;
  readonly law: WaitLaw;
}): number {
  if (!past || day >= past.day) return day + law.quantile(late);
  const end = day + law.quantile(early);
  if (end < past.day) return end;
  const ownEnd = day + law.quantile(late);
  if (ownEnd >= past.day) return ownEnd;
  const passed = law.shareBelow(past.day - day);
  const share = passed + (1 - passed) * Math.min(late / passed, lastBelowOne);
  return Math.max(past.day, day + law.quantile(Math.min(share, lastBelowOne)));
}
