import { EventCalendar, EventSeries } from '../kernel/index.js';
import type { CompiledScenario } from './compile.js';
import { DatedChange, snapshotOf, type Snapshot } from './dated-change.js';
import { EventKind } from './event-kind.js';
import { Movement } from './movement.js';
import { movementHandlers } from './movement-handlers.js';
import type { MovementListener } from './movement-listener.js';
import { observationsOf } from './observations.js';
import { isPlanSettled } from './settled-plan.js';
import { Timetable, type DatedEvent, type PersonDays } from './timetable.js';
import { Vacuum } from './vacuum.js';
import { World } from './world.js';

/** Works the moves of a plan out once; undefined where they are not the same in every replication. */
export function timetableOf(compiled: CompiledScenario): Timetable | undefined {
  if (!isPlanSettled(compiled)) return undefined;
  let heard = new DatedChange(0);
  const { calendar, world, movement, handlers } = openPlan(
    compiled,
    toWhom(() => heard),
  );
  const start = new World(world);
  start.stationAs(world);

  const events: DatedEvent[] = [];
  const changes: DatedChange[] = [];
  const scripts: number[][] = [];
  const personDaysByWeek: PersonDays[] = [];
  const isVacuumSeen = new Vacuum({ compiled, world, values: compiled.parameters.points }).matters;
  let open: DatedChange | undefined;
  const carryOut = (now: Snapshot): void => {
    if (!open) return;
    changes.push(open);
    scripts.push(open.script(now, isVacuumSeen));
    events.at(-1)!.carriesOut = true;
    open = undefined;
  };
  while (calendar.pop(compiled.horizonDays)) {
    const { poppedKind: kind, poppedSubject: subject, now: day } = calendar;
    if (kind === EventKind.observe) {
      world.accrue(day);
      personDaysByWeek.push({ atBases: world.basesPersonDays, inTransit: world.transitPersonDays });
    }
    const handler = handlers[kind];
    // The hardening of a base moves nobody.
    if (!handler) continue;
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
  }
  carryOut(world);
  world.close(compiled.horizonDays);

  const { shortfalls } = movement;
  return new Timetable({
    start,
    end: world,
    events,
    changes,
    script: scripts.flat(),
    shortfalls: [...shortfalls],
    personDaysByWeek,
  });
}

/** The world of a settled plan where a replication ends on a day, after so many moves. */
export function worldAfter(compiled: CompiledScenario, { moves, day }: { moves: number; day: number }): World {
  const { calendar, world, handlers } = openPlan(
    compiled,
    toWhom(() => new DatedChange(day)),
  );
  for (let left = moves; calendar.pop(day);) {
    if (calendar.poppedKind === EventKind.observe) world.accrue(calendar.now);
    const handler = handlers[calendar.poppedKind];
    if (!handler) continue;
    // Of moves on the day itself, some may be left.
    if (left-- === 0) break;
    handler(calendar.poppedSubject, calendar.now);
  }
  world.close(day);
  return world;
}

/** A plan by itself, with everybody in place and its events in the calendar; weeks end as in a replication. */
function openPlan(compiled: CompiledScenario, listener: MovementListener): OpenPlan {
  const calendar = new EventCalendar();
  const world = new World({ bases: compiled.baseKeys.length, contingents: compiled.contingentKeys.length });
  const movement = new Movement({ compiled, world, calendar, values: compiled.parameters.points, listener });
  world.reset();
  movement.reset(() => true);
  calendar.follow(new EventSeries(observationsOf(compiled)));
  return { calendar, world, movement, handlers: movementHandlers(movement) };
}

interface OpenPlan {
  readonly calendar: EventCalendar;
  readonly world: World;
  readonly movement: Movement;
  readonly handlers: ReturnType<typeof movementHandlers>;
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
