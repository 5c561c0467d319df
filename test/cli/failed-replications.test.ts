import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { failReplications } from './fail-replications.js';
import { openFolder, resultFolder, type Folder } from './open-folder.js';

const few = ['-n', '12', '--workers', '1', '--quiet'];
type Row = Record<string, string>;

function rowsIn(folder: Folder, file: string): Row[] {
  return parse(folder.read(file), { columns: true });
}

describe('a replication that fails', () => {
  test('is a blank row with its message and seed, voids no other, is in no estimate, and ends with code 3', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const sound = resultFolder(await folder.garrison(['run', 'scenario.yaml', ...few, '--no-figures', '--out', 'a']));
    failReplications([0, 7]);
    const answer = await folder.garrison(['run', 'scenario.yaml', ...few, '--out', 'b']);
    expect(answer.exitCode, answer.stderr).toBe(3);
    expect(answer.stdout).toContain('2 failures');
    expect(answer.stdout).toContain('2 of 12 replications failed and are in no estimate');
    const failed = resultFolder(answer);
    expect(rowsIn(folder, `${failed}/failures.csv`)).toEqual([
      { replication: '0', seed: '1', message: 'made to fail' },
      { replication: '7', seed: '1', message: 'made to fail' },
    ]);
    const rows = rowsIn(folder, `${failed}/replications.csv`);
    const { replication, ...outcomes } = rows[7] ?? {};
    expect(replication).toBe('7');
    expect(new Set(Object.values(outcomes))).toEqual(new Set(['']));
    const others = (all: readonly Row[]): Row[] =>
      all.filter((row) => row['replication'] !== '0' && row['replication'] !== '7');
    for (const file of ['replications.csv', 'replications-weekly.csv'])
      expect(others(rowsIn(folder, `${failed}/${file}`))).toEqual(others(rowsIn(folder, `${sound}/${file}`)));

    const mean = others(rows).reduce((sum, row) => sum + Number(row['attacks']), 0) / 10;
    const told = rowsIn(folder, `${failed}/summary.csv`).find((row) => row['outcome'] === 'attacks');
    expect(told).toMatchObject({ n: '10' });
    expect(Number(told?.['value'])).toBeCloseTo(mean, 10);
    expect(JSON.parse(folder.read(`${failed}/manifest.json`))).toMatchObject({
      replications: 12,
      counts: { failures: 2 },
    });
    expect(folder.read(`${failed}/figures/exceedance.vl.json`)).toContain('10 replications (2 others failed)');
  });

  test('all of them failing is told as a bug, with the message of the first, and nothing is placed', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    failReplications([0, 1, 2]);
    const answer = await folder.garrison(['run', 'scenario.yaml', '-n', '3', '--workers', '1', '--quiet']);
    expect(answer.exitCode).toBe(1);
    expect(answer.stderr).toContain('all 3 replications failed, the first with: made to fail');
    expect(folder.files()).toEqual(['scenario.yaml']);
  });

  test('a shard tells its failures and is whole all the same; merge ends with code 3', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    await folder.garrison(['jobs', 'scenario.yaml', '-n', '12', '--shard-size', '6']);
    failReplications([7]);
    for (const index of ['0', '1']) {
      const answer = await folder.garrison(['shard', '--index', index]);
      expect(answer.exitCode, answer.stderr).toBe(0);
      expect(answer.stderr.includes('1 of them failed')).toBe(index === '1');
    }
    const merged = await folder.garrison(['merge', '--no-figures']);
    expect(merged.exitCode, merged.stderr).toBe(3);
    expect(rowsIn(folder, `${resultFolder(merged)}/failures.csv`)).toHaveLength(1);
  });
});
