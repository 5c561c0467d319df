import { expect, test } from 'vitest';
import { countProbabilities } from '../../src/theory/count-distribution.js';
import { voidProbability } from '../../src/theory/hawkes-forecast.js';
import { transientCounts } from '../../src/theory/transient-counts.js';
import { expectClose } from '../cases/compare.js';

const process = { baselinePerDay: 0.12, branching: 0.4, decayPerDay: 0.1 };

test.each([7, 30, 150])('the generating function and the moment equations agree over %i days', (horizonDays) => {
  const probabilities = countProbabilities({ process, horizonDays, counts: 200 });
  const moment = (about: number, power: number): number =>
    probabilities.reduce((sum, probability, k) => sum + probability * (k - about) ** power, 0);
  const exact = transientCounts({ process, horizonDays });
  expectClose(moment(0, 0), 1, 1e-10);
  expectClose(moment(0, 1), exact.mean, 1e-9);
  expectClose(moment(exact.mean, 2), exact.variance, 1e-8);
  expect(Math.min(...probabilities)).toBeGreaterThan(-1e-12);
});

test('no event has the void probability', () => {
  const [none] = countProbabilities({ process, horizonDays: 7, counts: 64 });
  expectClose(none, voidProbability({ process, spanDays: 7 }), 1e-10);
});

test('without branching the counts are Poisson', () => {
  const poisson = { baselinePerDay: 0.2, branching: 0, decayPerDay: 0.1 };
  const probabilities = countProbabilities({ process: poisson, horizonDays: 10, counts: 40 });
  const expected = [1, 2, 2, 8 / 6].map((ratio) => ratio * Math.exp(-2));
  expectClose(probabilities.slice(0, 4), expected, 1e-9);
});
