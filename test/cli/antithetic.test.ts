import { parse } from 'csv-parse/sync';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf } from '../../src/cli/output-folder.js';
import { openFolder, resultFolder, type Folder } from './open-folder.js';

const few = ['-n', '40', '--no-figures', '--format', 'csv', '--quiet'];
const rowsOf = (folder: Folder, file: string): Record<string, string>[] => parse(folder.read(file), { columns: true });

test('a run in pairs keeps apart from a plain one, says what it gained, and can be reproduced and verified', async () => {
  const folder = openFolder();
  folder.starter('yaml');
  const plain = resultFolder(await folder.garrison(['run', 'scenario.yaml', ...few]));
  const ran = await folder.garrison(['run', 'scenario.yaml', ...few, '--antithetic']);
  expect(ran.exitCode, ran.stderr).toBe(0);
  const place = resultFolder(ran);
  expect(place).not.toBe(plain);
  expect(JSON.parse(folder.read(`${place}/manifest.json`))).toMatchObject({ antithetic: true, replications: 40 });
  const [own, alone] = [place, plain].map((where) => rowsOf(folder, `${where}/replications.csv`));
  expect(own!.filter((_, r) => r % 2 === 0)).toEqual(alone!.filter((_, r) => r % 2 === 0));
  const summary = rowsOf(folder, `${place}/summary.csv`);
  const of = (outcome: string, statistic: string) =>
    summary.find((row) => row['outcome'] === outcome && row['statistic'] === statistic);
  expect(of('attacks', 'mean')).toMatchObject({ n: '20' });
  expect(Number(of('attacks', 'variance reduction of antithetic pairs')?.['value'])).toBeGreaterThan(0);
  expect(of('attacks', 'quantile 0.5')).toMatchObject({ low: '', high: '' });
  const again = await folder.garrison(['reproduce', `${place}/manifest.json`, '--out', 'again']);
  expect(again.stdout).toMatch(/^Reproduced: all/);
  expect((await folder.garrison(['verify', place])).stdout).toMatch(/^Verified/);
  const verified = await folder.garrison(['verify', place, '--replication', '39']);
  expect(verified.stdout).toContain('the same to the last bit');
});

test('pairs are the same from shards as from one run, on one worker as on two', async () => {
  const folder = openFolder();
  folder.starter('yaml');
  const run = resultFolder(await folder.garrison(['run', 'scenario.yaml', ...few, '--antithetic', '--workers', '2']));
  const sizes = ['--shard-size', '7'];
  const jobs = await folder.garrison(['jobs', 'scenario.yaml', '-n', '40', ...sizes, '--antithetic']);
  expect(jobs.exitCode, jobs.stderr).toBe(0);
  for (let index = 0; index < 6; index++) {
    const shard = ['shard', '--jobs', 'jobs.json', '--index', String(index), '--workers', '1', '--quiet'];
    expect((await folder.garrison(shard)).exitCode).toBe(0);
  }
  const merge = ['merge', '--jobs', 'jobs.json', '--out', 'merged', '--no-figures', '--format', 'csv'];
  const merged = resultFolder(await folder.garrison(merge));
  for (const file of filesOf(join(folder.path, run)).filter((name) => name !== 'manifest.json'))
    expect([file, folder.read(`${merged}/${file}`)]).toEqual([file, folder.read(`${run}/${file}`)]);
});

test('a comparison in pairs has intervals of n/2 means, and says what pairs gained', async () => {
  const folder = openFolder();
  folder.starter('yaml');
  folder.write('calm.yaml', folder.read('scenario.yaml').replace(/^title: .*$/m, 'title: Calmer\nmaxEvents: 900000'));
  const ran = await folder.garrison(['compare', 'scenario.yaml', 'calm.yaml', '--antithetic', ...few]);
  expect(ran.exitCode, ran.stderr).toBe(0);
  const rows = rowsOf(folder, `${resultFolder(ran)}/comparison.csv`);
  const mean = rows.find((row) => row['metric'] === 'attacks' && row['statistic'] === 'mean');
  expect(mean).toMatchObject({ n: '20' });
  expect(rows.some((row) => row['statistic'] === 'variance reduction of antithetic pairs')).toBe(true);
  const again = await folder.garrison(['reproduce', `${resultFolder(ran)}/manifest.json`, '--out', 'again']);
  expect(again.stdout, again.stderr).toMatch(/^Reproduced: all/);
});

test('an odd number, a precision and a past are refused with pairs, each with a way out', async () => {
  const folder = openFolder();
  folder.starter('yaml');
  const run = (...options: string[]) => folder.garrison(['run', 'scenario.yaml', '--antithetic', ...options]);
  const odd = await run('-n', '41');
  expect([odd.exitCode, odd.stderr]).toEqual([1, expect.stringMatching(/--replications.*must be even.*give 42/s)]);
  expect((await run('--precision', '5%')).stderr).toContain('not with --precision');
  expect((await run('--from', 'past.json')).stderr).toContain('not for the futures of a past');
});
