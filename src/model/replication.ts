import { Fingerprint, runUntil, type RunEnd } from '../kernel/index.js';
import type { AttackProcess } from './attack-process.js';
import type { BranchPoints } from './branch-points.js';
import type { CompiledScenario } from './compile.js';
import { drawValues } from './draw-values.js';
import {
  closeReplication,
  eventHandlers,
  eventKinds,
  type EventHandler,
  type EventHandlers,
} from './event-handlers.js';
import { EventKind } from './event-kind.js';
import type { HappeningSink } from './happening.js';
import type { HostForces } from './host-forces.js';
import { firstLuck, pairedLuck, type Luck, type Past } from './luck.js';
import type { Shortfall } from './order-groups.js';
import type { PlanProgress } from './plan-progress.js';
import type { Pauses } from './pauses.js';
import type { Regimes } from './regimes.js';
import { ReplicationParts, resetParts, tellTo } from './replication-parts.js';
import type { Rules } from './rules.js';
import type { Supply } from './supply.js';
import type { Tally } from './tally.js';
import type { Windows } from './windows.js';
import type { World } from './world.js';

// A constant of this file is a number to the engine; one of another it looks up at every event.
const { candidate } = EventKind;

/** How a replication ended, beside what world and tally hold. */
export interface ReplicationEnd {
  readonly events: number;
  readonly fingerprint: number;
  /** The cap on events ended it: its counts are lower bounds. */
  readonly capped: boolean;
  readonly parameterRedraws: number;
  readonly shortfalls: readonly Shortfall[];
  /** Fingerprint of the events before the day of a shared past: the same in all its futures. NaN without one. */
  readonly pastFingerprint: number;
}

/**
 * Runs replications of one scenario, one after another, on memory that is used again. A replication is a function of
 * (scenario, seed, replication) and of nothing else. What happens, happens in the event calendar.
 */
export class Simulator {
  readonly compiled: CompiledScenario;
  readonly world: World;
  readonly tally: Tally;
  readonly process: AttackProcess;
  readonly values: Float64Array;
  readonly supply: Supply | undefined;
  readonly branches: BranchPoints;
  readonly regimes: Regimes;
  readonly rules: Rules;
  readonly pauses: Pauses;
  readonly leftDay: Float64Array;
  readonly windows: Windows;
  readonly hostForces: HostForces;
  /** Told every event of the calendar before it runs, candidates that come to nothing among them. */
  onEvent: ((kind: number, subject: number, day: number) => void) | undefined;
  private readonly parts: ReplicationParts;
  private readonly work: readonly (EventHandler | undefined)[];
  /** By kind, 1 for those of which a timetable that is followed takes care. */
  private readonly moves = new Uint8Array(eventKinds);

  constructor(compiled: CompiledScenario) {
    const parts = new ReplicationParts(compiled);
    this.compiled = compiled;
    this.onEvent = undefined;
    this.parts = parts;
    this.world = parts.world;
    this.tally = parts.tally;
    this.process = parts.process;
    this.values = parts.values;
    this.supply = parts.supply;
    this.branches = parts.branches;
    this.regimes = parts.regimes;
    this.rules = parts.rules;
    this.pauses = parts.pauses;
    this.leftDay = parts.leftDay;
    this.windows = parts.windows;
    this.hostForces = parts.hostForces;
    this.work = this.workByKind(eventHandlers(parts));
  }

  /** How far the plan came in the last replication. */
  get progress(): PlanProgress {
    const { timetable, movement } = this.parts;
    return timetable.isFollowed ? timetable : movement;
  }

  /** Runs one replication; world and tally hold what came of it until the next. `sink` is told every happening, in order. */
  run(asked: Luck, sink?: HappeningSink): ReplicationEnd {
    const { compiled, parts } = this;
    const luck = luckIn(compiled, asked);
    const fingerprint = new Fingerprint();
    const parameterRedraws = this.start(luck, sink);
    const past = luck.past && this.continueTo(lastInstantBefore(luck.past.day), fingerprint);
    const rest = this.continueTo(compiled.horizonDays, fingerprint, past?.events);
    const capped = rest.stopped === 'cap';
    if (capped) closeReplication(parts, parts.calendar.now);
    return {
      events: (past?.events ?? 0) + rest.events,
      fingerprint: rest.fingerprint,
      capped,
      parameterRedraws,
      shortfalls: this.progress.shortfalls,
      pastFingerprint: past?.fingerprint ?? NaN,
    };
  }

