import { EventCalendar, Fingerprint, runUntil } from '../kernel/index.js';
import { pickVictims } from '../random/laws/pick-victims.js';
import { openStream } from '../random/stream.js';
import { AttackProcess, type Hit, type Luck } from './attack-process.js';
import { chainCasualties, chainKilled, type ChainAttack } from './chain-severity.js';
import { BranchPoints } from './branch-points.js';
import { Cause, firstSource } from './cause.js';
import type { CompiledScenario } from './compile.js';
import { Defences } from './defences.js';
import { drawValues } from './draw-values.js';
import { EventKind, Priority } from './event-kind.js';
import type { HappeningSink } from './happening.js';
import { HostForces, type HostCasualties } from './host-forces.js';
import { purpose, type Marks } from './marks.js';
import { Movement, type Shortfall } from './movement.js';
import { weekCount } from './outcome-columns.js';
import { drawKilled, drawWounded, type QuickSeverityParameters } from './quick-severity.js';
import { Pauses } from './pauses.js';
import { Regimes } from './regimes.js';
import { carryOut, type RuleScene } from './rule-actions.js';
import { Rules } from './rules.js';
import { STRIKES } from './scenario/reference-faults.js';
import { Supply } from './supply.js';
import { Tally } from './tally.js';
import { Truces } from './truces.js';
import { Status, World } from './world.js';

/** How a replication ended, beside what world and tally hold. */
export interface ReplicationEnd {
  readonly events: number;
  readonly fingerprint: number;
  /** The cap on events ended it: its counts are lower bounds. */
  readonly capped: boolean;
  readonly parameterRedraws: number;
  readonly shortfalls: readonly Shortfall[];
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
  /** Events run in the last replication, by kind. */
  readonly eventsByKind = new Float64Array(Math.max(...Object.values(EventKind)) + 1);
  private readonly calendar = new EventCalendar();
  readonly movement: Movement;
  /** Routine supply, where the scenario has it. */
  readonly supply: Supply | undefined;
  private readonly defences: Defences;
  readonly hostForces: HostForces;
  readonly branches: BranchPoints;
  readonly regimes: Regimes;
  readonly rules: Rules;
  readonly pauses: Pauses;
  /** First day on which a rule made people of each contingent go; NaN where none did. */
  readonly leftDay: Float64Array;
  private readonly truces: Truces;
  private readonly severity: QuickSeverityParameters = {
    fatalProbability: 0,
    fatalityExponent: 2,
    woundedMean: 0,
    woundedSize: 1,
  };
  private readonly killed: Int32Array;
  private readonly wounded: Int32Array;
  private readonly survivors: Int32Array;
  private sink: HappeningSink | undefined;

  constructor(compiled: CompiledScenario) {
    this.compiled = compiled;
    const size = {
      bases: compiled.baseKeys.length,
      contingents: compiled.contingentKeys.length,
      actors: compiled.actorKeys.length,
      modes: compiled.modeKeys.length,
      horizonDays: compiled.horizonDays,
    };
    this.values = new Float64Array(compiled.parameters.points.length);
    this.world = new World(size);
    this.tally = new Tally(size);
    const { world, tally, calendar, values } = this;
    this.defences = new Defences({ compiled, calendar, values });
    this.process = new AttackProcess({ compiled, world, calendar, tally, values, defences: this.defences });
    this.hostForces = new HostForces({ compiled, world, values, defences: this.defences, marks: this.process.marks });
    this.movement = new Movement({ compiled, world, calendar, values, listener: this.process });
    this.supply =
      compiled.supply &&
      new Supply({
        compiled,
        supply: compiled.supply,
        world,
        calendar,
        values,
        convoysChanged: this.process.convoysChanged,
      });
    this.branches = new BranchPoints({ compiled, calendar, values });
    this.regimes = new Regimes({ compiled, calendar, values, states: this.process.states });
    this.rules = new Rules({ compiled, calendar, values });
    this.pauses = new Pauses(size.contingents);
    this.truces = new Truces({ rules: compiled.rules, calendar, values, states: this.process.states });
    this.leftDay = new Float64Array(size.contingents);
    this.killed = new Int32Array(size.contingents);
    this.wounded = new Int32Array(size.contingents);
    this.survivors = new Int32Array(size.contingents);
  }

