import { supportOf, type Law } from '../../random/laws/law.js';
import type { Quantity } from '../../model/scenario/quantity.js';
import type { Scenario } from '../../model/scenario/schema.js';
import type { ProcessPriors } from '../hawkes/process-question.js';
import { priorOf } from '../posterior/prior.js';

/**
 * What a scenario believes of the process before the record: the laws of its own branching, lags and the boost of fatal attacks, where all the actors
 * share one and it can be a prior; else the usual one stands. Rates have none from the scenario, as what it says of them
 * comes from counts of the same attacks.
 */
export function priorsOf(scenario: Scenario, actors: readonly string[]): Partial<ProcessPriors> {
  const chosen = actors.flatMap((key) => scenario.actors[key] ?? []);
  const own = commonLaw(actors.map((key) => scenario.actors[key]?.branching[key]));
  const strikes = commonLaw(chosen.map(({ branching }) => branching['strikes']));
  const lag = commonLaw(chosen.map(({ meanLagDays }) => meanLagDays));
  const strikeLag = commonLaw([scenario.strikes.meanLagDays]);
  const boost = commonLaw(chosen.map(({ fatalBoost }) => fatalBoost));
  return {
    ...(own && supportOf(own).high <= 1 ? { ownBranching: own } : {}),
    ...(strikes ? { strikeBranching: strikes } : {}),
    ...(lag ? { meanLagDays: lag } : {}),
    ...(strikeLag ? { strikeLagDays: strikeLag } : {}),
    ...(boost ? { fatalBoost: boost } : {}),
  };
}

function commonLaw(quantities: readonly (Quantity | undefined)[]): Law | undefined {
  const [first] = quantities;
  const law = first && smoothLaw(first);
  const isShared = quantities.every((each) => JSON.stringify(each?.value) === JSON.stringify(first?.value));
  return law && isShared && supportOf(law).low >= 0 ? law : undefined;
}

/** The law of a number where it has a density that a search can climb; undefined for a point and for other laws. */
export function smoothLaw({ value }: Quantity): Law | undefined {
  if (typeof value === 'number') return undefined;
  try {
    return priorOf(value).law;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
