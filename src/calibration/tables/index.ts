export {
  pitCaption,
  pitRows,
  scoreDifferenceCaption,
  scoreDifferenceRows,
  type MethodNames,
  type PitRow,
  type ScoreDifferenceRow,
} from './backtest-figures.js';
export type { CalibrationAbout } from './calibration-about.js';
export {
  backtestForecastsCaption,
  forecastBandRows,
  recordByMonthCaption,
  recordByMonthRows,
  type ForecastBandRow,
  type PeriodLaw,
} from './forecast-bands.js';
export { predictiveCheckCaption, predictiveCheckRows, type PredictiveCheckRow } from './predictive-checks.js';
export {
  priorPosteriorCaption,
  priorPosteriorRows,
  type FittedNumber,
  type PriorPosteriorRow,
} from './prior-posterior.js';
export { residualQuantileCaption, residualQuantileRows, type ResidualQuantileRow } from './residual-quantiles.js';
