import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import type { OriginForecast } from '../../calibration/backtest/forecast-origin.js';

/** Origins that are done, on disk, so that an interrupted back-test goes on where it was. */
export interface BacktestWork {
  /** By the date of the origin. */
  readonly found: ReadonlyMap<string, OriginForecast>;
  readonly add: (forecast: OriginForecast) => void;
  readonly remove: () => void;
}

const law = z.array(z.number());
const kept = z.object({
  origin: z.object({ date: z.string(), day: z.number(), horizonDays: z.number() }),
  known: z.number(),
  observed: z.object({ total: z.number(), byBase: z.array(z.number()) }),
  forecasts: z.record(z.string(), z.object({ total: law, byBase: z.array(law) })),
  fit: z.object({
    ratePerDay: z.number(),
    branching: z.number(),
    meanLagDays: z.number(),
    sizeExponent: z.number(),
    pullSpread: z.number(),
    rHat: z.number(),
  }),
});

/** Opens the file that keeps them: one a line, a hash before each, so that one cut short counts for nothing. */
export function openBacktestWork(path: string): BacktestWork {
  return {
    found: readWork(path),
    add: (forecast) => {
      const text = JSON.stringify(forecast);
      // Begins with a line's end: what a killed command left cut short spoils no line after it.
      appendFileSync(path, `\n${hashOf(text)} ${text}\n`);
    },
    remove: () => {
      rmSync(path, { force: true });
    },
  };
}

function readWork(path: string): Map<string, OriginForecast> {
  const found = new Map<string, OriginForecast>();
  for (const each of textOf(path).split('\n')) {
    const text = each.slice(each.indexOf(' ') + 1);
    if (text === '' || each !== `${hashOf(text)} ${text}`) continue;
    const forecast = kept.parse(JSON.parse(text));
    found.set(forecast.origin.date, forecast);
  }
  return found;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
