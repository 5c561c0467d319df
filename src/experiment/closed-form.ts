import type { CompiledScenario } from '../model/compile.js';
import { drawValues } from '../model/draw-values.js';
import { Simulator } from '../model/replication.js';
import { meanInterval, type Estimate } from '../stats/index.js';
import { expectedCounts } from '../theory/network-counts.js';

/** Expected attacks on bases, by the moment equations and by simulation, over the same draws of the parameters. */
export interface ClosedForm {
  readonly exact: number;
  readonly simulated: Estimate;
}

/**
 * Attacks on bases in closed form where the scenario allows it: nobody moves, nothing but attacks provokes attacks, gates
 * and seasons stand still, and fatal attacks are the quick law's. Undefined where it does not. The mean over `n` draws of
 * the parameters (seed 1) stands beside the simulated mean of the same `n` replications.
 */
export function closedForm(compiled: CompiledScenario, n: number): ClosedForm | undefined {
  if (!isLinear(compiled)) return undefined;
  const values = new Float64Array(compiled.parameters.points.length);
  const simulator = new Simulator(compiled);
  const attacks = new Float64Array(n);
  let exact = 0;
  for (let replication = 0; replication < n; replication++) {
    drawValues(compiled, { seed: 1, replication }, values);
    exact += expectedOf(compiled, values) / n;
    simulator.run({ seed: 1, replication });
    attacks[replication] = simulator.tally.attacksOnBases;
  }
  return { exact, simulated: meanInterval(attacks) };
}

/** Whether λ is a baseline that stands still and linear excitation by attacks, all of them on bases. */
function isLinear(compiled: CompiledScenario): boolean {
  const { plan, regimes, chains, rules, strikes, supply, severity, actors, parameters } = compiled;
  const nothingHappens = plan.length + regimes.length + chains.length + rules.length + strikes.length === 0;
  const still = actors.every(({ seasonAmplitude }) => parameters.points[seasonAmplitude] === 0);
  return nothingHappens && supply === undefined && !severity.isChain && still;
}

function expectedOf(compiled: CompiledScenario, values: Float64Array): number {
  const { actors, severity, history, horizonDays, garrison } = compiled;
  const anybody = garrison.some((slot) => slot >= 0 && Math.round(values[slot]!) > 0);
  if (!anybody) return 0;
  const decay = actors.map(({ meanLagDays }) => 1 / values[meanLagDays]!);
  const start = actors.map(() => 0);
  const fatal = values[severity.fatalProbability]!;
  for (const { day, killed } of history.attacks) {
    const actor = history.actor;
    const size = killed ? 1 + values[actors[actor]!.fatalBoost]! : 1;
    start[actor]! += size * Math.exp(decay[actor]! * day);
  }
  const counts = expectedCounts({
    baseline: actors.map(({ baselinePerDay }) => values[baselinePerDay]!),
    branching: actors.map(({ branching }) => actors.map((_, j) => (branching[j]! < 0 ? 0 : values[branching[j]!]!))),
    decay,
    start,
    horizon: horizonDays,
    jumps: actors.map(({ fatalBoost }) => {
      const boost = values[fatalBoost]!;
      return { mean: 1 + boost * fatal, meanSquare: 1 + (2 * boost + boost * boost) * fatal };
    }),
  });
  return counts.reduce((sum, count) => sum + count, 0);
}
