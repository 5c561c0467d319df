import type { ComparisonRow } from '../../experiment/compare/comparison-rows.js';
import type { Metric } from '../../experiment/compare/index.js';
import { capitalised } from '../../experiment/story/words.js';
import type { Scenario } from '../../model/scenario/schema.js';
import type { Block, Fact, Figure, Report, Section, Subject, Table } from '../../report/index.js';
import { probabilityInWords } from '../../stats/index.js';
import { alternativesOf } from '../alternatives.js';
import type { ComparisonManifest } from '../comparison-manifest.js';
import { counted, figure } from '../number-text.js';
import { differenceLine, differenceSummary } from './difference-words.js';
import { figureBlock, figureSections } from './figure-order.js';
import { limitsSection } from './limits-section.js';
import { methodsSection } from './methods-section.js';
import { planSection } from './plan-section.js';
import type { ComparisonFile } from './read-result-folder.js';
import { registerSection } from './register-section.js';

const leading = ['strategy-intervals', 'paired-differences'];

interface About {
  readonly manifest: ComparisonManifest;
  readonly comparison: ComparisonFile;
  readonly figures: readonly Figure[];
}

/** The report of a comparison of several scenarios. */
export function comparisonReport({ manifest, comparison, figures }: About): Report {
  const { title, question, hash, seed, replications, garrison, warnings, scenarios } = manifest;
  const baseline = scenarios[0]!;
  const names = namesOf(comparison);
  const base = names(baseline.key);
  const shown = leading.flatMap((name) => figures.find((figure) => figure.name === name) ?? []);
  const first: Block[] = [
    ...(warnings.length === 0
      ? []
      : [{ kind: 'warning', title: warnings.length === 1 ? 'Warning' : 'Warnings', items: warnings } as const]),
    ...shown.map(figureBlock),
    { kind: 'table', table: verdictTable(comparison, names) },
    { kind: 'facts', facts: trustFacts(manifest, comparison) },
    { kind: 'table', table: differenceTable(manifest, names) },
  ];
  return {
    id: `comparison ${hash} ${seed} ${replications}`,
    title,
    ...(question === undefined ? {} : { question }),
    answer: comparison.answer,
    first,
    pick: { word: 'scenario', subjects: scenarioSubjects(comparison, names) },
    sections: [
      metricsSection(comparison, names),
      ...figureSections(figures, leading),
      differencesSection(manifest, names),
      { ...planSection(baseline.scenario), title: `What is simulated: the baseline “${base}”` },
      registerSection(baseline.scenario, `of the baseline “${base}”, `),
      methodsSection({
        paired: true,
        repeat:
          'The command in manifest.json gives these numbers again; garrison verify with the folder of a scenario computes some of its replications again.',
      }),
      limitsSection({ scenario: baseline.scenario, claims: [], record: [] }),
    ],
    origin: `garrison ${garrison} · study ${hash.slice(0, 8)} · seed ${seed} · ${counted(replications, 'replication')} of each scenario. Model output, not observation.`,
  };
}

/** How readers know a scenario, by its key. */
type Names = (key: string) => string;

function namesOf({ scenarios }: ComparisonFile): Names {
  return (key) => scenarios.find((scenario) => scenario.key === key)?.name ?? key;
}

type Find = (about: {
  readonly scenario: string;
  readonly metric: string;
  readonly statistic: string | RegExp;
}) => ComparisonRow | undefined;

function finder({ rows }: ComparisonFile): Find {
  return ({ scenario, metric, statistic }) =>
    rows.find(
      (row) =>
        row.scenario === scenario &&
        row.metric === metric &&
        (typeof statistic === 'string' ? row.statistic === statistic : statistic.test(row.statistic)),
    );
}

function meanOf(find: Find, scenario: string, { name }: Metric): ComparisonRow | undefined {
  return find({ scenario, metric: name, statistic: /^(mean|ratio of sums)$/ });
}

function differenceOf(find: Find, scenario: string, { name }: Metric): ComparisonRow | undefined {
  return find({ scenario, metric: name, statistic: 'difference, simultaneous' });
}

/** Every scenario by every metric: how it differs from the baseline, and the verdict. */
function verdictTable(comparison: ComparisonFile, names: Names): Table {
  const { baseline, metrics, scenarios } = comparison;
  const find = finder(comparison);
  return {
    caption: `Difference from “${names(baseline)}” with the same luck, ${scenarios.length > 2 ? '95 % intervals that hold together' : '95 % interval'}, and verdict`,
    head: ['', ...metrics.map(({ words }) => words)],
    rows: scenarios.map(({ key }) => [
      names(key),
      ...metrics.map((metric) => {
        const mean = meanOf(find, key, metric);
        if (key === baseline) return `${mean ? figure(mean.value) : ''} (baseline)`;
        const row = differenceOf(find, key, metric);
        return row ? `${signed(row.value)} (${signedRange(row)}): ${row.verdict ?? ''}` : '';
      }),
    ]),
    numeric: [],
    rowSubjects: scenarios.map(({ key }) => key),
  };
}

