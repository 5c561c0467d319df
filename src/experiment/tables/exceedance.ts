import { exceedanceCurve, probabilityInWords, runsToSeeOnce, sortedSample } from '../../stats/index.js';
import { outcome, type Results } from '../results.js';
import { captionOf, type Caption } from './caption.js';
import { countText } from './number-text.js';

export type ExceedanceMeasure = 'killed' | 'maxKilled';

/** P(at least `atLeast` killed), with its 95 % interval; a step half a person to either side. */
export interface ExceedanceRow {
  readonly measure: ExceedanceMeasure;
  readonly atLeast: number;
  readonly stepStart: number;
  readonly stepEnd: number;
  readonly probability: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  /** The probability as text, at the few numbers where it is written out; else absent. */
  readonly label?: string;
}

const LONGEST = 30;
const SHORTEST = 5;
const labelled = [1, 3, 10, 20];

/** Both curves go as far as any replication went, between 5 and 30 killed. */
export function exceedanceRows(results: Results): ExceedanceRow[] {
  const curves = (['killed', 'maxKilled'] as const).map((measure) => ({
    measure,
    sample: sortedSample(outcome(results, measure)),
  }));
  const worst = Math.max(0, ...curves.map(({ sample }) => sample.ascending.at(-1) ?? 0));
  const thresholds = Array.from({ length: Math.min(LONGEST, Math.max(SHORTEST, worst)) }, (_, i) => i + 1);
  return curves.flatMap(({ measure, sample }) =>
    exceedanceCurve(sample, { thresholds }).map(({ threshold, probabilityAtLeast }): ExceedanceRow => {
      const { value, low, high, n } = probabilityAtLeast;
      const row = {
        measure,
        atLeast: threshold,
        stepStart: threshold - 0.5,
        stepEnd: threshold + 0.5,
        probability: value,
        low: Number.isFinite(low) ? low : null,
        high: Number.isFinite(high) ? high : null,
        n,
      };
      const text = probabilityInWords(probabilityAtLeast).number;
      return labelled.includes(threshold) ? { ...row, label: value === 0 ? '0 seen' : text } : row;
    }),
  );
}

export function exceedanceCaption(results: Results, rows: readonly ExceedanceRow[]): Caption {
  const said = (measure: ExceedanceMeasure, noun: string): string =>
    rows
      .filter((row) => row.measure === measure && row.label !== undefined)
      .map(({ atLeast, label = '' }) => `at least ${atLeast} killed ${noun} ${label}`)
      .join(', ');
  return captionOf(results, {
    title: 'Probability of at least so many killed',
    reading: [`To see an event of 1 % once takes ${countText(runsToSeeOnce(0.01))} replications with 95 % confidence.`],
    finding: `Probability of ${said('killed', 'in total')}; ${said('maxKilled', 'in one attack')}.`,
  });
}
