import type { OutcomeColumn } from '../model/outcome-columns.js';
import { completeRows, meanInterval, probabilityInterval, ratioInterval, type Estimate } from '../stats/index.js';
import { cautious, isDepartureDay, notAveraged, ratios } from './summarise.js';

/** The one estimate that stands for an outcome in the summary: a mean, a share of replications or a ratio of sums. */
export interface OutcomeEstimate {
  /** As in the summary: `mean`, `P(yes)`, `ratio of sums`. */
  readonly statistic: string;
  /** Outcomes by replication that it is made of. */
  readonly needs: readonly string[];
  /** From as many columns as it needs, all of one length; blanks (NaN) are left out. */
  readonly of: (columns: readonly Float64Array[]) => Estimate;
  /** The same without resampling: for a live line, where it must be quick. */
  readonly quickOf: (columns: readonly Float64Array[]) => Estimate;
}

/** What stands for an outcome; undefined where its name is none, or nothing stands for it (the day of a first death). */
export function outcomeEstimate(name: string, columns: readonly OutcomeColumn[]): OutcomeEstimate | undefined {
  const ratio = ratios.find((row) => row.outcome === name);
  if (ratio) {
    const of = (values: readonly Float64Array[]): Estimate => {
      const [numerators = [], denominators = []] = completeRows(values).columns;
      const estimate = ratioInterval({ numerators, denominators });
      const { value, low, high } = estimate;
      return { ...estimate, value: value * ratio.scale, low: low * ratio.scale, high: high * ratio.scale };
    };
    return { statistic: 'ratio of sums', needs: [ratio.of, ratio.over], of, quickOf: of };
  }
  const column = columns.find((candidate) => candidate.name === name);
  if (!column || notAveraged.includes(name) || isDepartureDay(name)) return undefined;
  if (column.unit === 'yes/no') {
    const of = (values: readonly Float64Array[]): Estimate => {
      const answers = existing(values);
      return probabilityInterval({ hits: answers.reduce((sum, yes) => sum + yes, 0), n: answers.length });
    };
    return { statistic: 'P(yes)', needs: [name], of, quickOf: of };
  }
  return {
    statistic: 'mean',
    needs: [name],
    of: (values) => cautious(meanInterval(existing(values)), existing(values)),
    quickOf: (values) => meanInterval(existing(values)),
  };
}

/** Names for which {@link outcomeEstimate} gives something. */
export function estimatedOutcomes(columns: readonly OutcomeColumn[]): string[] {
  const names = [...columns.map(({ name }) => name), ...ratios.map((row) => row.outcome)];
  return [...new Set(names)].filter((name) => outcomeEstimate(name, columns) !== undefined);
}

function existing([values = new Float64Array()]: readonly Float64Array[]): Float64Array {
  return values.filter((value) => !Number.isNaN(value));
}
