import type { Dispatch, EventHandle } from '../../src/kernel/index.js';
import { EventCalendar, runUntil } from '../../src/kernel/index.js';
import type { Random } from './draws.js';
import { exponential, stream } from './draws.js';

/** One replication of a small event model: its calendar, at clock 0 and empty, and its random numbers. */
export interface Replication {
  readonly calendar: EventCalendar;
  readonly random: Random;
  /** Schedules an event after an exponential time of the given rate. */
  readonly scheduleNext: (rate: number, kind: number, subject: number) => EventHandle;
  /** Runs to the horizon. */
  readonly run: (horizon: number, dispatch: Dispatch) => void;
}

/** Independent replications, one after the other on one calendar and one stream. */
export function replicate<Result>(
  options: { readonly name: string; readonly count: number },
  model: (replication: Replication) => Result,
): readonly Result[] {
  const calendar = new EventCalendar();
  const random = stream(options.name);
  const replication: Replication = {
    calendar,
    random,
    scheduleNext: (rate, kind, subject) =>
      calendar.schedule(calendar.now + exponential(random, rate), 0, kind, subject),
    run: (horizon, dispatch) => {
      runUntil({ calendar, horizon, dispatch });
    },
  };
  return Array.from({ length: options.count }, () => {
    calendar.clear();
    return model(replication);
  });
}
