import { greatCircleKm } from './great-circle.js';
import { compileParameters, type ParameterTable } from './parameters.js';
import {
  compileAirDefence,
  compileSeverity,
  type CompiledAirDefence,
  type CompiledSeverity,
} from './compile-severity.js';
import { compileUncertainRegimes, type CompiledUncertainRegimes } from './compile-regimes.js';
import { compilePlan, type CompiledPlan } from './compile-plan.js';
import { compileRules, type CompiledRule } from './compile-rules.js';
import { isoDay } from './scenario/iso-date.js';
import type { Quantity } from './scenario/quantity.js';
import { STRIKES } from './scenario/reference-faults.js';
import { actionsOf } from './scenario/rule-words.js';
import { horizonDays, type Actor, type Scenario } from './scenario/schema.js';

/** A number's place in the array of one replication's parameters. */
export type Slot = number;

export interface CompiledActor {
  readonly key: string;
  readonly baselinePerDay: Slot;
  /** Slot of the branching by each source: the actors in their order, then strikes. */
  readonly branching: readonly Slot[];
  readonly meanLagDays: Slot;
  readonly fatalBoost: Slot;
  readonly sizeExponent: Slot;
  readonly effortElasticity: Slot;
  readonly hardeningAversion: Slot;
  readonly distanceAversion: Slot;
  readonly maxEffort: Slot;
  readonly perShareWithdrawn: Slot;
  readonly emboldeningDecayDays: Slot;
  readonly betweenBasesFactor: Slot;
  readonly announcementFactor: Slot;
  readonly returnFactor: Slot;
  readonly deterrenceDepth: Slot;
  readonly deterrenceDecayDays: Slot;
  readonly vacuumSensitivity: Slot;
  readonly vacuumAdjustDays: Slot;
  readonly seasonAmplitude: Slot;
  readonly seasonPeakDayOfYear: Slot;
  readonly sameTargetRepeat: Slot;
  readonly roadWeight: Slot;
  readonly airDefenceAversion: Slot;
  readonly interceptionAversion: Slot;
  /** Slot of the share of each mode, -1 for none; all -1 means the first mode only. */
  readonly modeShares: readonly Slot[];
  /** Slot of each base's own pull, -1 for 1. */
  readonly baseWeights: readonly Slot[];
  /** Slot, or -1 where shares are equal. */
  readonly convoyShare: Slot;
  /** Distance of each base to the nearest point of the actor's region, in units of 100 km; 0 without a region. */
  readonly distances: Float64Array;
}

export interface CompiledRegime {
  readonly name: string;
  readonly firstDay: number;
  /** Instant at which it ends: the day after its last, Infinity without one. */
  readonly endDay: number;
  readonly gate: Slot;
  readonly activity: Slot;
  readonly probability: Slot;
  readonly track: number;
  readonly actors: readonly number[];
}

export interface CompiledStrike {
  readonly name: string;
  readonly day: number;
  readonly magnitude: Slot;
  readonly probability: Slot;
}

/** Routine supply convoys. */
export interface CompiledSupply {
  readonly contingent: number;
  readonly convoysPerBaseDay: Slot;
  readonly pausedSupplyShare: Slot;
  readonly personsPerConvoy: Slot;
  readonly transitDays: Slot;
  readonly routeFactor: Slot;
  /** Bases that can host at any time: with a garrison, or where the plan brings people. */
  readonly mostBases: number;
}

/** The structure of a scenario, worked out once: keys as indices, dates as days, numbers as slots. */
export interface CompiledScenario extends CompiledUncertainRegimes {
  readonly scenario: Scenario;
  readonly horizonDays: number;
  /** Days from 1 January of the start's year to the start. */
  readonly startDayOfYear: number;
  readonly baseKeys: readonly string[];
  readonly contingentKeys: readonly string[];
  readonly actorKeys: readonly string[];
  readonly modeKeys: readonly string[];
  readonly tags: readonly { readonly tag: string; readonly contingents: readonly number[] }[];
  readonly parameters: ParameterTable;
  readonly salience: readonly Slot[];
  readonly combatWeight: readonly Slot[];
  readonly hardening: readonly Slot[];
  /** Slot of the garrison of base b and contingent c at b * contingents + c; -1 where there is none. */
  readonly garrison: readonly Slot[];
  readonly actors: readonly CompiledActor[];
  readonly strikeMeanLagDays: Slot;
  readonly residual: { readonly first: Slot; readonly final: Slot; readonly decayDays: Slot };
  readonly convoys: {
    readonly hazardPerConvoyDay: Slot;
    readonly convoySize: Slot;
    readonly referencePersons: Slot;
    readonly sizeExponent: Slot;
    readonly transitDays: Slot;
  };
  readonly severity: CompiledSeverity;
  readonly airDefences: readonly CompiledAirDefence[];
  /** Slot of each base's capacity, -1 where density is 1. */
  readonly capacity: readonly Slot[];
  /** Persons per day who can leave by each way; -1 for no limit. */
  readonly lift: { readonly byRoad: Slot; readonly byAir: Slot };
  readonly supply: CompiledSupply | undefined;
  readonly plan: CompiledPlan;
  readonly rules: readonly CompiledRule[];
  readonly regimes: readonly CompiledRegime[];
  readonly tracks: number;
  readonly strikes: readonly CompiledStrike[];
  /** Earlier attacks of a warm start: day (negative) and whether they killed; and the actor they are put down to. */
  readonly history: {
    readonly actor: number;
    readonly attacks: readonly { readonly day: number; readonly killed: boolean }[];
  };
}

