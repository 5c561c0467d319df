import { expect, test } from 'vitest';
import { betaBinomial } from '../../src/random/laws/beta-binomial.js';
import { negativeBinomial } from '../../src/random/laws/negative-binomial.js';
import * as theory from '../../src/theory/index.js';
import { expectClose } from '../cases/compare.js';
import { meanScore, shareScore, varianceScore } from './sample-scores.js';
import { uniformSource } from './uniform-source.js';

const process = { baselinePerDay: 0.12, branching: 0.4, decayPerDay: 0.1 };
const law = { mean: 0.6, size: 0.5 };
const share = { alpha: 1.5, beta: 8.5 };

/** Total casualties of each of many runs of so many days. */
function totals(horizonDays: number, runs: number): number[] {
  return Array.from({ length: runs }, (_, k) => {
    const next = uniformSource(`totals/${horizonDays}/${k}`);
    return theory.ogataEvents({ process, horizonDays }, next).reduce((sum) => sum + negativeBinomial(law, next()), 0);
  });
}

test('a year of attacks has as many casualties as simulated (|z| ≤ 4), and not as few extremes as a Poisson year', () => {
  const sample = totals(365, 10_000);
  const count = theory.transientCounts({ process, horizonDays: 365 });
  const each = theory.casualtyMoments(law);
  const exact = theory.totalMoments({ count, each });
  expect(Math.abs(meanScore(sample, exact.mean))).toBeLessThanOrEqual(4);
  expect(Math.abs(varianceScore(sample, exact.variance))).toBeLessThanOrEqual(4);
  const poisson = theory.totalMoments({ count: { mean: count.mean, variance: count.mean }, each });
  expect(varianceScore(sample, poisson.variance)).toBeGreaterThan(4);
});

// Over the year of the case P(total = 0) is 7e-9: no simulation sees it.
test.each([7, 30, 60])('%i days without a casualty are as likely as simulated (|z| ≤ 4)', (horizonDays) => {
  const none = totals(horizonDays, 20_000).map((total) => total === 0);
  const window = { process, horizonDays };
  const [missed = NaN] = theory.casualtyProbabilities(law, 0);
  expect(Math.abs(shareScore(none, theory.countGeneratingFunction(window, missed)))).toBeLessThanOrEqual(4);
});

test('the generating function is the sum over the counts, 1 at 1, and the void probability at 0', () => {
  const window = { process, horizonDays: 60 };
  const probabilities = theory.countProbabilities({ ...window, counts: 200 });
  for (const z of [0.2, 0.674, 0.95]) {
    expectClose(
      theory.countGeneratingFunction(window, z),
      probabilities.reduceRight((sum, p) => sum * z + p, 0),
      1e-9,
    );
  }
  expectClose(theory.countGeneratingFunction(window, 1), 1, 1e-14);
  expectClose(theory.countGeneratingFunction(window, 0), theory.voidProbability({ process, spanDays: 60 }), 1e-10);
});

test.each([0, 1, 6, 400])('the killed among %i casualties have these moments', (casualties) => {
  const probabilities = theory.killedProbabilities(share, casualties);
  expect(probabilities).toHaveLength(casualties + 1);
  const { mean, variance } = theory.killedMoments(share, casualties);
  expectClose(
    {
      total: probabilities.reduce((sum, p) => sum + p, 0),
      mean: probabilities.reduce((sum, p, d) => sum + p * d, 0),
      variance: probabilities.reduce((sum, p, d) => sum + p * (d - mean) ** 2, 0),
    },
    { total: 1, mean, variance },
    1e-11,
  );
});

test('drawn casualties and killed have these moments and probabilities (|z| ≤ 4)', () => {
  const next = uniformSource('draws');
  const casualties = Array.from({ length: 50_000 }, () => negativeBinomial(law, next()));
  const [none = NaN, one = NaN, two = NaN] = theory.casualtyProbabilities(law, 2);
  const killed = Array.from({ length: 50_000 }, () => betaBinomial({ trials: 6, ...share }, next()));
  for (const score of [
    meanScore(casualties, theory.casualtyMoments(law).mean),
    varianceScore(casualties, theory.casualtyMoments(law).variance),
    shareScore(
      casualties.map((count) => count === 0),
      none,
    ),
    shareScore(
      casualties.map((count) => count >= 3),
      1 - none - one - two,
    ),
    meanScore(killed, theory.killedMoments(share, 6).mean),
    varianceScore(killed, theory.killedMoments(share, 6).variance),
    ...theory.killedProbabilities(share, 6).map((p, d) =>
      shareScore(
        killed.map((count) => count === d),
        p,
      ),
    ),
  ]) {
    expect(Math.abs(score)).toBeLessThanOrEqual(4);
  }
});
