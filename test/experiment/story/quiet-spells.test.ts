import { expect, test } from 'vitest';
import { quietSpells } from '../../../src/experiment/story/quiet-spells.js';
import type { Happening } from '../../../src/model/happening.js';

const at = (...days: number[]): Happening[] => days.map((day) => ({ kind: 'attackOnBase', day }));

test('spells fill the time from the start to the end, and one of them is the longest', () => {
  const spells = quietSpells(at(3, 5, 30, 32), 40);
  expect(spells.map(({ fromDay, days, endsAt }) => [fromDay, days, endsAt])).toEqual([
    [0, 3, 0],
    [3, 2, 1],
    [5, 25, 2],
    [30, 2, 3],
    [32, 8, -1],
  ]);
  expect(spells.filter(({ isLongest }) => isLongest)).toHaveLength(1);
  expect(spells.map(({ text }) => text)).toEqual([
    '',
    '',
    'After 25 days without an attack, the longest quiet: ',
    '',
    '',
  ]);
});

test('an attack on a base handed over breaks no quiet, and a longest quiet under a week is not told', () => {
  expect(quietSpells([{ kind: 'attackOnHandedOver', day: 5 }], 10).map(({ days }) => days)).toEqual([10]);
  expect(quietSpells(at(2, 4, 6, 8), 10).every(({ text }) => text === '')).toBe(true);
});
