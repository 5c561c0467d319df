import { expect, test } from 'vitest';
import { figureTables } from '../../src/report/figure-table.js';

const names = new Map([['asad', 'Ain al-Asad']]);

test('intervals of one thing at several levels stand in one row', () => {
  const rows = ['0.95', '0.5'].map((level) => ({
    part: 'interval',
    base: 'asad',
    level,
    low: level === '0.95' ? '3.975' : '10',
    high: '47',
  }));
  const { tables } = figureTables({ title: 'By base', rows }, names);
  expect(tables).toEqual([
    {
      caption: 'By base: interval',
      head: ['base', 'central 50 %', 'central 95 %'],
      rows: [['Ain al-Asad', '10 to 47', '3.98 to 47']],
      numeric: [1, 2],
    },
  ]);
});

test('every kind of row has a table of its own, without the columns that only place marks', () => {
  const rows = [
    { part: 'bin', binStart: '0', binEnd: '10000', count: '2', share: '0.001', median: '', label: '' },
    { part: 'median', binStart: '', binEnd: '', count: '', share: '', median: '72275', label: '72,300' },
  ];
  const { tables } = figureTables({ title: 'Exposure', rows }, names);
  expect(tables.map(({ head }) => head)).toEqual([['from', 'to', 'replications', 'share of replications'], ['median']]);
  expect(tables.map((table) => table.rows)).toEqual([[['0', '10,000', '2', '0.1 %']], [['72,275']]]);
});

test('a table too long to read is left to the file, and said to be', () => {
  const rows = Array.from({ length: 131 }, (_, i) => ({ part: 'path', attacks: String(i) }));
  expect(figureTables({ title: 'Weeks', rows }, names)).toEqual({ tables: [], left: ['131 rows of path'] });
});
