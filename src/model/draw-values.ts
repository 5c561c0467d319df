import { spectralRadius } from '../theory/spectral-radius.js';
import type { CompiledScenario } from './compile.js';
import { parameterDraws } from './parameters.js';
import { UserFault } from './scenario/fault.js';
import { strikesPerAttack } from './strike-loop.js';

const mostRedraws = 1000;

/**
 * Draws one replication's numbers, again where the attack process they give would run away in a state that lasts for ever.
 * Returns how many draws were thrown away.
 * @throws UserFault where a thousand draws in a row fail.
 */
export function drawValues(
  compiled: CompiledScenario,
  luck: { readonly seed: number; readonly replication: number },
  into: Float64Array,
): number {
  const draw = parameterDraws(compiled.parameters, luck);
  for (let redraws = 0; redraws < mostRedraws; redraws++) {
    draw(into);
    if (lastingSpectralRadius(compiled, into) < 1) return redraws;
  }
  throw new UserFault([
    {
      path: 'actors',
      rule: `must have branching that dies out, but ${mostRedraws} draws in a row did not`,
      hint: 'lower branching or its spread',
    },
  ]);
}

/**
 * Largest factor by which a generation of attacks can outgrow the last in any state that can last for ever: the spectral
 * radius of n_gj (1 + θ_f p_f), rows scaled by the gates of regimes without an end (model, section 3). Convoys of a plan
 * end, and are left out. Where rules strike back there is a row and a column of strikes: what an attack brings, and n_gs.
 */
export function lastingSpectralRadius(compiled: CompiledScenario, values: ArrayLike<number>): number {
  const fatal = values[compiled.severity.fatalProbability]!;
  const gates = compiled.actors.map((_, g) => lastingGate(compiled, values, g));
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

/** The largest product of gates, over the tracks, of regimes without a last day; 1 where there are none. */
function lastingGate(compiled: CompiledScenario, values: ArrayLike<number>, actor: number): number {
  let product = 1;
  for (let track = 0; track < compiled.tracks; track++) {
    let most = 1;
    for (const regime of compiled.regimes) {
      if (regime.track === track && regime.endDay === Infinity && regime.actors.includes(actor))
        most = Math.max(most, values[regime.gate]!);
    }
    product *= most;
  }
  return product;
}
