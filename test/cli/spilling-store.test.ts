import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { hostFacts } from '../../src/cli/manifest.js';
import { filesOf, openOutputFolder } from '../../src/cli/output-folder.js';
import { placeResults } from '../../src/cli/place-results.js';
import { openSpillingStore } from '../../src/cli/spilling-store.js';
import { workHeader } from '../../src/cli/work-folder.js';
import { Assembly, openRowMemory, type RowStore } from '../../src/experiment/assemble.js';
import { inlineExecutor } from '../../src/experiment/executor.js';
import { chunkRows, fieldOf } from '../../src/experiment/rows.js';
import { UserFault } from '../../src/model/scenario/fault.js';
import { compiled, plain } from '../model/small-scenario.js';
import { smallResults } from '../experiment/small-results.js';
import { failReplications } from './fail-replications.js';
import { openFolder } from './open-folder.js';

const hash = 'f'.repeat(64);
const claim = { name: 'c', says: 's', source: 'd', outcome: 'attacks', relation: 'above', than: 20 } as const;
const scenario = compiled({
  ...plain,
  actors: { militias: { ...plain.actors.militias, baselinePerDay: { uniform: { low: 0.1, high: 0.3 } } } },
  claims: [claim],
});

function storeIn(folder: string, mostBytes: number) {
  return openSpillingStore({ folder, header: workHeader(scenario, { hash, seed: 1 }), mostBytes });
}

/** Every file of the results of 60 replications whose rows were kept in that store. */
async function written(path: string, store: RowStore): Promise<Map<string, Buffer>> {
  const assembly = new Assembly(scenario, 1, store);
  const chunks = [...inlineExecutor(7)({ compiled: scenario, seed: 1, n: 60 })];
  for (const chunk of [...chunks.slice(4), ...chunks.slice(0, 4)]) assembly.add(chunk);
  const run = { file: 'a', set: [], command: '', started: '', seconds: 0, workers: 1, node: '', host: hostFacts() };
  const folder = openOutputFolder(path);
  const { placed } = await placeResults(
    {
      compiled: scenario,
      hash,
      results: assembly.results(60),
      compared: new Map(),
      comparedScenarios: undefined,
      warnings: [],
      run,
      figures: false,
      report: false,
      format: 'both',
    },
    { folder, cwd: '/' },
  );
  const at = join('/', placed.path);
  return new Map(filesOf(at).map((name) => [name, readFileSync(join(at, name))]));
}

describe('rows in files', () => {
  test('give every byte that rows in memory give, failed replications among them', async () => {
    const { path } = openFolder();
    failReplications([3, 17, 41]);
    const expected = await written(join(path, 'memory'), openRowMemory());
    const rows = join(path, 'rows');
    // A store that spills all it is given, one that holds some chunks at a time, and one that spills nothing.
    for (const [mostBytes, files] of [
      [0, 9],
      [15_000, 3],
      [1e9, 0],
    ] as const) {
      const store = storeIn(rows, mostBytes);
      const found = await written(join(path, `spilled-${mostBytes}`), store);
      if (files === 0) expect(filesIn(rows)).toBe(0);
      else expect(filesIn(rows)).toBeGreaterThanOrEqual(files);
      expect([...found.keys()]).toEqual([...expected.keys()]);
      for (const [name, bytes] of expected) expect(found.get(name)?.equals(bytes), `${name}, ${mostBytes}`).toBe(true);
      store.remove();
    }
    expect([...expected.keys()]).toContain('failures.csv');
    expect([...expected.keys()]).toContain('claims.csv');
  });

  test('are readable to the end although another run removes their folder', () => {
    const folder = join(openFolder().path, 'rows');
    const store = storeIn(folder, 0);
    const [chunk] = [...inlineExecutor(5)({ compiled: scenario, seed: 1, n: 5 })];
    store.add(chunkRows(chunk!));
    rmSync(folder, { recursive: true });
    expect(fieldOf(store.parts()[0]!, 3)).toEqual(fieldOf(chunkRows(chunk!), 3));
    store.remove();
  });

  test('hold no more memory for many than for few', async () => {
    setFlagsFromString('--expose-gc');
    const collectNow: () => void = runInNewContext('gc');
    // Arrays that a collection has found dead are given back beside this thread.
    const collect = async (): Promise<void> => {
      for (let times = 0; times < 3; times++) {
        collectNow();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const none = new Float64Array(0);
    const header = { ...workHeader(scenario, { hash, seed: 1 }), weeks: 0 };
    const width = header.columns.length;
    const store = openSpillingStore({ folder: join(openFolder().path, 'rows'), header, mostBytes: 2 << 20 });
    const n = Math.floor((1 << 20) / 8 / width);
    await collect();
    const before = process.memoryUsage().arrayBuffers;
    for (let at = 0; at < 40; at++) {
      const weeks = { weeklyAttacks: none, weeklyPersonAttacks: none, weeklyPersonDays: none };
      const values = new Float64Array(n * width).fill(at);
      store.add(chunkRows({ from: at * n, to: (at + 1) * n, values, ...weeks, failures: [] }));
    }
    await collect();
    // Of 40 MiB.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 << 20);
    store.remove();
  });

  test('that fit neither in memory nor on the disk are a fault; few that cannot be written are none', () => {
    const { path } = openFolder();
    writeFileSync(join(path, 'in the way'), '');
    const folder = join(path, 'in the way', 'rows');
    const rows = smallResults({ n: 4 }).rows;
    const few = storeIn(folder, 1e9);
    few.add(rows);
    expect(() => {
      few.flush();
    }).not.toThrow();
    expect(() => {
      storeIn(folder, 0).add(rows);
    }).toThrow(UserFault);
  });
});

function filesIn(folder: string): number {
  try {
    return readdirSync(folder).length;
  } catch {
    return 0;
  }
}
