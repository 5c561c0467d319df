import type { CompiledScenario } from '../model/compile.js';
import { EventKind } from '../model/event-kind.js';
import { Simulator } from '../model/replication.js';
import { UserFault } from '../model/scenario/fault.js';
import type { Futures } from './run-replications.js';

/** One event of the calendar: what a fingerprint is made of. */
export interface TrailEvent {
  readonly replication: number;
  /** Counted from 0 within its replication. */
  readonly event: number;
  readonly day: number;
  /** A key of {@link EventKind}. */
  readonly kind: string;
  /** Whom or what it is about, by its place in the scenario. */
  readonly subject: number;
}

/** Enough for some dozens of replications of a usual scenario, and little beside the rows of a run. */
export const mostTrailEvents = 5000;

const names = new Map<number, string>(Object.entries(EventKind).map(([name, kind]) => [kind, name]));

/**
 * The first events of replications 0, 1, 2, … one after another, {@link mostTrailEvents} at most, so that another run can be
 * held against them event by event. They are simulated for it anew: whoever computed the replications, it is the same trail.
 */
export function eventTrail(
  compiled: CompiledScenario,
  { seed, past, n }: Futures & { readonly n: number },
): TrailEvent[] {
  const trail: TrailEvent[] = [];
  const eventsIn = openTrail(compiled, { seed, past });
  for (let replication = 0; replication < n && trail.length < mostTrailEvents; replication++)
    trail.push(...eventsIn(replication).slice(0, mostTrailEvents - trail.length));
  return trail;
}

/** The events of one replication, {@link mostTrailEvents} and one at most; of one that fails those before it failed. */
export function eventsOf(
  compiled: CompiledScenario,
  { seed, past, replication }: Futures & { readonly replication: number },
): TrailEvent[] {
  return openTrail(compiled, { seed, past })(replication);
}

/** {@link eventsOf} of one replication after another, with one simulator, which is dear to make. */
function openTrail(compiled: CompiledScenario, futures: Futures): (replication: number) => TrailEvent[] {
  let simulator: Simulator | undefined;
  return (replication) => {
    const events: TrailEvent[] = [];
    simulator ??= new Simulator(compiled);
    simulator.onEvent = (kind, subject, day) => {
      // One more than are kept tells that there are more.
      if (events.length <= mostTrailEvents)
        events.push({ replication, event: events.length, day, kind: names.get(kind) ?? String(kind), subject });
    };
    try {
      simulator.run({ ...futures, replication });
    } catch (error) {
      if (error instanceof UserFault) throw error;
      // What it left behind is not to be trusted.
      simulator = undefined;
    }
    return events;
  };
}

/** What differs first between the events that are kept of a replication and those of now; absent on a side that has no more. */
export interface EventDifference {
  readonly there?: TrailEvent;
  readonly now?: TrailEvent;
}

/** `there` may be cut where a trail ends (`isWhole` false): nothing is said of what lies beyond. Undefined where all are the same. */
export function firstEventDifference(
  there: readonly TrailEvent[],
  { now, isWhole }: { readonly now: readonly TrailEvent[]; readonly isWhole: boolean },
): EventDifference | undefined {
  const length = isWhole ? Math.max(there.length, now.length) : there.length;
  for (let i = 0; i < length; i++) {
    const [one, other] = [there[i], now[i]];
    const isSame =
      one && other && one.kind === other.kind && one.subject === other.subject && Object.is(one.day, other.day);
    if (!isSame) return { ...(one ? { there: one } : {}), ...(other ? { now: other } : {}) };
  }
  return undefined;
}
