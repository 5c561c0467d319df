import { openStream } from '../../random/stream.js';
import { trackOf } from './event-track.js';
import { greatest, lagGrid, type ExcitationQuestion } from './excitation-profile.js';
import type { EventTimes } from './hawkes-model.js';
import { affordable } from './process-question.js';
import { bestBranching, excitationLevels, profiledOverBaselines } from './profiled-likelihood.js';

export interface ExcitationTest {
  /** Twice what the log-likelihood gains where attacks may provoke attacks, averaged over the ways of breaking ties. */
  readonly statistic: number;
  /** How often records in which nothing provokes anything, with as many attacks in each piece, gain as much or more. */
  readonly pValue: number;
  readonly resamples: number;
  /** A Poisson process that is constant in pieces, beside the process that excites itself. Less BIC is better. */
  readonly poisson: ModelWorth;
  readonly hawkes: ModelWorth;
}

export interface ModelWorth {
  readonly logLikelihood: number;
  readonly parameters: number;
  /** −2 log-likelihood + parameters · ln(attacks); Schwarz 1978. */
  readonly bic: number;
}

/**
 * The test of "no self-excitation" by resampling. If nothing provokes anything, then given the number of attacks in each
 * piece their times are uniform in it, whatever the rates: the law of the statistic has no unknown in it, and the level
 * is exact. Since slow change of the rate looks like excitation, the answer depends on the pieces: state them.
 * Where there are several ways of breaking ties, resampled times are rounded to days and broken as often (five times at
 * most; once beyond 1,000 attacks). By default 399 resamples, and 99 beyond 1,000 attacks.
 */
export function testNoExcitation(
  question: ExcitationQuestion & { readonly seed: number; readonly resamples?: number },
): ExcitationTest {
  const { windowDays, starts = [0], seed } = question;
  // More ways of breaking ties would cost time and change the mean by little.
  const imputations = affordable(question.imputations.slice(0, 5), { many: 1, events: ({ length }) => length });
  const [first] = imputations;
  if (first === undefined) throw new RangeError('a test needs at least one set of times, got none');
  const resamples = question.resamples ?? (first.length > 1000 ? 99 : 399);
  const gainsOf = (sets: readonly EventTimes[]): { poisson: number; hawkes: number } => {
    const fits = sets.map((times) => logLikelihoods(times, question));
    const mean = (key: 'poisson' | 'hawkes'): number => fits.reduce((sum, fit) => sum + fit[key], 0) / fits.length;
    return { poisson: mean('poisson'), hawkes: mean('hawkes') };
  };
  const record = gainsOf(imputations);
  const statistic = 2 * (record.hawkes - record.poisson);
  const before = first.filter((day) => day < 0);
  const counts = starts.map((start, p) => {
    const end = starts[p + 1] ?? Infinity;
    return first.filter((day) => day >= start && day < end).length;
  });

  let asMuch = 0;
  for (let resample = 0; resample < resamples; resample++) {
    const next = openStream({ seed, replication: resample, purpose: 'no excitation', entity: 'times' });
    const uniform = counts.flatMap((count, p) => {
      const [start, end] = [starts[p]!, starts[p + 1] ?? windowDays];
      return Array.from({ length: count }, () => start + (end - start) * finely(next));
    });
    const sets = imputations.map(() => {
      const days = imputations.length === 1 ? uniform : uniform.map((day) => withinItsDay(day, windowDays, next));
      return [...before, ...days.sort((a, b) => a - b)];
    });
    const drawn = gainsOf(sets);
    if (2 * (drawn.hawkes - drawn.poisson) >= statistic) asMuch++;
  }
  const attacks = first.length - before.length;
  return {
    statistic,
    pValue: (1 + asMuch) / (1 + resamples),
    resamples,
    poisson: worthOf(record.poisson, { parameters: starts.length, attacks }),
    hawkes: worthOf(record.hawkes, { parameters: starts.length + 2, attacks }),
  };
}

/** The greatest log-likelihoods without and with excitation, the latter over a grid of lags. */
function logLikelihoods(times: EventTimes, question: ExcitationQuestion): { poisson: number; hawkes: number } {
  const { windowDays, starts = [0], gates } = question;
  const track = trackOf({ times: [times], windowDays, starts });
  const fits = lagGrid(question.lagDays, 1.4).map((lag) => {
    const levels = excitationLevels(track, { decay: 1 / lag, gates });
    return { levels, best: bestBranching(levels, greatest).logLikelihood };
  });
  return {
    poisson: profiledOverBaselines(fits[0]!.levels, 0).logLikelihood,
    hawkes: Math.max(...fits.map(({ best }) => best)),
  };
}

function withinItsDay(day: number, windowDays: number, next: () => number): number {
  const start = Math.floor(day);
  return start + Math.min(1, windowDays - start) * finely(next);
}

/** A uniform of two draws: of thousands on the lattice of one draw, two would be equal now and then. */
function finely(next: () => number): number {
  return next() + (next() - 0.5) * 2 ** -32;
}

function worthOf(
  logLikelihood: number,
  { parameters, attacks }: { readonly parameters: number; readonly attacks: number },
): ModelWorth {
  return { logLikelihood, parameters, bic: -2 * logLikelihood + parameters * Math.log(Math.max(1, attacks)) };
}
