import { isoDate, isoDay } from '../../model/scenario/iso-date.js';
import { horizonDays, type Scenario } from '../../model/scenario/schema.js';
import {
  exceedanceCurve,
  probabilityInWords,
  probabilityOfPairs,
  runsToSeeOnce,
  sortedSample,
} from '../../stats/index.js';
import { outcome, type Results } from '../results.js';
import { captionOf, type Caption } from './caption.js';
import { counted } from './number-text.js';
import { recordInPeriod } from './record-in-period.js';

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
      const probability = results.antithetic ? probabilityOfPairs(probabilityAtLeast) : probabilityAtLeast;
      const { value, low, high } = probability;
      const { n } = probabilityAtLeast;
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
      const text = probabilityInWords(probability).number;
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
    reading: [...recordText(results.scenario), ...missedText(results.n, rows)],
    finding: `Probability of ${said('killed', 'in total')}; ${said('maxKilled', 'in one attack')}.`,
  });
}

/** Killed in the record by its counting rule; nothing where it covers no day of the period. */
function recordText(scenario: Scenario): string[] {
  const record = recordInPeriod(scenario);
  if (!record) return [];
  const killed = record.attacks.map((attack) => attack.killed);
  const total = killed.reduce((sum, count) => sum + count, 0);
  const short = record.told && record.toDay < horizonDays(scenario);
  const until = short ? ` until ${isoDate(isoDay(scenario.start) + record.toDay - 1)}` : '';
  const deadliest = total === 0 ? '' : `, ${Math.max(...killed)} in the deadliest attack`;
  return [`Record${until}, bases and embassy zone: ${total} killed${deadliest}.`];
}

/** The probability below which n replications miss an event altogether in more than 5 % of such runs: 1 − .05^(1/n). */
function missedText(n: number, rows: readonly ExceedanceRow[]): string[] {
  const rarest = Math.min(1, ...rows.map(({ probability }) => probability));
  if (n >= runsToSeeOnce(rarest)) return [];
  const missed = Number((100 * -Math.expm1(Math.log(0.05) / n)).toPrecision(2));
  return [`${counted(n, 'replication')} may miss an event altogether whose probability is under ${missed} %.`];
}
