import { expect, test } from 'vitest';
import { sortedSample } from '../../src/stats/sorted-sample.js';

test('values are sorted as numbers, not as text, and the input stays as it was', () => {
  const values = [10, 9, -1, 1e3, 2];
  expect([...sortedSample(values).ascending]).toEqual([-1, 2, 9, 10, 1000]);
  expect(values).toEqual([10, 9, -1, 1000, 2]);
  expect([...sortedSample(Float64Array.of(3, 1, 2)).ascending]).toEqual([1, 2, 3]);
});

test('a value that is not finite is refused by its index', () => {
  expect(() => sortedSample([1, NaN, 2])).toThrow(new RangeError('value 1 must be a finite number, got NaN'));
  expect(() => sortedSample([Infinity])).toThrow(new RangeError('value 0 must be a finite number, got Infinity'));
});
