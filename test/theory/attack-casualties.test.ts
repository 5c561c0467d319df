import { expect, test } from 'vitest';
import { betaBinomial } from '../../src/random/laws/beta-binomial.js';
import { binomial } from '../../src/random/laws/binomial.js';
import { negativeBinomial } from '../../src/random/laws/negative-binomial.js';
import { zeroTruncatedNegativeBinomial } from '../../src/random/laws/zero-truncated-negative-binomial.js';
import { zeta, zetaTruncatedMean } from '../../src/random/laws/zeta.js';
import * as theory from '../../src/theory/index.js';
import { expectClose } from '../cases/compare.js';
import { meanScore, shareScore, varianceScore } from './sample-scores.js';
import { uniformSource } from './uniform-source.js';

/** The reference conditions of the model, section 7. */
const reference: theory.AttackChain = {
  salvo: { meanBeforeTruncation: 4, size: 1.2, cap: 60 },
  effectiveProbability: 0.06,
  casualtiesPerImpact: { mean: 2, size: 0.5 },
  killedShare: { alpha: 1.5, beta: 8.5 },
  present: 300,
};
const defended = { ...reference, airDefence: { interceptionProbability: 0.5, capacityRounds: 8 } };

test('under reference conditions the chances are the known ones, and nearly those of the calibration', () => {
  const exact = theory.attackCasualties(reference);
  const chances = [
    exact.anyCasualtyProbability,
    exact.meanCasualties,
    exact.fatalProbability,
    theory.tailOf(exact.killed, 3),
  ];
  // Added up from scipy 1.17.1: nbinom, binom and betabinom.pmf
  expectClose(chances, [0.142820303013, 0.579789084556, 0.0523312536366, 0.00798552662442], 1e-10);
  // The calibration says .0524 and .0079, where the exact third and fourth would be rounded to .0523 and .0080.
  for (const [i, calibrated] of [0.143, 0.58, 0.0524, 0.0079].entries()) {
    expect(Math.abs((chances[i] ?? NaN) - calibrated)).toBeLessThan(i < 2 ? 5e-4 : 1e-4);
  }
});

test('the means are the product of the means along the chain', () => {
  for (const chain of [reference, defended]) {
    const { airDefence = { interceptionProbability: 0, capacityRounds: 0 } } = chain;
    const impacts = 0.06 * theory.leakersOfSalvo(airDefence, chain.salvo).meanLeakers;
    const exact = theory.attackCasualties(chain);
    expectClose(exact.meanCasualties, 2 * impacts, 1e-9);
    expectClose(exact.meanKilled, 0.15 * exact.meanCasualties, 1e-12);
    expectClose([theory.tailOf(exact.casualties, 0), theory.tailOf(exact.killed, 0)], [1, 1], 1e-12);
  }
});

test('convolved impacts are the negative binomial law that sums of such laws have', () => {
  const { casualties } = theory.attackCasualties(defended);
  const impacts = theory.impactProbabilities(defended);
  const mixed = casualties.map((_, y) => (y === 0 ? impacts[0]! : 0));
  for (const [e, probability] of impacts.entries()) {
    if (e === 0) continue;
    const summed = theory.casualtyProbabilities({ mean: 2 * e, size: 0.5 * e }, 299);
    for (const [y, share] of summed.entries()) mixed[y]! += probability * share;
  }
  for (const y of [0, 1, 2, 10, 50, 150]) expectClose(casualties[y], mixed[y], 1e-11);
});

test('where every round let through is an impact, no impact is no leaker', () => {
  const { airDefence, salvo } = defended;
  const impacts = theory.impactProbabilities({ airDefence, salvo, effectiveProbability: 1 });
  const leakers = theory.leakersOfSalvo(airDefence, salvo);
  expectClose(impacts[0], leakers.noLeakerProbability, 1e-12);
  expectClose(
    impacts.reduce((sum, p, e) => sum + p * e, 0),
    leakers.meanLeakers,
    1e-12,
  );
});

