import type { Caption } from '../../experiment/tables/caption.js';
import { countText, numberText } from '../../experiment/tables/number-text.js';
import type { GoodnessOfFit } from '../check/goodness-of-fit.js';
import { calibrationCaption, type CalibrationAbout } from './calibration-about.js';

/** One residual in ascending order: what an exponential law has at its order, what came, and the 95 % band of the fit. */
export interface ResidualQuantileRow {
  readonly expected: number;
  readonly residual: number;
  readonly low: number;
  readonly high: number;
}

export function residualQuantileRows({ quantiles }: GoodnessOfFit): ResidualQuantileRow[] {
  return quantiles
    .filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high))
    .map(({ expected, value, low, high }) => ({ expected, residual: value, low, high }));
}

export function residualQuantileCaption(
  about: CalibrationAbout,
  { ks, bootstraps, quantiles, autocorrelation }: GoodnessOfFit,
): Caption {
  const outside = quantiles.filter(({ value, low, high }) => value < low || value > high).length;
  const p = ks.pValue < 0.01 ? 'below 0.01' : numberText(Number(ks.pValue.toFixed(2)));
  const [first] = autocorrelation;
  return calibrationCaption(about, {
    title: 'Does the fitted process explain when attacks came?',
    reading: [
      'Each dot is the attacks that the process expected between one attack and the next. Were it right, dots would lie along the line, within the band that 95 % of records from the fitted process keep to.',
      `Kolmogorov and Smirnov’s distance ${numberText(ks.statistic)}: p ${p}, by ${countText(bootstraps)} simulated records, each fitted anew.`,
    ],
    finding:
      `${countText(outside)} of ${countText(quantiles.length)} dots lie outside the band.` +
      (first
        ? ` Correlation of one residual with the next: ${numberText(first.value)} (95 % band ${numberText(first.low)} to ${numberText(first.high)}).`
        : ''),
  });
}
