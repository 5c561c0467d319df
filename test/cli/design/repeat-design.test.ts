import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFolder, resultFolder, type Folder } from '../open-folder.js';
import { contentsOf } from '../small-study.js';

/** One base with 100 people for 10 days. */
const scenario = `title: Made up
start: 2020-01-01
end: 2020-01-10
contingents: { us: { name: US } }
bases:
  one: { name: One, location: { lat: 33, lon: 44 }, garrison: { us: 100 } }
actors:
  militias:
    baselinePerDay: { uniform: { low: 0.1, high: 0.5 } }
    branching: { militias: { uniform: { low: 0.1, high: 0.4 } } }
    meanLagDays: 3
`;
const few = ['--no-figures', '--quiet', '--workers', '1'];
const sobol = ['sensitivity', 'a.yaml', '--method', 'sobol', '-n', '16', ...few];

function withScenario(): Folder {
  const folder = openFolder();
  folder.write('a.yaml', scenario);
  return folder;
}

function change(folder: Folder, file: string, [from, to]: readonly [string | RegExp, string]): void {
  const path = join(folder.path, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
}

describe('a folder of a design', () => {
  test('is reproduced from its manifest alone, byte for byte, and verified evaluation by evaluation', async () => {
    const folder = withScenario();
    const place = resultFolder(await folder.garrison(sobol));
    rmSync(join(folder.path, 'a.yaml'));
    const again = await folder.garrison(['reproduce', `${place}/manifest.json`, '--workers', '1']);
    expect(again.exitCode, again.stdout + again.stderr).toBe(0);
    expect(again.stdout).toContain('Reproduced: all');
    const verified = await folder.garrison(['verify', place]);
    expect([verified.exitCode, verified.stdout]).toEqual([
      0,
      'Verified: 20 random evaluations of 80, the same to the last bit.\n',
    ]);
  });

  test('that was changed is told: which evaluation differs, and that what is asked is another', async () => {
    const folder = withScenario();
    const place = resultFolder(await folder.garrison(sobol));
    change(folder, `${place}/evaluations.csv`, [/\n0,0,.*/, '\n0,0,123456']);
    const verified = await folder.garrison(['verify', place, '--replication', '0']);
    expect(verified.exitCode).toBe(1);
    expect(verified.stdout).toMatch(/^Replication 0 of point 0 differs; .* personAttacks: 123456 there, /);
    const again = await folder.garrison(['reproduce', `${place}/manifest.json`, '--workers', '1']);
    expect([again.exitCode, again.stdout]).toEqual([
      1,
      expect.stringContaining('evaluations.csv differs, first in line 2'),
    ]);
    change(folder, `${place}/manifest.json`, ['"size": 16', '"size": 32']);
    const other = await folder.garrison(['verify', place]);
    expect([other.exitCode, other.stderr]).toEqual([
      1,
      expect.stringContaining('what is asked or a scenario is another'),
    ]);
  });
});

describe('a design as a job list', () => {
  test('gives the bytes of the command alone, from shards of two folders, without its files', async () => {
    const folder = withScenario();
    const alone = resultFolder(await folder.garrison(sobol));
    const told = await folder.garrison([...sobol, '--jobs', 'jobs.json', '--shard-size', '30']);
    expect(told.stdout).toMatch(/^3 shards of about 30 replications: sensitivity-sobol, 80 evaluations, seed 1\./);
    rmSync(join(folder.path, 'a.yaml'));
    const shard = (index: number, out: string) =>
      folder.garrison(['shard', '--jobs', 'jobs.json', '--index', String(index), '--out', out]);
    for (const [index, out] of [
      [0, 'here'],
      [1, 'there'],
    ] as const)
      expect((await shard(index, out)).exitCode).toBe(0);
    expect((await shard(0, 'here')).stderr).toContain('is done already');
    const merge = ['merge', '--no-figures', '--out', 'merged', 'here', 'there'];
    const early = await folder.garrison(merge);
    expect([early.exitCode, early.stderr]).toEqual([1, expect.stringContaining('1 are missing: 2')]);
    await shard(2, 'here');
    const merged = await folder.garrison(merge);
    expect(merged.exitCode, merged.stderr).toBe(0);
    expect(contentsOf(folder, resultFolder(merged))).toEqual(contentsOf(folder, alone));
    // A flipped digit and a shard that is there twice and not the same.
    change(folder, 'here/00000.shard', [/"values":\[[^,]*/, '"values":[99']);
    const flipped = await folder.garrison(merge);
    expect(flipped.stderr).toContain('here/00000.shard must be whole, but is damaged or cut short');
  });

  test('is refused where what is looked at next depends on what was found', async () => {
    const folder = withScenario();
    folder.write('b.yaml', scenario.replace('low: 0.1, high: 0.5', 'low: 0.2, high: 0.3'));
    const over = ['--over', 'actors.militias.meanLagDays=1..5', '--jobs', 'jobs.json'];
    const { exitCode, stderr } = await folder.garrison(['break-even', 'a.yaml', 'b.yaml', ...over]);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('garrison sweep over the same numbers can be cut')]);
  });
});

test('what a kill left cut short counts for nothing: the same command goes on to the same bytes', async () => {
  const folder = withScenario();
  const morris = ['sensitivity', 'a.yaml', '--method', 'morris', '-n', '20', '--no-figures', '--workers', '1'];
  const whole = resultFolder(await folder.garrison([...morris, '--out', 'whole']));
  const stop = new AbortController();
  stop.abort();
  await folder.garrison([...morris, '--quiet'], { signal: stop.signal });
  const kept = folder.files().find((file) => file.includes('.design-'))!;
  const bytes = readFileSync(join(folder.path, kept));
  writeFileSync(join(folder.path, kept), bytes.subarray(0, bytes.length - 9));
  const resumed = await folder.garrison(morris);
  expect(resumed.exitCode).toBe(0);
  expect(contentsOf(folder, resultFolder(resumed))).toEqual(contentsOf(folder, whole));
  expect(folder.files().some((file) => file.includes('.design-'))).toBe(false);
});
