import { expect, test } from 'vitest';
import { binomial } from '../../src/random/laws/binomial.js';
import { zeroTruncatedNegativeBinomial } from '../../src/random/laws/zero-truncated-negative-binomial.js';
import { leakersOfRounds, leakersOfSalvo } from '../../src/theory/interception.js';
import { salvoMoments, salvoProbabilities } from '../../src/theory/salvo.js';
import { expectClose } from '../cases/compare.js';
import { meanScore, shareScore } from './sample-scores.js';
import { uniformSource } from './uniform-source.js';

const defence = { interceptionProbability: 0.6, capacityRounds: 8 };
const salvo = { meanBeforeTruncation: 4, size: 1.2 };

test.each([1, 2, 5, 10, 25])('of %i rounds as many leak as simulated (|z| ≤ 4)', (rounds) => {
  const next = uniformSource(`leakers ${rounds}`);
  const leakers = Array.from({ length: 20_000 }, () => {
    return rounds - binomial({ trials: Math.min(rounds, 8), probability: 0.6 }, next());
  });
  const exact = leakersOfRounds(defence, rounds);
  const none = leakers.map((count) => count === 0);
  expect(Math.abs(meanScore(leakers, exact.meanLeakers))).toBeLessThanOrEqual(4);
  if (rounds <= 8) expect(Math.abs(shareScore(none, exact.noLeakerProbability))).toBeLessThanOrEqual(4);
  else expect([none.includes(true), exact.noLeakerProbability]).toEqual([false, 0]);
});

test('of a random salvo as many leak as simulated (|z| ≤ 4), and fewer than without a limit to the defence', () => {
  const next = uniformSource('random leakers');
  const leakers = Array.from({ length: 50_000 }, () => {
    const rounds = zeroTruncatedNegativeBinomial({ mean: 4, size: 1.2, cap: Infinity }, next());
    return rounds - binomial({ trials: Math.min(rounds, 8), probability: 0.6 }, next());
  });
  const exact = leakersOfSalvo(defence, salvo);
  expect(Math.abs(meanScore(leakers, exact.meanLeakers))).toBeLessThanOrEqual(4);
  const none = leakers.map((count) => count === 0);
  expect(Math.abs(shareScore(none, exact.noLeakerProbability))).toBeLessThanOrEqual(4);
  const unlimited = leakersOfSalvo({ ...defence, capacityRounds: 1000 }, salvo);
  expectClose(unlimited.meanLeakers, 0.4 * salvoMoments(salvo).mean, 1e-12);
  expect(meanScore(leakers, unlimited.meanLeakers)).toBeGreaterThan(4);
});

test.each([undefined, 60, 5])('a random salvo leaks what its rounds leak on average (cap %s)', (cap) => {
  const law = cap === undefined ? salvo : { ...salvo, cap };
  const probabilities = salvoProbabilities(law, 300);
  const average = (of: (rounds: number) => number): number =>
    probabilities.reduce((sum, p, i) => sum + p * of(i + 1), 0);
  const each = (rounds: number): ReturnType<typeof leakersOfRounds> => leakersOfRounds(defence, rounds);
  expectClose(
    leakersOfSalvo(defence, law),
    {
      meanIntercepted: average((rounds) => each(rounds).meanIntercepted),
      meanLeakers: average((rounds) => each(rounds).meanLeakers),
      noLeakerProbability: average((rounds) => each(rounds).noLeakerProbability),
    },
    1e-12,
  );
});

test('without a capacity or without a chance every round leaks', () => {
  const mean = salvoMoments(salvo).mean;
  for (const idle of [
    { ...defence, capacityRounds: 0 },
    { ...defence, interceptionProbability: 0 },
  ]) {
    const all = { meanIntercepted: 0, meanLeakers: mean, noLeakerProbability: 0 };
    expect(leakersOfSalvo(idle, salvo)).toEqual(all);
  }
});
