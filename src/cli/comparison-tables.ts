import type { Comparison, Metric, PairedRow, RankedRow } from '../experiment/compare/index.js';
import { probabilityInWords, type Estimate } from '../stats/index.js';
import type { AssumptionDifference } from './assumption-differences.js';
import { figure } from './number-text.js';
import { textTable } from './text-table.js';

/** How many lines of what differs the terminal shows in all; the file has every one. */
const mostLines = 36;

/** An alternative, and what differs in it from the baseline and from whatever scenario before it is nearest. */
export interface Alternative {
  readonly key: string;
  readonly name: string;
  /** Empty where it is the baseline's own. */
  readonly title: string;
  /** From the baseline. */
  readonly differences: readonly AssumptionDifference[];
  /** From an earlier alternative that it is much nearer to than to the baseline. */
  readonly nearest?: {
    readonly key: string;
    readonly name: string;
    readonly differences: readonly AssumptionDifference[];
  };
}

/** What differs from the baseline, line by line; what all alternatives share stands once, and what is nearly one is told as such. */
export function differencesText(alternatives: readonly Alternative[]): string {
  const [first] = alternatives;
  const inAll = (words: string): boolean =>
    alternatives.every(({ differences }) => differences.some((other) => other.words === words));
  const shared = alternatives.length < 2 ? [] : (first?.differences.filter(({ words }) => inAll(words)) ?? []);
  const each = Math.max(3, Math.floor(mostLines / alternatives.length));
  const blocks = alternatives.map(({ name, title, differences, nearest }) => {
    const heading = title === '' ? `  ${name}` : `  ${name}: ${title}`;
    if (differences.length === 0) return `${heading}\n    nothing`;
    if (nearest) return [`${heading}\n    as ${nearest.name}, but`, ...linesOf(nearest.differences, each)].join('\n');
    const own = differences.filter(({ words }) => !shared.some((other) => other.words === words));
    return [heading, ...linesOf(own, each)].join('\n');
  });
  const common = shared.length === 0 ? [] : [['  all alternatives', ...linesOf(shared, each)].join('\n')];
  return [...common, ...blocks].join('\n');
}

function linesOf(differences: readonly AssumptionDifference[], most: number): string[] {
  const shown = differences.slice(0, differences.length > most + 1 ? most : most + 1);
  const left = differences.length - shown.length;
  return [
    ...shown.map(({ words }) => `    ${words}`),
    ...(left === 0 ? [] : [`    … and ${left} more (assumption-differences.csv)`]),
  ];
}

/** One metric: every strategy by its mean, and how it stands to the baseline. */
export function metricTable(comparison: Comparison, metric: Metric): string {
  const { ranked, paired, strategies } = comparison;
  const baseline = strategies[0]!;
  const head = [
    '',
    'mean',
    '95 %',
    `against ${baseline.name}`,
    strategies.length > 2 ? '95 % simultaneous' : '95 %',
    'times',
    'better in',
    'verdict',
  ];
  const rows = ranked
    .filter((row) => row.metric === metric)
    .map((row) => {
      const pair = paired.find((other) => other.metric === metric && other.strategy === row.strategy);
      const tail = row.heavyTail || (pair?.heavyTail ?? false);
      const own = [`${row.strategy.name}${tail ? ' *' : ''}`, figure(row.mean.value), range(row.mean)];
      return pair ? [...own, ...pairCells(pair)] : [...own, '', '', '', '', 'baseline'];
    });
  return textTable([head, ...rows], [1, 2, 3, 4, 5, 6]);
}

function pairCells(row: PairedRow): string[] {
  const { difference, ratio, better, verdict } = row;
  const { morePairs } = verdict;
  const more =
    Number.isNaN(morePairs) || morePairs === Infinity ? '' : ` (+${figure(morePairs)} replications would resolve it)`;
  return [
    signed(difference.value),
    Number.isNaN(difference.low) ? 'no interval' : `${signed(difference.low)} to ${signed(difference.high)}`,
    ratio && !Number.isNaN(ratio.value) ? figure(ratio.value) : '',
    shareText(better),
    `${verdict.verdict}${more}`,
  ];
}

