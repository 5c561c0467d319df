import { linearisedRate, lookSchedule, runningMean, type Estimate } from '../../stats/index.js';
import type { Comparison } from '../compare/index.js';
import { outcome, type Results } from '../results.js';
import { captionOf, type Caption } from './caption.js';
import { comparisonCaption, titleOf } from './comparison-figures.js';
import { numberText } from './number-text.js';

export type ConvergenceFigureRow = ConvergencePanelRow | ConvergenceLookRow;

/** One panel: an outcome of a run, or an alternative's difference from the baseline. */
export interface ConvergencePanelRow {
  readonly part: 'panel';
  readonly panel: string;
  readonly title: string;
  /** Ends of the indifference zone; both 0 where there is none. Absent for what is no difference. */
  readonly zoneLow?: number;
  readonly zoneHigh?: number;
  /** The last value with its interval. */
  readonly label: string;
}

/** The mean over the first so many replications, with an interval that holds for this look alone (null where there is none). */
export interface ConvergenceLookRow {
  readonly part: 'look';
  readonly panel: string;
  readonly replications: number;
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
}

const FIRST_LOOK = 10;
const GROWTH = 1.1;

/** How the means of a run's headline outcomes settled. None of fewer than ten replications. */
export function convergenceOfRun(results: Results): ConvergenceFigureRow[] {
  const { n } = results;
  if (n < FIRST_LOOK) return [];
  const looks = lookSchedule({ first: FIRST_LOOK, growth: GROWTH, cap: n });
  const personAttacks = outcome(results, 'personAttacks');
  const rate = linearisedRate({ numerators: personAttacks, denominators: outcome(results, 'personDays') });
  return [
    { panel: 'personAttacks', title: 'Person-attacks, mean', values: personAttacks },
    {
      panel: 'personAttacksPer1000PersonDays',
      title: 'Person-attacks per 1,000 person-days',
      values: rate.map((x) => 1000 * x),
    },
    { panel: 'attacks', title: 'Attacks, mean', values: outcome(results, 'attacks') },
    { panel: 'killed', title: 'Killed, mean', values: outcome(results, 'killed') },
  ].flatMap(({ panel, title, values }): ConvergenceFigureRow[] => {
    const rows = runningMean({ values, looks }).map(({ replications, mean }) => lookOf({ panel, replications, mean }));
    return rows.some(({ mean }) => Number.isFinite(mean))
      ? [{ part: 'panel', panel, title, label: labelOf(rows.at(-1)) }, ...rows]
      : [];
  });
}

/** How the differences by the first metric settled, a panel for each alternative. None where nothing was compared. */
export function convergenceOfComparison({ convergence, metrics, strategies }: Comparison): ConvergenceFigureRow[] {
  const [metric] = metrics;
  if (!metric) return [];
  return strategies.slice(1).flatMap(({ key, name }): ConvergenceFigureRow[] => {
    const rows = convergence
      .filter((row) => row.metric === metric.name && row.scenario === key)
      .map(({ replications, difference }) => lookOf({ panel: name, replications, mean: difference }));
    if (rows.length < 2 || !rows.some(({ mean }) => Number.isFinite(mean))) return [];
    const last = rows.at(-1);
    const zone = { zoneLow: -metric.indifference, zoneHigh: metric.indifference };
    return [
      {
        part: 'panel',
        panel: name,
        title: name,
        ...zone,
        label: `${(last?.mean ?? 0) > 0 ? '+' : ''}${labelOf(last)}`,
      },
      ...rows,
    ];
  });
}

function lookOf(of: { readonly panel: string; readonly replications: number; readonly mean: Estimate }) {
  const { panel, replications, mean } = of;
  const known = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return {
    part: 'look' as const,
    panel,
    replications,
    mean: mean.value,
    low: known(mean.low),
    high: known(mean.high),
  };
}

function labelOf(row: ConvergenceLookRow | undefined): string {
  if (!row) return '';
  const half =
    row.low === null || row.high === null
      ? ''
      : `\u00a0±\u00a0${Number(((row.high - row.low) / 2).toPrecision(2)).toLocaleString('en-US')}`;
  return `${numberText(row.mean).replace('-', '−')}${half}`;
}

const READING =
  'Line: mean of the first so many replications. Band: its 95 % interval at that look alone; the last one is written out.';

export function convergenceRunCaption(results: Results, rows: readonly ConvergenceFigureRow[]): Caption {
  return captionOf(results, {
    title: 'Whether there were enough replications',
    reading: [READING],
    finding: saidOf(rows),
  });
}

export function convergenceComparisonCaption(
  about: { readonly comparison: Comparison; readonly title: string; readonly seed: number },
  rows: readonly ConvergenceFigureRow[],
): Caption {
  const { metrics, strategies } = about.comparison;
  const [metric] = metrics;
  const zone = (metric?.indifference ?? 0) > 0 ? ' Around zero: of no practical importance.' : '';
  const what = metric ? `${titleOf(metric)}, difference from “${strategies[0]?.name ?? ''}”. ` : '';
  return comparisonCaption(about, {
    title: 'Whether there were enough replications to tell',
    reading: `${what}${READING}${zone}`,
    finding: saidOf(rows),
  });
}

function saidOf(rows: readonly ConvergenceFigureRow[]): string {
  const said = rows.flatMap((row) => (row.part === 'panel' ? [`${row.title} ${row.label}`] : []));
  return `Running means at the end: ${said.join('; ')}.`;
}
