import type { CompiledScenario } from '../model/compile.js';
import { drawValues } from '../model/draw-values.js';
import { Simulator } from '../model/replication.js';
import { meanInterval, probabilityInterval, quantileInterval, sortedSample, type Estimate } from '../stats/index.js';
import { expectedCounts } from '../theory/network-counts.js';
import { totalCountProbabilities, type TotalCountWindow } from '../theory/total-count-distribution.js';
import { whyNoClosedForm } from './closed-form-conditions.js';

export interface Held {
  readonly exact: number;
  readonly simulated: Estimate;
}

/** Attacks on bases in closed form and by simulation, over the same draws of the parameters. */
export interface ClosedForm extends Held {
  readonly kind: 'closed';
  /** Left out where it would take long: very many attacks, or lags very short beside the scenario. */
  readonly distribution?: {
    readonly probabilityOfNone: Held;
    /** The exact one is the least count that so large a share of futures does not exceed. */
    readonly quantiles: readonly (Held & { readonly order: number })[];
  };
}

export interface NoClosedForm {
  readonly kind: 'open';
  readonly why: string;
}

const quantileOrders = [0.05, 0.5, 0.95];
/** A few seconds at most. */
const mostWork = 3e6;

/**
 * The mean of attacks on bases and their distribution in closed form, where the scenario allows it: the even mixture over
 * `n` draws of the parameters (seed 1), beside what the same `n` replications gave.
 */
export function closedForm(compiled: CompiledScenario, n: number): ClosedForm | NoClosedForm {
  const why = whyNoClosedForm(compiled);
  if (why !== undefined) return { kind: 'open', why };
  const values = new Float64Array(compiled.parameters.points.length);
  const simulator = new Simulator(compiled);
  const attacks = new Float64Array(n);
  const windows = new Map<string, TotalCountWindow & { weight: number }>();
  let exact = 0;
  for (let replication = 0; replication < n; replication++) {
    drawValues(compiled, { seed: 1, replication }, values);
    const window = windowOf(compiled, values);
    exact += expectedOf(window) / n;
    const key = JSON.stringify(window);
    windows.set(key, { ...window, weight: 1 + (windows.get(key)?.weight ?? 0) });
    simulator.run({ seed: 1, replication });
    attacks[replication] = simulator.tally.attacksOnBases;
  }
  const probabilities = totalCountProbabilities([...windows.values()], { tolerance: 1e-5, mostWork });
  const mean: Held = { exact, simulated: meanInterval(attacks) };
  return { kind: 'closed', ...mean, ...(probabilities && { distribution: distributionOf(probabilities, attacks) }) };
}

function distributionOf(probabilities: Float64Array, attacks: Float64Array): NonNullable<ClosedForm['distribution']> {
  const sample = sortedSample(attacks);
  const none = probabilityInterval({ hits: attacks.filter((count) => count === 0).length, n: attacks.length });
  return {
    probabilityOfNone: { exact: probabilities[0]!, simulated: none },
    quantiles: quantileOrders.map((order) => ({
      order,
      exact: leastCount(probabilities, order),
      simulated: quantileInterval(sample, { order }),
    })),
  };
}

/** The least k with P(N ≤ k) ≥ order. */
function leastCount(probabilities: Float64Array, order: number): number {
  let reached = 0;
  return probabilities.findIndex((probability) => (reached += probability) >= order);
}

function expectedOf({ jumpSizes = [], ...window }: TotalCountWindow): number {
  const jumps = jumpSizes.map((sizes) => ({
    mean: sizes.reduce((sum, { size, probability }) => sum + probability * size, 0),
    meanSquare: sizes.reduce((sum, { size, probability }) => sum + probability * size ** 2, 0),
  }));
  return expectedCounts({ ...window, jumps }).reduce((sum, count) => sum + count, 0);
}

/** λ of every actor as a baseline and linear excitation, factors that stand still multiplied in. */
function windowOf(compiled: CompiledScenario, values: Float64Array): TotalCountWindow {
  const { actors, severity, history, horizonDays } = compiled;
  const decay = actors.map(({ meanLagDays }) => 1 / values[meanLagDays]!);
  const start = actors.map(() => 0);
  for (const { day, killed } of history.attacks) {
    const actor = history.actor;
    const size = killed ? 1 + values[actors[actor]!.fatalBoost]! : 1;
    start[actor]! += size * Math.exp(decay[actor]! * day);
  }
  const gates = actors.map((_, g) => gateOf(compiled, { actor: g, values }));
  const fatal = severity.isChain ? 0 : values[severity.fatalProbability]!;
  return {
    baseline: actors.map(
      ({ baselinePerDay, maxEffort }, g) => gates[g]! * Math.min(1, values[maxEffort]!) * values[baselinePerDay]!,
    ),
    branching: actors.map(({ branching }, g) =>
      actors.map((_, j) => (branching[j]! < 0 ? 0 : gates[g]! * values[branching[j]!]!)),
    ),
    decay,
    start,
    horizon: horizonDays,
    jumpSizes: actors.map(({ fatalBoost }) => [
      { size: 1, probability: 1 - fatal },
      { size: 1 + values[fatalBoost]!, probability: fatal },
    ]),
  };
}

/** γ_g of the regimes, all of which hold throughout; 0 for an actor that finds nobody to attack. */
function gateOf(
  { regimes, actors, garrison, salience, contingentKeys, horizonDays }: CompiledScenario,
  { actor, values }: { readonly actor: number; readonly values: Float64Array },
): number {
  const width = contingentKeys.length;
  const isTarget = garrison.some((slot, i) => {
    const pull = actors[actor]!.baseWeights[Math.floor(i / width)]!;
    return slot >= 0 && Math.round(values[slot]!) > 0 && values[salience[i % width]!]! > 0 && !(values[pull] === 0);
  });
  if (!isTarget) return 0;
  return regimes
    .filter((regime) => regime.actors.includes(actor) && regime.firstDay < horizonDays && regime.endDay > 0)
    .reduce((product, { gate }) => product * values[gate]!, 1);
}
