import { expect, test } from 'vitest';
import { sweepCellCaption, sweepCellRows } from '../../../src/experiment/tables/sweep.js';

const about = { answer: 'attacks, b minus a', study: 'A', origin: 'made up', nameOf: (input: string) => input };
const estimate = (value: number) => ({ value, low: value - 1, high: value + 1, level: 0.95, n: 9, method: 'made up' });
const captionOf = (...differences: readonly number[]): string => {
  const rows = differences.map((value, i) => ({ at: [i, 0], means: [estimate(1)], difference: estimate(value) }));
  return sweepCellCaption(sweepCellRows(rows, { xTitle: 'X', yTitle: 'Y', unit: '' }), about).subtitle.join(' ');
};

test('a map of differences speaks of brackets only where a cell has some', () => {
  expect(captionOf(5, -0.5)).toContain('In brackets');
  expect(captionOf(5, -5)).not.toContain('In brackets');
});
