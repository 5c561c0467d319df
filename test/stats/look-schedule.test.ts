import { expect, test } from 'vitest';
import { lookSchedule } from '../../src/stats/look-schedule.js';

test('a schedule grows by its factor, by one at least, and ends with the cap', () => {
  expect(lookSchedule({ first: 50, growth: 1.5, cap: 200 })).toEqual([50, 75, 113, 170, 200]);
  expect(lookSchedule({ first: 2, growth: 1.01, cap: 5 })).toEqual([2, 3, 4, 5]);
  expect(lookSchedule({ first: 10, growth: 2, cap: 10 })).toEqual([10]);
});

test('a schedule that cannot be is refused', () => {
  expect(() => lookSchedule({ first: 1, growth: 2, cap: 10 })).toThrow(/first must be a whole number from 2, got 1/);
  expect(() => lookSchedule({ first: 20, growth: 2, cap: 10 })).toThrow(/first must be at most cap \(10\), got 20/);
  expect(() => lookSchedule({ first: 2, growth: 1, cap: 10 })).toThrow(/growth must be .* above 1, got 1/);
});
