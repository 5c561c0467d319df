import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BacktestSummary } from '../../calibration/backtest/backtest-summary.js';
import type { OriginForecast } from '../../calibration/backtest/forecast-origin.js';
import type { ScoredForecast, ScoredOrigin } from '../../calibration/backtest/scored-forecast.js';
import { csvLine } from '../csv-text.js';

interface Written {
  readonly bases: readonly string[];
  readonly done: readonly OriginForecast[];
  /** By method, then origin. */
  readonly scored: Readonly<Record<string, readonly ScoredOrigin[]>>;
  readonly summary: BacktestSummary;
}

type Cell = string | number | undefined;

export const backtestFiles = ['forecasts.csv', 'origins.csv', 'scores.csv', 'differences.csv'] as const;

/** Every forecast with its scores, every fit, and the summary, as CSV. */
export function writeBacktestTables(folder: string, { bases, done, scored, summary }: Written): void {
  const write = (file: (typeof backtestFiles)[number], lines: readonly (readonly Cell[])[]): void => {
    writeFileSync(join(folder, file), lines.map(csvLine).join(''));
  };
  write('forecasts.csv', [
    ['origin', 'days', 'method', 'base', 'observed', 'mean', ...bounds, 'crps', 'logScore', 'pitBelow', 'pitUpTo'],
    ...done.flatMap(({ origin }, i) =>
      Object.entries(scored).flatMap(([method, origins]) => {
        const { total, byBase } = origins[i]!;
        const line = (base: string, forecast: ScoredForecast): Cell[] => [
          origin.date,
          origin.horizonDays,
          method,
          base,
          ...cellsOf(forecast),
        ];
        return [line('', total), ...byBase.map((forecast, b) => line(bases[b]!, forecast))];
      }),
    ),
  ]);
  write('origins.csv', [
    ['origin', 'days', 'attacksKnown', 'observed', 'ratePerDay', 'branching', 'meanLagDays', 'rHat'],
    ...done.map(({ origin, known, observed, fit }) => [
      origin.date,
      origin.horizonDays,
      known,
      observed.total,
      fit.ratePerDay,
      fit.branching,
      fit.meanLagDays,
      fit.rHat,
    ]),
  ]);
  write('scores.csv', [
    ['target', 'method', 'forecasts', 'crps', 'logScore', ...levelColumns],
    ...summary.methods.map(({ target, key, forecasts, crps, logScore, intervals }) => [
      target,
      key,
      forecasts,
      crps,
      logScore,
      ...intervals.flatMap(({ score, coverage }) => [score, coverage.value, coverage.low, coverage.high]),
    ]),
  ]);
  write('differences.csv', [
    ['target', 'score', 'method', 'difference', 'low', 'high', 'level', 'origins', 'verdict'],
    ...summary.differences.map(({ target, score, key, difference, verdict }) => [
      target,
      score,
      key,
      difference.value,
      difference.low,
      difference.high,
      difference.level,
      difference.n,
      verdict,
    ]),
  ]);
}

const bounds = ['low50', 'high50', 'low80', 'high80', 'low95', 'high95'];
const levelColumns = ['50', '80', '95'].flatMap((level) => [
  `intervalScore${level}`,
  `held${level}`,
  `held${level}Low`,
  `held${level}High`,
]);

function cellsOf({ observed, mean, intervals, crps, logScore, pit }: ScoredForecast): Cell[] {
  return [observed, mean, ...intervals.flatMap(({ low, high }) => [low, high]), crps, logScore, pit.below, pit.upTo];
}
