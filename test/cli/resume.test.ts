import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inlineExecutor } from '../../src/experiment/executor.js';
import { chunkRows, fieldOf, type Rows } from '../../src/experiment/rows.js';
import { openRunner } from '../../src/experiment/run-replications.js';
import { missingSpans } from '../../src/experiment/span-queue.js';
import { openWorkFolder } from '../../src/cli/work-folder.js';
import { openShard, writeShard } from '../../src/cli/shard-file.js';
import { compileScenario } from '../../src/model/compile.js';
import { smallResults } from '../experiment/small-results.js';
import { keptWork, killOnceKept } from './kill-program.js';
import { openFolder, resultFolder } from './open-folder.js';

const hash = 'f'.repeat(64);

function smallWork(parent: string) {
  const compiled = compileScenario(smallResults().scenario);
  return { compiled, seed: 1, open: () => openWorkFolder({ parent, compiled, hash, seed: 1 }) };
}

function numbersOf(rows: Rows): Float64Array[] {
  return Array.from({ length: rows.fields }, (_, field) => fieldOf(rows, field));
}

describe('a run that was killed', () => {
  test.each(['1', '2'])(
    'continues where it was, on %s workers, and gives the same bytes',
    { timeout: 120_000 },
    async (workers) => {
      const folder = openFolder();
      folder.starter('yaml');
      const run = ['run', 'scenario.yaml', '--workers', workers, '--no-figures'];
      await killOnceKept(folder, [...run, '-n', '300000'], 2);
      expect(keptWork(folder).length).toBeGreaterThanOrEqual(2);
      const n = '400';
      const again = await folder.garrison([...run, '-n', n]);
      expect(again.exitCode, again.stderr).toBe(0);
      expect(again.stderr).toMatch(/Continuing: [1-9]\d* of 400 replications were done\./);
      expect(folder.files().filter((name) => name.includes('.work-'))).toEqual([]);
      const anew = await folder.garrison([...run, '-n', n, '--out', 'anew']);
      expect(anew.stderr).not.toContain('Continuing');
      for (const file of ['replications.csv', 'replications-weekly.csv', 'summary.csv', 'summary.json'])
        expect(folder.read(`${resultFolder(again)}/${file}`), file).toBe(folder.read(`${resultFolder(anew)}/${file}`));
    },
  );
});

describe('kept work', () => {
  test('is found again in order, but for what is damaged, of another scenario or told twice', () => {
    const { path } = openFolder();
    const { compiled, seed, open } = smallWork(path);
    const runner = openRunner(compiled, seed);
    const first = open();
    expect(first.found).toEqual([]);
    for (const [from, to] of [
      [20, 25],
      [0, 5],
      [5, 8],
    ] as const)
      first.add(chunkRows(runner({ from, to })));
    first.flush();
    const folder = join(path, readdirSync(path)[0] ?? '');
    // Chunks that touch are one file.
    expect(readdirSync(folder).sort()).toEqual(['0-8.shard', '20-25.shard']);
    writeFileSync(join(folder, '21-22.shard'), readFileSync(join(folder, '20-25.shard')));
    writeFileSync(join(folder, '30-35.shard'), readFileSync(join(folder, '0-8.shard')).subarray(0, -40));
    const read = openShard(join(folder, '20-25.shard'));
    if (read?.kind !== 'shard') throw new Error(read?.rule);
    const elsewhere = chunkRows({ ...runner({ from: 20, to: 25 }), from: 40, to: 45 });
    writeShard(join(folder, '40-45.shard'), {
      header: { ...read.header, scenario: 'another', from: 40, to: 45 },
      rows: elsewhere,
    });
    read.close();

    const second = open();
    expect(second.found.map(({ from, to }) => [from, to])).toEqual([
      [0, 8],
      [20, 25],
    ]);
    expect(numbersOf(second.found[1]!)).toEqual(numbersOf(chunkRows(runner({ from: 20, to: 25 }))));
    expect(second.remarks).toHaveLength(1);
    expect(second.remarks[0]).toMatch(/30-35\.shard must be/);
    second.remove();
    expect(existsSync(folder)).toBe(false);
  });

  test('of an engine that gives other numbers is not used', () => {
    const { path } = openFolder();
    const { compiled, seed, open } = smallWork(path);
    const chunk = openRunner(compiled, seed)({ from: 3, to: 6 });
    chunk.values[0]! += 1;
    const first = open();
    first.add(chunkRows(chunk));
    first.flush();
    const second = open();
    expect(second.found).toEqual([]);
    expect(second.remarks.join()).toContain('this engine gives other numbers');
  });

  test('that cannot be written stops no run', () => {
    const { path } = openFolder();
    const { compiled, seed, open } = smallWork(path);
    const work = open();
    mkdirSync(join(path, 'x'));
    writeFileSync(join(path, `.work-${seed}-${hash.slice(0, 16)}`), 'in the way');
    work.add(chunkRows(openRunner(compiled, seed)({ from: 0, to: 2 })));
    expect(() => {
      work.flush();
    }).not.toThrow();
  });
});

describe('what is missing', () => {
  test('is run in any pieces and gives the same rows', () => {
    const { compiled, seed } = smallWork('');
    const done = [
      { from: 3, to: 5 },
      { from: 9, to: 12 },
    ];
    const todo = missingSpans(done, 11);
    expect(todo).toEqual([
      { from: 0, to: 3 },
      { from: 5, to: 9 },
    ]);
    const whole = openRunner(compiled, seed)({ from: 0, to: 11 });
    const width = whole.values.length / 11;
    for (const size of [1, 2, 25]) {
      const chunks = [...inlineExecutor(size)({ compiled, seed, n: 11, todo })];
      expect(chunks.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(7);
      for (const { from, to, values } of chunks) expect(values).toEqual(whole.values.slice(from * width, to * width));
    }
  });

  test('of everything is nothing, and of nothing everything', () => {
    expect(missingSpans([{ from: 0, to: 9 }], 5)).toEqual([]);
    expect(missingSpans([], 5)).toEqual([{ from: 0, to: 5 }]);
    expect(missingSpans([{ from: 7, to: 9 }], 5)).toEqual([{ from: 0, to: 5 }]);
  });
});
