import { describe, expect, test } from 'vitest';
import { read, recordOf } from './invented.js';

// Invented rows in the form of UCDP GED; none is from UCDP.

const columns = [
  'id',
  'year',
  'type_of_violence',
  'side_a',
  'side_b',
  'where_prec',
  'where_coordinates',
  'latitude',
  'longitude',
  'date_prec',
  'date_start',
  'date_end',
  'deaths_a',
  'best',
  'high',
  'low',
];
const rows = [
  [
    1,
    2030,
    1,
    'Government of Blue',
    'The Reds',
    1,
    'North Valley',
    10,
    20,
    1,
    '2030-03-05 00:00:00.000',
    '2030-03-05 00:00:00.000',
    2,
    2,
    2,
    2,
  ],
  [2, 2030, 1, 'Government of Blue', 'The Reds', 1, 'a village', 10.01, 20, 4, '2030-03-05', '2030-03-31', 0, 1, 1, 1],
  [3, 2030, 3, 'The Reds', 'Civilians', 1, 'North Valley', 10, 20, 1, '2030-03-06', '2030-03-06', 0, 3, 3, 3],
  [
    4,
    2030,
    1,
    'Government of Blue',
    'Government of Grey',
    1,
    'North Valley',
    10,
    20,
    1,
    '2030-03-06',
    '2030-03-06',
    0,
    3,
    3,
    3,
  ],
  [
    5,
    2030,
    1,
    'Government of Blue',
    'The Reds',
    4,
    'North province',
    10,
    20,
    1,
    '2030-03-07',
    '2030-03-07',
    0,
    1,
    1,
    1,
  ],
  [6, 2030, 1, 'Government of Blue', 'The Reds', 1, 'North Valley', 10, 20, 5, '2030-01-01', '2030-12-31', 0, 1, 1, 1],
];

const csv = (order: readonly number[]): string =>
  [columns, ...rows].map((cells) => order.map((i) => cells[i]).join(',')).join('\n');
const asIs = columns.map((_, i) => i);

describe('a UCDP GED export', () => {
  test('is read by the names of its columns, in any order', () => {
    const plain = recordOf(read(csv(asIs)));
    expect(plain.format).toBe('ucdp');
    expect(recordOf(read(csv(asIs.toReversed())))).toEqual(plain);
  });

  test('counts state-based events at a base and tells why the others do not', () => {
    const { record, byDistance } = recordOf(read(csv(asIs)));
    expect(record.attacks.map(({ line, base, precision, actor }) => [line, base, precision, actor])).toEqual([
      [2, 'north', 'day', 'reds'],
      [3, 'north', 'month', 'reds'],
    ]);
    expect(byDistance).toBe(1);
    expect(record.leftOut.map(({ line, why }) => [line, why])).toEqual([
      [4, 'one-sided violence'],
      [5, 'Government of Blue and Government of Grey'],
      [6, 'North province: it has no position of its own'],
      [7, 'date_prec 5 of 2030-01-01'],
    ]);
  });

  test('takes no deaths over, as they are not the coalition’s', () => {
    for (const attack of recordOf(read(csv(asIs))).record.attacks) expect(attack).not.toHaveProperty('killed');
  });
});
