import type { Better } from '../../stats/index.js';
import { isDepartureDay, notAveraged, ratios } from '../summarise.js';

/** What strategies are compared by: an outcome, or a rate as the ratio of two sums over replications. */
export interface Metric {
  /** Names it in tables and files: `personAttacks`, `killed per personDays`. */
  readonly name: string;
  /** As a reader says it: "person-attacks per 1,000 person-days". */
  readonly words: string;
  readonly unit: string;
  readonly numerator: string;
  /** Column of the same expectation that spreads less: means and their differences are of it; absent where there is none. */
  readonly meanBy?: string;
  /** Column that divides it; absent for a mean. */
  readonly denominator?: string;
  readonly scale: number;
  readonly better: Better;
  /** Differences up to this are of no practical importance, in the unit. */
  readonly indifference: number;
  readonly threshold?: number;
}

/** As a study writes it. */
export interface MetricQuestion {
  readonly outcome: string;
  readonly per?: string | undefined;
  readonly direction: Better;
  readonly indifference: number;
  readonly threshold?: number | undefined;
}

/**
 * Counts whose expectation is also that of an integral over time (model, section 8): of the rate, and of the rate times
 * the persons present. Every attack on the personnel counted comes from the rate, so it holds in every scenario; not for
 * parts of a count (by base, window or cause), of which no integral is kept.
 */
const integralOf: Readonly<Record<string, string>> = {
  attacks: 'expectedAttacks',
  personAttacks: 'expectedPersonAttacks',
};

/**
 * A metric as it is computed. A rate of the results (`personAttacksPer1000PersonDays`) is the ratio of its sums, as in a
 * summary; person-days as divisor count by the thousand. `unitOf` gives the unit of a column.
 */
export function metricOf(question: MetricQuestion, unitOf: (column: string) => string): Metric {
  const { outcome, per, direction, indifference, threshold } = question;
  const rate = per === undefined ? ratios.find((ratio) => ratio.outcome === outcome) : undefined;
  const meanBy = integralOf[rate?.of ?? outcome];
  const about = {
    better: direction,
    indifference,
    ...(meanBy === undefined ? {} : { meanBy }),
    ...(threshold === undefined ? {} : { threshold }),
  };
  if (rate) {
    const { of, over, scale, unit } = rate;
    const words = `${wordsOf(of)} ${unit}`;
    return { name: outcome, words, unit, numerator: of, denominator: over, scale, ...about };
  }
  const words = wordsOf(outcome);
  if (per === undefined) return { name: outcome, words, unit: unitOf(outcome), numerator: outcome, scale: 1, ...about };
  const [scale, unit] = per.startsWith('personDays')
    ? [1000, `per 1,000 ${per.replace('personDays', 'person-days')}`]
    : [1, `per ${wordsOf(per)}`];
  const name = `${outcome} per ${per}`;
  return { name, words: `${words} ${unit}`, unit, numerator: outcome, denominator: per, scale, ...about };
}

/** The metric with the mean of what was counted, where its own is that of an integral; undefined where they are one. */
export function countedMetric({ meanBy, ...metric }: Metric): Metric | undefined {
  return meanBy === undefined ? undefined : metric;
}

/** Columns that can be compared by their mean: every replication has a value that means something on average. */
export function canBeCompared(column: string): boolean {
  return ratios.some(({ outcome }) => outcome === column) || !(notAveraged.includes(column) || isDepartureDay(column));
}

/** `personAttacks` as person-attacks, `attacksOnBases` as attacks on bases; what has dots stays a name. */
function wordsOf(column: string): string {
  if (column.includes('.')) return column;
  return column
    .replace(/^person(Attacks|Days)/, (_, what: string) => `person-${what.toLowerCase()}`)
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
