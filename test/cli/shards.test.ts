import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changeShard } from './change-shard.js';
import { openFolder, resultFolder, type Folder } from './open-folder.js';

const n = '65';

/** Every file of a folder of results by name; of the manifest what is not the run's own. */
function contents(folder: Folder, place: string): Record<string, string> {
  const files = folder.files().filter((name) => name.startsWith(`${place}/`));
  return Object.fromEntries(
    files.map((name) => {
      const text = readFileSync(join(folder.path, name)).toString('base64');
      const manifest: unknown = name.endsWith('manifest.json') ? JSON.parse(folder.read(name)) : undefined;
      return [name.slice(place.length), manifest ? JSON.stringify({ ...Object(manifest), run: null }) : text];
    }),
  );
}

async function shardAll(folder: Folder, shards: number, ...options: readonly string[]): Promise<void> {
  for (let index = 0; index < shards; index++) {
    const { exitCode, stderr } = await folder.garrison(['shard', '--index', String(index), '--quiet', ...options]);
    expect(exitCode, stderr).toBe(0);
  }
}

async function threeShards(): Promise<Folder> {
  const folder = openFolder();
  folder.starter('yaml');
  await folder.garrison(['jobs', 'scenario.yaml', '-n', '6', '--shard-size', '2']);
  await shardAll(folder, 3);
  return folder;
}

