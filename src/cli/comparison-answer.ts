import type { Comparison, PairedRow, Selection } from '../experiment/compare/index.js';
import { probabilityInWords, resolutionInWords, type Estimate } from '../stats/index.js';
import { figure, percent } from './number-text.js';

/**
 * The answer in a line: what the headline metric says with its interval, how sure a single future is, and what it means
 * per person. Never stronger than the intervals: a best is named only where they name one.
 */
export function comparisonAnswer(comparison: Comparison): string {
  const { selections, strategies } = comparison;
  const selection = selections[0];
  if (!selection) return '';
  const sentences = strategies.length === 2 ? ofTwo(comparison) : ofSeveral(comparison, selection);
  const last = strategies.length === 2 ? '' : other(comparison, selection);
  return [...sentences, perPerson(comparison, subjectOf(comparison, selection)), last]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function ofTwo({ paired }: Comparison): string[] {
  const [row] = paired;
  if (!row) return [];
  return [pairSentence(row, '95 % interval'), likelihood(row)];
}

/** An alternative against the baseline: "X gives 8,400 fewer person-attacks than Y (95 % interval 7,100 to 9,700)." */
export function pairSentence(row: PairedRow, interval: string): string {
  const { strategy, baseline, metric, difference, verdict } = row;
  const [a, b] = [quoted(strategy.name), quoted(baseline.name)];
  if (Number.isNaN(difference.low))
    return `${a} and ${b} cannot be compared by ${metric.words}: ${difference.note ?? 'there is no interval'}.`;
  switch (verdict.verdict) {
    case 'better':
    case 'worse':
      return `${a} gives ${moreOrFewer(difference.value)} ${metric.words} than ${b} (${interval} ${rangeOf(difference)}).`;
    case 'no practical difference':
      return `${a} and ${b} make no practical difference in ${metric.words}: ${moreOrFewer(difference.value)} (${interval} ${rangeOf(difference)}), which is within ±${figure(metric.indifference)}.`;
    case 'not resolved':
      return `Whether ${a} or ${b} is better by ${metric.words} is not resolved: ${moreOrFewer(difference.value)} with ${a} (${interval} ${rangeOf(difference)}); ${resolutionInWords(verdict) ?? ''}.`;
    default:
      return verdict.verdict satisfies never;
  }
}

/** How often one future alone comes out that way: a likelihood, apart from the confidence in the mean. */
function likelihood({ strategy, better, equal, metric }: PairedRow): string {
  if (Number.isNaN(better.value)) return '';
  const how = metric.better === 'lower' ? 'fewer' : 'more';
  const same = equal.value >= 0.01 ? `, and as many in ${percent(equal.value)}` : '';
  return `With the same luck ${quoted(strategy.name)} has ${how} in ${chance(better)} of futures${same}.`;
}

function ofSeveral(comparison: Comparison, selection: Selection): string[] {
  const { strategies, paired, ranked } = comparison;
  const { metric, kind } = selection;
  const [first] = selection.strategies;
  if (!first) return [];
  const extreme = metric.better === 'lower' ? 'fewest' : 'most';
  const row = paired.find((candidate) => candidate.metric === metric && candidate.strategy === first);
  const compared = row ? comparedText(row) : 'it is what the others are held against';
  const best = ranked.find((candidate) => candidate.metric === metric && candidate.strategy === first)?.best;
  const futures = best ? [`With the same luck it has the ${extreme} of all in ${chance(best)} of futures.`] : [];
  const all = `Of ${strategies.length} scenarios`;
  switch (kind) {
    case 'one':
      return [`${all} ${quoted(first.name)} has the ${extreme} ${metric.words}: ${compared}.`, ...futures];
    case 'near':
      return [
        `${all} ${quoted(first.name)} has the ${extreme} ${metric.words}, or is within ${figure(metric.indifference)} of the one that has: ${compared}.`,
        ...futures,
      ];
    case 'open':
      return [
        `${all} ${listed(selection.strategies.map(({ name }) => quoted(name)))} are not told apart by ${metric.words}; the others have ${metric.better === 'lower' ? 'more' : 'fewer'}. ${quoted(first.name)} has the ${extreme} on average: ${compared}.`,
        ...futures,
      ];
    default:
      return kind satisfies never;
  }
}

function comparedText({ difference, baseline }: PairedRow): string {
  if (Number.isNaN(difference.low)) return difference.note ?? 'there is no interval';
  return `${moreOrFewer(difference.value)} than ${quoted(baseline.name)} (95 % simultaneous interval ${rangeOf(difference)})`;
}

/** The other end of the table, where it is another scenario than the baseline and told apart from it. */
function other({ ranked, paired }: Comparison, { metric, strategies }: Selection): string {
  const last = ranked.filter((row) => row.metric === metric).at(-1)?.strategy;
  const row = paired.find((candidate) => candidate.metric === metric && candidate.strategy === last);
  if (!last || !row || strategies.includes(last) || row.verdict.verdict !== 'worse') return '';
  const extreme = metric.better === 'lower' ? 'most' : 'fewest';
  return `The ${extreme} are with ${quoted(last.name)}: ${moreOrFewer(row.difference.value)} than ${quoted(row.baseline.name)} (${rangeOf(row.difference)}).`;
}

/** Total risk and risk per person part company in a drawdown, so the second always stands beside the first. */
function perPerson({ paired, metrics }: Comparison, key: string | undefined): string {
  const metric = metrics.find(({ name }) => name === 'personAttacksPer1000PersonDays');
  if (!metric || metrics[0] === metric || key === undefined) return '';
  const row = paired.find((candidate) => candidate.metric === metric && candidate.strategy.key === key);
  if (!row || Number.isNaN(row.difference.low)) return '';
  const { difference, verdict, baseline } = row;
  const open = verdict.verdict === 'not resolved' ? ', not resolved' : '';
  return `Per person it has ${moreOrFewer(difference.value)} than ${quoted(baseline.name)} per 1,000 person-days (${rangeOf(difference)}${open}).`;
}

function subjectOf({ strategies }: Comparison, selection: Selection): string | undefined {
  return strategies.length === 2 ? strategies[1]!.key : selection.strategies[0]?.key;
}

/** Where no single strategy is shown to be the best, or which is: one sentence for one metric. */
export function selectionSentence({ metric, kind, strategies, level }: Selection): string {
  const names = listed(strategies.map(({ name }) => name));
  const sure = `${percent(level)} for all pairs together`;
  switch (kind) {
    case 'one':
      return `${metric.words}: ${names} is the best (${sure})`;
    case 'near':
      return `${metric.words}: ${names} is the best or within ${figure(metric.indifference)} of it (${sure})`;
    case 'open':
      return `${metric.words}: the best is one of ${names} (${sure})`;
    default:
      return kind satisfies never;
  }
}

/** "8,400 fewer", "2.3 more". */
export function moreOrFewer(difference: number): string {
  return difference === 0
    ? 'no more and no fewer'
    : `${figure(Math.abs(difference))} ${difference < 0 ? 'fewer' : 'more'}`;
}

/** The interval in the same words: "7,100 to 9,700", or "300 fewer to 540 more" where it holds 0. */
function rangeOf({ value, low, high }: Estimate): string {
  if (low < 0 && high > 0) return `${moreOrFewer(low)} to ${moreOrFewer(high)}`;
  const [from, to] = value < 0 ? [-high, -low] : [low, high];
  return `${figure(from)} to ${figure(to)}`;
}

/** "83 %, very likely": the word only where the whole interval lies in its band. */
function chance(estimate: Estimate): string {
  const { word, number } = probabilityInWords(estimate);
  return word === undefined ? number : `${number} (${word})`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function quoted(name: string): string {
  return `“${name}”`;
}
