import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCsvFile } from '../../src/cli/csv-file.js';
import { openStream } from '../../src/random/stream.js';
import { openFolder } from './open-folder.js';

test('numbers stand in a CSV file as the language writes them, blank where not finite, over several blocks of bytes', () => {
  const path = join(openFolder().path, 'a.csv');
  const n = 20_000;
  const u = openStream({ seed: 1, replication: 0, purpose: 'test', entity: '' });
  const odd = [NaN, -0, Infinity, 5e-324, -1.7976931348623157e308, 2 ** 53 - 1, 1e21, -1e-7, 2 ** 31, -3];
  const columns = [
    Float64Array.from({ length: n }, (_, i) => odd[i % odd.length]!),
    Float64Array.from({ length: n }, () => Math.floor(1e6 * u())),
    ...Array.from({ length: 4 }, () => Float64Array.from({ length: n }, () => u() * 10 ** Math.floor(600 * u() - 300))),
  ];
  const file = openCsvFile(path);
  file.text('names, é\n');
  for (let row = 0; row < n; row++) file.numbers(`${row}`, columns, row);
  file.close();
  const lines = readFileSync(path, 'utf8').split('\n');
  expect(lines.length).toBe(n + 2);
  expect([lines[0], lines.at(-1)]).toEqual(['names, é', '']);
  const cell = (value: number): string => (Number.isFinite(value) ? String(value) : '');
  const wanted = (row: number): string => [String(row), ...columns.map((column) => cell(column[row]!))].join();
  expect(lines.slice(1, -1).filter((line, row) => line !== wanted(row))).toEqual([]);
});
