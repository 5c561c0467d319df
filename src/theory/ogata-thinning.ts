import type { HawkesProcess } from './hawkes-process.js';

export interface ThinningCandidate {
  readonly day: number;
  readonly accepted: boolean;
  /** λ − μ at that day, the jump of an accepted event included, in events per day. */
  readonly excitationPerDay: number;
}

export interface ThinningStart {
  readonly process: HawkesProcess;
  /** x(0) in events per day; 0, an empty history, if left out. */
  readonly startExcitationPerDay?: number;
}

/** A source of numbers strictly between 0 and 1. */
export type UniformSource = () => number;

/**
 * An endless run of candidates by thinning (Lewis and Shedler 1979; Ogata 1981). Between events the intensity only
 * falls, so its value just after a candidate bounds it until the next. Each candidate takes two uniforms: the wait
 * −ln u / bound, then the test u·bound ≤ λ. Ends only when nothing can happen any more (no baseline, no excitation).
 */
export function* ogataCandidates(
  { process, startExcitationPerDay = 0 }: ThinningStart,
  next: UniformSource,
): Generator<ThinningCandidate, void> {
  const { baselinePerDay, branching, decayPerDay } = process;
  let day = 0;
  let excitation = startExcitationPerDay;
  for (;;) {
    const bound = baselinePerDay + excitation;
    if (bound === 0) return;
    const waitDays = -Math.log(next()) / bound;
    day += waitDays;
    excitation *= Math.exp(-decayPerDay * waitDays);
    const accepted = next() * bound <= baselinePerDay + excitation;
    if (accepted) excitation += branching * decayPerDay;
    yield { day, accepted, excitationPerDay: excitation };
  }
}

/** The days of the events in (0, `horizonDays`], ascending. With n ≥ 1 their number may grow without limit. */
export function ogataEvents(start: ThinningStart & { readonly horizonDays: number }, next: UniformSource): number[] {
  const days: number[] = [];
  for (const { day, accepted } of ogataCandidates(start, next)) {
    if (day > start.horizonDays) break;
    if (accepted) days.push(day);
  }
  return days;
}
