import { expect, test } from 'vitest';
import { choice } from '../../../src/random/laws/choice.js';
import { openStream } from '../../../src/random/stream.js';
import { allowedZ, chiSquareZ } from '../goodness-of-fit.js';

const options = [
  { value: 5, weight: 2 },
  { value: -1, weight: 1 },
  { value: 3, weight: 0 },
  { value: 2, weight: 5 },
];

test('a choice takes its values in order of size, up to their added weights', () => {
  const quantile = choice.quantile(options);
  const draws = [1e-9, 0.125, 0.126, 0.75, 0.751, 1 - 2 ** -33].map(quantile);
  expect(draws).toEqual([-1, -1, 2, 2, 5, 5]);
});

test('a choice gives each value as often as its weight says, and one of weight 0 never', () => {
  const quantile = choice.quantile(options);
  const next = openStream({ seed: 7, replication: 0, purpose: 'choice', entity: '' });
  const counts = new Map<number, number>();
  for (let i = 0; i < 40_000; i++) {
    const value = quantile(next());
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  expect(counts.has(3)).toBe(false);
  const observed = [-1, 2, 5].map((value) => counts.get(value) ?? 0);
  expect(Math.abs(chiSquareZ(observed, [1 / 8, 5 / 8, 2 / 8]))).toBeLessThanOrEqual(allowedZ);
});

test('a choice has the weighted mean, the range of what can happen, and its shares in words', () => {
  expect(choice.mean(options)).toBe(19 / 8);
  const rare = [...options, { value: 100, weight: 0 }];
  expect(choice.support(rare)).toEqual({ low: -1, high: 5 });
  expect(choice.describe(options)).toBe('one of 5 (25 %), -1 (12.5 %), 3 (0 %), 2 (62.5 %)');
});
