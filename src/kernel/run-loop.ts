import type { EventCalendar } from './event-calendar.js';
import { Fingerprint } from './fingerprint.js';

/**
 * Runs one event. The clock already shows its time; it may schedule, cancel and reschedule. As long as a process has one such
 * function only, V8 builds it into the loop: a short run of something else may take its events out by `pop` itself.
 */
export type Dispatch = (kind: number, subject: number, time: number) => void;

export interface RunOptions {
  readonly calendar: EventCalendar;
  /** Last time whose events still run; Infinity runs until the calendar is empty. */
  readonly horizon: number;
  readonly dispatch: Dispatch;
  /** Most events this call may run, for models that may never end. No limit when left out. */
  readonly maxEvents?: number;
  /** Where the events are folded in; give the same object again to fingerprint a resumed run as one. */
  readonly fingerprint?: Fingerprint;
}

export interface RunEnd {
  /** Events run by this call. */
  readonly events: number;
  /** `empty`: nothing is pending; `horizon`: what is pending lies beyond; `cap`: an event was due, but not allowed. */
  readonly stopped: 'horizon' | 'empty' | 'cap';
  /** Value of the fingerprint after the last event. */
  readonly fingerprint: number;
}

/**
 * Runs the pending events in their order up to a horizon.
 *
 * Horizon rule: events at exactly the horizon run, also those scheduled there meanwhile. Later events stay pending in
 * the calendar, so a call with a later horizon goes on with nothing lost and nothing run twice.
 *
 * The clock ends at the horizon, whether or not events are left; only after `cap`, or with horizon Infinity, does it
 * stay at the last event.
 *
 * @throws RangeError for a horizon before the clock or a NaN. What `dispatch` throws passes through, its event counted
 * as run.
 */
export function runUntil(options: RunOptions): RunEnd {
  const { calendar, horizon, dispatch, maxEvents = Infinity, fingerprint = new Fingerprint() } = options;
  if (!(horizon >= calendar.now)) {
    throw new RangeError(`horizon must not be before the clock, got ${horizon} at clock ${calendar.now}`);
  }
  if (!(maxEvents >= 0)) throw new RangeError(`maxEvents must be at least 0, got ${maxEvents}`);

  let events = 0;
  while (events < maxEvents && calendar.pop(horizon) === true) {
    events++;
    const time = calendar.now;
    const kind = calendar.poppedKind;
    const subject = calendar.poppedSubject;
    fingerprint.fold(time, kind, subject);
    dispatch(kind, subject, time);
  }
  if (calendar.size > 0 && calendar.nextTime <= horizon) {
    return { events, stopped: 'cap', fingerprint: fingerprint.value };
  }
  if (horizon < Infinity) calendar.advanceTo(horizon);
  return { events, stopped: calendar.size === 0 ? 'empty' : 'horizon', fingerprint: fingerprint.value };
}