  /** Runs one replication; world and tally hold what came of it until the next. `sink` is told every happening, in order. */
  run(luck: Luck, sink?: HappeningSink): ReplicationEnd {
    const { compiled, calendar, values } = this;
    this.sink = sink;
    this.movement.sink = sink;
    if (this.supply) this.supply.sink = sink;
    this.regimes.sink = sink;
    this.rules.sink = sink;
    this.eventsByKind.fill(0);
    calendar.clear();
    this.world.reset();
    this.tally.reset();
    const parameterRedraws = drawValues(compiled, luck, values);
    this.severity.fatalProbability = values[compiled.severity.fatalProbability]!;
    this.severity.fatalityExponent = values[compiled.severity.fatalityExponent]!;
    this.severity.woundedMean = values[compiled.severity.woundedMean]!;
    this.severity.woundedSize = values[compiled.severity.woundedSize]!;
    this.branches.reset(luck);
    this.movement.reset(this.branches.itemHappens);
    this.defences.reset();
    this.hostForces.reset();
    this.process.reset(luck);
    this.supply?.reset(luck);
    this.regimes.reset(luck, this.branches.regimeHappens);
    this.rules.reset(luck);
    this.pauses.reset();
    this.truces.reset(luck);
    this.leftDay.fill(NaN);
    this.scheduleStrikes(luck);
    this.rules.start();
    for (let week = 1; week < weekCount(compiled.horizonDays); week++)
      calendar.schedule(7 * week, Priority.observe, EventKind.observe, week);
    calendar.schedule(compiled.horizonDays, Priority.end, EventKind.end, 0);
    this.process.refresh(0);
    const end = runUntil({
      calendar,
      horizon: compiled.horizonDays,
      dispatch: this.dispatch,
      maxEvents: compiled.scenario.maxEvents,
      fingerprint: new Fingerprint(),
    });
    const capped = end.stopped === 'cap';
    if (capped) this.close(calendar.now);
    return {
      events: end.events,
      fingerprint: end.fingerprint,
      capped,
      parameterRedraws,
      shortfalls: this.movement.shortfalls,
    };
  }

  private readonly dispatch = (kind: number, subject: number, day: number): void => {
    this.eventsByKind[kind]!++;
    if (kind === EventKind.candidate) {
      this.candidate(subject, day);
      return;
    }
    if (kind === EventKind.supplyCandidate && !this.supply!.isDue(subject)) {
      this.supply!.passOver(subject);
      return;
    }
    this.process.settle(day);
    switch (kind) {
      case EventKind.arrival:
        this.movement.arrive(subject, day);
        break;
      case EventKind.rampStep:
        this.movement.rampStep(subject, day);
        break;
      case EventKind.announcement:
        this.movement.announce(subject);
        break;
      case EventKind.airDefence:
        this.defences.arrive(subject);
        this.process.populationChanged(subject);
        this.sink?.({ kind: 'airDefence', day, base: this.compiled.baseKeys[subject]! });
        break;
      case EventKind.comeBack:
        this.movement.comeBack(subject, day);
        break;
      case EventKind.moveStart:
        this.movement.startMove(subject, day);
        break;
      case EventKind.departure:
        this.movement.depart(subject, day);
        break;
      case EventKind.handOver:
        this.movement.handOver(subject, day);
        break;
      case EventKind.regimeStart:
        this.regimes.start(subject, day);
        break;
      case EventKind.regimeEnd:
        this.regimes.end(subject, day);
        break;
      case EventKind.chainStep:
        this.regimes.stepChain(subject, day);
        break;
      case EventKind.chainEnd:
        this.regimes.endChain(subject, day);
        break;
      case EventKind.branch:
        this.tellBranch(subject, day);
        return;
      case EventKind.strike:
        this.strike({
          day,
          magnitude: this.values[this.compiled.strikes[subject]!.magnitude]!,
          name: this.compiled.strikes[subject]!.name,
        });
        break;
      case EventKind.ruleQuiet:
        this.rules.quiet(subject, day);
        break;
      case EventKind.ruleAction:
        carryOut(this.rules.firing(subject), day, this.scene());
        break;
      case EventKind.truceEnd:
        this.truces.end(subject);
        this.regimes.setGates(day);
        break;
      case EventKind.pauseEnd:
        break;
      case EventKind.hardening:
        this.harden(subject, day);
        break;
      case EventKind.liftTurn:
        this.movement.lift.turn(subject, day);
        break;
      case EventKind.liftDone:
        this.movement.lift.done(subject, day);
        break;
      case EventKind.supplyCandidate:
        this.supply!.setOut(subject, day);
        break;
      case EventKind.supplyReturn:
        this.supply!.comeBack(subject, day);
        break;
      case EventKind.observe:
        this.world.accrue(day);
        this.tally.observe(this.world);
        return;
      case EventKind.end:
        this.close(day);
        return;
      default:
        throw new Error(`event kind must be a known one, got ${kind}`);
    }
    this.adjustSupply(day);
    this.process.refresh(day);
  };

