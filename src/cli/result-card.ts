import { outcome, type Results } from '../experiment/results.js';
import type { SummaryRow } from '../experiment/summarise.js';
import { countsOnBases } from '../model/compile.js';
import type { Scenario } from '../model/scenario/schema.js';
import { centralIntervals, probabilityInWords } from '../stats/index.js';
import type { Manifest } from './manifest.js';
import { duration, figure, percent } from './number-text.js';
import type { Placed } from './output-folder.js';
import { coloursOf, type Terminal } from './terminal.js';
import { textTable } from './text-table.js';

/** What a finished run tells. */
export interface Card {
  readonly results: Results;
  readonly summary: readonly SummaryRow[];
  readonly manifest: Manifest;
  readonly placed: Placed;
  /** There are figures in the folder. */
  readonly figures: boolean;
  /** Why there are none although they were asked for. */
  readonly figureBug: Error | undefined;
}

const lines: readonly { readonly label: string; readonly outcome: string; readonly statistic: string }[] = [
  { label: 'attacks', outcome: 'attacks', statistic: 'mean' },
  { label: '  on bases', outcome: 'attacksOnBases', statistic: 'mean' },
  { label: '  on convoys', outcome: 'attacksOnConvoys', statistic: 'mean' },
  { label: 'person-attacks', outcome: 'personAttacks', statistic: 'mean' },
  { label: '  per 1,000 person-days', outcome: 'personAttacksPer1000PersonDays', statistic: 'ratio of sums' },
  { label: 'killed', outcome: 'killed', statistic: 'mean' },
  { label: 'wounded', outcome: 'wounded', statistic: 'mean' },
];

/** The result as text: a sentence that answers, a table, what to be careful with, and where everything lies. */
export function resultCard(card: Card, terminal: Pick<Terminal, 'stdout' | 'env'>): string {
  const { results, manifest, placed } = card;
  const { bold, dim, yellow } = coloursOf(terminal.stdout, terminal.env);
  const blocks = [
    bold(answer(card)),
    `${results.scenario.title}\n\n${table(card)}\n${dim('  person-attacks: persons present, summed over attacks')}`,
    recordText(results),
    manifest.warnings.map((warning) => `${yellow('warning')}: ${warning}`).join('\n'),
    [
      dim(trust(manifest)),
      `Results: ${placed.path}${placedText(placed)}`,
      `Read on: summary.csv (every estimate), ${card.figures ? 'figures/, ' : ''}assumptions.csv (what it rests on), replications.csv`,
    ].join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** The result as one JSON object. */
export function resultJson({ results, summary, manifest, placed }: Card): string {
  const { counts, warnings, hash, seed, replications, title, run } = manifest;
  const object = {
    ok: true,
    title,
    hash,
    seed,
    replications,
    ...(run.interrupted ? { interrupted: run.interrupted } : {}),
    folder: placed.path,
    folderIs: placed.kind,
    counts,
    warnings,
    record: observed(results.scenario),
    summary,
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}

function answer({ summary }: Card): string {
  const total = rowOf(summary, 'personAttacks', 'mean');
  const rate = rowOf(summary, 'personAttacksPer1000PersonDays', 'ratio of sums');
  const killed = rowOf(summary, 'killed', 'P(≥ 1)');
  const { word, number } = probabilityInWords(killed);
  const chance = word === undefined ? number : `${number}, ${word}`;
  return (
    `On average ${figure(total.value)} person-attacks in total (95 % interval ${range(total)}), ` +
    `${figure(rate.value)} per 1,000 person-days (${range(rate)}); ` +
    `the probability that somebody is killed is ${chance} (${percent(killed.low)} to ${percent(killed.high)}).`
  );
}

function table({ results, summary }: Card): string {
  const rows = lines.map(({ label, outcome: name, statistic }) => {
    const mean = rowOf(summary, name, statistic);
    const spread = centralIntervals(outcome(results, name).filter((value) => !Number.isNaN(value)));
    return [label, figure(mean.value), range(mean), `${figure(spread.q10)} to ${figure(spread.q90)}`];
  });
  return textTable([['', 'mean', '95 % of the mean', '80 % of replications'], ...rows], [1, 2, 3]);
}

function range({ low, high }: { readonly low: number; readonly high: number }): string {
  return Number.isNaN(low) || Number.isNaN(high) ? 'no interval' : `${figure(low)} to ${figure(high)}`;
}

/** Attacks of the public record within the scenario, by the rule that counts bases and the embassy zone; undefined without a record. */
function observed({ record, start, end }: Scenario): { readonly attacksOnBases: number } | undefined {
  if (!record || record.rows.length === 0) return undefined;
  const rows = record.rows.filter((row) => countsOnBases(row) && row.date >= start && row.date <= end);
  return { attacksOnBases: rows.length };
}

function recordText(results: Results): string {
  const record = observed(results.scenario);
  if (!record) return '';
  const simulated = outcome(results, 'attacksOnBases');
  const { q10, q90, median } = centralIntervals(simulated);
  return `Record: ${record.attacksOnBases} attacks on bases and the embassy zone in this time; simulated on bases that host personnel: median ${figure(median)}, 80 % of replications ${figure(q10)} to ${figure(q90)}.`;
}

function trust({ replications, seed, hash, run, counts }: Manifest): string {
  return `${figure(replications)} replications · seed ${seed} · scenario ${hash.slice(0, 8)} · ${counts.failures} failures · ${duration(run.seconds)}`;
}

function placedText({ kind }: Placed): string {
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

function rowOf(summary: readonly SummaryRow[], name: string, statistic: string): SummaryRow {
  const row = summary.find((candidate) => candidate.outcome === name && candidate.statistic === statistic);
  if (!row) throw new Error(`summary must hold ${statistic} of ${name}`);
  return row;
}
