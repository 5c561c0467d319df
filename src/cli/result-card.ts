import type { ClaimResult } from '../experiment/claims.js';
import type { Results } from '../experiment/results.js';
import type { SummaryRow } from '../experiment/summarise.js';
import { claimsText } from './claims-text.js';
import type { Manifest } from './manifest.js';
import { counted, duration, figure } from './number-text.js';
import type { Placed } from './output-folder.js';
import { pastJson, pastText } from './past-text.js';
import { precisionText } from './precision-text.js';
import { compareWithRecord, uncomparedAttacks, type RecordComparison } from './record-comparison.js';
import { range, rowOf, runAnswer } from './run-answer.js';
import type { SharedPast } from './shared-past.js';
import { coloursOf, type Terminal } from './terminal.js';
import { textTable } from './text-table.js';

/** What a finished run tells. */
export interface Card {
  readonly results: Results;
  readonly summary: readonly SummaryRow[];
  readonly claims: readonly ClaimResult[];
  /** The past that all replications share. */
  readonly shared: SharedPast | undefined;
  readonly manifest: Manifest;
  readonly placed: Placed;
  /** The file of rows by replication to name. */
  readonly rowsFile: string;
  /** There are figures in the folder. */
  readonly figures: boolean;
  /** Why there are none although they were asked for. */
  readonly figureBug: Error | undefined;
  /** There is a report in the folder. */
  readonly report: boolean;
  /** Why there is none although it was asked for. */
  readonly reportBug: Error | undefined;
}

interface Line {
  readonly label: string;
  readonly outcome: string;
  readonly statistic: string;
}

const lines: readonly Line[] = [
  { label: 'attacks', outcome: 'attacks', statistic: 'mean' },
  { label: '  on bases', outcome: 'attacksOnBases', statistic: 'mean' },
  { label: '  on convoys', outcome: 'attacksOnConvoys', statistic: 'mean' },
  { label: 'person-attacks', outcome: 'personAttacks', statistic: 'mean' },
  { label: '  per 1,000 person-days', outcome: 'personAttacksPer1000PersonDays', statistic: 'ratio of sums' },
  { label: 'killed', outcome: 'killed', statistic: 'mean' },
  { label: 'wounded', outcome: 'wounded', statistic: 'mean' },
];

/** Beside the personnel counted, where a scenario has host forces. */
const hostLines: readonly Line[] = [
  { label: 'host forces killed', outcome: 'hostKilled', statistic: 'mean' },
  { label: 'host forces wounded', outcome: 'hostWounded', statistic: 'mean' },
];

function linesOf(summary: readonly SummaryRow[]): readonly Line[] {
  return summary.some((row) => row.outcome === 'hostKilled') ? [...lines, ...hostLines] : lines;
}