/** Defaults of a branching matrix's cells that a scenario does not give. */
const branchingDefault = {
  self: {
    value: 0.4,
    source: 'Lewis et al. 2012: 37 to 50 % of attacks in Iraq self-excited',
    note: 'default of garrison',
  },
  other: { value: 0.1, note: 'default of garrison' },
  strikes: { value: 0.5, note: 'default of garrison: between backlash and deterrence' },
} satisfies Record<string, Quantity>;

/** Fills what depends on several parts of a scenario: the cells of the branching matrix. */
export function withBranching(scenario: Scenario): Scenario {
  const sources = [...Object.keys(scenario.actors), STRIKES];
  const hasStrikes =
    scenario.strikes.events.length > 0 ||
    scenario.rules.some((rule) => actionsOf(rule).some((action) => 'strike' in action));
  const filled = (key: string, actor: Actor): Actor => ({
    ...actor,
    branching: Object.fromEntries(
      sources
        .filter((from) => from !== STRIKES || hasStrikes || actor.branching[STRIKES] !== undefined)
        .map((from) => {
          const fallback =
            from === key ? branchingDefault.self : from === STRIKES ? branchingDefault.strikes : branchingDefault.other;
          return [from, actor.branching[from] ?? { ...fallback }];
        }),
    ),
  });
  return {
    ...scenario,
    actors: Object.fromEntries(Object.entries(scenario.actors).map(([key, actor]) => [key, filled(key, actor)])),
  };
}

