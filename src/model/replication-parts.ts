import { EventCalendar, EventSeries } from '../kernel/index.js';
import { AttackEffects } from './attack-effects.js';
import { AttackProcess } from './attack-process.js';
import { BranchPoints } from './branch-points.js';
import type { CompiledScenario } from './compile.js';
import { Defences } from './defences.js';
import type { HappeningSink } from './happening.js';
import { HostForces } from './host-forces.js';
import type { Luck } from './luck.js';
import { Movement } from './movement.js';
import { observationsOf, withMoves } from './observations.js';
import { Pauses } from './pauses.js';
import { Regimes } from './regimes.js';
import { Rules } from './rules.js';
import { Strikes } from './strikes.js';
import { Supply } from './supply.js';
import { Tally } from './tally.js';
import { TimetableRunner } from './timetable-runner.js';
import { Truces } from './truces.js';
import { Windows } from './windows.js';
import { World } from './world.js';

/**
 * All that changes in a replication, on memory that is used again. Events touch it through their handlers, rules through
 * their actions.
 */
export class ReplicationParts {
  readonly compiled: CompiledScenario;
  /** Drawn numbers of the replication; slots of the compiled scenario index it. */
  readonly values: Float64Array;
  readonly calendar = new EventCalendar();
  readonly world: World;
  readonly tally: Tally;
  readonly defences: Defences;
  readonly process: AttackProcess;
  readonly effects: AttackEffects;
  readonly hostForces: HostForces;
  readonly movement: Movement;
  /** Carries the plan out where it is the same in every replication and nobody is told of it. */
  readonly timetable: TimetableRunner;
  /** Weekly observations and the end; and the same with the moves of the timetable, where there is one. */
  readonly observations: EventSeries;
  readonly eventsByDate: EventSeries;
  /** Routine supply, where the scenario has it. */
  readonly supply: Supply | undefined;
  readonly branches: BranchPoints;
  readonly regimes: Regimes;
  readonly rules: Rules;
  readonly pauses: Pauses;
  readonly truces: Truces;
  readonly strikes: Strikes;
  readonly windows: Windows;
  /** First day on which a rule made people of each contingent go; NaN where none did. */
  readonly leftDay: Float64Array;
  /** Told every happening of the replication that runs. */
  sink: HappeningSink | undefined;

  constructor(compiled: CompiledScenario) {
    const size = {
      bases: compiled.baseKeys.length,
      contingents: compiled.contingentKeys.length,
      actors: compiled.actorKeys.length,
      modes: compiled.modeKeys.length,
      horizonDays: compiled.horizonDays,
    };
    const { calendar } = this;
    const values = new Float64Array(compiled.parameters.points.length);
    const world = new World(size);
    const tally = new Tally(size);
    const defences = new Defences({ compiled, calendar, values });
    const process = new AttackProcess({ compiled, world, calendar, tally, values, defences });
    const { states, convoysChanged } = process;
    const hostForces = new HostForces({ compiled, world, values, defences, marks: process.marks });
    const { supply } = compiled;
    const rules = new Rules({ compiled, calendar, values });
    const regimes = new Regimes({ compiled, calendar, values, states });
    const truces = new Truces({ rules: compiled.rules, calendar, values, states });
    this.compiled = compiled;
    this.values = values;
    this.world = world;
    this.tally = tally;
    this.defences = defences;
    this.process = process;
    this.effects = new AttackEffects({ compiled, world, tally, values, defences, process, rules, hostForces });
    this.hostForces = hostForces;
    this.movement = new Movement({ compiled, world, calendar, values, listener: process });
    this.timetable = new TimetableRunner({ compiled, world, calendar, values, process });
    this.observations = new EventSeries(observationsOf(compiled));
    this.eventsByDate = new EventSeries(withMoves(observationsOf(compiled), this.timetable.events));
    this.supply = supply && new Supply({ compiled, supply, world, calendar, values, convoysChanged });
    this.branches = new BranchPoints({ compiled, calendar, values });
    this.regimes = regimes;
    this.rules = rules;
    this.pauses = new Pauses(size.contingents);
    this.truces = truces;
    this.strikes = new Strikes({ compiled, calendar, values, process, regimes, rules, truces });
    this.windows = new Windows({ compiled, calendar, world, tally });
    this.leftDay = new Float64Array(size.contingents);
    this.sink = undefined;
  }
}

/** Starts a replication: its numbers must be drawn. What is scheduled stands in the calendar afterwards. */
export function resetParts(parts: ReplicationParts, luck: Luck): void {
  const { branches, movement, timetable, process, supply, regimes, rules } = parts;
  parts.calendar.clear();
  parts.world.reset();
  parts.tally.reset();
  branches.reset(luck);
  timetable.isFollowed = timetable.exists && parts.sink === undefined;
  timetable.tellsPersonDays = timetable.isFollowed && !parts.windows.exist && parts.tally.detail === undefined;
  if (timetable.isFollowed) timetable.reset();
  else {
    timetable.rewind();
    movement.reset(branches.itemHappens);
  }
  parts.defences.reset();
  parts.hostForces.reset();
  process.reset(luck);
  parts.effects.reset();
  supply?.reset(luck);
  regimes.reset(luck, branches.regimeHappens);
  rules.reset(luck);
  parts.pauses.reset();
  parts.truces.reset(luck);
  parts.windows.reset();
  parts.leftDay.fill(NaN);
  parts.strikes.reset(luck);
  rules.start();
}

/** Gives every part that tells happenings the one to tell. */
export function tellTo(parts: ReplicationParts, sink: HappeningSink | undefined): void {
  const { movement, regimes, rules, strikes, effects, supply } = parts;
  if (parts.sink === sink) return;
  for (const part of [parts, movement, regimes, rules, strikes, effects]) part.sink = sink;
  if (supply) supply.sink = sink;
}
