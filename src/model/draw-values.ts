import { spectralRadius } from '../theory/spectral-radius.js';
import type { CompiledScenario } from './compile.js';
import { branchingOf, convoyFactors, referenceRates } from './convoy-hazard.js';
import { fatalProbability } from './fatal-probability.js';
import type { FirstLuck } from './luck.js';
import { parameterDraws } from './parameters.js';
import { chainsEndSoonEnough, lastingGate } from './regime-gates.js';
import { UserFault } from './scenario/fault.js';
import { supplyHazardPerDay } from './supply.js';
import { strikesPerAttack } from './strike-loop.js';

const mostRedraws = 1000;

/**
 * Draws one replication's numbers, again where the attack process they give would run away in a state that lasts for ever:
 * its own, or that of a scenario it is compared with (`drawnWith`), so that all of these keep the same attempt.
 * Returns how many draws were thrown away. `against` is λ_ref by actor where it is another scenario's.
 * @throws UserFault where a thousand draws in a row fail.
 */
export function drawValues(
  compiled: CompiledScenario,
  luck: FirstLuck,
  into: Float64Array,
  against?: ReadonlyMap<string, number>,
): number {
  const { drawnWith = [] } = compiled;
  const draw = parameterDraws(compiled.parameters, luck);
  const drawOthers = drawnWith.map(({ parameters }) => parameterDraws(parameters, luck));
  const others = drawnWith.map(({ parameters }) => new Float64Array(parameters.points.length));
  for (let redraws = 0; redraws < mostRedraws; redraws++) {
    draw(redraws, into);
    drawOthers.forEach((drawOther, i) => {
      drawOther(redraws, others[i]!);
    });
    const isStable = drawnWith.length === 0 ? diesOut(compiled, into, against) : allDieOut(drawnWith, others);
    if (isStable) return redraws;
  }
  const together = drawnWith.length === 0 ? '' : ' in all scenarios that are compared';
  throw new UserFault([
    {
      path: 'actors',
      rule: `must have branching that dies out${together}, but ${mostRedraws} draws in a row did not`,
      hint: 'lower branching or its spread, or the gates of regimes that last',
    },
  ]);
}

function diesOut(
  compiled: CompiledScenario,
  values: ArrayLike<number>,
  against?: ReadonlyMap<string, number>,
): boolean {
  return lastingSpectralRadius(compiled, values, against) < 1 && chainsEndSoonEnough(compiled, values);
}

/** The first is the baseline, whose start the others are measured against. */
function allDieOut(together: readonly CompiledScenario[], values: readonly Float64Array[]): boolean {
  const [baseline, ...others] = together;
  const [first, ...rest] = values;
  if (!baseline || !first || !diesOut(baseline, first)) return false;
  const rates = referenceRates(baseline, first);
  return others.every((other, i) => diesOut(other, rest[i]!, rates));
}

/**
 * Largest factor by which a generation of attacks can outgrow the last in any state that can last for ever: the spectral
 * radius of n_gj (1 + θ_f p̄_f), rows scaled by the gates of regimes without an end (model, section 1), and by
 * 1 + ω_g h̄/λ_g,ref where supply convoys run. Convoys of a plan end, and are left out.
 * Where rules strike back there is a row and a column of strikes: what an attack brings, and n_gs.
 */
export function lastingSpectralRadius(
  compiled: CompiledScenario,
  values: ArrayLike<number>,
  against?: ReadonlyMap<string, number>,
): number {
  const fatal = fatalProbability(compiled, values);
  let gates = compiled.actors.map((_, g) => lastingGate(compiled, values, g));
  const onSupply = supplyHazardPerDay(compiled, values);
  if (onSupply > 0) {
    // Attacks on the road are measured against λ_ref, which branching must give first.
    const ungated = spectralRadius(branchingOf(compiled, values));
    if (ungated >= 1) return ungated;
    const factors = convoyFactors(compiled, values, against);
    gates = gates.map((gate, g) => gate * (1 + factors[g]! * onSupply));
  }
  const matrix = compiled.actors.map((receiver, g) =>
    compiled.actors.map((source, j) => {
      const slot = receiver.branching[j]!;
      return slot < 0 ? 0 : gates[g]! * values[slot]! * (1 + values[source.fatalBoost]! * fatal);
    }),
  );
  const strikes = strikesPerAttack(compiled, values);
  if (strikes === 0) return spectralRadius(matrix);
  const column = compiled.actors.map(({ branching }, g) => {
    const slot = branching[matrix.length]!;
    return slot < 0 ? 0 : gates[g]! * values[slot]!;
  });
  return spectralRadius([...matrix.map((row, g) => [...row, column[g]!]), [...matrix.map(() => strikes), 0]]);
}
