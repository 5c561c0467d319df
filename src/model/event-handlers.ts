import { EventKind } from './event-kind.js';
import { movementHandlers } from './movement-handlers.js';
import type { ReplicationParts } from './replication-parts.js';
import { carryOut } from './rule-actions.js';

/** One above the highest kind. */
export const eventKinds = Math.max(...Object.values(EventKind)) + 1;

/** What an event does to what it is about, given as its subject. */
export type EventHandler = (subject: number, day: number) => void;

/**
 * Handlers by kind of event, for all kinds but candidates of attacks. Rates may be others after a change, not after a look;
 * after a move of a plan that has a timetable, as that says.
 */
export interface EventHandlers {
  readonly moves: readonly (EventHandler | undefined)[];
  readonly changes: readonly (EventHandler | undefined)[];
  readonly looks: readonly (EventHandler | undefined)[];
}

/** Names each kind’s handler, once for all replications. */
export function eventHandlers(parts: ReplicationParts): EventHandlers {
  const {
    compiled,
    world,
    tally,
    movement,
    defences,
    process,
    regimes,
    rules,
    truces,
    supply,
    branches,
    strikes,
    timetable,
    windows,
  } = parts;
  const moves = noHandlers();
  const changes = noHandlers();
  const looks = noHandlers();

  movementHandlers(movement).forEach((work, kind) => {
    (timetable.exists ? moves : changes)[kind] = work!;
  });
  changes[EventKind.supplyCandidate] = (base, day) => supply?.setOut(base, day);
  changes[EventKind.supplyReturn] = (convoy, day) => supply?.comeBack(convoy, day);

  changes[EventKind.regimeStart] = (regime, day) => regimes.start(regime, day);
  changes[EventKind.regimeEnd] = (regime, day) => regimes.end(regime, day);
  changes[EventKind.chainStep] = (chain, day) => regimes.stepChain(chain, day);
  changes[EventKind.chainEnd] = (chain, day) => regimes.endChain(chain, day);
  changes[EventKind.truceEnd] = (rule, day) => {
    truces.end(rule);
    regimes.setGates(day);
    parts.sink?.({ kind: 'regimeEnd', day, name: compiled.rules[rule]!.name });
  };

  changes[EventKind.airDefence] = (base, day) => {
    defences.arrive(base);
    process.defend(base);
    parts.sink?.({ kind: 'airDefence', day, base: compiled.baseKeys[base]! });
  };
  changes[EventKind.hardening] = (index, day) => {
    const item = compiled.plan[index]!;
    if (item.kind !== 'hardening') throw new Error('only a hardening changes a base');
    process.harden(item.base, parts.values[item.hardening]!);
    parts.sink?.({ kind: 'hardening', day, base: compiled.baseKeys[item.base]!, name: item.label });
  };
  changes[EventKind.strike] = (index, day) => strikes.fall(index, day);

  changes[EventKind.ruleQuiet] = (rule, day) => rules.quiet(rule, day);
  changes[EventKind.ruleAction] = (firing, day) => carryOut(rules.firing(firing), day, parts);
  // Supply goes back to what it was, which it looks up after every change.
  changes[EventKind.pauseEnd] = () => undefined;

  // A branch point changes nothing by itself: what it lets come to pass is in the calendar.
  looks[EventKind.branch] = (branch, day) => {
    const side = branches.drawn[branch] === 1 ? 'then' : 'otherwise';
    parts.sink?.({ kind: 'branch', day, name: `${compiled.branches[branch]!.name}: ${side}` });
  };
  looks[EventKind.observe] = (week, day) => {
    if (timetable.tellsPersonDays) timetable.tellWeek(week);
    else world.accrue(day);
    tally.observe(world);
  };
  looks[EventKind.windowEdge] = (window, day) => windows.look(window, day);
  looks[EventKind.end] = (_, day) => closeReplication(parts, day);
  return { moves, changes, looks };
}

/** A place for every kind. */
function noHandlers(): (EventHandler | undefined)[] {
  return Array.from<EventHandler | undefined>({ length: eventKinds });
}

/** The end of a replication: nothing changes any more. */
export function closeReplication({ process, world, tally, regimes, timetable }: ReplicationParts, day: number): void {
  process.settle(day);
  if (timetable.isFollowed) timetable.tellEnd(day);
  else world.close(day);
  tally.observe(world);
  regimes.settle(day);
}
