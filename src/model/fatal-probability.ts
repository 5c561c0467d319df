import type { CompiledScenario } from './compile.js';

/**
 * p̄_f: chance that an attack kills. Under the chain an upper bound of it, the bound of the mean killed. A bound is on the
 * safe side, and nearly always far from the limit.
 */
export function fatalProbability(compiled: CompiledScenario, values: ArrayLike<number>): number {
  const { severity } = compiled;
  return severity.isChain ? Math.min(1, meanKilledBound(compiled, values)) : values[severity.fatalProbability]!;
}

/**
 * Mean killed of one attack under the chain, with no interception, shelter or warning, at the densest garrison of the
 * start: by Markov’s inequality P(killed ≥ k) is at most this over k.
 */
export function meanKilledBound(compiled: CompiledScenario, values: ArrayLike<number>): number {
  const { severity, capacity, garrison, contingentKeys } = compiled;
  let density = 1;
  capacity.forEach((slot, base) => {
    if (slot < 0) return;
    let persons = 0;
    contingentKeys.forEach((_, c) => {
      const place = garrison[base * contingentKeys.length + c]!;
      persons += place < 0 ? 0 : values[place]!;
    });
    density = Math.max(density, persons / values[slot]! / values[severity.densityReference]!);
  });
  const [alpha, beta] = [values[severity.killedAlpha]!, values[severity.killedBeta]!];
  const perImpact =
    values[severity.casualtiesPerImpact]! * density ** values[severity.densityExponent]! +
    values[severity.tailProbability]! * 1000;
  let most = 0;
  for (const mode of severity.modes) {
    const [mean, size] = [values[mode.salvoMean]!, values[mode.salvoSize]!];
    const rounds = mean === 0 ? 1 : mean / -Math.expm1(-size * Math.log1p(mean / size));
    most = Math.max(most, rounds * values[mode.effectiveProbability]! * perImpact);
  }
  return (most * alpha) / (alpha + beta);
}
