import { mean, sum } from 'simple-statistics';
import {
  pitHistogram,
  probabilityInterval,
  simultaneousDifferences,
  type Estimate,
  type SimultaneousDifference,
} from '../../stats/index.js';
import { scoredLevels, type ScoredForecast, type ScoredOrigin } from './scored-forecast.js';

/** All attacks, or base by base with the scores of the bases added up. */
export type BacktestTarget = 'total' | 'byBase';

/** What is compared: lower is better. */
export type ScoreName = 'crps' | 'logScore';

/** One method over all origins. */
export interface MethodSummary {
  readonly key: string;
  readonly target: BacktestTarget;
  /** Forecasts: one an origin, or one an origin and base. */
  readonly forecasts: number;
  /** Mean over origins; of bases the sum over them. */
  readonly crps: number;
  readonly logScore: number;
  readonly intervals: readonly {
    readonly level: number;
    /** Mean interval score; of bases the sum over them. */
    readonly score: number;
    /** Share of what came that lay inside, with an interval that takes forecasts for independent. */
    readonly coverage: Estimate;
  }[];
  /** Heights of the PIT histogram, 1 each where forecasts are calibrated. */
  readonly pit: readonly number[];
}

/** How much worse a simple forecast scores than the process, origin by origin: above 0 the process is better. */
export interface ScoreDifference {
  readonly key: string;
  readonly target: BacktestTarget;
  readonly score: ScoreName;
  /** Mean over origins of (simple forecast − process), with the interval that holds for all simple forecasts together. */
  readonly difference: Estimate;
  readonly verdict: 'process better' | 'simple forecast better' | 'not resolved';
}

export interface BacktestSummary {
  readonly origins: number;
  readonly methods: readonly MethodSummary[];
  readonly differences: readonly ScoreDifference[];
}

/** Of the 95 % that the differences of one target and score hold together. */
const level = 0.95;
/** Of the PIT: more bins than this say nothing about a dozen forecasts. */
const bins = 5;

/** What a back-test found. `methods` holds each method's scored forecasts by origin, the fitted process first. */
export function backtestSummary(methods: Readonly<Record<string, readonly ScoredOrigin[]>>): BacktestSummary {
  const keys = Object.keys(methods);
  const origins = methods[keys[0] ?? '']?.length ?? 0;
  if (origins === 0) throw new RangeError('a back-test must have at least one origin, got none');
  const targets: readonly BacktestTarget[] = methods[keys[0]!]![0]!.byBase.length > 0 ? ['total', 'byBase'] : ['total'];
  return {
    origins,
    methods: targets.flatMap((target) => keys.map((key) => methodSummary({ key, target, scored: methods[key]! }))),
    differences: targets.flatMap((target) =>
      (['crps', 'logScore'] as const).flatMap((score) => differencesOf({ methods, keys, target, score })),
    ),
  };
}

function methodSummary(of: {
  readonly key: string;
  readonly target: BacktestTarget;
  readonly scored: readonly ScoredOrigin[];
}): MethodSummary {
  const { key, target, scored } = of;
  const all = scored.flatMap((origin) => forecastsOf(origin, target));
  const perOrigin = (valueOf: (forecast: ScoredForecast) => number): number =>
    mean(scored.map((origin) => sum(forecastsOf(origin, target).map(valueOf))));
  return {
    key,
    target,
    forecasts: all.length,
    crps: perOrigin(({ crps }) => crps),
    logScore: perOrigin(({ logScore }) => logScore),
    intervals: scoredLevels.map((claimed, i) => ({
      level: claimed,
      score: perOrigin(({ intervals }) => intervals[i]!.score),
      coverage: probabilityInterval({
        hits: all.filter(({ intervals }) => intervals[i]!.holds).length,
        n: all.length,
      }),
    })),
    pit: pitHistogram(
      all.map(({ pit }) => pit),
      bins,
    ),
  };
}

function differencesOf(of: {
  readonly methods: Readonly<Record<string, readonly ScoredOrigin[]>>;
  readonly keys: readonly string[];
  readonly target: BacktestTarget;
  readonly score: ScoreName;
}): ScoreDifference[] {
  const { methods, keys, target, score } = of;
  if (keys.length < 2) return [];
  const columns = keys.map((key) =>
    methods[key]!.map((origin) => sum(forecastsOf(origin, target).map((forecast) => forecast[score]))),
  );
  return simultaneousDifferences({ columns, against: 'first', level }).map((difference) => ({
    key: keys[difference.a]!,
    target,
    score,
    difference: difference.difference,
    verdict: verdictOf(difference),
  }));
}

function verdictOf({ difference: { low, high } }: SimultaneousDifference): ScoreDifference['verdict'] {
  if (low > 0) return 'process better';
  return high < 0 ? 'simple forecast better' : 'not resolved';
}

function forecastsOf(origin: ScoredOrigin, target: BacktestTarget): readonly ScoredForecast[] {
  return target === 'total' ? [origin.total] : origin.byBase;
}
