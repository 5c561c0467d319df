import { EventCalendar, runUntil } from '../kernel/index.js';
import type { CompiledScenario } from './compile.js';
import { Movement } from './movement.js';
import { movementHandlers } from './movement-handlers.js';
import type { MovementListener } from './movement-listener.js';
import { isPlanSettled } from './settled-plan.js';
import { Op, type Share, type Timetable } from './timetable.js';
import { World, type Convoy } from './world.js';

/** Works the moves of a plan out once; undefined where they are not the same in every replication. */
export function timetableOf(compiled: CompiledScenario): Timetable | undefined {
  if (!isPlanSettled(compiled)) return undefined;
  const { baseKeys, contingentKeys, horizonDays, parameters } = compiled;
  const calendar = new EventCalendar();
  const world = new World({ bases: baseKeys.length, contingents: contingentKeys.length });
  const lines: Line[] = [];
  const convoys: Convoy[] = [];
  const shares: Share[] = [];
  let calls: number[] = [];
  const listener = listenerTo((op, subject) => calls.push(op, subject, 0, 0), shares);
  const movement = new Movement({ compiled, world, calendar, values: parameters.points, listener });
  const handlers = movementHandlers(movement);
  world.reset();
  movement.reset(() => true);
  const dispatch = (kind: number, subject: number, day: number): void => {
    const handler = handlers[kind];
    // The hardening of a base moves nobody.
    if (!handler) return;
    const before = snapshotOf(world);
    const due = [Op.due, calendar.poppedPriority, kind, subject];
    calls = [];
    handler(subject, day);
    const accrues = world.accruedTo === day ? [Op.accrue, 0, 0, 0] : [];
    const changes = [...movesSince(before, world, convoys), ...calls];
    const { lastDepartureDay, shortfalls } = movement;
    const steps = [...due, ...accrues, ...changes];
    lines.push({
      day,
      steps,
      changes: changes.length > 0,
      lastDepartureDay,
      unfinished: movement.unfinished(),
      shortfalls: shortfalls.length,
    });
  };
  runUntil({ calendar, horizon: horizonDays, dispatch });
  return {
    events: lines.length,
    days: Float64Array.from(lines, ({ day }) => day),
    script: Int32Array.from([...lines.flatMap(({ steps }) => steps), Op.due, 0, 0, 0]),
    convoys,
    shares,
    changes: Uint8Array.from(lines, ({ changes }) => Number(changes)),
    closes: Uint8Array.from(lines, ({ day }, i) => Number(lines[i + 1]?.day !== day)),
    lastDepartureDays: Float64Array.from(lines, ({ lastDepartureDay }) => lastDepartureDay),
    unfinished: Int32Array.from(lines, ({ unfinished }) => unfinished),
    shortfallsSoFar: Int32Array.from(lines, ({ shortfalls }) => shortfalls),
    shortfalls: [...movement.shortfalls],
  };
}

/** One event. */
interface Line {
  readonly day: number;
  readonly steps: readonly number[];
  readonly changes: boolean;
  readonly lastDepartureDay: number;
  readonly unfinished: number;
  readonly shortfalls: number;
}

function listenerTo(tell: (op: number, subject: number) => void, shares: Share[]): MovementListener {
  const placeOf = (share: Share): number => shares.push(share) - 1;
  return {
    beforeEvacuation: (base) => tell(Op.beforeEvacuation, base),
    departed: (change) => tell(Op.departed, placeOf(change)),
    announced: (change) => tell(Op.announced, placeOf({ base: -1, ...change })),
    returned: (share) => tell(Op.returned, placeOf({ base: -1, share, home: false })),
    populationChanged: (base) => tell(Op.populationChanged, base),
    statusChanged: (base) => tell(Op.statusChanged, base),
    convoysChanged: () => tell(Op.convoysChanged, 0),
  };
}

type Snapshot = Pick<World, 'present' | 'status' | 'outside' | 'underWay'>;

function snapshotOf({ present, status, outside, underWay }: World): Snapshot {
  return { present: present.slice(), status: status.slice(), outside: outside.slice(), underWay: [...underWay] };
}

/** The steps from what was before to the world as it is; a convoy that has set out joins the list. */
function movesSince(before: Snapshot, world: World, convoys: Convoy[]): number[] {
  const { present, status, outside, underWay, contingents } = world;
  const steps: number[] = [];
  present.forEach((now, cell) => {
    const persons = now - before.present[cell]!;
    if (persons !== 0) steps.push(Op.enter, Math.floor(cell / contingents), cell % contingents, persons);
  });
  outside.forEach((now, contingent) => {
    const persons = now - before.outside[contingent]!;
    if (persons !== 0) steps.push(Op.goOutside, contingent, persons, 0);
  });
  status.forEach((now, base) => {
    if (now !== before.status[base]) steps.push(Op.become, base, now, 0);
  });
  for (const place of underWay.filter((k) => !before.underWay.includes(k))) {
    const convoy = world.convoys[place]!;
    steps.push(Op.setOut, convoys.push({ ...convoy, counts: convoy.counts.slice() }) - 1, 0, 0);
  }
  for (const place of before.underWay.filter((k) => !underWay.includes(k))) steps.push(Op.arrive, place, 0, 0);
  return steps;
}
