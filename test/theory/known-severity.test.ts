import { z } from 'zod';
import severity from '../cases/severity.json' with { type: 'json' };
import { zetaMean, zetaSurvival, zetaTruncatedMean, zetaTruncatedSurvival } from '../../src/random/laws/zeta.js';
import * as theory from '../../src/theory/index.js';
import { caseCheck, checkCaseFile } from '../cases/case-checks.js';

const numbers = z.array(z.number());
const negativeBinomial = { nb_mean: z.number(), nb_size: z.number() };
const salvoOf = ({ nb_mean, nb_size }: { nb_mean: number; nb_size: number }): theory.Salvo => ({
  meanBeforeTruncation: nb_mean,
  size: nb_size,
});

checkCaseFile(
  { name: 'severity', cases: severity },
  {
    salvo_zero_truncated_negbin: caseCheck(z.object(negativeBinomial), (given) => {
      const salvo = salvoOf(given);
      return {
        p0_untruncated: theory.salvoNoneProbability(salvo),
        ...theory.salvoMoments(salvo),
        pmf_1_5: theory.salvoProbabilities(salvo, 5),
        p_ge_15: theory.salvoTail(salvo, 15),
        p_ge_30: theory.salvoTail(salvo, 30),
      };
    }),
    leakers_with_capacity: caseCheck(
      z.object({ p_int: z.number(), capacity: z.number(), salvo: numbers }),
      ({ p_int, capacity, salvo }) => {
        const defence = { interceptionProbability: p_int, capacityRounds: capacity };
        const leakers = salvo.map((rounds) => theory.leakersOfRounds(defence, rounds));
        return {
          mean_leakers: leakers.map(({ meanLeakers }) => meanLeakers),
          p_none: leakers.map(({ noLeakerProbability }) => noLeakerProbability),
        };
      },
    ),
    leakers_random_salvo: caseCheck(
      z.object({ ...negativeBinomial, p_int: z.number(), capacity: z.number() }),
      ({ p_int, capacity, ...given }) => {
        const defence = { interceptionProbability: p_int, capacityRounds: capacity };
        const leakers = theory.leakersOfSalvo(defence, salvoOf(given));
        return {
          mean_leakers: leakers.meanLeakers,
          p_no_leaker: leakers.noLeakerProbability,
          mean_intercepted: leakers.meanIntercepted,
        };
      },
    ),
    fatality_zeta_tail: caseCheck(
      z.object({ alpha: z.tuple([z.number(), z.number()]), k: numbers, truncate: z.number() }),
      ({ alpha: [alpha, heavier], k, truncate }) => ({
        sf_2_5: k.map((atLeast) => zetaSurvival(alpha, atLeast)),
        sf_2_4: k.map((atLeast) => zetaSurvival(heavier, atLeast)),
        mean_2_5: zetaMean(alpha),
        mean_2_4: zetaMean(heavier),
        trunc_mean_2_5: zetaTruncatedMean(alpha, truncate),
        trunc_sf10_2_5: zetaTruncatedSurvival(alpha, 10, truncate),
      }),
    ),
    compound_casualty_moments: caseCheck(
      z.object({ ...negativeBinomial, mu: z.number(), n: z.number(), beta: z.number(), T: z.number() }),
      ({ nb_mean, nb_size, mu, n, beta, T }) => {
        const process = { baselinePerDay: mu, branching: n, decayPerDay: beta };
        const law = { mean: nb_mean, size: nb_size };
        const count = theory.transientCounts({ process, horizonDays: T });
        const each = theory.casualtyMoments(law);
        const [none = NaN, one = NaN, two = NaN] = theory.casualtyProbabilities(law, 2);
        return {
          mean: theory.totalMoments({ count, each }).mean,
          variance_hawkes: theory.totalMoments({ count, each }).variance,
          variance_poisson: theory.totalMoments({ count: { mean: count.mean, variance: count.mean }, each }).variance,
          p_total_zero: theory.countGeneratingFunction({ process, horizonDays: T }, none),
          p_attack_zero_casualties: none,
          p_attack_ge3: 1 - none - one - two,
        };
      },
    ),
    killed_given_casualties_betabinomial: caseCheck(
      z.object({ a: z.number(), b: z.number(), casualties: z.number() }),
      ({ a, b, casualties }) => {
        const share = { alpha: a, beta: b };
        return {
          pmf: theory.killedProbabilities(share, casualties),
          ...theory.killedMoments(share, casualties),
        };
      },
    ),
  },
);
