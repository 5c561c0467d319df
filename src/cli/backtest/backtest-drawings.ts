import type { BacktestSummary } from '../../calibration/backtest/backtest-summary.js';
import type { OriginForecast } from '../../calibration/backtest/forecast-origin.js';
import {
  backtestForecastsCaption,
  forecastBandRows,
  pitCaption,
  pitRows,
  scoreDifferenceCaption,
  scoreDifferenceRows,
  type CalibrationAbout,
  type MethodNames,
} from '../../calibration/tables/index.js';
import { backtestFigures, type Page } from '../../figures/index.js';
import { drawFigure, type FigureDrawing } from '../figure-set.js';

/** All figures of a back-test. */
export function drawBacktest(
  of: {
    readonly done: readonly OriginForecast[];
    readonly summary: BacktestSummary;
    /** By method. */
    readonly names: MethodNames;
    readonly about: CalibrationAbout;
  },
  page: Page,
): FigureDrawing[] {
  const { done, summary, names, about } = of;
  const bands = forecastBandRows(
    done.map(({ origin, forecasts, observed }) => ({
      from: origin.date,
      law: forecasts['process']!.total,
      observed: observed.total,
    })),
  );
  // The process and the fairest of the simple rules: more panels would say the same again.
  const pits = pitRows(summary, { process: names['process']!, gammaPoisson: names['gammaPoisson']! });
  const scores = scoreDifferenceRows(summary, names);
  return [
    drawFigure(backtestFigures.forecasts, { rows: bands, caption: backtestForecastsCaption(about, bands), page }),
    drawFigure(backtestFigures.pit, {
      rows: pits,
      caption: pitCaption(about, { origins: summary.origins, rows: pits }),
      page,
    }),
    drawFigure(backtestFigures.scores, {
      rows: scores,
      caption: scoreDifferenceCaption(about, { summary, rows: scores }),
      page,
    }),
  ];
}
