import { expect, test } from 'vitest';
import { zeroTruncatedNegativeBinomial } from '../../src/random/laws/zero-truncated-negative-binomial.js';
import { salvoMoments, salvoNoneProbability, salvoProbabilities, salvoTail } from '../../src/theory/salvo.js';
import { expectClose } from '../cases/compare.js';
import { meanScore, shareScore, varianceScore } from './sample-scores.js';
import { uniformSource } from './uniform-source.js';

const salvo = { meanBeforeTruncation: 4, size: 1.2 };

test.each([
  [4, 1.2, undefined],
  [4, 1.2, 60],
  [8, 0.05, 60],
  [0.01, 3, undefined],
  [90, 400, undefined],
  [2000, 4000, 60],
  [4, 1.2, 1],
])('the probabilities sum to one and carry the moments (k̄ %d, r %d, cap %s)', (meanBeforeTruncation, size, cap) => {
  const law = cap === undefined ? { meanBeforeTruncation, size } : { meanBeforeTruncation, size, cap };
  const probabilities = salvoProbabilities(law, 400);
  const total = probabilities.reduce((sum, p) => sum + p, 0);
  const mean = probabilities.reduce((sum, p, i) => sum + p * (i + 1), 0);
  const square = probabilities.reduce((sum, p, i) => sum + p * (i + 1) ** 2, 0);
  const exact = salvoMoments(law);
  expectClose({ total, mean, square }, { total: 1, mean: exact.mean, square: exact.variance + exact.mean ** 2 }, 1e-11);
});

test('the tail is the sum of what is in it and keeps digits far out; above the cap there is none', () => {
  const probabilities = salvoProbabilities(salvo, 1000);
  for (const atLeast of [1, 2, 15, 60, 200]) {
    expectClose(
      salvoTail(salvo, atLeast),
      probabilities.slice(atLeast - 1).reduceRight((sum, p) => sum + p, 0),
      1e-12,
    );
  }
  expect(salvoTail({ ...salvo, cap: 60 }, 60)).toBe(salvoTail(salvo, 60));
  expect(salvoTail({ ...salvo, cap: 60 }, 61)).toBe(0);
  // A tail that starts below the mode must not stop at its first small terms.
  expectClose(salvoTail({ meanBeforeTruncation: 2000, size: 4000 }, 2), 1, 1e-11);
});

test('without a salvo of none the mean is the one before truncation', () => {
  const none = salvoNoneProbability(salvo);
  expectClose(salvoMoments(salvo).mean * (1 - none), 4, 1e-14);
  expectClose(none, (1 + 4 / 1.2) ** -1.2, 1e-14);
});

test.each([undefined, 10])('drawn salvos have these moments and this tail (cap %s, |z| ≤ 4)', (cap) => {
  const next = uniformSource(`salvo ${cap}`);
  const drawn = Array.from({ length: 50_000 }, () =>
    zeroTruncatedNegativeBinomial({ mean: 4, size: 1.2, cap: cap ?? Infinity }, next()),
  );
  const law = cap === undefined ? salvo : { ...salvo, cap };
  const { mean, variance } = salvoMoments(law);
  expect(Math.abs(meanScore(drawn, mean))).toBeLessThanOrEqual(4);
  expect(Math.abs(varianceScore(drawn, variance))).toBeLessThanOrEqual(4);
  for (const atLeast of [2, 5, 10]) {
    const reached = drawn.map((rounds) => rounds >= atLeast);
    expect(Math.abs(shareScore(reached, salvoTail(law, atLeast)))).toBeLessThanOrEqual(4);
  }
  // A cap at ten is no small thing.
  const other = salvoMoments(cap === undefined ? { ...salvo, cap: 10 } : salvo);
  expect(Math.abs(meanScore(drawn, other.mean))).toBeGreaterThan(4);
});
