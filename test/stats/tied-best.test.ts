import { expect, test } from 'vitest';
import { tiedBest } from '../../src/stats/tied-best.js';

test('values within rounding tie, others do not, and no order of systems breaks a tie', () => {
  expect(tiedBest([0.3, 0.1 + 0.2, 0.4], 'lower')).toEqual([0, 1]);
  expect(tiedBest([0.3, 0.3 + 1e-9], 'lower')).toEqual([0]);
  expect(tiedBest([2, 7, 7], 'higher')).toEqual([1, 2]);
  expect(tiedBest([], 'lower')).toEqual([]);
  expect(() => tiedBest([1, NaN], 'lower')).toThrow(new RangeError('value 1 must be a finite number, got NaN'));
});
