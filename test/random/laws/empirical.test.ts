import { expect, test } from 'vitest';
import { empirical } from '../../../src/random/laws/empirical.js';

const values = [40, 2, 10, 2];

test('an empirical law is the inverse of the empirical distribution function: one of the listed values', () => {
  const quantile = empirical.quantile(values);
  expect([2 ** -33, 0.25, 0.5, 0.5 + 2 ** -33, 0.75, 0.76, 1 - 2 ** -33].map(quantile)).toEqual([
    2, 2, 2, 10, 10, 40, 40,
  ]);
});

test('an empirical law sorts by size and not by text, and leaves its list as it is', () => {
  expect(empirical.quantile([100, 20, 3])(0.01)).toBe(3);
  expect(values).toEqual([40, 2, 10, 2]);
});

test('an empirical law has the mean and range of its list', () => {
  expect(empirical.mean(values)).toBe(13.5);
  expect(empirical.support(values)).toEqual({ low: 2, high: 40 });
  expect(empirical.describe(values)).toBe('one of 4 listed values from 2 to 40');
  expect(empirical.describe([7])).toBe('always 7');
});