  /**
   * Runs the replication of a past up to its day, which is above 0 and no later than the end: what falls on it is still ahead. World,
   * tally and process stand at the day.
   */
  runBefore({ day, ...luck }: Past, sink?: HappeningSink): ReplicationEnd {
    const parameterRedraws = this.start(luck, sink);
    const end = this.continueTo(lastInstantBefore(day), new Fingerprint());
    const capped = end.stopped === 'cap';
    closeReplication(this.parts, capped ? this.parts.calendar.now : day);
    const { events, fingerprint } = end;
    const { shortfalls } = this.progress;
    return { events, fingerprint, capped, parameterRedraws, shortfalls, pastFingerprint: fingerprint };
  }

  /** Draws the numbers and puts what is scheduled into the calendar. Returns how many draws were thrown away. */
  private start(luck: Luck, sink: HappeningSink | undefined): number {
    const { compiled, parts } = this;
    const { calendar } = parts;
    tellTo(parts, sink);
    const drawn = firstLuck(luck);
    const { reference } = this.process;
    reference?.read(drawn);
    const parameterRedraws = drawValues(compiled, drawn, parts.values, reference?.ratesPerDay);
    resetParts(parts, luck);
    calendar.follow(parts.timetable.isFollowed ? parts.eventsByDate : parts.observations);
    this.process.refresh(0);
    return parameterRedraws;
  }

  private continueTo(horizon: number, fingerprint: Fingerprint, spent = 0): RunEnd {
    const { calendar } = this.parts;
    const maxEvents = this.compiled.scenario.maxEvents - spent;
    return runUntil({ calendar, horizon, dispatch: this.dispatch, maxEvents, fingerprint });
  }

  private readonly dispatch = (kind: number, subject: number, day: number): void => {
    this.onEvent?.(kind, subject, day);
    // What comes most often is called by name, which costs less than by kind.
    if (kind === candidate) return this.candidate(subject, day);
    const { timetable } = this.parts;
    if (timetable.isFollowed === true && this.moves[kind] === 1) return timetable.step(day);
    const work = this.work[kind];
    if (work === undefined) throw new Error(`event kind must be a known one, got ${kind}`);
    work(subject, day);
  };

  /** What is done when an event is due, by kind, but for candidates of attacks. */
  private workByKind({ moves, changes, looks }: EventHandlers): (EventHandler | undefined)[] {
    const work: (EventHandler | undefined)[] = [...looks];
    moves.forEach((move, kind) => {
      if (!move) return;
      this.moves[kind] = 1;
      work[kind] = (subject, day) => this.move(move, subject, day);
    });
    changes.forEach((change, kind) => {
      if (change) work[kind] = (subject, day) => this.change(change, subject, day);
    });
    const { supply } = this;
    const setOut = work[EventKind.supplyCandidate]!;
    if (supply)
      work[EventKind.supplyCandidate] = (base, day) => {
        if (supply.isDue(base)) setOut(base, day);
        else supply.passOver(base);
      };
    return work;
  }

  /** A candidate of an attack that comes to nothing changes nothing, so levels need not be settled. */
  private candidate(actor: number, day: number): void {
    const { process } = this;
    if (!process.tryCandidate(actor, day)) return;
    process.settle(day);
    this.parts.effects.attack(actor, process.hit, day);
    process.refresh(day);
  }

  /** A move that is worked out anew, as somebody is told of it; the timetable tells what it changes. */
  private move(work: EventHandler, subject: number, day: number): void {
    const { process } = this;
    const { timetable } = this.parts;
    if (timetable.isDueToChange) process.settle(day);
    work(subject, day);
    timetable.passOver();
    if (timetable.isInstantOver) process.refresh(day);
  }

  private change(work: EventHandler, subject: number, day: number): void {
    const { process } = this;
    process.settle(day);
    work(subject, day);
    this.adjustSupply(day);
    process.refresh(day);
  }

  /** Regimes and paused training hold routine supply down; people who came or went change whom it is for. */
  private adjustSupply(day: number): void {
    const { supply, compiled } = this;
    if (!supply || !compiled.supply) return;
    const paused = this.pauses.anyPaused(day) ? this.values[compiled.supply.pausedSupplyShare]! : 1;
    supply.setSupplyFactor({ source: 'regimes', factor: this.regimes.activity() });
    supply.setSupplyFactor({ source: 'pauses', factor: paused });
    supply.refresh(day);
  }
}

/** The luck of a replication of this scenario, which may have its replications in pairs. */
export function luckIn({ antithetic }: CompiledScenario, luck: Luck): Luck {
  return antithetic ? pairedLuck(luck) : luck;
}

/** The number next below a day. */
function lastInstantBefore(day: number): number {
  return day * (1 - 2 ** -53);
}