function metricsSection(comparison: ComparisonFile, names: Names): Section {
  const { metrics, scenarios, baseline, selections } = comparison;
  const find = finder(comparison);
  const tables = metrics.map((metric): Block => {
    const ordered = scenarios.toSorted((a, b) => rankOf(find, a.key, metric) - rankOf(find, b.key, metric));
    return {
      kind: 'table',
      table: {
        caption: `${capitalised(metric.words)} (${metric.better === 'lower' ? 'fewer' : 'more'} is better)`,
        head: [
          '',
          'mean',
          '95 %',
          `against ${names(baseline)}`,
          scenarios.length > 2 ? '95 % together' : '95 %',
          'times',
          'better in',
          'verdict',
        ],
        rows: ordered.map(({ key }) => [
          `${names(key)}${hasHeavyTail(find, key, metric) ? ' *' : ''}`,
          ...metricCells(find, { key, metric, baseline }),
        ]),
        numeric: [1, 2, 3, 4, 5, 6],
        measure: metric.denominator?.startsWith('personDays') ? 'per person' : 'total',
        rowSubjects: ordered.map(({ key }) => key),
      },
    };
  });
  const best: Block[] =
    scenarios.length < 3
      ? []
      : [
          { kind: 'heading', text: 'Which is the best, as far as the intervals go' },
          { kind: 'list', items: selections.map(({ words }) => `${capitalised(words)}.`) },
        ];
  return {
    id: 'measures',
    title: 'Measure by measure',
    blocks: [
      ...best,
      ...tables,
      {
        kind: 'text',
        text: 'Better in: share of replications with the same luck in which the scenario has the better number. Times: its mean over the baseline’s. *: a few replications carry the mean or the difference, and its interval is then too narrow. Not resolved: the interval allows for better and for worse; more replications can tell.',
      },
      { kind: 'table', table: deathsTable(comparison, names) },
    ],
  };
}

function hasHeavyTail(find: Find, key: string, metric: Metric): boolean {
  return [meanOf(find, key, metric), differenceOf(find, key, metric)].some((row) => row?.note?.includes('heavy tail'));
}

function rankOf(find: Find, scenario: string, { name }: Metric): number {
  return find({ scenario, metric: name, statistic: 'rank' })?.value ?? Infinity;
}

function metricCells(
  find: Find,
  { key, metric, baseline }: { readonly key: string; readonly metric: Metric; readonly baseline: string },
): string[] {
  const mean = meanOf(find, key, metric);
  const own = [mean ? figure(mean.value) : '', mean ? range(mean) : ''];
  if (key === baseline) return [...own, '', '', '', '', 'baseline'];
  const difference = differenceOf(find, key, metric);
  const at = (statistic: string | RegExp): ComparisonRow | undefined =>
    find({ scenario: key, metric: metric.name, statistic });
  const [ratio, better, more] = [at(/^ratio, simultaneous$/), at('P(better)'), at('more replications to resolve')];
  const resolve =
    more && Number.isFinite(more.value) ? `; ${figure(more.value)} more replications would resolve it` : '';
  return [
    ...own,
    difference ? signed(difference.value) : '',
    difference ? signedRange(difference) : '',
    ratio && !Number.isNaN(ratio.value) ? figure(ratio.value) : '',
    better && !Number.isNaN(better.value) ? probabilityInWords(better).number : '',
    difference ? `${difference.verdict ?? ''}${resolve}` : '',
  ];
}

function deathsTable(comparison: ComparisonFile, names: Names): Table {
  const find = finder(comparison);
  const share = (scenario: string, metric: string, statistic: string): string => {
    const row = find({ scenario, metric, statistic });
    return row && !Number.isNaN(row.value) ? probabilityInWords(row).number : '';
  };
  return {
    caption: 'Deaths',
    head: ['', 'somebody killed', '10 or more killed', 'mean killed in the worst 5 %', 'first death by day 90'],
    rows: comparison.scenarios.map(({ key }) => {
      const worst = find({ scenario: key, metric: 'killed', statistic: 'mean of the worst 5 %' });
      return [
        names(key),
        share(key, 'killed', 'P(≥ 1)'),
        share(key, 'killed', 'P(≥ 10)'),
        worst && !Number.isNaN(worst.value)
          ? `${figure(worst.value)}${Number.isNaN(worst.low) ? '' : ` (${range(worst)})`}`
          : '',
        share(key, 'firstFatalDay', 'P(by day 90)'),
      ];
    }),
    numeric: [1, 2, 3, 4],
    rowSubjects: comparison.scenarios.map(({ key }) => key),
  };
}

