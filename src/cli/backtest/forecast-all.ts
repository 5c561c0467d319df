import { performance } from 'node:perf_hooks';
import type { OriginForecast } from '../../calibration/backtest/forecast-origin.js';
import type { Origin } from '../../calibration/backtest/origins.js';
import { duration } from '../number-text.js';
import type { Terminal } from '../terminal.js';
import type { BacktestWork } from './backtest-work.js';

interface Forecasting {
  readonly origins: readonly Origin[];
  readonly forecast: (origin: Origin) => OriginForecast;
  readonly work: BacktestWork;
  readonly quiet: boolean;
}

/** Forecasts at every origin that is not done yet. Undefined where Ctrl-C came: what is done is kept. */
export async function forecastAll(
  { origins, forecast, work, quiet }: Forecasting,
  terminal: Terminal,
): Promise<OriginForecast[] | undefined> {
  const { stderr, signal } = terminal;
  const found = origins.filter(({ date }) => work.found.has(date)).length;
  if (!quiet && found > 0)
    stderr.write(`Continuing: ${found} of ${origins.length} origins were done by an earlier command.\n`);
  const live = !quiet && stderr.isTTY;
  const started = performance.now();
  const done: OriginForecast[] = [];
  try {
    for (const [i, origin] of origins.entries()) {
      if (signal.aborted) return undefined;
      const kept = work.found.get(origin.date);
      if (live) {
        const each = (performance.now() - started) / 1000 / Math.max(1, i - found);
        const left = i > found ? ` · ${duration(each * (origins.length - i))} left` : '';
        stderr.write(`\r${`Forecast ${i + 1} of ${origins.length}, from ${origin.date}${left}`}\u001b[K`);
      }
      const one = kept ?? forecast(origin);
      if (!kept) work.add(one);
      done.push(one);
      // A turn of the event loop, in which Ctrl-C is heard.
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    if (live) stderr.write('\r\u001b[K');
  }
  return signal.aborted && done.length < origins.length ? undefined : done;
}
