import type { DifferenceReport } from '../experiment/compare/index.js';
import type { PrecisionTarget } from '../stats/index.js';
import { counted, figure, percent } from './number-text.js';

/** Why a comparison with a precision stopped where it did, for the manifest. */
export interface ComparisonPrecision {
  /** As given. */
  readonly asked: string;
  /** Never more replications of each scenario. */
  readonly cap: number;
  /** `precise`: all goals at two looks in a row. `cap`: not before the cap. `interrupted`: by Ctrl-C. */
  readonly why: 'precise' | 'cap' | 'interrupted';
  /** Replications at which it was looked, the last of them the decisive one. */
  readonly looks: readonly number[];
  /** At the last look. */
  readonly differences: readonly {
    readonly metric: string;
    readonly words: string;
    /** The alternative. */
    readonly scenario: string;
    /** Its mean less that of the baseline. */
    readonly difference: number;
    /** Of the 95 % interval, simultaneous over the alternatives; its longer side. */
    readonly halfWidth: number;
    /** The largest half-width that meets the goal: for a relative one its share of the baseline's mean. */
    readonly allowed: number;
    readonly reached: boolean;
    /** Mean of the baseline. */
    readonly baseline: number;
    readonly goal: PrecisionTarget;
  }[];
}

export function comparisonPrecision(
  report: DifferenceReport,
  about: { readonly asked: string; readonly looks: readonly number[] },
): ComparisonPrecision {
  const { asked, looks } = about;
  return {
    asked,
    cap: looks.at(-1)!,
    why: report.why === 'running' ? 'interrupted' : report.why,
    looks: looks.filter((look) => look <= report.replications),
    differences: report.differences.map(({ metric, target, ...rest }) => ({
      metric: metric.name,
      words: metric.words,
      ...rest,
      goal: target,
    })),
  };
}

/** "Precise enough at 500 and at 1,000 replications of each, where it stopped: person-attacks ±3.1 % (leave), …" */
export function comparisonPrecisionText(precision: ComparisonPrecision): string {
  const { asked, cap, why, looks } = precision;
  const widest = widestByMetric(precision.differences);
  const widths = `differences in ${widest.map(widthText).join(', ')}`;
  const isRelative = widest.some(({ goal }) => goal.kind === 'relative');
  const goal = `goal ${asked}${isRelative ? ', % of the baseline’s mean' : ''}`;
  const [before, at] = looks.slice(-2).map(figure);
  switch (why) {
    case 'precise':
      return `Precise enough at ${before} and at ${at} replications of each, where it stopped: ${widths} (${goal}).`;
    case 'cap': {
      const missing = widest.filter(({ reached }) => !reached);
      const stopped = `topped at the cap of ${counted(cap, 'replication')} of each (--max-replications)`;
      if (missing.length === 0) return `S${stopped}, precise at one look and not at two in a row: ${widths} (${goal}).`;
      const needed = missing.map((row) => `${row.words} would need ${sizeText(row, row.allowed)}`).join(', ');
      return `Not precise enough: s${stopped} with ${widths}; ${needed} (${goal}).`;
    }
    case 'interrupted':
      return `Interrupted before it was precise enough: at ${at ?? before} replications of each ${widths} (${goal}).`;
    default:
      return why satisfies never;
  }
}

type Row = ComparisonPrecision['differences'][number];

/** For the live text: "personAttacks ±7 %, to be ±5 %". */
export function farthestDifference({ differences }: Pick<ComparisonPrecision, 'differences'>): string {
  const [row] = widestByMetric(differences).toSorted((a, b) => distance(b) - distance(a));
  return row === undefined ? '' : `${widthText(row)}, to be ${sizeText(row, row.allowed)}`;
}

/** For each metric the difference that is farthest from its goal. */
function widestByMetric(rows: readonly Row[]): Row[] {
  const widest = new Map<string, Row>();
  for (const row of rows) {
    const other = widest.get(row.metric);
    if (!other || distance(row) > distance(other)) widest.set(row.metric, row);
  }
  return [...widest.values()];
}

function distance({ halfWidth, allowed }: Row): number {
  return allowed > 0 && !Number.isNaN(halfWidth) ? halfWidth / allowed : Infinity;
}

function widthText(row: Row): string {
  return `${row.words} ${sizeText(row, row.halfWidth)} (${row.scenario})`;
}

function sizeText({ goal, baseline }: Row, halfWidth: number): string {
  if (Number.isNaN(halfWidth)) return 'without an interval';
  if (goal.kind === 'absolute') return `±${figure(halfWidth)}`;
  return baseline === 0 ? `±${figure(halfWidth)} of a baseline of 0` : `±${percent(halfWidth / Math.abs(baseline))}`;
}
