import type { Slot } from './compile.js';
import { isoDay } from './scenario/iso-date.js';
import type { Quantity } from './scenario/quantity.js';
import type { Branch, RegimeChain } from './scenario/regime-schema.js';
import type { Scenario } from './scenario/schema.js';

export interface CompiledBranch {
  readonly name: string;
  readonly day: number;
  readonly probability: Slot;
}

/** What has to be drawn for an item to come to pass: that side of that branch point. */
export interface Condition {
  readonly branch: number;
  readonly then: boolean;
}

export type Stay =
  | { readonly kind: 'momentsDays'; readonly mean: Slot; readonly sd: Slot }
  | { readonly kind: 'shapeScale'; readonly shape: Slot; readonly scale: Slot };

export interface CompiledChainState {
  readonly key: string;
  readonly gate: Slot;
  /** None where the state lasts for ever. */
  readonly stay: Stay | undefined;
  readonly next: readonly { readonly state: number; readonly weight: Slot }[];
}

export interface CompiledChain {
  readonly name: string;
  readonly states: readonly CompiledChainState[];
  /** Place of its first state among the states of all chains. */
  readonly offset: number;
  readonly start: number;
  readonly firstDay: number;
  /** Instant at which it ends: the day after its last, Infinity without one. */
  readonly endDay: number;
  readonly actors: readonly number[];
}

export interface CompiledUncertainRegimes {
  readonly branches: readonly CompiledBranch[];
  /** By regime: all must be met; most have none. */
  readonly regimeConditions: readonly (readonly Condition[])[];
  /** By line of the plan. */
  readonly planConditions: readonly (readonly Condition[])[];
  readonly chains: readonly CompiledChain[];
}

export function compileUncertainRegimes(parts: {
  readonly scenario: Scenario;
  readonly start: number;
  readonly actorKeys: readonly string[];
  readonly slotOf: (quantity: Quantity) => Slot;
}): CompiledUncertainRegimes {
  const { scenario, start, actorKeys, slotOf } = parts;
  let offset = 0;
  const chains = scenario.regimeChains.map((chain): CompiledChain => {
    const compiled = {
      name: chain.name,
      states: statesOf(chain, slotOf),
      offset,
      start: Object.keys(chain.states).indexOf(chain.start),
      firstDay: chain.firstDay === undefined ? 0 : isoDay(chain.firstDay) - start,
      endDay: chain.lastDay === undefined ? Infinity : isoDay(chain.lastDay) - start + 1,
      actors: chain.actors ? chain.actors.map((key) => actorKeys.indexOf(key)) : actorKeys.map((_, g) => g),
    };
    offset += compiled.states.length;
    return compiled;
  });
  return {
    branches: scenario.branches.map((branch) => ({
      name: branch.name,
      day: isoDay(branch.day) - start,
      probability: slotOf(branch.probability),
    })),
    regimeConditions: scenario.regimes.map(({ name }) => conditionsOf(scenario.branches, 'regimes', name)),
    planConditions: scenario.plan.map(({ name }) => conditionsOf(scenario.branches, 'plan', name)),
    chains,
  };
}

function statesOf(chain: RegimeChain, slotOf: (quantity: Quantity) => Slot): CompiledChainState[] {
  const keys = Object.keys(chain.states);
  return Object.entries(chain.states).map(([key, { gate, stayDays, next }]) => ({
    key,
    gate: slotOf(gate),
    stay:
      stayDays === undefined
        ? undefined
        : 'mean' in stayDays
          ? { kind: 'momentsDays', mean: slotOf(stayDays.mean), sd: slotOf(stayDays.sd) }
          : { kind: 'shapeScale', shape: slotOf(stayDays.shape), scale: slotOf(stayDays.scale) },
    next: Object.entries(next ?? {}).map(([to, weight]) => ({ state: keys.indexOf(to), weight: slotOf(weight) })),
  }));
}

function conditionsOf(branches: readonly Branch[], list: 'regimes' | 'plan', name: string | undefined): Condition[] {
  if (name === undefined) return [];
  return branches.flatMap((branch, index) => [
    ...(branch.then[list].includes(name) ? [{ branch: index, then: true }] : []),
    ...(branch.otherwise[list].includes(name) ? [{ branch: index, then: false }] : []),
  ]);
}
