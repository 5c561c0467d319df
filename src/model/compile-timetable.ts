import { EventCalendar } from '../kernel/index.js';
import type { CompiledScenario } from './compile.js';
import { DatedChange, snapshotOf, type Snapshot } from './dated-change.js';
import { Movement } from './movement.js';
import { movementHandlers } from './movement-handlers.js';
import type { MovementListener } from './movement-listener.js';
import { isPlanSettled } from './settled-plan.js';
import { Timetable, type DatedEvent } from './timetable.js';
import { World } from './world.js';

/** Works the moves of a plan out once; undefined where they are not the same in every replication. */
export function timetableOf(compiled: CompiledScenario): Timetable | undefined {
  if (!isPlanSettled(compiled)) return undefined;
  const { baseKeys, contingentKeys, horizonDays, parameters } = compiled;
  const calendar = new EventCalendar();
  const size = { bases: baseKeys.length, contingents: contingentKeys.length };
  const world = new World(size);
  const start = new World(size);
  let heard = new DatedChange(0);
  const movement = new Movement({
    compiled,
    world,
    calendar,
    values: parameters.points,
    listener: toWhom(() => heard),
  });
  const handlers = movementHandlers(movement);
  world.reset();
  movement.reset(() => true);
  start.stationAs(world);

  const events: DatedEvent[] = [];
  const changes: DatedChange[] = [];
  const scripts: number[][] = [];
  let open: DatedChange | undefined;
  const carryOut = (now: Snapshot): void => {
    if (!open) return;
    changes.push(open);
    scripts.push(open.script(now));
    events.at(-1)!.carriesOut = true;
    open = undefined;
  };
  const dispatch = (kind: number, subject: number, day: number): void => {
    const handler = handlers[kind];
    // The hardening of a base moves nobody.
    if (!handler) return;
    const before = snapshotOf(world);
    const due = { time: day, priority: calendar.poppedPriority, kind, subject };
    heard = new DatedChange(day);
    handler(subject, day);
    heard.note(before, world);
    if (open && (open.day !== day || open.isSeenBy(heard))) carryOut(before);
    if (open) open.add(heard);
    else if (heard.changesRates || heard.accrues) open = heard;
    events.push({
      due,
      carriesOut: false,
      lastDepartureDay: movement.lastDepartureDay,
      unfinished: movement.unfinished(),
      shortfalls: movement.shortfalls.length,
    });
  };
  while (calendar.pop(horizonDays)) dispatch(calendar.poppedKind, calendar.poppedSubject, calendar.now);
  carryOut(world);

  return new Timetable({ start, events, changes, script: scripts.flat(), shortfalls: [...movement.shortfalls] });
}

/** Tells whoever listens when something is called out. */
function toWhom(listening: () => MovementListener): MovementListener {
  return {
    beforeEvacuation: (base) => listening().beforeEvacuation(base),
    departed: (change) => listening().departed(change),
    announced: (change) => listening().announced(change),
    returned: (share) => listening().returned(share),
    populationChanged: (base) => listening().populationChanged(base),
    statusChanged: (base) => listening().statusChanged(base),
    convoysChanged: () => listening().convoysChanged(),
  };
}