  /** Regimes and paused training hold routine supply down; people who came or went change whom it is for. */
  private adjustSupply(day: number): void {
    const { supply, compiled } = this;
    if (!supply || !compiled.supply) return;
    const paused = this.pauses.anyPaused(day) ? this.values[compiled.supply.pausedSupplyShare]! : 1;
    supply.setSupplyFactor({ source: 'regimes', factor: this.regimes.activity() });
    supply.setSupplyFactor({ source: 'pauses', factor: paused });
    supply.refresh(day);
  }

  /** A strike, by date or by a rule: it feeds its source, deters, may break truces, and ends the days without one. */
  private readonly strike = (strike: {
    readonly day: number;
    readonly magnitude: number;
    readonly name: string;
  }): void => {
    const { day, magnitude, name } = strike;
    this.process.strike(magnitude);
    this.sink?.({ kind: 'strike', day, name });
    for (const rule of this.truces.struck())
      this.sink?.({ kind: 'truceBroken', day, name: this.compiled.rules[rule]!.name });
    this.regimes.setGates(day);
    this.rules.struck(day);
  };

  /** What rules may touch. */
  private scene(): RuleScene {
    const { compiled, values, calendar, world, movement, process, regimes, truces, pauses, strike, leftDay, sink } =
      this;
    return { compiled, values, calendar, world, movement, process, regimes, truces, pauses, strike, leftDay, sink };
  }

  private harden(index: number, day: number): void {
    const item = this.compiled.plan[index]!;
    if (item.kind !== 'hardening') throw new Error('only a hardening changes a base');
    this.process.harden(item.base, this.values[item.hardening]!);
    this.sink?.({ kind: 'hardening', day, base: this.compiled.baseKeys[item.base]!, name: item.label });
  }

  /** The end of the replication: nothing changes any more. */
  private close(day: number): void {
    this.process.settle(day);
    this.world.accrue(day);
    this.tally.observe(this.world);
    this.regimes.settle(day);
  }

  /** A branch point changes nothing by itself: what it lets come to pass is in the calendar. */
  private tellBranch(branch: number, day: number): void {
    const side = this.branches.drawn[branch] === 1 ? 'then' : 'otherwise';
    this.sink?.({ kind: 'branch', day, name: `${this.compiled.branches[branch]!.name}: ${side}` });
  }

  private scheduleStrikes(luck: Luck): void {
    this.compiled.strikes.forEach((strike, index) => {
      const probability = this.values[strike.probability]!;
      if (probability < 1 && openStream({ ...luck, purpose: 'strike', entity: strike.name })() >= probability) return;
      if (strike.day < 0) {
        this.process.strike(this.values[strike.magnitude]!, -strike.day);
        this.rules.struckBefore(strike.day);
      } else this.calendar.schedule(strike.day, Priority.strike, EventKind.strike, index);
    });
  }

  private candidate(actor: number, day: number): void {
    const hit = this.process.tryCandidate(actor, day);
    if (hit.kind === 'none') {
      this.process.refreshActor(actor, day);
      return;
    }
    this.process.settle(day);
    this.attack(actor, hit, day);
    this.process.refresh(day);
  }