describe('shards', () => {
  test('of any size give the folder that one run gives, byte for byte, figures too', { timeout: 120_000 }, async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const run = ['run', 'scenario.yaml', '-n', n, '--workers', '1', '--quiet'];
    const drawn = contents(folder, resultFolder(await folder.garrison(run)));
    const bare = contents(folder, resultFolder(await folder.garrison([...run, '--no-figures', '--out', 'bare'])));
    expect(Object.keys(drawn).length).toBeGreaterThan(20);
    // Figures are drawn from merged rows: once tells it.
    for (const [size, shards, expected] of [
      ['1', 65, bare],
      ['7', 10, drawn],
      ['64', 2, bare],
    ] as const) {
      const at = ['--jobs', `jobs-${size}.json`];
      await folder.garrison(['jobs', 'scenario.yaml', '-n', n, '--shard-size', size, '--out', `jobs-${size}.json`]);
      await shardAll(folder, shards, ...at, '--out', `shards-${size}`);
      const how = expected === bare ? ['--no-figures'] : [];
      const merged = await folder.garrison(['merge', ...at, `shards-${size}`, '--out', `merged-${size}`, ...how]);
      expect(merged.exitCode, merged.stderr).toBe(0);
      expect(contents(folder, resultFolder(merged))).toEqual(expected);
      rmSync(join(folder.path, `shards-${size}`), { recursive: true });
    }
  });

  test('a shard that is done is left alone, and one that is damaged is computed anew', async () => {
    const folder = await threeShards();
    const file = join(folder.path, 'shards/00001.shard');
    const sound = readFileSync(file);
    const again = await folder.garrison(['shard', '--index', '1']);
    expect(again.stderr).toContain('is done already');
    truncateSync(file, 3000);
    const anew = await folder.garrison(['shard', '--index', '1']);
    expect(anew.stderr).toContain('Computed anew: shards/00001.shard must be whole, but is cut short: 3000 of');
    expect(readFileSync(file)).toEqual(sound);
  });

  test('a flipped byte, a file cut short and a missing one are told together, and nothing is written', async () => {
    const folder = await threeShards();
    const [flipped, cut, missing] = [0, 1, 2].map((index) => join(folder.path, `shards/0000${index}.shard`));
    const bytes = readFileSync(flipped!);
    bytes[bytes.length - 100]! ^= 1;
    writeFileSync(flipped!, bytes);
    truncateSync(cut!, bytes.length - 1);
    rmSync(missing!);
    const { exitCode, stderr } = await folder.garrison(['merge', '--no-figures']);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^3 faults/);
    expect(stderr).toContain('shards/00000.shard must be as it was written, but its bytes do not match the hash');
    expect(stderr).toMatch(/shards\/00001\.shard must be whole, but is cut short: \d+ of \d+ bytes/);
    expect(stderr).toContain('3 are missing (with those told above): 0–2');
    expect(existsSync(join(folder.path, 'output'))).toBe(false);
  });

  test('the same shard twice is no fault; one that differs is told with replication and outcome', async () => {
    const folder = await threeShards();
    await shardAll(folder, 2, '--out', 'other');
    expect((await folder.garrison(['merge', 'shards', 'other', '--no-figures'])).exitCode).toBe(0);
    const file = join(folder.path, 'other/00001.shard');
    changeShard(file, { outcome: 'killed', row: 1, value: 1234 });
    const { exitCode, stderr } = await folder.garrison(['merge', 'shards', 'other', '--no-figures']);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /other\/00001\.shard must be the same as shards\/00001\.shard, .* but killed of replication 3 is \d+ and 1234: a non-deterministic shard/,
    );
  });

  test('shards of a job list that has changed since are told, by shard as by merge', async () => {
    const folder = await threeShards();
    await folder.garrison([
      'jobs',
      'scenario.yaml',
      '-n',
      '6',
      '--shard-size',
      '2',
      '--seed',
      '2',
      '--out',
      'new.json',
    ]);
    const merged = await folder.garrison(['merge', '--jobs', 'new.json', '--no-figures']);
    expect(merged.exitCode).toBe(1);
    expect(merged.stderr).toContain('shards/00000.shard must be a shard of this job list');
    const shard = await folder.garrison(['shard', '--jobs', 'new.json', '--index', '0']);
    expect(shard.exitCode).toBe(1);
    expect(shard.stderr).toContain('name another folder with --out');
  });

  test('a job list changed by hand, or of another version, is told; one in use is not overwritten', async () => {
    const folder = await threeShards();
    const list = folder.read('jobs.json');
    folder.write('hand.json', list.replace('"seed": 1', '"seed": 2'));
    const byHand = await folder.garrison(['shard', '--jobs', 'hand.json', '--index', '0']);
    expect(byHand.stderr).toContain('hand.json must be as garrison jobs wrote it');
    folder.write('old.json', list.replace(/"garrison": "[^"]*"/, '"garrison": "0.0.1"'));
    const old = await folder.garrison(['merge', '--jobs', 'old.json']);
    expect(old.stderr).toContain('old.json: garrison must be for the version of garrison that runs it');
    const over = await folder.garrison(['jobs', 'scenario.yaml', '-n', '8']);
    expect(over).toMatchObject({ exitCode: 1 });
    expect(folder.read('jobs.json')).toBe(list);
    const outside = await folder.garrison(['shard', '--index', '3']);
    expect(outside.stderr).toContain('--index must be from 0 to 2');
  });

  test('several scenarios and what their claims compare them with give the folders of their runs', async () => {
    const folder = openFolder();
    const [, text = ''] = [folder.starter('yaml'), folder.read('scenario.yaml')];
    folder.write('other.yaml', text);
    const claim = { name: 'less', says: 'Fewer attacks.', source: 'Made up', outcome: 'attacks', relation: 'below' };
    folder.write(
      'scenario.yaml',
      `${text}\nclaims: ${JSON.stringify([{ ...claim, than: { scenario: './other.yaml', outcome: 'attacks' } }])}\n`,
    );
    const files = ['scenario.yaml', 'other.yaml'];
    await folder.garrison(['jobs', ...files, '-n', '6', '--shard-size', '4']);
    await shardAll(folder, 6);
    const merged = await folder.garrison(['merge', '--no-figures', '--json', '--out', 'merged']);
    expect(merged.exitCode, merged.stderr).toBe(0);
    const told: { readonly scenarios: readonly { readonly folder: string }[] } = JSON.parse(merged.stdout);
    expect(told.scenarios).toHaveLength(2);
    for (const [i, file] of files.entries()) {
      const run = await folder.garrison(['run', file, '-n', '6', '--workers', '1', '--no-figures', '--quiet']);
      expect(contents(folder, told.scenarios[i]!.folder)).toEqual(contents(folder, resultFolder(run)));
    }
    expect(folder.files().some((name) => name.endsWith('claims.csv'))).toBe(true);
  });
});
