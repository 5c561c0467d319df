import { capitalised } from '../../experiment/story/words.js';
import type { SummaryRow } from '../../experiment/summarise.js';
import { recordOfWholePeriod } from '../../experiment/tables/record-in-period.js';
import { assumptions } from '../../model/scenario/assumptions.js';
import type { Scenario } from '../../model/scenario/schema.js';
import type { Block, Fact, Figure, Report, Subject, Table } from '../../report/index.js';
import type { Manifest } from '../manifest.js';
import { counted, figure, percent } from '../number-text.js';
import { precisionText } from '../precision-text.js';
import { uncomparedAttacks } from '../record-comparison.js';
import { range, runAnswer } from '../run-answer.js';
import { claimsBlocks, claimsTable } from './claims-blocks.js';
import { figureBlock, figureSections } from './figure-order.js';
import { limitsSection } from './limits-section.js';
import { methodsSection } from './methods-section.js';
import { planSection } from './plan-section.js';
import type { Summary } from './read-result-folder.js';
import { registerSection } from './register-section.js';

const leading = 'exposure-distribution';

/** The report of one scenario's run. */
export function runReport(about: {
  readonly manifest: Manifest;
  readonly summary: Summary;
  readonly figures: readonly Figure[];
}): Report {
  const { manifest, summary, figures } = about;
  const { scenario, hash, seed, replications, title, garrison } = manifest;
  const ran = replications - manifest.counts.failures;
  const { rows, claims = [], record = [] } = summary;
  const lead = figures.find(({ name }) => name === leading);
  const first: Block[] = [
    ...recordBlocks(summary, scenario),
    ...(manifest.warnings.length === 0
      ? []
      : [
          {
            kind: 'warning',
            title: manifest.warnings.length === 1 ? 'Warning' : 'Warnings',
            items: manifest.warnings,
          } as const,
        ]),
    ...(lead ? [figureBlock(lead)] : []),
    { kind: 'table', table: headlineTable(rows) },
    ...(claims.length === 0 ? [] : [{ kind: 'table', table: claimsTable(claims) } as const]),
    { kind: 'facts', facts: trustFacts(manifest, summary) },
  ];
  return {
    id: `run ${hash} ${seed} ${replications}`,
    title,
    ...(scenario.question === undefined ? {} : { question: scenario.question }),
    answer: runAnswer(rows, ran),
    first,
    pick: { word: 'base', subjects: baseSubjects(summary, scenario) },
    sections: [
      ...(claims.length === 0
        ? []
        : [{ id: 'claims', title: 'Claims of the documents', blocks: claimsBlocks(claims, scenario) }]),
      ...figureSections(figures, [leading]),
      planSection(scenario),
      registerSection(scenario),
      methodsSection({
        paired: false,
        repeat:
          'garrison reproduce manifest.json computes this run again and compares every file; garrison verify computes some of its replications again.',
      }),
      limitsSection({ scenario, claims, record }),
    ],
    origin: `garrison ${garrison} · scenario ${hash.slice(0, 8)} · seed ${seed} · ${counted(replications, 'replication')}. Model output, not observation.`,
  };
}

/** Where the record lies outside nearly all replications, before anything else. */
function recordBlocks({ record = [] }: Summary, scenario: Scenario): Block[] {
  const uncompared = uncomparedAttacks({ scenario });
  if (uncompared !== undefined)
    return [
      {
        kind: 'warning',
        title: 'Not held against the record',
        items: [
          `The record has ${uncompared} attacks on bases and the embassy zone in this time, but does not say that it covers all of it.`,
        ],
      },
    ];
  if (record.length === 0)
    return recordOfWholePeriod(scenario)
      ? [
          {
            kind: 'warning',
            title: 'Not held against the record',
            items: [
              'This folder does not say how the record lies among the replications: run the scenario again for that.',
            ],
          },
        ]
      : [];
  const outside = record.filter(({ isOutside }) => isOutside);
  if (outside.length === 0)
    return [
      {
        kind: 'text',
        text: `The public record of this time lies within 95 % of replications in all ${record.length} numbers compared.`,
      },
    ];
  return [
    {
      kind: 'warning',
      title: `The model contradicts the record in ${outside.length} of ${record.length} numbers`,
      items: [
        ...outside.map(
          ({ what, record: seen, low, high }) =>
            `${capitalised(what)}: ${figure(seen)} in the record, ${figure(low)} to ${figure(high)} in 95 % of replications.`,
        ),
        `Chance alone puts about one in twenty outside. If this scenario is meant as what happened, the model is wrong there, and its totals ${scenario.claims.length > 0 ? 'and claims ' : ''}inherit that.`,
      ],
    },
  ];
}

