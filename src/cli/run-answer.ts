import type { SummaryRow } from '../experiment/summarise.js';
import { probabilityInWords } from '../stats/index.js';
import { figure, percent } from './number-text.js';

/**
 * The answer of a run in a sentence: total and per person with their intervals, and how probable it is that somebody is
 * killed; a word of probability only where the whole interval lies in its band.
 *
 * @param n Replications behind it: one alone has no intervals.
 */
export function runAnswer(summary: readonly SummaryRow[], n: number): string {
  const total = rowOf(summary, 'personAttacks', 'mean');
  const rate = rowOf(summary, 'personAttacksPer1000PersonDays', 'ratio of sums');
  if (n === 1) {
    const killed = figure(rowOf(summary, 'killed', 'mean').value);
    return `One possible future: ${figure(total.value)} person-attacks in total, ${figure(rate.value)} per 1,000 person-days, ${killed} killed. One replication alone has no intervals.`;
  }
  const killed = rowOf(summary, 'killed', 'P(≥ 1)');
  const chance = chanceText(killed);
  return (
    `On average ${figure(total.value)} person-attacks in total (95 % interval ${range(total)}), ` +
    `${figure(rate.value)} per 1,000 person-days (${range(rate)}); ` +
    `the probability that somebody is killed is ${chance} (${percent(killed.low)} to ${percent(killed.high)}).`
  );
}

/** Seen in none or in all of a few replications, a probability is no more than its interval says. */
function chanceText(estimate: SummaryRow): string {
  if (estimate.value === 0 || estimate.value === 1) {
    return `not told apart from ${estimate.value === 0 ? 'none' : 'certain'} by ${estimate.n} replications`;
  }
  const { word, number } = probabilityInWords(estimate);
  return word === undefined ? number : `${number}, ${word}`;
}

/** Ends of an interval: "7,100 to 9,700". */
export function range({ low, high }: { readonly low: number; readonly high: number }): string {
  return Number.isNaN(low) || Number.isNaN(high) ? 'no interval' : `${figure(low)} to ${figure(high)}`;
}

/** One estimate of a summary, which must be there. */
export function rowOf(summary: readonly SummaryRow[], name: string, statistic: string): SummaryRow {
  const row = summary.find((candidate) => candidate.outcome === name && candidate.statistic === statistic);
  if (!row) throw new Error(`summary must hold ${statistic} of ${name}`);
  return row;
}
