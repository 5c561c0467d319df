import type { Estimate } from '../../stats/index.js';
import type { Comparison } from './compare.js';

/** One estimate of a comparison, with its interval and n. */
export interface ComparisonRow extends Omit<Estimate, 'low' | 'high' | 'level'> {
  readonly scenario: string;
  /** Key of the scenario that it is held against; absent where it is of one alone. */
  readonly against?: string;
  readonly metric: string;
  readonly statistic: string;
  readonly unit: string;
  /** Ends and level of the interval; NaN where a number has none. */
  readonly low: number;
  readonly high: number;
  readonly level: number;
  /** Of a difference: better, worse, no practical difference, not resolved. */
  readonly verdict?: string;
}

const integral = 'mean of the integral of the rate, which has the expectation of the count and spreads less';
const tail = 'heavy tail: a few replications carry it, and the interval is too narrow';

/** Every estimate of a comparison as flat rows, in a fixed order. */
export function comparisonRows(comparison: Comparison): ComparisonRow[] {
  return [...rankRows(comparison), ...pairRows(comparison), ...tailRows(comparison)].map(plainRow);
}

/** An estimate may bring more with it than a row has. */
function plainRow(row: ComparisonRow): ComparisonRow {
  const { scenario, against, metric, statistic, unit, value, low, high, level, n, method, verdict, note } = row;
  return {
    scenario,
    ...(against === undefined ? {} : { against }),
    metric,
    statistic,
    unit,
    value,
    low,
    high,
    level,
    n,
    method,
    ...(verdict === undefined ? {} : { verdict }),
    ...(note === undefined ? {} : { note }),
  };
}

function rankRows({ ranked, n, level }: Comparison): ComparisonRow[] {
  return ranked.flatMap((row) => {
    const about = { scenario: row.strategy.key, metric: row.metric.name };
    const { unit } = row.metric;
    const share = { ...about, unit: 'probability' };
    const meanName = row.metric.denominator === undefined ? 'mean' : 'ratio of sums';
    return [
      noted({ ...about, statistic: meanName, unit, ...row.mean }, [row.counted && integral]),
      ...(row.counted ? [{ ...about, statistic: `${meanName}, counted`, unit, ...row.counted }] : []),
      { ...about, statistic: 'rank', unit: 'rank', ...plain(row.rank, { n, level }) },
      { ...share, statistic: 'P(best alone)', ...row.best },
      { ...share, statistic: 'P(best with others)', ...row.tiedBest },
      { ...about, statistic: 'mean regret', unit, ...row.meanRegret, note: hindsight },
      { ...about, statistic: 'worst regret', unit, ...plain(row.worstRegret, { n, level }), note: hindsight },
      ...(row.satisficing && row.metric.threshold !== undefined
        ? [
            {
              ...share,
              statistic: `P(${row.metric.better === 'lower' ? '≤' : '≥'} ${row.metric.threshold})`,
              ...row.satisficing,
            },
          ]
        : []),
    ];
  });
}

const hindsight = 'over single replications: hindsight of chance is in it, which biases it upward';

function pairRows({ paired, level }: Comparison): ComparisonRow[] {
  return paired.flatMap((row) => {
    const { metric, alone, counted } = row;
    const about = { scenario: row.strategy.key, against: row.baseline.key, metric: metric.name };
    const share = { ...about, unit: 'probability' };
    const number = (statistic: string, unit: string, value: number): ComparisonRow => ({
      ...about,
      statistic,
      unit,
      ...plain(value, { n: alone.difference.n, level }),
    });
    const note = row.heavyTail ? tail : undefined;
    const by = row.counted && integral;
    const simultaneous = 'simultaneous over the alternatives of this metric (Bonferroni)';
    return [
      noted(
        {
          ...about,
          statistic: 'difference, simultaneous',
          unit: metric.unit,
          ...row.difference,
          verdict: row.verdict.verdict,
        },
        [simultaneous, by, note],
      ),
      noted({ ...about, statistic: 'difference', unit: metric.unit, ...alone.difference }, [by, note]),
      ...(counted ? [{ ...about, statistic: 'difference, counted', unit: metric.unit, ...counted.difference }] : []),
      ...(row.ratio
        ? [noted({ ...about, statistic: 'ratio, simultaneous', unit: 'ratio', ...row.ratio }, [simultaneous, by, note])]
        : []),
      { ...share, statistic: 'P(better)', ...row.better },
      { ...share, statistic: 'P(equal)', ...row.equal },
      number('p-value', 'probability', row.pValue),
      number('p-value, Holm', 'probability', row.adjustedPValue),
      number('correlation of the pairs', 'correlation', alone.correlation),
      number('variance reduction factor', 'ratio', row.gain),
      ...(counted ? [number('variance reduction factor, counted', 'ratio', counted.varianceReduction)] : []),
      number('half-width of independent runs', metric.unit, (counted ?? alone).unpairedHalfWidth),
      ...(Number.isNaN(row.verdict.morePairs)
        ? []
        : [number('more replications to resolve', 'replications', row.verdict.morePairs)]),
      ...(row.antitheticGain === undefined
        ? []
        : [number('variance reduction of antithetic pairs', 'ratio', row.antitheticGain)]),
      ...(alone.droppedPairs === 0 ? [] : [number('pairs dropped', 'replications', alone.droppedPairs)]),
    ];
  });
}

function tailRows({ tails, strategies }: Comparison): ComparisonRow[] {
  return tails.flatMap((row) => {
    const about = { scenario: row.strategy.key, metric: 'killed' };
    const first = { scenario: row.strategy.key, metric: 'firstFatalDay' };
    return [
      ...row.killed.map(({ threshold, probabilityAtLeast }) => ({
        ...about,
        statistic: `P(≥ ${threshold})`,
        unit: 'probability',
        ...probabilityAtLeast,
      })),
      { ...about, statistic: 'mean of the worst 5 %', unit: 'persons', ...row.killedWorst },
      ...(row.fatalDifference
        ? [
            noted(
              {
                ...about,
                against: strategies[0]!.key,
                statistic: 'difference of P(≥ 1), simultaneous',
                unit: 'probability',
                ...row.fatalDifference,
              },
              ['simultaneous over the alternatives (Bonferroni)'],
            ),
          ]
        : []),
      { ...first, statistic: 'median', unit: 'day', ...row.firstFatalDay },
      { ...first, statistic: 'P(by day 90)', unit: 'probability', ...row.fatalByDay90 },
    ];
  });
}

/** A number that has no interval of its own. */
function plain(value: number, { n, level }: { readonly n: number; readonly level: number }) {
  return { value, low: NaN, high: NaN, level, n, method: 'as computed' };
}

function noted(row: ComparisonRow, notes: readonly (string | undefined)[]): ComparisonRow {
  const all = [row.note, ...notes].filter((note) => note !== undefined);
  return all.length === 0 ? row : { ...row, note: all.join('; ') };
}
