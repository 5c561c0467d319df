import { sampleSkewness } from 'simple-statistics';
import {
  antitheticGain,
  expectedShortfall,
  meanInterval,
  meanOfPairs,
  pairMeans,
  pointOfPairs,
  probabilityAtLeast,
  probabilityInterval,
  probabilityOfPairs,
  quantileInterval,
  ratioInterval,
  skewedMeanInterval,
  sortedSample,
  survivalMedian,
  type Estimate,
} from '../stats/index.js';
import { horizonDays } from '../model/scenario/schema.js';
import { completed, outcome, type Results } from './results.js';

/** One estimate over all replications, with its interval and n. */
export interface SummaryRow extends Estimate {
  readonly outcome: string;
  /** `mean`, `ratio of sums`, `quantile 0.95`, `P(≥ 1)`, `mean of the worst 5 %`, `P(by day 90)`. */
  readonly statistic: string;
  readonly unit: string;
}

const countsWithTails = [
  'attacks',
  'attacksOnBases',
  'attacksOnConvoys',
  'personAttacks',
  'killed',
  'wounded',
  'maxKilled',
  'personAttacksPer1000PersonDays',
  // Where a scenario has host forces.
  'hostKilled',
  'hostWounded',
];
const quantileOrders = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];
const deathThresholds = [1, 2, 3, 5, 10, 20];
/** Outcomes whose mean over replications says nothing, or something else than it seems. */
export const notAveraged = [
  'firstFatalDay',
  'fingerprint',
  'attacksPer1000PersonDays',
  'personAttacksPer1000PersonDays',
  'killedPer100000PersonYears',
  'transitShareOfPersonDays',
  'transitShareOfPersonAttacks',
  'regimeGrowth',
];

/** Rates are ratios of sums over replications (model, section 13): numerator over denominator, times the scale. */
export const ratios: readonly { outcome: string; of: string; over: string; scale: number; unit: string }[] = [
  {
    outcome: 'attacksPer1000PersonDays',
    of: 'attacks',
    over: 'personDays',
    scale: 1000,
    unit: 'per 1,000 person-days',
  },
  {
    outcome: 'attacksOnBasesPer1000PersonDays',
    of: 'attacksOnBases',
    over: 'personDaysAtBases',
    scale: 1000,
    unit: 'per 1,000 person-days at bases',
  },
  {
    outcome: 'attacksOnConvoysPer1000PersonDays',
    of: 'attacksOnConvoys',
    over: 'personDaysInTransit',
    scale: 1000,
    unit: 'per 1,000 person-days in transit',
  },
  {
    outcome: 'personAttacksPer1000PersonDays',
    of: 'personAttacks',
    over: 'personDays',
    scale: 1000,
    unit: 'per 1,000 person-days',
  },
  {
    outcome: 'personAttacksAtBasesPer1000PersonDays',
    of: 'personAttacksAtBases',
    over: 'personDaysAtBases',
    scale: 1000,
    unit: 'per 1,000 person-days at bases',
  },
  {
    outcome: 'personAttacksInTransitPer1000PersonDays',
    of: 'personAttacksInTransit',
    over: 'personDaysInTransit',
    scale: 1000,
    unit: 'per 1,000 person-days in transit',
  },
  {
    outcome: 'killedPer100000PersonYears',
    of: 'killed',
    over: 'personDays',
    scale: 36_525_000,
    unit: 'per 100,000 person-years',
  },
  { outcome: 'transitShareOfPersonDays', of: 'personDaysInTransit', over: 'personDays', scale: 1, unit: 'share' },
  {
    outcome: 'transitShareOfPersonAttacks',
    of: 'personAttacksInTransit',
    over: 'personAttacks',
    scale: 1,
    unit: 'share',
  },
];

/** Above this share of capped replications no mean is given: their counts are lower bounds only. */
export const mostCapped = 0.01;

