import { growthPerDay, type NetworkWindow } from '../theory/network-counts.js';
import { coursesOf } from './branch-points.js';
import type { CompiledScenario } from './compile.js';
import { fatalProbability } from './fatal-probability.js';
import type { Fault } from './scenario/fault.js';
import { parameterDraws } from './parameters.js';
import { gammaOf } from './regime-chains.js';

/** The largest product of gates that can hold for ever, over tracks, chains and the courses of branch points; at least 1. */
export function lastingGate(compiled: CompiledScenario, values: ArrayLike<number>, actor: number): number {
  let most = compiled.regimes.some(({ endDay }) => endDay === Infinity) ? ofRegimes(compiled, values, actor) : 1;
  for (const chain of compiled.chains) {
    if (chain.endDay < Infinity || !chain.actors.includes(actor)) continue;
    const stays = chain.states.filter(({ stay }) => stay === undefined);
    most *= Math.max(1, ...stays.map(({ gate }) => values[gate]!));
  }
  return most;
}

/** The same of regimes alone. */
function ofRegimes(compiled: CompiledScenario, values: ArrayLike<number>, actor: number): number {
  const lasting = compiled.regimes.flatMap((regime, index) =>
    regime.endDay === Infinity && regime.actors.includes(actor)
      ? [{ ...regime, conditions: compiled.regimeConditions[index]! }]
      : [],
  );
  let most = 1;
  for (const course of lasting.length === 0 ? [] : coursesOf(lasting.map(({ conditions }) => conditions))) {
    let product = 1;
    for (let track = 0; track < compiled.tracks; track++) {
      let largest = 1;
      for (const regime of lasting)
        if (regime.track === track && course(regime.conditions)) largest = Math.max(largest, values[regime.gate]!);
      product *= largest;
    }
    most = Math.max(most, product);
  }
  return most;
}

/** −diag(β) + diag(m̄) Γ N diag(β) as the theory takes it: branching with its rows gated, decays, mean jumps. */
export function growthUnder(
  compiled: CompiledScenario,
  values: ArrayLike<number>,
  gates: readonly number[],
): Pick<NetworkWindow, 'branching' | 'decay' | 'jumps'> {
  const fatal = fatalProbability(compiled, values);
  return {
    branching: compiled.actors.map(({ branching }, g) =>
      compiled.actors.map((_, j) => (branching[j]! < 0 ? 0 : gates[g]! * values[branching[j]!]!)),
    ),
    decay: compiled.actors.map(({ meanLagDays }) => 1 / values[meanLagDays]!),
    jumps: compiled.actors.map(({ fatalBoost }) => {
      const boost = values[fatalBoost]!;
      return { mean: 1 + boost * fatal, meanSquare: 1 + fatal * (2 * boost + boost * boost) };
    }),
  };
}

interface ChainGrowth {
  /** g·θ of the worst state: growth per day times the scale of its stay. */
  readonly growthTimesScale: number;
  readonly chain: number;
  readonly state: number;
}

/**
 * The state of a chain in which attacks grow most for the tail of its stay: E e^{gT} of a Gamma(shape, θ) stay T is finite
 * only where gθ < 1. Gates that last for ever stand beside it; a chain that ends counts like any other.
 */
export function worstChainState(compiled: CompiledScenario, values: ArrayLike<number>): ChainGrowth | undefined {
  let worst: ChainGrowth | undefined;
  compiled.chains.forEach((chain, c) => {
    chain.states.forEach(({ gate, stay }, s) => {
      if (!stay) return;
      const gates = compiled.actors.map(
        (_, g) => lastingGate(compiled, values, g) * (chain.actors.includes(g) ? values[gate]! : 1),
      );
      if (gates.every((product) => product <= 1)) return;
      const growthTimesScale = growthPerDay(growthUnder(compiled, values, gates)) * gammaOf(stay, values).scale;
      if (!worst || growthTimesScale > worst.growthTimesScale) worst = { growthTimesScale, chain: c, state: s };
    });
  });
  return worst;
}

/** Whether every chain leaves its states soon enough for mean attacks to stay finite. */
export function chainsEndSoonEnough(compiled: CompiledScenario, values: ArrayLike<number>): boolean {
  return compiled.chains.length === 0 || (worstChainState(compiled, values)?.growthTimesScale ?? 0) < 1;
}

const triedDraws = 200;

/** A chain whose stays are too long in every draw of the parameters; one that only some draws fail is drawn again. */
export function chainFaults(compiled: CompiledScenario): Fault[] {
  if (compiled.chains.length === 0) return [];
  const draw = parameterDraws(compiled.parameters, { seed: 1, replication: 0 });
  const values = new Float64Array(compiled.parameters.points.length);
  let worst: ChainGrowth | undefined;
  for (let i = 0; i < (compiled.parameters.uncertain.length === 0 ? 1 : triedDraws); i++) {
    draw(i, values);
    worst = worstChainState(compiled, values);
    if (!worst || worst.growthTimesScale < 1) return [];
  }
  if (!worst) return [];
  const state = compiled.chains[worst.chain]!.states[worst.state]!;
  const product = Number(worst.growthTimesScale.toPrecision(4));
  return [
    {
      path: `regimeChains[${worst.chain}].states.${state.key}.stayDays`,
      rule: `must have a scale below 1 over the growth of attacks per day in that state, got growth times scale ${product}`,
      hint: 'mean attacks would have no bound; lower the gate, branching, or the scale (sd²/mean) of the stay',
    },
  ];
}
