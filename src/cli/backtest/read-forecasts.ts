import { parse } from 'csv-parse/sync';
import { scoredLevels, type ScoredForecast, type ScoredOrigin } from '../../calibration/backtest/scored-forecast.js';
import { intervalScore } from '../../stats/index.js';

type Row = Readonly<Record<string, string>>;

/** The forecasts of forecasts.csv with their scores, by method, then origin. */
export function readForecasts(text: string): Readonly<Record<string, readonly ScoredOrigin[]>> {
  const rows: Row[] = parse(text, { columns: true });
  const [methods, origins] = (['method', 'origin'] as const).map((column) => [
    ...new Set(rows.map((row) => row[column] ?? '')),
  ]);
  return Object.fromEntries(
    methods!.map((method) => [
      method,
      origins!.map((origin): ScoredOrigin => {
        const own = rows.filter((row) => row['method'] === method && row['origin'] === origin);
        const total = own.find((row) => row['base'] === '') ?? {};
        return { total: forecastOf(total), byBase: own.filter((row) => row['base'] !== '').map(forecastOf) };
      }),
    ]),
  );
}

function forecastOf(row: Row): ScoredForecast {
  const number = (column: string): number => (row[column] ? Number(row[column]) : NaN);
  const observed = number('observed');
  return {
    observed,
    mean: number('mean'),
    crps: number('crps'),
    logScore: number('logScore'),
    pit: { below: number('pitBelow'), upTo: number('pitUpTo') },
    intervals: scoredLevels.map((level) => {
      const per = Math.round(100 * level);
      const interval = { level, low: number(`low${per}`), high: number(`high${per}`) };
      const holds = observed >= interval.low && observed <= interval.high;
      return { ...interval, score: intervalScore(interval, observed), holds };
    }),
  };
}
