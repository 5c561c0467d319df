import type { KnownEvent } from '../kernel/index.js';
import type { CompiledScenario } from './compile.js';
import { EventKind, Priority } from './event-kind.js';
import { weekCount } from './outcome-columns.js';

/** The end of every week but the last, counted from 1, and the end of the replication. */
export function observationsOf({ horizonDays }: CompiledScenario): KnownEvent[] {
  const { observe, end } = EventKind;
  const weeks = Array.from({ length: weekCount(horizonDays) - 1 }, (_, w) => w + 1);
  return [
    ...weeks.map((week) => ({ time: 7 * week, priority: Priority.observe, kind: observe, subject: week })),
    { time: horizonDays, priority: Priority.end, kind: end, subject: 0 },
  ];
}

/** The same with moves among them, which come before what is observed at their time. */
export function withMoves(observations: readonly KnownEvent[], moves: readonly KnownEvent[]): KnownEvent[] {
  return [...moves, ...observations].sort((a, b) => a.time - b.time);
}