const lines = [
  { label: 'Attacks', outcome: 'attacks', statistic: 'mean' },
  { label: 'Person-attacks', outcome: 'personAttacks', statistic: 'mean', measure: 'total' },
  {
    label: '… per 1,000 person-days',
    outcome: 'personAttacksPer1000PersonDays',
    statistic: 'ratio of sums',
    measure: 'per person',
  },
  { label: 'Killed', outcome: 'killed', statistic: 'mean' },
  { label: 'Wounded', outcome: 'wounded', statistic: 'mean' },
  { label: 'Host forces killed', outcome: 'hostKilled', statistic: 'mean' },
  { label: 'Host forces wounded', outcome: 'hostWounded', statistic: 'mean' },
] as const;

function headlineTable(rows: readonly SummaryRow[]): Table {
  const find = (outcome: string, statistic: string): SummaryRow | undefined =>
    rows.find((row) => row.outcome === outcome && row.statistic === statistic);
  const found = lines.flatMap((line) => {
    const mean = find(line.outcome, line.statistic);
    return mean ? [{ ...line, mean }] : [];
  });
  const value = (outcome: string, order: number): string => {
    const row = find(outcome, `quantile ${order}`);
    return row ? figure(row.value) : '';
  };
  const heavy = found.some(({ mean }) => mean.note?.startsWith('heavy tail'));
  return {
    caption: `Over the whole period${heavy ? ' (*: a few replications carry the mean; read the median too)' : ''}`,
    head: ['', 'mean', '95 % of the mean', 'median', '80 % of replications'],
    rows: found.map(({ label, outcome, mean }) => [
      mean.note?.startsWith('heavy tail') ? `${label} *` : label,
      figure(mean.value),
      range(mean),
      value(outcome, 0.5),
      value(outcome, 0.1) === '' ? '' : `${value(outcome, 0.1)} to ${value(outcome, 0.9)}`,
    ]),
    numeric: [1, 2, 3, 4],
    rowMeasures: found.map((line) => ('measure' in line ? line.measure : undefined)),
  };
}

function trustFacts(
  { replications, run, counts, seed, hash, scenario }: Manifest,
  { rows, record = [] }: Summary,
): Fact[] {
  const total = rows.find(({ outcome, statistic }) => outcome === 'personAttacks' && statistic === 'mean');
  const half = total && Math.max(total.high - total.value, total.value - total.low) / Math.abs(total.value);
  const register = assumptions(scenario);
  const assumed = register.filter(({ status }) => status === 'assumed').length;
  const outside = record.filter(({ isOutside }) => isOutside).length;
  return [
    { term: 'Replications', value: figure(replications) },
    { term: 'Why it stopped', value: stopText(run), ofRun: true },
    ...(half === undefined || Number.isNaN(half)
      ? []
      : [{ term: 'Half-width of mean person-attacks', value: `±${percent(half)}` }]),
    { term: 'Failures', value: figure(counts.failures) },
    ...(record.length === 0 ? [] : [{ term: 'Record outside 95 %', value: `${outside} of ${record.length} numbers` }]),
    { term: 'Assumed', value: `${assumed} of ${register.length} lines` },
    { term: 'Seed', value: String(seed) },
    { term: 'Scenario', value: hash.slice(0, 8) },
  ];
}

function stopText({ precision, interrupted }: Manifest['run']): string {
  if (precision) return precisionText(precision);
  return interrupted ? `interrupted; ${figure(interrupted.requested)} were asked for` : 'as many as asked for';
}

function baseSubjects({ rows, record = [] }: Summary, { bases }: Scenario): Subject[] {
  return Object.entries(bases).map(([key, base]) => {
    const fact = (term: string, outcome: string): Fact[] => {
      const row = rows.find((each) => each.outcome === `${outcome}.base.${key}` && each.statistic === 'mean');
      return row ? [{ term, value: `${figure(row.value)} (${range(row)})` }] : [];
    };
    const seen = record.find(({ outcome }) => outcome === `attacks.base.${key}`);
    return {
      key,
      name: base.name ?? key,
      facts: [
        ...fact('Attacks while it hosts personnel, mean and its 95 %', 'attacks'),
        ...fact('Person-attacks', 'personAttacks'),
        ...fact('Person-days', 'personDays'),
        ...(seen
          ? [
              {
                term: 'Record against 95 % of replications',
                value: `${figure(seen.record)} against ${figure(seen.low)} to ${figure(seen.high)}${seen.isOutside ? ': outside' : ''}`,
              },
            ]
          : []),
      ],
    };
  });
}
