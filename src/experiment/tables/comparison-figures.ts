import { centralIntervals } from '../../stats/index.js';
import { eachColumn, type Comparison, type Metric } from '../compare/index.js';
import type { Caption } from './caption.js';
import { counted, numberText } from './number-text.js';

interface OfStrategy {
  /** The scenario as readers know it. */
  readonly scenario: string;
  readonly metric: string;
  /** "Person-attacks per 1,000 person-days". */
  readonly title: string;
}

/** How a scenario's replications spread: the central `level` of them, and the mean over all. */
export type StrategyRow = StrategyIntervalRow | StrategyMeanRow;

export interface StrategyIntervalRow extends OfStrategy {
  readonly part: 'interval';
  readonly level: 0.5 | 0.8 | 0.95;
  readonly low: number;
  readonly high: number;
}

export interface StrategyMeanRow extends OfStrategy {
  readonly part: 'mean';
  readonly mean: number;
  readonly label: string;
}

/** Alternative less baseline, with the interval that holds for all alternatives of a metric together. */
export interface DifferenceRow extends OfStrategy {
  readonly part: 'difference';
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
  readonly verdict: string;
}

/** The indifference zone of a metric, from −d to d; a zone of no width is a line. */
export interface ZoneRow {
  readonly part: 'zone';
  readonly metric: string;
  readonly title: string;
  readonly low: number;
  readonly high: number;
}

export type PairedDifferenceRow = DifferenceRow | ZoneRow;

/** The first two metrics of a comparison, the headline and what stands beside it, scenario by scenario in their order. */
export function strategyRows(comparison: Comparison): StrategyRow[] {
  return shownMetrics(comparison).flatMap((metric) =>
    comparison.strategies.flatMap((strategy): StrategyRow[] => {
      const values = eachColumn(strategy, metric).filter(Number.isFinite);
      const about = { scenario: strategy.name, metric: metric.name, title: titleOf(metric) };
      const mean =
        comparison.ranked.find((row) => row.metric === metric && row.strategy === strategy)?.mean.value ?? NaN;
      if (values.length === 0 || Number.isNaN(mean)) return [];
      const { q25, q75, q10, q90, q025, q975 } = centralIntervals(values);
      const interval = (level: 0.5 | 0.8 | 0.95, low: number, high: number): StrategyIntervalRow => ({
        part: 'interval',
        ...about,
        level,
        low,
        high,
      });
      return [
        interval(0.95, q025, q975),
        interval(0.8, q10, q90),
        interval(0.5, q25, q75),
        { part: 'mean', ...about, mean, label: numberText(mean) },
      ];
    }),
  );
}

/** The first two metrics: every alternative against the baseline, and the zone of indifference. */
export function differenceRows(comparison: Comparison): PairedDifferenceRow[] {
  return shownMetrics(comparison).flatMap((metric): PairedDifferenceRow[] => {
    const rows = comparison.paired.filter((row) => row.metric === metric && Number.isFinite(row.difference.low));
    if (rows.length === 0) return [];
    return [
      {
        part: 'zone',
        metric: metric.name,
        title: `No practical importance, ${metric.words}`,
        low: -metric.indifference,
        high: metric.indifference,
      },
      ...rows.map(({ strategy, difference: { value, low, high }, verdict: { verdict } }) => ({
        part: 'difference' as const,
        scenario: strategy.name,
        metric: metric.name,
        title: `${titleOf(metric)}, difference from “${comparison.strategies[0]!.name}”`,
        difference: value,
        low,
        high,
        label: `${signed(value)} (${signed(low)} to ${signed(high)})`,
        verdict,
      })),
    ];
  });
}

interface Study {
  readonly comparison: Comparison;
  readonly title: string;
  readonly seed: number;
}

export function strategyCaption(study: Study, rows: readonly StrategyRow[]): Caption {
  const means = rows.filter((row) => row.part === 'mean');
  return comparisonCaption(study, {
    title: 'How each scenario comes out',
    reading: 'Bars: the central 50, 80 and 95 % of replications. Circle: the mean.',
    finding: means.map(({ title: of, scenario, label }) => `${of}, ${scenario}: mean ${label}.`).join(' '),
  });
}

export function differenceCaption(study: Study, rows: readonly PairedDifferenceRow[]): Caption {
  const found = rows.filter((row) => row.part === 'difference');
  const zones = rows.filter((row) => row.part === 'zone').some(({ low, high }) => low < high);
  return comparisonCaption(study, {
    title: `How much each scenario differs from “${study.comparison.strategies[0]!.name}”`,
    reading: `Mean difference on the same luck, with 95 % intervals that hold together.${zones ? ' Band: of no practical importance.' : ''}`,
    finding: found.map((row) => `${row.title}, ${row.scenario}: ${row.label}, ${row.verdict}.`).join(' '),
  });
}

/** The caption of one figure of a comparison: its subject as title, then the study, how to read it, and how it was made. */
export function comparisonCaption(
  { comparison, title: study, seed }: Study,
  about: { readonly title: string; readonly reading: string; readonly finding: string },
): Caption {
  const { title, reading, finding } = about;
  const origin = originOf(comparison, seed);
  return {
    title,
    subtitle: [study, reading, origin],
    alt: [`${title}.`, `${study}.`, finding, reading, origin].join(' '),
  };
}

function originOf({ n }: Comparison, seed: number): string {
  return `${counted(n, 'replication')} of each, seed ${seed}. Model output, not observation.`;
}

function shownMetrics({ metrics }: Comparison): readonly Metric[] {
  return metrics.slice(0, 2);
}

/** A metric's words as they begin a line. */
export function titleOf({ words }: Metric): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function signed(value: number): string {
  return value < 0 ? `−${numberText(-value)}` : value > 0 ? `+${numberText(value)}` : '0';
}