/** Works a read scenario out into indices and slots. Pure; the same scenario gives the same structure. */
export function compileScenario(read: Scenario): CompiledScenario {
  const scenario = withBranching(read);
  const parameters = compileParameters(scenario);
  const { slotOf } = parameters;
  const start = isoDay(scenario.start);
  const baseKeys = Object.keys(scenario.bases);
  const contingentKeys = Object.keys(scenario.contingents);
  const actorKeys = Object.keys(scenario.actors);
  const bases = Object.values(scenario.bases);
  const modeKeys = Object.keys(scenario.modes);
  const tagNames = [...new Set(Object.values(scenario.contingents).flatMap(({ tags }) => tags))];
  const trackNames = [...new Set(scenario.regimes.map(({ track }) => track))];

  const actors = Object.entries(scenario.actors).map(([key, actor]): CompiledActor => {
    const choice = actor.targetChoice;
    return {
      key,
      baselinePerDay: slotOf(actor.baselinePerDay),
      branching: [...actorKeys, STRIKES].map((from) => {
        const cell = actor.branching[from];
        return cell ? slotOf(cell) : -1;
      }),
      meanLagDays: slotOf(actor.meanLagDays),
      fatalBoost: slotOf(actor.fatalBoost),
      sizeExponent: slotOf(choice.sizeExponent),
      effortElasticity: slotOf(choice.effortElasticity),
      hardeningAversion: slotOf(choice.hardeningAversion),
      distanceAversion: slotOf(choice.distanceAversion),
      maxEffort: slotOf(choice.maxEffort),
      perShareWithdrawn: slotOf(actor.emboldening.perShareWithdrawn),
      emboldeningDecayDays: slotOf(actor.emboldening.decayDays),
      betweenBasesFactor: slotOf(actor.emboldening.betweenBasesFactor),
      announcementFactor: slotOf(actor.emboldening.announcementFactor),
      returnFactor: slotOf(actor.emboldening.returnFactor),
      deterrenceDepth: slotOf(actor.deterrence.depth),
      deterrenceDecayDays: slotOf(actor.deterrence.decayDays),
      vacuumSensitivity: slotOf(actor.vacuum.sensitivity),
      vacuumAdjustDays: slotOf(actor.vacuum.adjustDays),
      seasonAmplitude: slotOf(actor.season.amplitude),
      seasonPeakDayOfYear: slotOf(actor.season.peakDayOfYear),
      sameTargetRepeat: slotOf(choice.sameTargetRepeat),
      roadWeight: slotOf(choice.roadWeight),
      airDefenceAversion: slotOf(choice.airDefenceAversion),
      interceptionAversion: slotOf(choice.interceptionAversion),
      modeShares: modeKeys.map((mode) => (actor.modeShares[mode] ? slotOf(actor.modeShares[mode]) : -1)),
      baseWeights: baseKeys.map((base) => (choice.baseWeights[base] ? slotOf(choice.baseWeights[base]) : -1)),
      convoyShare: actor.convoyShare ? slotOf(actor.convoyShare) : -1,
      distances: Float64Array.from(bases, ({ location }) =>
        actor.region.length === 0 ? 0 : Math.min(...actor.region.map((point) => greatCircleKm(point, location))) / 100,
      ),
    };
  });

  const plan = compilePlan({ plan: scenario.plan, start, baseKeys, contingentKeys, slotOf });
  const { lift, supply } = scenario;

  return {
    scenario,
    horizonDays: horizonDays(scenario),
    startDayOfYear: start - isoDay(`${scenario.start.slice(0, 4)}-01-01`),
    baseKeys,
    contingentKeys,
    actorKeys,
    modeKeys,
    tags: tagNames.map((tag) => ({
      tag,
      contingents: contingentKeys.flatMap((key, c) => (scenario.contingents[key]!.tags.includes(tag) ? [c] : [])),
    })),
    parameters,
    salience: Object.values(scenario.contingents).map(({ salience }) => slotOf(salience)),
    combatWeight: Object.values(scenario.contingents).map(({ combatWeight }) => slotOf(combatWeight)),
    hardening: bases.map(({ hardening }) => slotOf(hardening)),
    garrison: bases.flatMap(({ garrison }) =>
      contingentKeys.map((key) => (garrison[key] ? slotOf(garrison[key]) : -1)),
    ),
    actors,
    strikeMeanLagDays: slotOf(scenario.strikes.meanLagDays),
    residual: {
      first: slotOf(scenario.handOverResidual.first),
      final: slotOf(scenario.handOverResidual.final),
      decayDays: slotOf(scenario.handOverResidual.decayDays),
    },
    convoys: {
      hazardPerConvoyDay: slotOf(scenario.convoys.hazardPerConvoyDay),
      convoySize: slotOf(scenario.convoys.convoySize),
      referencePersons: slotOf(scenario.convoys.referencePersons),
      sizeExponent: slotOf(scenario.convoys.sizeExponent),
      transitDays: slotOf(scenario.convoys.transitDays),
    },
    severity: compileSeverity(scenario, slotOf),
    airDefences: bases.map((base) => compileAirDefence({ base, modeKeys, start, slotOf })),
    capacity: bases.map((base) => (base.capacity ? slotOf(base.capacity) : -1)),
    lift: {
      byRoad: lift?.byRoad ? slotOf(lift.byRoad) : -1,
      byAir: lift?.byAir ? slotOf(lift.byAir) : -1,
    },
    supply: supply && {
      contingent: contingentKeys.indexOf(supply.contingent),
      convoysPerBaseDay: slotOf(supply.convoysPerBaseDay),
      pausedSupplyShare: slotOf(supply.pausedSupplyShare),
      personsPerConvoy: slotOf(supply.personsPerConvoy),
      transitDays: slotOf(supply.transitDays),
      routeFactor: slotOf(supply.routeFactor),
      mostBases: bases.filter(
        ({ garrison }, b) =>
          Object.values(garrison).some(({ value }) => value !== 0) ||
          plan.some((item) => 'to' in item && item.to === b),
      ).length,
    },
    plan,
    rules: compileRules({ rules: scenario.rules, baseKeys, contingentKeys, actorKeys, modeKeys, slotOf }),
    regimes: scenario.regimes.map((regime) => ({
      name: regime.name,
      firstDay: isoDay(regime.firstDay) - start,
      endDay: regime.lastDay === undefined ? Infinity : isoDay(regime.lastDay) - start + 1,
      gate: slotOf(regime.gate),
      activity: slotOf(regime.activity),
      probability: slotOf(regime.probability),
      track: trackNames.indexOf(regime.track),
      actors: regime.actors ? regime.actors.map((key) => actorKeys.indexOf(key)) : actorKeys.map((_, g) => g),
    })),
    tracks: trackNames.length,
    ...compileUncertainRegimes({ scenario, start, actorKeys, slotOf }),
    strikes: scenario.strikes.events.map((strike) => ({
      name: strike.name ?? `strike of ${strike.day}`,
      day: isoDay(strike.day) - start,
      magnitude: slotOf(strike.magnitude),
      probability: slotOf(strike.probability),
    })),
    history: {
      actor: scenario.warmStart ? actorKeys.indexOf(scenario.warmStart.actor) : -1,
      attacks: scenario.warmStart ? earlierAttacks(scenario, start) : [],
    },
  };
}

/** Rows of the record before the start that a warm start counts, at 12:00 of their day. */
function earlierAttacks(scenario: Scenario, start: number): { day: number; killed: boolean }[] {
  return (scenario.record?.rows ?? [])
    .filter((row) => countsOnBases(row) && isoDay(row.date) < start)
    .map((row) => ({ day: isoDay(row.date) - start + 0.5, killed: row.killed > 0 }));
}

/** The counting rule of the record: attacks on bases and the embassy zone, a state's ballistic missiles left out. */
export function countsOnBases(row: { readonly scope: string; readonly mode: string }): boolean {
  return (row.scope === 'base' || row.scope.startsWith('embassy')) && row.mode !== 'ballistic missile';
}
