import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import { readParquet } from 'parquet-wasm';
import { describe, expect, test } from 'vitest';
import { replicationBlocks } from '../../src/cli/result-blocks.js';
import { rowsInBlock, writeParquet } from '../../src/cli/write-parquet.js';
import { openStream } from '../../src/random/stream.js';
import { tableRows } from '../experiment/small-results.js';
import { openFolder, resultFolder } from './open-folder.js';

/** Names, and every row with nulls for blanks, as another implementation (Rust's) reads them. */
function read(path: string) {
  const table = tableFromIPC(readParquet(readFileSync(path)).intoIPCStream());
  const names = table.schema.fields.map(({ name }) => name);
  const columns = names.map((_, c) => Array.from(table.getChildAt(c) ?? []));
  return { names, rows: Array.from({ length: table.numRows }, (_, r) => columns.map((column): unknown => column[r])) };
}

describe('Parquet', () => {
  test('every value is read back to the last bit, over several row groups, and blanks as null', () => {
    const { path } = openFolder();
    const n = 2500;
    const size = rowsInBlock(500);
    expect(n).toBeGreaterThan(2 * size);
    const u = openStream({ seed: 1, replication: 0, purpose: 'test', entity: '' });
    const odd = [NaN, 5e-324, -1.7976931348623157e308, 2 ** 53 - 1, 0.1 + 0.2, -3];
    const columns = Array.from({ length: 499 }, (_, c) => ({ name: `x.${c} é`, unit: '', about: '' }));
    const values = Float64Array.from({ length: n * 499 }, (_, i) => {
      const draw = u();
      return draw < 0.05 ? odd[i % odd.length]! : i % 499 < 250 ? Math.floor(9 * draw) : draw;
    });
    const file = join(path, 'a.parquet');
    writeParquet({ path: file, ...replicationBlocks({ columns, n, rows: tableRows({ n, values }) }) });
    const { names, rows } = read(file);
    expect(names).toEqual(['replication', ...columns.map(({ name }) => name)]);
    expect(rows.length).toBe(n);
    let different = 0;
    rows.forEach((row, r) => {
      if (row[0] !== r) different++;
      for (let c = 0; c < 499; c++) {
        const value = values[r * 499 + c]!;
        if (!Object.is(row[c + 1], Number.isNaN(value) ? null : value)) different++;
      }
    });
    expect(different).toBe(0);
  });

  test('a file without rows is refused, as not every reader takes it', () => {
    const path = join(openFolder().path, 'none.parquet');
    expect(() => {
      writeParquet({ path, columns: [{ name: 'x', kind: 'whole' }], blocks: [] });
    }).toThrow('blocks must be at least one, got 0');
  });

  test('a run writes the rows of its CSV files as Parquet too, the same bytes each time', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const argv = ['run', 'scenario.yaml', '-n', '40', '--no-figures', '--quiet'];
    const [one, again] = [await folder.garrison(argv), await folder.garrison([...argv, '--out', 'again'])];
    for (const name of ['replications', 'replications-weekly']) {
      const [csv, parquet] = ['csv', 'parquet'].map((kind) => join(folder.path, resultFolder(one), `${name}.${kind}`));
      const [head, ...lines] = parse(readFileSync(csv!, 'utf8')) satisfies string[][];
      const { names, rows } = read(parquet!);
      expect(names).toEqual(head);
      expect(rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))).toEqual(lines);
      expect(
        readFileSync(join(folder.path, resultFolder(again), `${name}.parquet`)).equals(readFileSync(parquet!)),
      ).toBe(true);
    }
  });

  test.each([
    ['csv', 'replications-weekly.csv replications.csv', 'replications.csv'],
    ['parquet', 'replications-weekly.parquet replications.parquet', 'replications.parquet'],
  ])('--format %s writes only %s', async (format, files, named) => {
    const folder = openFolder();
    folder.starter('yaml');
    const argv = ['run', 'scenario.yaml', '-n', '5', '--no-figures', '--quiet', '--format', format];
    const answer = await folder.garrison(argv);
    const written = folder.files().map((name) => name.split('/').at(-1) ?? '');
    expect(written.filter((name) => name.startsWith('replications')).join(' ')).toBe(files);
    expect(answer.stdout).toMatch(new RegExp(`^Read on: .*, ${named}$`, 'm'));
  });
});
