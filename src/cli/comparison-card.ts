import { comparisonRows, type Comparison } from '../experiment/compare/index.js';
import { comparisonAnswer, selectionSentence } from './comparison-answer.js';
import type { ComparisonManifest } from './comparison-manifest.js';
import { comparisonPrecisionText } from './comparison-precision-text.js';
import {
  differencesText,
  metricTable,
  pairingText,
  rankingTable,
  tailsTable,
  type Alternative,
} from './comparison-tables.js';
import { duration, figure } from './number-text.js';
import type { Placed } from './output-folder.js';
import { placedText } from './result-card.js';
import { coloursOf, type Terminal } from './terminal.js';

/** What a finished comparison tells. */
export interface ComparisonCard {
  readonly comparison: Comparison;
  readonly manifest: ComparisonManifest;
  readonly alternatives: readonly Alternative[];
  readonly placed: Placed;
  readonly figures: boolean;
  readonly figureBug: Error | undefined;
  readonly report: boolean;
  readonly reportBug: Error | undefined;
}

/** The comparison as text: the answer, what differs, a table for each metric, ranks, deaths, and how far to trust it. */
export function comparisonCard(card: ComparisonCard, terminal: Pick<Terminal, 'stdout' | 'env'>): string {
  const { comparison, manifest, placed, alternatives } = card;
  const { bold, dim, yellow } = coloursOf(terminal.stdout, terminal.env);
  const { metrics, strategies, paired } = comparison;
  const baseline = strategies[0]!;
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const several = strategies.length > 2;
  const hasClaims = manifest.scenarios.some(({ scenario }) => scenario.claims.length > 0);
  const blocks = [
    bold(comparisonAnswer(comparison)),
    [manifest.title, manifest.question ?? ''].filter((line) => line !== '').join('\n'),
    `${bold(`What differs from ${baseline.name}`)} (${baseline.title})\n${differencesText(alternatives)}`,
    ...metrics.map(
      (metric) => `${bold(capital(metric.words))} (${better(metric.better)})\n${metricTable(comparison, metric)}`,
    ),
    dim(notesOf(comparison)),
    several
      ? `${bold('Ranking')} by ${metrics[0]!.words}\n${rankingTable(comparison)}\n${dim('  best in, regret: replication by replication, so that hindsight of chance is in them')}`
      : '',
    several
      ? `${bold('Who is the best')}\n${comparison.selections.map((s) => `  ${selectionSentence(s)}`).join('\n')}`
      : '',
    `${bold('Deaths')}\n${tailsTable(comparison)}`,
    manifest.run.precision ? comparisonPrecisionText(manifest.run.precision) : '',
    paired.length === 0 ? '' : `${bold('Common luck')}\n${pairingText(comparison)}`,
    manifest.warnings.map((warning) => `${yellow('warning')}: ${warning}`).join('\n'),
    [
      dim(
        `${figure(manifest.replications)} replications of each · seed ${manifest.seed} · study ${manifest.hash.slice(0, 8)} · ${duration(manifest.run.seconds)}`,
      ),
      `Results: ${placed.path}${placedText(placed)}`,
      `Read on: ${card.report ? 'report.html (to read and to show), ' : ''}comparison.csv (every estimate), assumption-differences.csv, ${card.figures ? 'figures/, ' : ''}scenarios/ (each as garrison run writes it${hasClaims ? ', its claims in claims.csv' : ''})`,
    ].join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** The comparison as one JSON object. */
export function comparisonJson({ comparison, manifest, alternatives, placed }: ComparisonCard): string {
  const { title, question, hash, seed, replications, warnings, run } = manifest;
  const object = {
    ok: true,
    title,
    ...(question === undefined ? {} : { question }),
    hash,
    seed,
    replications,
    ...(run.interrupted ? { interrupted: run.interrupted } : {}),
    ...(run.precision ? { precision: run.precision } : {}),
    folder: placed.path,
    folderIs: placed.kind,
    warnings,
    ...comparisonObject({ comparison, alternatives }),
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}

/** What a comparison found, as plain data: for comparison.json and --json. */
export function comparisonObject({ comparison, alternatives }: Pick<ComparisonCard, 'comparison' | 'alternatives'>) {
  return {
    answer: comparisonAnswer(comparison),
    baseline: comparison.strategies[0]!.key,
    scenarios: comparison.strategies.map(({ key, name, title }) => ({ key, name, title })),
    metrics: comparison.metrics,
    differences: alternatives.map(({ key, title, differences }) => ({ key, title, differences })),
    selections: comparison.selections.map((selection) => ({
      metric: selection.metric.name,
      kind: selection.kind,
      scenarios: selection.strategies.map(({ key }) => key),
      level: selection.level,
      words: selectionSentence(selection),
    })),
    rows: comparisonRows(comparison),
  };
}

function better(direction: 'lower' | 'higher'): string {
  return direction === 'lower' ? 'fewer is better' : 'more is better';
}

function notesOf({ strategies, metrics, paired, ranked }: Comparison): string {
  const notes = [
    'the 95 % of a difference hold for all alternatives of a table together; each replication has the same luck in all',
    'better in: share of replications; times: mean over the mean of the baseline',
  ];
  if (strategies.length === 2) notes.shift();
  if (metrics.some(({ meanBy }) => meanBy !== undefined))
    notes.push(
      'means of attacks and person-attacks are those of their rates over time: the same expectation, less noise; comparison.csv has the counted ones',
    );
  if ([...paired, ...ranked].some(({ heavyTail }) => heavyTail))
    notes.push(
      '* heavy tail: a few replications carry the mean or the difference; the interval of the difference is then too narrow',
    );
  return notes.map((note) => `  ${note}`).join('\n');
}