function trustFacts(manifest: ComparisonManifest, comparison: ComparisonFile): Fact[] {
  const [headline] = comparison.metrics;
  const rows = comparison.rows.filter(({ metric }) => metric === headline?.name);
  const halves = rows
    .filter(({ statistic }) => statistic === 'difference, simultaneous')
    .map(({ low, high }) => (high - low) / 2)
    .filter((half) => !Number.isNaN(half));
  const rho = rows
    .filter(({ statistic }) => statistic === 'correlation of the pairs')
    .map(({ value }) => value)
    .filter((value) => !Number.isNaN(value));
  const failures = manifest.scenarios.reduce((sum, each) => sum + each.failures, 0);
  return [
    { term: 'Replications of each', value: figure(manifest.replications) },
    { term: 'Why it stopped', value: stopText(manifest), ofRun: true },
    ...(halves.length === 0
      ? []
      : [
          {
            term: `Half-width of differences in ${headline?.words ?? ''}`,
            value: `at most ±${figure(Math.max(...halves))}`,
          },
        ]),
    { term: 'Failures', value: figure(failures) },
    ...(rho.length === 0 ? [] : [{ term: 'Pairing ρ', value: span(rho) }]),
    { term: 'Seed', value: String(manifest.seed) },
    { term: 'Study', value: manifest.hash.slice(0, 8) },
  ];
}

function stopText({ run }: ComparisonManifest): string {
  return run.interrupted ? `interrupted; without ${run.interrupted.missing.join(', ')}` : 'as many as asked for';
}

function span(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(2));
  return low === high ? low! : `${low} to ${high}`;
}

/** What each scenario is, in the words of its title and its plan. */
function differenceTable({ scenarios }: ComparisonManifest, names: Names): Table {
  const [baseline, ...others] = scenarios;
  return {
    caption: 'What differs between the scenarios',
    head: ['', 'is', 'against the baseline'],
    rows: [
      [names(baseline!.key), baseline!.scenario.title, 'the baseline'],
      ...others.map(({ key, scenario }) => [
        names(key),
        scenario.title === baseline!.scenario.title ? '' : scenario.title,
        differenceSummary(baseline!.scenario, scenario),
      ]),
    ],
    numeric: [],
    rowSubjects: scenarios.map(({ key }) => key),
  };
}

/** Every line that differs; of one that is near to an earlier alternative only what differs from that. */
function differencesSection({ scenarios }: ComparisonManifest, names: Names): Section {
  const alternatives = alternativesOf(scenarios.map((each) => ({ ...each, name: names(each.key) })));
  const scenarioOf = (key: string): Scenario => scenarios.find((each) => each.key === key)!.scenario;
  return {
    id: 'differences',
    title: `What differs from “${names(scenarios[0]!.key)}”, line by line`,
    blocks: alternatives.map(({ key, name, title, differences, nearest }): Block => {
      const from = nearest ? `as “${nearest.name}”, but ` : '';
      const told = nearest?.differences ?? differences;
      return {
        kind: 'fold',
        title: `${name}${title === '' ? '' : `: ${title}`} (${from}${counted(told.length, 'line')})`,
        blocks: [{ kind: 'list', items: told.map((each) => differenceLine(each, scenarioOf(key))) }],
      };
    }),
  };
}

function scenarioSubjects(comparison: ComparisonFile, names: Names): Subject[] {
  const find = finder(comparison);
  return comparison.scenarios.map(({ key }) => ({
    key,
    name: names(key),
    facts: comparison.metrics.flatMap((metric): Fact[] => {
      const mean = meanOf(find, key, metric);
      const difference = differenceOf(find, key, metric);
      if (!mean) return [];
      const against = difference
        ? `; ${signed(difference.value)} (${signedRange(difference)}): ${difference.verdict ?? ''}`
        : '';
      return [{ term: metric.words, value: `${figure(mean.value)} (${range(mean)})${against}` }];
    }),
  }));
}

function signed(value: number): string {
  return value === 0 || Number.isNaN(value) ? figure(value) : `${value > 0 ? '+' : '−'}${figure(Math.abs(value))}`;
}

function signedRange({ low, high }: ComparisonRow): string {
  return Number.isNaN(low) || Number.isNaN(high) ? 'no interval' : `${signed(low)} to ${signed(high)}`;
}

function range({ low, high }: ComparisonRow): string {
  return Number.isNaN(low) || Number.isNaN(high) ? 'no interval' : `${figure(low)} to ${figure(high)}`;
}
