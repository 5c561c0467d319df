export { EventCalendar, NO_EVENT } from './event-calendar.js';
export type { EventHandle } from './event-calendar.js';
export { EventSeries } from './event-series.js';
export type { KnownEvent } from './event-series.js';
export { Fingerprint } from './fingerprint.js';
export { runUntil } from './run-loop.js';
export type { Dispatch, RunEnd, RunOptions } from './run-loop.js';
