import { excitationProfile, type ExcitationProfile } from '../hawkes/excitation-profile.js';
import { testNoExcitation, type ExcitationTest } from '../hawkes/excitation-test.js';
import type { RecordFit } from './fit-record.js';

/** What the record alone, without a prior and without strikes, says on whether attacks provoke attacks. */
export interface ExcitationEvidence {
  readonly test: ExcitationTest;
  readonly profile: ExcitationProfile;
}

/** Of records of one actor with at least two attacks; undefined of others. */
export function excitationEvidence(
  { question, actors, fit }: Pick<RecordFit, 'question' | 'actors' | 'fit'>,
  { seed }: { readonly seed: number },
): ExcitationEvidence | undefined {
  const imputations = question.imputations.map(([times = []]) => times);
  if (actors.length > 1 || (imputations[0]?.length ?? 0) < 2) return undefined;
  const { windowDays, starts = [0] } = question;
  const gates = fit.map.model.gates?.map(([gate = 1]) => gate);
  return {
    test: testNoExcitation({ windowDays, imputations, starts, gates, seed }),
    profile: excitationProfile({ windowDays, imputations, starts, gates }),
  };
}