  /** An attack on those who are there now, before its own effects. */
  private attack(actor: number, hit: Exclude<Hit, { kind: 'none' }>, day: number): void {
    const { world, tally, compiled } = this;
    const key = compiled.actorKeys[actor]!;
    if (hit.kind === 'base' && world.status[hit.index] === Status.handedOver) {
      tally.attackOnHandedOver(hit.index);
      const host = this.onHostForces(actor, hit.index);
      this.process.excite(actor, { killed: false, base: hit.index });
      this.sink?.({
        kind: 'attackOnHandedOver',
        day,
        base: compiled.baseKeys[hit.index]!,
        actor: key,
        cause: this.causeName(hit.cause),
        ...host,
      });
      return;
    }
    const { contingents } = world;
    const convoy = hit.kind === 'convoy' ? world.convoys[hit.index] : undefined;
    const counts = convoy
      ? convoy.counts
      : world.present.subarray(hit.index * contingents, (hit.index + 1) * contingents);
    const persons = convoy ? convoy.persons : world.atBase[hit.index]!;
    if (convoy) tally.attackOnConvoy(world, hit.index, actor);
    else tally.attackOnBase(world, hit.index, actor);

    const { marks } = this.process;
    const base = convoy ? -1 : hit.index;
    const aversion = this.process.states[actor]!.interceptionAversion;
    const mode = this.defences.chooseMode({ actor, base, aversion, marks });
    tally.mode(mode);
    const [killed, wounded] = compiled.severity.isChain
      ? this.chainVictims({
          base,
          mode,
          persons,
          shelter: base < 0 ? 0 : Math.min(1, this.world.hardening[base]!),
          marks,
        })
      : this.quickVictims(persons, marks);
    if (killed + wounded > 0) {
      pickVictims({ counts, victims: killed, into: this.killed, next: marks.streamOf(purpose.killedWho) });
      for (let c = 0; c < contingents; c++) this.survivors[c] = counts[c]! - this.killed[c]!;
      pickVictims({
        counts: this.survivors,
        victims: wounded,
        into: this.wounded,
        next: marks.streamOf(purpose.woundedWho),
      });
      tally.casualties(day, this.killed, this.wounded);
    }
    const host = convoy ? undefined : this.onHostForces(actor, hit.index);
    this.process.excite(actor, { killed: killed > 0, base: convoy ? -1 : hit.index });
    tally.cause(hit.cause);
    if (this.sink) {
      const row = {
        day,
        actor: key,
        mode: compiled.modeKeys[mode]!,
        persons,
        killed,
        wounded,
        cause: this.causeName(hit.cause),
      };
      this.sink(
        convoy
          ? { kind: 'attackOnConvoy', ...row, ...this.supplied(convoy.supplies) }
          : { kind: 'attackOnBase', base: compiled.baseKeys[hit.index]!, ...row, ...host },
      );
    }
    this.rules.attacked({
      day,
      base: convoy ? -1 : hit.index,
      killed,
      killedOf: (c) => (killed > 0 ? this.killed[c]! : 0),
      presentOf: (c) => counts[c]!,
    });
  }

  private onHostForces(actor: number, base: number): HostCasualties | undefined {
    const { interceptionAversion } = this.process.states[actor]!;
    return this.hostForces.attacked({ actor, base, interceptionAversion });
  }

  private quickVictims(persons: number, marks: Marks): readonly [killed: number, wounded: number] {
    const killed = drawKilled(this.severity, persons, marks);
    return [killed, drawWounded(this.severity, persons - killed, marks)];
  }

  private chainVictims(attack: ChainAttack): readonly [killed: number, wounded: number] {
    const { compiled, values, defences } = this;
    const casualties = chainCasualties(compiled, values, { attack, defences });
    const killed = chainKilled(compiled, values, { casualties, marks: attack.marks });
    return [killed, casualties - killed];
  }

  private supplied(base: number): { readonly name?: string } {
    return base < 0 ? {} : { name: `supply of ${this.compiled.baseKeys[base]!}` };
  }

  private causeName(cause: number): string {
    const source = cause - firstSource;
    if (source >= 0) return this.compiled.actorKeys[source] ?? STRIKES;
    return cause === Cause.background ? 'background' : cause === Cause.emboldened ? 'emboldened' : 'vacuum';
  }
}
