import { compileActors, type CompiledActor } from './compile-actors.js';
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
import { compileShocks, type CompiledShocks } from './compile-shocks.js';
import { compileSupply, type CompiledSupply } from './compile-supply.js';
import { earlierAttacks } from './counts-on-bases.js';
import { isoDay } from './scenario/iso-date.js';
import { horizonDays, type Scenario } from './scenario/schema.js';
import { withBranching } from './with-branching.js';

export type { CompiledActor } from './compile-actors.js';
export type { CompiledRegime, CompiledStrike } from './compile-shocks.js';
export type { CompiledSupply } from './compile-supply.js';
export { countsOnBases } from './counts-on-bases.js';

/** A number's place in the array of one replication's parameters. */
export type Slot = number;

/** The structure of a scenario, worked out once: keys as indices, dates as days, numbers as slots. */
export interface CompiledScenario extends CompiledShocks, CompiledUncertainRegimes {
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
  /** Slot of each base's host forces, -1 for none. */
  readonly hostForces: readonly Slot[];
  /** Persons per day who can leave by each way; -1 for no limit. */
  readonly lift: { readonly byRoad: Slot; readonly byAir: Slot };
  readonly supply: CompiledSupply | undefined;
  readonly plan: CompiledPlan;
  readonly rules: readonly CompiledRule[];
  /** Earlier attacks of a warm start: day (negative) and whether they killed; and the actor they are put down to. */
  readonly history: {
    readonly actor: number;
    readonly attacks: readonly { readonly day: number; readonly killed: boolean }[];
  };
  /** The scenario whose start S_ref, P_ref and λ_ref come from, where that is not its own: see `withReference`. */
  readonly reference?: CompiledScenario | undefined;
  /**
   * Scenarios that it is compared with, the baseline first, itself or one that draws like it among them: a draw of the
   * numbers is kept only where all of them are stable (see `comparedTogether`). Absent where it is alone, or all draw alike.
   */
  readonly drawnWith?: readonly CompiledScenario[] | undefined;
  /** Replications come in antithetic pairs (see `pairedLuck`), as a way of simulating it; the scenario is the same. */
  readonly antithetic?: true | undefined;
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

  const plan = compilePlan({ plan: scenario.plan, start, baseKeys, contingentKeys, slotOf });
  const { lift } = scenario;

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
    actors: compileActors(scenario, slotOf),
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
    hostForces: bases.map((base) => (base.hostForces ? slotOf(base.hostForces) : -1)),
    lift: {
      byRoad: lift?.byRoad ? slotOf(lift.byRoad) : -1,
      byAir: lift?.byAir ? slotOf(lift.byAir) : -1,
    },
    supply: compileSupply(scenario, { plan, slotOf }),
    plan,
    rules: compileRules({ rules: scenario.rules, baseKeys, contingentKeys, actorKeys, modeKeys, slotOf }),
    ...compileShocks(scenario, { start, slotOf }),
    ...compileUncertainRegimes({ scenario, start, actorKeys, slotOf }),
    history: {
      actor: scenario.warmStart ? actorKeys.indexOf(scenario.warmStart.actor) : -1,
      attacks: scenario.warmStart ? earlierAttacks(scenario, start) : [],
    },
  };
}