/** Every estimate of a run, each with its interval and n: of the replications that did not fail. */
export function summarise(all: Results): SummaryRow[] {
  const results = completed(all);
  const { antithetic } = results;
  const rows: SummaryRow[] = [];
  const add = (row: Pick<SummaryRow, 'outcome' | 'statistic' | 'unit'>, estimate: Estimate): void => {
    rows.push({ ...row, ...estimate });
  };
  /** Where replications come in pairs: an interval of the pairs for a share, none for an order statistic. */
  const share = (estimate: Estimate): Estimate => (antithetic ? probabilityOfPairs(estimate) : estimate);
  const point = (estimate: Estimate): Estimate => (antithetic ? pointOfPairs(estimate) : estimate);
  const capped = outcome(results, 'capped').reduce((sum, flag) => sum + flag, 0);
  const bounded = (estimate: Estimate): Estimate => {
    if (capped === 0) return estimate;
    if (capped / results.n <= mostCapped)
      return { ...estimate, note: `a lower bound: ${capped} of ${results.n} replications were capped` };
    return {
      ...estimate,
      value: NaN,
      low: NaN,
      high: NaN,
      note: `not given: ${capped} of ${results.n} replications were capped`,
    };
  };

  for (const { name, unit } of results.columns) {
    if (notAveraged.includes(name) || isDepartureDay(name)) continue;
    const values = outcome(results, name);
    if (unit === 'yes/no') {
      add(
        { outcome: name, statistic: 'P(yes)', unit: 'probability' },
        share(probabilityInterval({ hits: values.reduce((a, b) => a + b, 0), n: results.n })),
      );
      continue;
    }
    const existing = withoutBlanks(values);
    const estimate = bounded(antithetic ? pairedMean(values) : cautious(meanInterval(existing), existing));
    const missing = results.n - existing.length;
    add(
      { outcome: name, statistic: 'mean', unit },
      missing === 0 ? estimate : { ...estimate, note: `over the ${existing.length} replications in which it exists` },
    );
  }
  for (const ratio of ratios) {
    const sums = [ratio.of, ratio.over].map((name) => outcome(results, name));
    const [numerators, denominators] = antithetic ? sums.map(pairMeans) : sums;
    const estimate = ratioInterval({ numerators: numerators!, denominators: denominators! });
    const { value, low, high } = estimate;
    add(
      { outcome: ratio.outcome, statistic: 'ratio of sums', unit: ratio.unit },
      bounded({ ...estimate, value: value * ratio.scale, low: low * ratio.scale, high: high * ratio.scale }),
    );
  }
  const named = new Set(results.columns.map(({ name }) => name));
  for (const name of countsWithTails.filter((count) => named.has(count))) {
    const unit = results.columns.find((column) => column.name === name)?.unit ?? '';
    const sample = sortedSample(withoutBlanks(outcome(results, name)));
    for (const order of quantileOrders)
      add({ outcome: name, statistic: `quantile ${order}`, unit }, point(quantileInterval(sample, { order })));
    add(
      { outcome: name, statistic: 'mean of the worst 5 %', unit },
      bounded(point(expectedShortfall(sample, { worstShare: 0.05 }))),
    );
  }
  for (const name of ['killed', 'maxKilled']) {
    const sample = sortedSample(outcome(results, name));
    for (const threshold of deathThresholds) {
      add(
        { outcome: name, statistic: `P(≥ ${threshold})`, unit: 'probability' },
        share(probabilityAtLeast(sample, { threshold })),
      );
    }
  }
  for (const { name } of results.columns.filter((column) => /^killed\.(contingent|tag)\./.test(column.name))) {
    add(
      { outcome: name, statistic: 'P(≥ 1)', unit: 'probability' },
      share(probabilityAtLeast(sortedSample(outcome(results, name)), { threshold: 1 })),
    );
  }
  const departures = results.columns.map(({ name }) => name).filter(isDepartureDay);
  const times = ['firstFatalDay', ...departures]
    .flatMap((name) => timeUntil(results, name))
    .map((row) => ({ ...row, ...(row.statistic === 'median' ? point(row) : share(row)) }));
  return [...rows, ...times, ...(antithetic ? pairingGains(results) : [])];
}

/** What the pairs gained, outcome by outcome: of a count that moves against its mirror twin, much; of a rare event, nothing. */
function pairingGains(results: Results): SummaryRow[] {
  return ['attacks', 'personAttacks', 'expectedPersonAttacks', 'killed', 'wounded'].map((name) => ({
    outcome: name,
    statistic: 'variance reduction of antithetic pairs',
    unit: 'ratio',
    value: antitheticGain(outcome(results, name)),
    low: NaN,
    high: NaN,
    level: 0.95,
    n: results.n / 2,
    method: 'as computed',
  }));
}

/** By pairs, with the caution of {@link cautious} where their means have a heavy tail. */
export function pairedMean(values: Float64Array): Estimate {
  const mean = meanOfPairs(values);
  const pairs = pairMeans(values);
  return pairs.some((value) => Number.isNaN(value)) ? mean : cautious(mean, pairs);
}

/** The column itself where it has none: a copy of each would be most of the memory that a summary needs. */
function withoutBlanks(values: Float64Array): Float64Array {
  for (const value of values) if (Number.isNaN(value)) return values.filter((each) => !Number.isNaN(each));
  return values;
}

/** A day that many replications never reach: its mean over those that do would be a mean of the quickest. */
export function isDepartureDay(name: string): boolean {
  return name.startsWith('leftDay.');
}

/** Kaplan–Meier over replications, censored at the horizon: the day by which it has come about in half of them, and P(by day d). */
function timeUntil(results: Results, name: string): SummaryRow[] {
  const horizon = horizonDays(results.scenario);
  const days = outcome(results, name);
  const observed = Array.from(days, (day) => !Number.isNaN(day));
  const median = survivalMedian({ times: days.map((day) => (Number.isNaN(day) ? horizon : day)), observed });
  const about = { outcome: name, unit: 'day' };
  const rows: SummaryRow[] = [{ ...about, statistic: 'median', ...median }];
  for (const day of new Set([30, 90, 180, horizon])) {
    if (day > horizon) continue;
    const hits = days.filter((first) => first <= day).length;
    // Nobody is censored before the horizon, so the product-limit estimate is the share itself.
    rows.push({
      ...about,
      unit: 'probability',
      statistic: `P(by day ${day})`,
      ...probabilityInterval({ hits, n: results.n }),
    });
  }
  return rows;
}

/**
 * Student's interval of a mean is too narrow, and misses below, where few values carry the sum: Cochran's rule asks for
 * n > 25 G₁², G₁ the skewness (Cochran, Sampling Techniques, 1977, 2.15). Below that the interval is one that allows for
 * skewness, where there is one, and the estimate says so.
 */
export function cautious(estimate: Estimate, values: ArrayLike<number>): Estimate {
  const skewness = values.length > 2 ? sampleSkewness(values) : 0;
  if (!(values.length < 25 * skewness ** 2)) return estimate;
  const skewed = skewedMeanInterval(values);
  const carried = 'heavy tail: a few replications carry the mean';
  if (!skewed)
    return { ...estimate, note: `${carried}, and the interval is too narrow; read the median and quantiles` };
  return {
    ...skewed,
    note: `${carried}; the interval allows for skewness, and still holds a mean of long tails about 9 times in 10; read the median and quantiles`,
  };
}