/** The result as text: a sentence that answers, a table, what to be careful with, and where everything lies. */
export function resultCard(card: Card, terminal: Pick<Terminal, 'stdout' | 'env'>): string {
  const { results, manifest, placed } = card;
  const { bold, dim, yellow } = coloursOf(terminal.stdout, terminal.env);
  const comparisons = compareWithRecord(results);
  const blocks = [
    bold(runAnswer(card.summary, results.n)),
    `${results.scenario.title}\n\n${table(card, comparisons)}\n${dim(footnotes(card))}`,
    manifest.run.precision ? precisionText(manifest.run.precision) : '',
    card.shared ? pastText(card, card.shared) : '',
    recordText(results, comparisons),
    claimsText(card.claims, { bold, dim }),
    manifest.warnings.map((warning) => `${yellow('warning')}: ${warning}`).join('\n'),
    [
      dim(trust(manifest)),
      `Results: ${placed.path}${placedText(placed)}`,
      `Read on: ${card.report ? 'report.html (to read and to show), ' : ''}summary.csv (every estimate), ${card.claims.length > 0 ? 'claims.csv, ' : ''}${card.figures ? 'figures/, ' : ''}assumptions.csv (what it rests on), ${card.rowsFile}`,
    ].join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** The result as one JSON object. */
export function resultJson({ results, summary, claims, shared, manifest, placed }: Card): string {
  const { counts, warnings, hash, seed, replications, title, run } = manifest;
  const object = {
    ok: true,
    title,
    hash,
    seed,
    replications,
    ...(run.interrupted ? { interrupted: run.interrupted } : {}),
    ...(run.precision ? { precision: run.precision } : {}),
    folder: placed.path,
    folderIs: placed.kind,
    ...(shared ? { past: pastJson({ results, summary }, shared) } : {}),
    counts,
    warnings,
    record: compareWithRecord(results),
    ...(claims.length > 0 ? { claims } : {}),
    summary,
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}

function table({ summary }: Card, comparisons: readonly RecordComparison[]): string {
  const rows = linesOf(summary).map(({ label, outcome: name, statistic }) => {
    const mean = rowOf(summary, name, statistic);
    const quantile = (order: number): string => figure(rowOf(summary, name, `quantile ${order}`).value);
    const record = comparisons.find((comparison) => comparison.outcome === name);
    const cells = [
      `${label}${hasHeavyTail(mean) ? ' *' : ''}`,
      figure(mean.value),
      range(mean),
      quantile(0.5),
      `${quantile(0.1)} to ${quantile(0.9)}`,
    ];
    return comparisons.length === 0 ? cells : [...cells, record ? String(record.record) : ''];
  });
  const head = ['', 'mean', '95 % of the mean', 'median', '80 % of replications'];
  return textTable([comparisons.length === 0 ? head : [...head, 'record'], ...rows], [1, 2, 3, 4, 5]);
}

function footnotes({ summary }: Card): string {
  const notes = [
    'person-attacks: persons present, summed over attacks; killed and wounded: of the personnel simulated',
  ];
  if (linesOf(summary).length > lines.length)
    notes.push('host forces: those at bases, also after a hand-over; they are in no other number');
  if (linesOf(summary).some(({ outcome: name, statistic }) => hasHeavyTail(rowOf(summary, name, statistic)))) {
    notes.push(
      '* heavy tail: a few replications carry the mean; its interval allows for that as far as it can; read the median too',
    );
  }
  return notes.map((note) => `  ${note}`).join('\n');
}

function hasHeavyTail({ note }: SummaryRow): boolean {
  return note?.startsWith('heavy tail') ?? false;
}

/** Where the record lies among the replications, and where it lies outside nearly all of them. */
function recordText(results: Results, comparisons: readonly RecordComparison[]): string {
  const uncompared = uncomparedAttacks(results);
  if (uncompared !== undefined) {
    return `Record: ${uncompared} attacks on bases and the embassy zone in this time; not compared, as it does not say that it covers all of it (record.until).`;
  }
  if (comparisons.length === 0) return '';
  const outside = comparisons.filter(({ isOutside }) => isOutside);
  const inherit =
    results.scenario.claims.length === 0 ? 'its totals inherit that' : 'its totals and claims inherit that';
  const named = outside.map(({ what, record, low, high }) => `${what} ${record} (${figure(low)} to ${figure(high)})`);
  const found =
    outside.length === 0
      ? 'It lies within 95 % of replications in every number compared.'
      : `Outside 95 % of replications: ${named.join(', ')} (${outside.length} of ${comparisons.length} numbers compared; chance alone puts about one in twenty there). If this scenario is meant as what happened, the model is wrong there, and ${inherit}.`;
  return `Record: the public record of bases and the embassy zone in this time. ${found}`;
}

function trust({ replications, seed, hash, run, counts }: Manifest): string {
  return `${counted(replications, 'replication')} · seed ${seed} · scenario ${hash.slice(0, 8)} · ${counted(counts.failures, 'failure')} · ${duration(run.seconds)}`;
}

/** How the folder came to be what it is, for behind its path. */
export function placedText({ kind }: Placed): string {
  switch (kind) {
    case 'new':
      return '';
    case 'same':
      return ' (identical to the earlier run, bit for bit)';
    case 'grown':
      return ' (identical to the earlier run, bit for bit; new files were added)';
    case 'differs':
      return '\n  An earlier run of the same scenario, seed and number is there already and differs; both are kept.';
    default:
      return kind satisfies never;
  }
}
