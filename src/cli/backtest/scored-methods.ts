import type { OriginForecast } from '../../calibration/backtest/forecast-origin.js';
import { scoredOrigin, type ScoredOrigin } from '../../calibration/backtest/scored-forecast.js';
import { simpleForecasts } from '../../calibration/backtest/simple-forecasts.js';
import type { MethodNames } from '../../calibration/tables/index.js';

/** Every method by its key, the fitted process first, as a reader calls it. */
export const methodNames: MethodNames = {
  process: 'fitted process',
  ...Object.fromEntries(Object.entries(simpleForecasts).map(([key, { name }]) => [key, name])),
};

/** The forecasts of every method with their scores, by method, then origin. */
export function scoredMethods(done: readonly OriginForecast[]): Readonly<Record<string, readonly ScoredOrigin[]>> {
  return Object.fromEntries(
    Object.keys(methodNames).map((method) => [
      method,
      done.map(({ forecasts, observed }) => scoredOrigin(forecasts[method]!, observed)),
    ]),
  );
}
