import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changeShard } from './change-shard.js';
import { openFolder, resultFolder, type Folder } from './open-folder.js';
import { contentsOf, shardAll, smallStudy } from './small-study.js';

async function fourShards(): Promise<Folder> {
  const folder = openFolder();
  await folder.garrison(['jobs', smallStudy(folder), '-n', '6', '--shard-size', '3']);
  await shardAll(folder, 4);
  return folder;
}

describe('a study as a job list', () => {
  test('gives the folder and the card of the comparison, byte for byte, figures too, without its files', async () => {
    const folder = openFolder();
    const study = smallStudy(folder, 'replications: 9\nseed: 4\n');
    const compared = await folder.garrison(['compare', study, '--workers', '1', '--quiet']);
    const told = await folder.garrison(['jobs', study, '--shard-size', '5']);
    expect(told.stdout).toMatch(/^4 shards .* 2 scenarios, 9 each, seed 4, compared as one study\./);
    for (const file of [study, 'base.yaml', 'one.yaml']) rmSync(join(folder.path, file));
    await shardAll(folder, 4);
    const merged = await folder.garrison(['merge', '--out', 'merged']);
    expect(merged.exitCode, merged.stderr).toBe(0);
    const contents = contentsOf(folder, resultFolder(merged));
    expect(contents).toEqual(contentsOf(folder, resultFolder(compared)));
    expect(Object.keys(contents).some((name) => name.endsWith('.svg'))).toBe(true);
    const [first, second] = [compared, merged].map(({ stdout }) => stdout.split('\n\n').slice(0, -1));
    expect(second).toEqual(first);
  });

  test('stands alone, and needs a number of replications', async () => {
    const folder = openFolder();
    const study = smallStudy(folder, 'precision: 5%\n');
    const two = await folder.garrison(['jobs', study, 'base.yaml']);
    expect([two.exitCode, two.stderr]).toEqual([1, expect.stringContaining('camps.yaml must stand alone')]);
    const open = await folder.garrison(['jobs', study]);
    expect([open.exitCode, open.stderr]).toEqual([1, expect.stringContaining('give --replications')]);
    expect((await folder.garrison(['jobs', study, '-n', '6', '--json'])).exitCode).toBe(0);
  });

  test('tells a flipped byte, a file cut short and a missing one together, and writes nothing', async () => {
    const folder = await fourShards();
    const [flipped, cut, missing] = [0, 2, 3].map((index) => join(folder.path, `shards/0000${index}.shard`));
    const bytes = readFileSync(flipped!);
    bytes[bytes.length - 100]! ^= 1;
    writeFileSync(flipped!, bytes);
    truncateSync(cut!, 2000);
    rmSync(missing!);
    const { exitCode, stderr } = await folder.garrison(['merge', '--no-figures']);
    expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/^3 faults/)]);
    expect(stderr).toContain('shards/00000.shard must be as it was written, but its bytes do not match the hash');
    expect(stderr).toMatch(/shards\/00002\.shard must be whole, but is cut short: 2000 of \d+ bytes/);
    expect(stderr).toContain('3 are missing (with those told above): 0, 2–3');
    expect(existsSync(join(folder.path, 'output'))).toBe(false);
  });

  test('tells a copy that differs, with replication and outcome', async () => {
    const folder = await fourShards();
    changeShard(join(folder.path, 'shards/00002.shard'), {
      to: join(folder.path, 'other/copy.shard'),
      outcome: 'attacks',
      row: 0,
      value: 1234,
    });
    const { exitCode, stderr } = await folder.garrison(['merge', 'shards', 'other', '--no-figures']);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /copy\.shard must be the same as shards\/00002\.shard, .* but attacks of replication 0 is \d+ and 1234: a non-deterministic shard/,
    );
  });

  test('tells shards of an earlier list, and a list changed by hand', async () => {
    const folder = await fourShards();
    folder.write('one.yaml', folder.read('one.yaml').replace('us: 100 }', 'us: 110 }'));
    await folder.garrison(['jobs', 'camps.yaml', '-n', '6', '--shard-size', '3', '--out', 'new.json']);
    const stale = await folder.garrison(['merge', '--jobs', 'new.json', '--no-figures']);
    expect([stale.exitCode, stale.stderr]).toEqual([1, expect.stringMatching(/^5 faults/)]);
    expect(stale.stderr).toContain('shards/00000.shard must be a shard of this job list');
    const list = folder.read('jobs.json');
    for (const [from, to] of [
      ['"better": "lower"', '"better": "higher"'],
      ['"replications": 6', '"replications": 5'],
    ] as const) {
      expect(list).toContain(from);
      folder.write('hand.json', list.replace(from, to));
      const byHand = await folder.garrison(['merge', '--jobs', 'hand.json']);
      expect(byHand.stderr).toContain('hand.json must be as garrison jobs wrote it');
    }
  });
});
