import { centralIntervals, histogram, meanInterval, type Bin, type CentralIntervals } from '../../stats/index.js';
import { outcome, type Results } from '../results.js';
import { captionOf, type Caption } from './caption.js';
import { numberText } from './number-text.js';

export const exposureMeasures = ['personAttacks', 'personAttacksPer1000PersonDays'] as const;
export type ExposureMeasure = (typeof exposureMeasures)[number];

export type ExposureRow = ExposureBinRow | ExposureIntervalRow | ExposureMedianRow | ExposureMeanRow;

/** One bar of the histogram: `share` of the replications fell into it. */
export interface ExposureBinRow extends Bin {
  readonly part: 'bin';
  readonly measure: ExposureMeasure;
}

/** The central `level` of the replications. */
export interface ExposureIntervalRow {
  readonly part: 'interval';
  readonly measure: ExposureMeasure;
  readonly level: 0.5 | 0.8 | 0.95;
  readonly levelLabel: string;
  readonly low: number;
  readonly high: number;
  readonly label: string;
}

export interface ExposureMedianRow {
  readonly part: 'median';
  readonly measure: ExposureMeasure;
  readonly median: number;
  readonly label: string;
}

/** Mean of the replications, each counting the same. */
export interface ExposureMeanRow {
  readonly part: 'mean';
  readonly measure: ExposureMeasure;
  readonly mean: number;
  readonly label: string;
}

/** How exposure came out over the replications, in total and per person. A replication without person-days has no rate. */
export function exposureRows(results: Results): ExposureRow[] {
  return exposureMeasures.flatMap((measure): ExposureRow[] => {
    const values = outcome(results, measure).filter(Number.isFinite);
    if (values.length === 0) return [];
    const spread = centralIntervals(values);
    const mean = meanInterval(values).value;
    return [
      ...histogram(values).map((bin) => ({ part: 'bin' as const, measure, ...bin })),
      { part: 'median', measure, median: spread.median, label: numberText(spread.median) },
      { part: 'mean', measure, mean, label: `mean ${numberText(mean)}` },
      ...intervals(spread).map((interval) => ({ part: 'interval' as const, measure, ...interval })),
    ];
  });
}

function intervals({ q25, q75, q10, q90, q025, q975 }: CentralIntervals) {
  const interval = (level: 0.5 | 0.8 | 0.95, low: number, high: number) => ({
    level,
    levelLabel: `${100 * level} %`,
    low,
    high,
    label: `${numberText(low)} to ${numberText(high)}`,
  });
  return [interval(0.5, q25, q75), interval(0.8, q10, q90), interval(0.95, q025, q975)];
}

export function exposureCaption(results: Results, rows: readonly ExposureRow[]): Caption {
  const said = (measure: ExposureMeasure): string => {
    const median = rows.find((row) => row.part === 'median' && row.measure === measure);
    const wide = rows.find((row) => row.part === 'interval' && row.measure === measure && row.level === 0.95);
    const mean = rows.find((row) => row.part === 'mean' && row.measure === measure);
    return median && mean && wide && 'label' in wide && 'label' in median && 'label' in mean
      ? `median ${median.label}, ${mean.label}, 95 % of replications ${wide.label}`
      : 'no values';
  };
  return captionOf(results, {
    title: 'Exposure to attack, in total and per person',
    reading: [
      'A person-attack is one person present at one attack. Bars beneath: the central 50, 80 and 95 % of replications.',
    ],
    finding: `Two histograms. Person-attacks in total: ${said('personAttacks')}. Per 1,000 person-days: ${said('personAttacksPer1000PersonDays')}.`,
  });
}
