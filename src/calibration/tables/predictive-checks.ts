import type { Caption } from '../../experiment/tables/caption.js';
import { numberText } from '../../experiment/tables/number-text.js';
import type { PredictiveCheck } from '../check/predictive-checks.js';
import { recordStatistics } from '../check/record-statistics.js';
import { calibrationCaption, type CalibrationAbout } from './calibration-about.js';

/** A statistic of the record among replicas of one process. */
export type PredictiveCheckRow =
  | (OfCheck & {
      readonly part: 'interval';
      readonly level: 0.5 | 0.8 | 0.95;
      readonly low: number;
      readonly high: number;
    })
  | (OfCheck & {
      readonly part: 'check';
      readonly median: number;
      readonly observed: number;
      readonly place: number;
      /** "record at 93 %". */
      readonly label: string;
    });

interface OfCheck {
  readonly statistic: string;
  /** Title of its panel, with the unit. */
  readonly title: string;
  /** The process, as a reader says it. */
  readonly process: string;
}

export function predictiveCheckRows(checks: readonly PredictiveCheck[]): PredictiveCheckRow[] {
  return checks.flatMap(({ statistic, process, observed, predicted, place }) => {
    const of = { statistic, title: recordStatistics[statistic].name, process };
    const { median, q25, q75, q10, q90, q025, q975 } = predicted;
    return [
      { ...of, part: 'interval', level: 0.95, low: q025, high: q975 },
      { ...of, part: 'interval', level: 0.8, low: q10, high: q90 },
      { ...of, part: 'interval', level: 0.5, low: q25, high: q75 },
      { ...of, part: 'check', median, observed, place, label: `record at ${placeText(place)}` },
    ];
  });
}

export function predictiveCheckCaption(about: CalibrationAbout, checks: readonly PredictiveCheck[]): Caption {
  const far = checks.filter(({ place }) => place < 0.025 || place > 0.975);
  const said = checks.map(
    ({ statistic, process, observed, predicted, place }) =>
      `${recordStatistics[statistic].name}: ${numberText(observed)}; ${process} ${numberText(predicted.q025)} to ${numberText(predicted.q975)}, record at ${placeText(place)}.`,
  );
  return calibrationCaption(about, {
    title: 'What the fit did not aim at: the record among records that could have been',
    reading: [
      'Bars: 50, 80 and 95 % of simulated records; ring: their median; dot: the record, with the share of simulated records below it.',
      far.length === 0
        ? 'Nothing of this lies outside 95 % of them, for either process: such checks do not tell excitation from slow change here.'
        : `Outside 95 % of them: ${far.map(({ statistic, process }) => `${recordStatistics[statistic].name.toLowerCase()} (${process})`).join('; ')}.`,
    ],
    finding: said.join(' '),
  });
}

function placeText(place: number): string {
  if (place < 0.005) return 'below 1 %';
  return place > 0.995 ? 'above 99 %' : `${Math.round(100 * place)} %`;
}
