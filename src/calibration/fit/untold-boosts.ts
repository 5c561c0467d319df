import type { Scenario } from '../../model/scenario/schema.js';
import { quantileOf } from '../../random/laws/law.js';
import { openStream } from '../../random/stream.js';
import { beliefSummary } from '../posterior/fitted-parameter.js';
import type { FittedNumber } from './fitted-number.js';
import { smoothLaw } from './priors-of.js';

/**
 * The boost of fatal attacks of actors none of whose attacks killed: no likelihood has it in it, so that what is believed
 * after is what the scenario's law says before. It has no path, since the scenario keeps that law.
 */
export function untoldBoosts(
  scenario: Scenario,
  { actors, rows, seed }: { readonly actors: readonly string[]; readonly rows: number; readonly seed: number },
): FittedNumber[] {
  return actors.flatMap((actor): FittedNumber[] => {
    const boost = scenario.actors[actor]?.fatalBoost;
    const prior = boost && smoothLaw(boost);
    if (!prior) return [];
    const quantile = quantileOf(prior);
    const before = beliefSummary(Array.from({ length: 2000 }, (_, k) => quantile((k + 0.5) / 2000)));
    const next = openStream({ seed, replication: 0, purpose: 'untold', entity: `${actor} fatalBoost` });
    return [
      {
        words: `extra weight of an attack that killed (${actor}; none did)`,
        prior,
        before,
        after: before,
        learnt: 'hardly anything',
        overlap: 1,
        draws: Float64Array.from({ length: rows }, () => quantile(next())),
      },
    ];
  });
}
