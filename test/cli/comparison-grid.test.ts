import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openFolder, resultFolder, type Answer, type Folder } from './open-folder.js';
import { contentsOf, shardAll, smallStudy } from './small-study.js';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const n = '66';
const lean = ['--no-figures', '--quiet'];
const sizes = [
  ['64', 4],
  ['7', 20],
  ['1', 132],
] as const;

/** SHA-256 of all files of a comparison but the run blocks of its manifests. */
function fingerprint(folder: Folder, answer: Answer): string {
  expect(answer.exitCode, answer.stderr).toBe(0);
  const contents = Object.entries(contentsOf(folder, resultFolder(answer)));
  expect(contents.length).toBeGreaterThan(15);
  return createHash('sha256').update(JSON.stringify(contents)).digest('hex');
}

/** Runs the program on far more replications, and kills it without a word once it has kept some of its work. */
async function kill9(folder: Folder, argv: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [main, ...argv, '-n', '400000'], { cwd: folder.path, stdio: 'ignore' });
  const watch = setInterval(() => {
    if (folder.files().some((name) => /\.work-.*\.shard$/.test(name))) child.kill('SIGKILL');
  }, 10);
  const ended = await new Promise((resolve) => child.once('close', (_code, signal) => resolve(signal)));
  clearInterval(watch);
  expect(ended).toBe('SIGKILL');
}

/** Interrupts the command in this process once its first scenario is done. */
async function interrupted(folder: Folder, argv: readonly string[]): Promise<void> {
  const stop = new AbortController();
  const afterFirst = (text: string): void => void (text.startsWith('base:') && stop.abort());
  const { exitCode } = await folder.garrison(argv, { signal: stop.signal, stderr: afterFirst });
  expect(exitCode).toBe(130);
}

test('a comparison has one fingerprint over workers {1, 2} × shards of {1, 7, 64} × {in process, merged, killed and resumed}', async () => {
  const folder = openFolder();
  const study = smallStudy(folder);
  const prints = new Map<string, string>();
  const compare = (out: string, workers: string) => ['compare', study, '--workers', workers, '--out', out];

  for (const workers of ['1', '2']) {
    const inProcess = await folder.garrison([...compare(`in-process-${workers}`, workers), '-n', n, ...lean]);

    prints.set(`in process, ${workers} workers`, fingerprint(folder, inProcess));

    await kill9(folder, compare(`killed-${workers}`, workers));
    const resumed = await folder.garrison([...compare(`killed-${workers}`, workers), '-n', n, '--no-figures']);
    expect(resumed.stderr).toMatch(/base: continuing, [1-9]\d* of 66 replications were done/);

    prints.set(`killed and resumed, ${workers} workers`, fingerprint(folder, resumed));

    await interrupted(folder, [...compare(`stopped-${workers}`, workers), '-n', n, '--no-figures']);
    const goesOn = await folder.garrison([...compare(`stopped-${workers}`, workers), '-n', n, '--no-figures']);
    expect(goesOn.stderr).toContain('base: continuing, 66 of 66 replications were done');

    prints.set(`interrupted and resumed, ${workers} workers`, fingerprint(folder, goesOn));

    for (const [size, shards] of sizes) {
      const [jobs, shardsIn] = [`jobs-${size}-${workers}.json`, `shards-${size}-${workers}`];
      await folder.garrison(['jobs', study, '-n', n, '--shard-size', size, '--out', jobs]);
      await shardAll(folder, shards, '--jobs', jobs, '--out', shardsIn, '--workers', workers);
      const merged = await folder.garrison(['merge', '--jobs', jobs, shardsIn, '--no-figures', '--out', shardsIn]);
      prints.set(`merged from shards of ${size}, ${workers} workers`, fingerprint(folder, merged));
    }
  }

  expect(prints.size).toBe(12);
  const [expected] = prints.values();
  expect(Object.fromEntries(prints)).toEqual(Object.fromEntries([...prints.keys()].map((name) => [name, expected])));
});
