import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { killOnceKept } from './kill-program.js';
import { openFolder, resultFolder, type Answer, type Folder } from './open-folder.js';
import { contentsOf, smallStudy } from './small-study.js';

const n = '40';
const lean = ['--no-figures', '--quiet'];
/** Replications of a shard, and how many shards that makes of two scenarios. */
const sizes = [
  ['32', 4],
  ['7', 12],
] as const;

/** SHA-256 of all files of a comparison but the run blocks of its manifests. */
function fingerprint(folder: Folder, answer: Answer): string {
  expect(answer.exitCode, answer.stderr).toBe(0);
  const contents = Object.entries(contentsOf(folder, resultFolder(answer)));
  expect(contents.length).toBeGreaterThan(15);
  return createHash('sha256').update(JSON.stringify(contents)).digest('hex');
}

/** Interrupts the command in this process once its first scenario is done. */
async function interrupted(folder: Folder, argv: readonly string[]): Promise<void> {
  const stop = new AbortController();
  const afterFirst = (text: string): void => void (text.startsWith('base:') && stop.abort());
  const { exitCode } = await folder.garrison(argv, { signal: stop.signal, stderr: afterFirst });
  expect(exitCode).toBe(130);
}

test('a comparison has one fingerprint over workers {1, 2} × shards of {1, 7, 32} × {in process, merged, killed and resumed}', async () => {
  const folder = openFolder();
  const study = smallStudy(folder);
  const prints = new Map<string, string>();
  const compare = (out: string, workers: string) => ['compare', study, '--workers', workers, '--out', out];

  /** Shards take the numbers of workers by turns. */
  const merged = async (by: {
    readonly size: string;
    readonly shards: number;
    readonly workers: readonly string[];
  }) => {
    const { size, shards, workers } = by;
    const name = `shards-${size}-${workers.join('')}`;
    const jobs = `${name}.json`;
    await folder.garrison(['jobs', study, '-n', n, '--shard-size', size, '--out', jobs]);
    for (let index = 0; index < shards; index++) {
      const words = ['--jobs', jobs, '--out', name, '--workers', workers[index % workers.length]!, '--quiet'];
      const { exitCode, stderr } = await folder.garrison(['shard', '--index', String(index), ...words]);
      expect(exitCode, stderr).toBe(0);
    }
    return fingerprint(folder, await folder.garrison(['merge', '--jobs', jobs, name, '--no-figures', '--out', name]));
  };

  for (const workers of ['1', '2']) {
    const inProcess = await folder.garrison([...compare(`in-process-${workers}`, workers), '-n', n, ...lean]);

    prints.set(`in process, ${workers} workers`, fingerprint(folder, inProcess));

    await killOnceKept(folder, [...compare(`killed-${workers}`, workers), '-n', '400000'], 1);
    const resumed = await folder.garrison([...compare(`killed-${workers}`, workers), '-n', n, '--no-figures']);
    expect(resumed.stderr).toMatch(/base: continuing, [1-9]\d* of 40 replications were done/);

    prints.set(`killed and resumed, ${workers} workers`, fingerprint(folder, resumed));

    await interrupted(folder, [...compare(`stopped-${workers}`, workers), '-n', n, '--no-figures']);
    const goesOn = await folder.garrison([...compare(`stopped-${workers}`, workers), '-n', n, '--no-figures']);
    expect(goesOn.stderr).toContain('base: continuing, 40 of 40 replications were done');

    prints.set(`interrupted and resumed, ${workers} workers`, fingerprint(folder, goesOn));

    for (const [size, shards] of sizes)
      prints.set(
        `merged from shards of ${size}, ${workers} workers`,
        await merged({ size, shards, workers: [workers] }),
      );
  }
  const single = await merged({ size: '1', shards: 80, workers: ['1', '2'] });
  prints.set('merged from shards of 1, on 1 worker and on 2 by turns', single);

  expect(prints.size).toBe(11);
  const [expected] = prints.values();
  expect(Object.fromEntries(prints)).toEqual(Object.fromEntries([...prints.keys()].map((name) => [name, expected])));
});
