import type { BacktestSummary } from '../../calibration/backtest/backtest-summary.js';
import type { OriginForecast } from '../../calibration/backtest/forecast-origin.js';
import type { ScoredForecast, ScoredOrigin } from '../../calibration/backtest/scored-forecast.js';
import { csvLine } from '../csv-text.js';

interface Found {
  readonly bases: readonly string[];
  readonly done: readonly OriginForecast[];
  /** By method, then origin. */
  readonly scored: Readonly<Record<string, readonly ScoredOrigin[]>>;
  readonly summary: BacktestSummary;
}

type Cell = string | number | undefined;

/** Every forecast with its scores, every fit, and the summary, as texts of CSV files by name. */
export function backtestTables(found: Found): ReadonlyMap<string, string> {
  return new Map([...originTables(found), ...scoreTables(found.summary)]);
}

/** The tables that have rows of their own for each origin. */
export function originTables({ bases, done, scored }: Omit<Found, 'summary'>): ReadonlyMap<string, string> {
  return new Map([
    text('forecasts.csv', [
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
    ]),
    text('origins.csv', [
      ['origin', 'days', 'attacksKnown', 'observed', ...fitColumns],
      ...done.map(({ origin, known, observed, fit }) => [
        origin.date,
        origin.horizonDays,
        known,
        observed.total,
        ...fitColumns.map((column) => fit[column]),
      ]),
    ]),
  ]);
}

/** The tables over all origins. */
export function scoreTables({ methods, differences }: BacktestSummary): ReadonlyMap<string, string> {
  return new Map([
    text('scores.csv', [
      ['target', 'method', 'forecasts', 'crps', 'logScore', ...levelColumns],
      ...methods.map(({ target, key, forecasts, crps, logScore, intervals }) => [
        target,
        key,
        forecasts,
        crps,
        logScore,
        ...intervals.flatMap(({ score, coverage }) => [score, coverage.value, coverage.low, coverage.high]),
      ]),
    ]),
    text('differences.csv', [
      ['target', 'score', 'method', 'difference', 'low', 'high', 'level', 'origins', 'verdict'],
      ...differences.map(({ target, score, key, difference, verdict }) => [
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
    ]),
  ]);
}

function text(file: string, lines: readonly (readonly Cell[])[]): [string, string] {
  return [file, lines.map(csvLine).join('')];
}

const fitColumns = ['ratePerDay', 'branching', 'meanLagDays', 'sizeExponent', 'pullSpread', 'rHat'] as const;
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
