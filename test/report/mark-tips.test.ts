import { describe, expect, test } from 'vitest';
import { markTip } from '../../src/report/mark-tips.js';

const names = new Map([
  ['asad', 'Ain al-Asad'],
  ['erbil', 'Erbil'],
]);
const rows = [
  { part: 'interval', base: 'asad', measure: 'attacks', level: '0.95', low: '4', high: '47', mean: '' },
  { part: 'interval', base: 'asad', measure: 'personAttacks', level: '0.95', low: '0', high: '1', mean: '' },
  { part: 'interval', base: 'erbil', measure: 'attacks', level: '0.95', low: '0', high: '1', mean: '' },
  { part: 'interval', base: 'asad', measure: 'attacks', level: '0.8', low: '0', high: '1', mean: '' },
  { part: 'mean', base: 'asad', measure: 'attacks', level: '', low: '', high: '', mean: '17.25' },
];
const weeks = [0, 1, 2].map((week) => ({
  part: 'week',
  measure: 'attacks',
  week: String(week),
  weekStart: `2020-03-${16 + 7 * week}T00:00:00Z`,
  weekMiddle: `2020-03-${19 + 7 * week}T12:00:00Z`,
  value: String(10 + week),
  low: String(9 + week),
  high: String(11 + week),
}));
const mark = (label: string, path = '', isLine = false) => ({ label, path, isLine });

describe('what a mark says', () => {
  test('is its row in words, with names for keys', () => {
    expect(markTip(mark('low: 4; base: asad; high: 47; level: 0.95'), { rows, names })).toEqual({
      kind: 'one',
      text: 'Ain al-Asad, attacks: central 95 % of replications 4 to 47',
    });
    expect(markTip(mark('mean: 17.25; base: asad'), { rows, names })).toEqual({
      kind: 'one',
      text: 'Ain al-Asad, attacks: mean 17.3',
    });
  });

  test('is nothing for a sign of the key, and for a value that no row has', () => {
    expect(markTip(mark('signStart: −123.82; y: 10; colour: #4a97c9'), { rows, names })).toBeUndefined();
    expect(markTip(mark('low: 5; base: asad; high: 47; level: 0.95'), { rows, names })).toBeUndefined();
    expect(markTip(mark('Title text of the figure'), { rows, names })).toBeUndefined();
  });

  test('is only what its label says where several rows fit', () => {
    expect(markTip(mark('low: 0; base: asad; high: 1'), { rows, names })).toEqual({
      kind: 'one',
      text: 'Ain al-Asad: 0 to 1',
    });
  });

  test('along a line is one text for each place', () => {
    const tip = markTip(mark('weekMiddle: Mar 19, 2020; value: 10', 'M0,5L10,4L20,3', true), { rows: weeks, names });
    expect(tip).toEqual({
      kind: 'along',
      texts: [
        'week from 16 March 2020, attacks: 10 (9 to 11)',
        'week from 23 March 2020, attacks: 11 (10 to 12)',
        'week from 30 March 2020, attacks: 12 (11 to 13)',
      ],
    });
  });

  test('is nothing along a line with another number of places than rows', () => {
    expect(markTip(mark('value: 10', 'M0,5L10,4', true), { rows: weeks, names })).toBeUndefined();
  });
});
