import { excitationProfile } from '../hawkes/excitation-profile.js';
import { testNoExcitation, type ExcitationTest } from '../hawkes/excitation-test.js';
import { networkProfile, type NetworkProfile } from '../hawkes/network-profile.js';
import type { NetworkQuestion } from '../hawkes/network-question.js';
import { testNetwork } from '../hawkes/network-test.js';
import type { RecordFit } from './fit-record.js';

/** What the record alone, without a prior, says on whether one actor's attacks provoke others of its own. */
export interface ExcitationEvidence {
  /** Key of the actor. */
  readonly actor: string;
  readonly test: ExcitationTest;
  readonly profile: NetworkProfile;
}

/**
 * Of every actor with at least two attacks, in the light of everybody's attacks, of strikes and of the gates. A gate that is
 * fitted stands at its likeliest value, and the days on which it holds have a rate of their own, as there is no prior here.
 */
export function excitationEvidence(
  { question, actors, fit, gates }: Pick<RecordFit, 'question' | 'actors' | 'fit' | 'gates'>,
  { seed }: { readonly seed: number },
): ExcitationEvidence[] {
  const { windowDays, imputations, starts = [0] } = question;
  const told = actors.map((_, i) => (imputations[0]?.[i]?.length ?? 0) >= 2);
  if (!told.includes(true)) return [];
  const [first] = imputations;
  const kills = question.fatal?.some(({ length }) => length > 0) ?? false;
  if (first?.length === 1 && gates.length === 0 && !kills) {
    const alone = { windowDays, imputations: imputations.map(([times = []]) => times), starts };
    return [{ actor: actors[0]!, test: testNoExcitation({ ...alone, seed }), profile: excitationProfile(alone) }];
  }
  const known = { ...question, rates: ratesWithoutPrior(question), gates: fit.map.model.gates ?? [] };
  const network: NetworkQuestion = known;
  const tests = testNetwork({ ...network, seed });
  return actors.flatMap((actor, receiver) =>
    told[receiver] ? [{ actor, test: tests[receiver]!, profile: networkProfile({ ...network, receiver }) }] : [],
  );
}

/** A rate for each period of it and each set of fitted gates that hold. */
function ratesWithoutPrior({ starts = [0], rates, uncertainGates = [] }: RecordFit['question']): number[] {
  const keys = starts.map((_, piece) =>
    JSON.stringify([rates?.[piece] ?? piece, uncertainGates.map(({ holds }) => holds[piece]!.includes(true))]),
  );
  const distinct = [...new Set(keys)];
  return keys.map((key) => distinct.indexOf(key));
}