test('no attack has more casualties than persons present, and what is capped lies on the cap', () => {
  const [few, many] = [10, 300].map((present) => theory.attackCasualties({ ...reference, present }));
  expect(few?.casualties).toHaveLength(11);
  expectClose(few?.casualties.slice(0, 10), many?.casualties.slice(0, 10), 1e-12);
  expectClose(few?.casualties[10], theory.tailOf(many?.casualties ?? [], 10), 1e-10);
  const nobody = theory.attackCasualties({ ...reference, present: 0 });
  expectClose(nobody.casualties, [1], 1e-14);
  expect([nobody.meanCasualties, nobody.fatalProbability]).toEqual([0, 0]);
});

test('mass casualties carry the mean of the cut zeta law', () => {
  const massCasualties = { probability: 0.1, exponent: 2.5 };
  const salvo = { ...reference.salvo, cap: 1 };
  // One round that always hits, and no cap worth the name on the ordinary law.
  const { meanCasualties } = theory.attackCasualties({ ...reference, salvo, effectiveProbability: 1, massCasualties });
  expectClose(meanCasualties, 0.9 * 2 + 0.1 * zetaTruncatedMean(2.5, 300), 1e-9);
});

interface Outcome {
  readonly casualties: number;
  readonly killed: number;
}

function simulate(chain: theory.AttackChain, name: string): Outcome[] {
  const next = uniformSource(name);
  const { salvo, airDefence, effectiveProbability, casualtiesPerImpact, massCasualties, killedShare, present } = chain;
  return Array.from({ length: 100_000 }, () => {
    const { meanBeforeTruncation: mean, size, cap } = salvo;
    const rounds = zeroTruncatedNegativeBinomial({ mean, size, cap }, next());
    const trials = Math.min(rounds, airDefence?.capacityRounds ?? 0);
    const stopped = binomial({ trials, probability: airDefence?.interceptionProbability ?? 0 }, next());
    const impacts = binomial({ trials: rounds - stopped, probability: effectiveProbability }, next());
    let casualties = 0;
    for (let impact = 0; impact < impacts; impact++) {
      const mass = massCasualties !== undefined && next() < massCasualties.probability;
      if (mass) casualties += zeta({ alpha: massCasualties.exponent, max: present }, next);
      else casualties += negativeBinomial(casualtiesPerImpact, next());
    }
    casualties = Math.min(present, casualties);
    return { casualties, killed: betaBinomial({ trials: casualties, ...killedShare }, next()) };
  });
}

function scores(sample: readonly Outcome[], exact: theory.AttackCasualties): number[] {
  const casualties = sample.map((outcome) => outcome.casualties);
  const killed = sample.map((outcome) => outcome.killed);
  const variance = exact.casualties.reduce((sum, p, y) => sum + p * (y - exact.meanCasualties) ** 2, 0);
  const reaching = (counts: readonly number[], atLeast: number): boolean[] => counts.map((count) => count >= atLeast);
  return [
    meanScore(casualties, exact.meanCasualties),
    varianceScore(casualties, variance),
    meanScore(killed, exact.meanKilled),
    shareScore(reaching(casualties, 1), exact.anyCasualtyProbability),
    shareScore(reaching(casualties, 10), theory.tailOf(exact.casualties, 10)),
    shareScore(reaching(killed, 1), exact.fatalProbability),
    shareScore(reaching(killed, 3), theory.tailOf(exact.killed, 3)),
  ];
}

test.each<[string, theory.AttackChain]>([
  ['under reference conditions', reference],
  ['behind air defence', defended],
  ['on a small post', { ...reference, effectiveProbability: 0.5, present: 12 }],
  ['with mass casualties', { ...reference, massCasualties: { probability: 0.3, exponent: 2.2 }, present: 100 }],
])('attacks drawn link by link come out so %s (|z| ≤ 4)', (name, chain) => {
  for (const score of scores(simulate(chain, name), theory.attackCasualties(chain))) {
    expect(Math.abs(score)).toBeLessThanOrEqual(4);
  }
});

test('attacks behind air defence would not pass for undefended ones', () => {
  const undefended = scores(simulate(defended, 'wrong'), theory.attackCasualties(reference));
  expect(Math.max(...undefended)).toBeLessThan(-4);
});