/** All strategies by the headline: how often each is the best, and what choosing it can cost against hindsight. */
export function rankingTable({ ranked, metrics }: Comparison): string {
  const [headline] = metrics;
  const rows = ranked.filter(({ metric }) => metric === headline);
  const thresholds = metrics.filter(({ threshold }) => threshold !== undefined);
  const shareOf = (strategy: RankedRow['strategy'], metric: Metric): string => {
    const row = ranked.find((other) => other.metric === metric && other.strategy === strategy);
    return row?.satisficing ? shareText(row.satisficing) : '';
  };
  const head = ['', 'rank', 'best in', 'mean regret', 'worst regret', ...thresholds.map(thresholdText)];
  const cells = rows.map((row) => [
    row.strategy.name,
    String(row.rank),
    shareText(row.best),
    figure(row.meanRegret.value),
    figure(row.worstRegret),
    ...thresholds.map((metric) => shareOf(row.strategy, metric)),
  ]);
  return textTable(
    [head, ...cells],
    head.slice(1).map((_, i) => i + 1),
  );
}

function thresholdText({ words, better, threshold }: Metric): string {
  return `${words} ${better === 'lower' ? '≤' : '≥'} ${figure(threshold ?? NaN)} in`;
}

/** Deaths: how probable, how many at worst, and when the first. */
export function tailsTable({ tails }: Comparison): string {
  const head = ['', 'P(≥ 1 killed)', 'P(≥ 10)', 'worst 5 %: mean killed', 'first death by day 90', 'in half by day'];
  const rows = tails.map(({ strategy, killed, killedWorst, fatalByDay90, firstFatalDay }) => {
    const at = (threshold: number): string => {
      const row = killed.find((other) => other.threshold === threshold);
      return row ? shareText(row.probabilityAtLeast) : '';
    };
    return [
      strategy.name,
      at(1),
      at(10),
      Number.isNaN(killedWorst.low)
        ? figure(killedWorst.value)
        : `${figure(killedWorst.value)} (${range(killedWorst)})`,
      shareText(fatalByDay90),
      Number.isNaN(firstFatalDay.value) ? 'later' : figure(firstFatalDay.value),
    ];
  });
  return textTable([head, ...rows], [1, 2, 3, 4, 5]);
}

/** What the common luck gained: correlation of the pairs, and how many times the replications independent runs would need. */
export function pairingText({ paired, metrics }: Comparison): string {
  return textTable(
    metrics.map((metric) => {
      const rows = paired.filter((row) => row.metric === metric);
      if (rows.every(({ alone }) => alone.differing.value === 0))
        return [metric.words, 'the same in every replication'];
      const factors = rows.map(({ gain }) => gain).filter((factor) => !Number.isNaN(factor));
      const correlations = rows.map(({ alone }) => alone.correlation).filter((rho) => !Number.isNaN(rho));
      if (factors.length === 0 || correlations.length === 0) return [metric.words, 'nothing varies'];
      return [
        metric.words,
        `ρ ${span(correlations)}`,
        `${span(factors)} times the replications would be needed by independent runs`,
      ];
    }),
  );
}

function span(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)].map(shortFigure);
  return low === high ? low! : `${low!} to ${high!}`;
}

/** Two figures; beyond a thousand a factor only says that hardly anything differs. */
function shortFigure(value: number): string {
  return value > 1000 ? 'over 1,000' : String(Number(value.toPrecision(2)));
}

/** A share as a report says it: what was seen in all or in none of the replications is not 100 or 0 %. */
function shareText(estimate: Estimate): string {
  return Number.isNaN(estimate.value) ? '' : probabilityInWords(estimate).number;
}

function signed(value: number): string {
  // By its size: a half is rounded away from zero on both sides.
  return value === 0 || Number.isNaN(value) ? figure(value) : `${value > 0 ? '+' : '-'}${figure(Math.abs(value))}`;
}

function range({ low, high }: Estimate): string {
  return Number.isNaN(low) || Number.isNaN(high) ? 'no interval' : `${figure(low)} to ${figure(high)}`;
}
