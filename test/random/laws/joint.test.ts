import { expect, test } from 'vitest';
import { joint, rowOf } from '../../../src/random/laws/joint.js';

const table = { of: 'a fit', values: [40, 2, 10, 2] };

test('a joint law alone is that of its column: every row as likely as the others', () => {
  const quantile = joint.quantile(table);
  expect([0.1, 0.3, 0.6, 0.9].map(quantile)).toEqual([2, 2, 10, 40]);
  expect(joint.mean(table)).toBe(13.5);
  expect(joint.support(table)).toEqual({ low: 2, high: 40 });
  expect(joint.describe(table)).toBe('one of 4 draws of a fit, 90 % between 2 and 40, together with its other numbers');
});

test('a uniform picks a row, the first and the last as often as any', () => {
  expect([2 ** -33, 0.2499, 0.25, 0.5, 0.999, 1 - 2 ** -33].map((u) => rowOf(u, 4))).toEqual([0, 0, 1, 2, 3, 3]);
});

test('a column without values, or with one that is no number, is told', () => {
  expect(joint.faults({ of: 'a fit', values: [] })).toEqual(['values of joint must have at least one value, got none']);
  expect(joint.faults({ of: 'a fit', values: [1, NaN] })).toEqual(['value 2 must be a finite number, got NaN']);
});
