import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFolder, resultFolder, type Folder } from './open-folder.js';

async function runFolder(...options: readonly string[]): Promise<{ readonly folder: Folder; readonly place: string }> {
  const folder = openFolder();
  folder.starter('yaml');
  const answer = await folder.garrison(['run', 'scenario.yaml', '-n', '9', '--workers', '1', '--quiet', ...options]);
  return { folder, place: resultFolder(answer) };
}

/** Changes one cell of a CSV of a run. */
function changeCell(
  folder: Folder,
  file: string,
  cell: { readonly row: string; readonly column: string; readonly value: string },
): void {
  const lines = folder.read(file).split('\n');
  const at = (lines[0] ?? '').split(',').indexOf(cell.column);
  const changed = lines.map((line) => {
    if (!line.startsWith(cell.row)) return line;
    return line.split(',').with(at, cell.value).join(',');
  });
  folder.write(file, changed.join('\n'));
}

describe('garrison reproduce', () => {
  test('gives every file again from the manifest alone, figures too, in a folder without the scenario', async () => {
    const { folder, place } = await runFolder();
    rmSync(join(folder.path, 'scenario.yaml'));
    const answer = await folder.garrison(['reproduce', `${place}/manifest.json`, '--workers', '1']);
    expect(answer.exitCode, answer.stderr).toBe(0);
    expect(answer.stdout).toMatch(/^Reproduced: all \d+ files are the same, byte for byte/);
    const again = resultFolder(answer);
    expect(again).toMatch(/^reproduced\/scenario\/1-9-/);
    expect(folder.read(`${again}/replications.csv`)).toBe(folder.read(`${place}/replications.csv`));
  });

  test('names each file that differs, and where', async () => {
    const { folder, place } = await runFolder('--no-figures');
    changeCell(folder, `${place}/replications.csv`, { row: '4,', column: 'attacks', value: '1234' });
    folder.write(`${place}/notes.txt`, 'mine');
    const answer = await folder.garrison(['reproduce', `${place}/manifest.json`, '--workers', '1']);
    expect(answer.exitCode).toBe(1);
    expect(answer.stdout).toContain('  replications.csv differs, first in line 6\n');
    expect(answer.stdout).toContain('  notes.txt is not among what garrison writes\n');
    expect(answer.stdout).toContain('Version, scenario, Node and system are the same');
  });

  test('names what differs beforehand: version, scenario, or no manifest of a run', async () => {
    const { folder, place } = await runFolder('--no-figures');
    const manifest = folder.read(`${place}/manifest.json`);
    const told = async (text: string): Promise<string> => {
      folder.write('changed.json', text);
      const answer = await folder.garrison(['reproduce', 'changed.json']);
      expect(answer.exitCode).toBe(1);
      expect(answer.stderr).not.toContain('bug');
      return answer.stderr;
    };
    expect(await told(manifest.replace(/"garrison": "[^"]*"/, '"garrison": "0.0.1"'))).toContain('differs in version');
    expect(await told(manifest.replace('"country": "Iraq"', '"country": "Iran"'))).toContain('differs in the scenario');
    expect(await told('{ "hash": 3 }')).toContain('must be a manifest');
    expect(await told('no json')).toContain('must be a manifest that can be read');
  });
});

describe('garrison verify', () => {
  test('finds the replications of a run the same', async () => {
    const { folder, place } = await runFolder('--no-figures');
    const answer = await folder.garrison(['verify', place, '--sample', '4']);
    expect(answer.exitCode, answer.stderr).toBe(0);
    expect(answer.stdout).toBe('Verified: 4 random replications of 9, the same to the last bit.\n');
    const one = await folder.garrison(['verify', place, '--replication', '9']);
    expect(one.stderr).toContain('--replication must be one of the 9 that were run');
  });

  test('needs the rows as CSV, and says so', async () => {
    const { folder, place } = await runFolder('--no-figures', '--format', 'parquet');
    const { exitCode, stderr } = await folder.garrison(['verify', place]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/replications\.csv must be there to compare with; a run or merge with --format csv/);
  });

  test('names replication, fingerprints, outcome, week and event that differ', async () => {
    const { folder, place } = await runFolder('--no-figures');
    changeCell(folder, `${place}/replications.csv`, { row: '4,', column: 'fingerprint', value: '12345' });
    changeCell(folder, `${place}/replications.csv`, { row: '4,', column: 'attacks', value: '1234' });
    changeCell(folder, `${place}/replications-weekly.csv`, { row: '4,attacks,', column: 'w3', value: '77' });
    expect((await folder.garrison(['verify', place, '--replication', '3'])).exitCode).toBe(0);
    const { stdout, exitCode } = await folder.garrison(['verify', place]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^1 of 9 random replications of 9 differ\./);
    expect(stdout).toMatch(/Replication 4 differs: fingerprint 12345 there, \d+ now; .* attacks: 1234 there, \d+ now/);
    expect(stdout).toMatch(/first week that differs is week 3, from 2\d{3}-\d\d-\d\d \(attacks: 77 there, \d+ now\)/);
  });

  test('names the first event of a run that differs, there and now, also where another replication gave it away', async () => {
    const { folder, place } = await runFolder('--no-figures');
    changeCell(folder, `${place}/replications.csv`, { row: '4,', column: 'fingerprint', value: '12345' });
    const lines = folder.read(`${place}/events.csv`).split('\n');
    const changed = lines.findIndex((line) => line.startsWith('2,6,'));
    folder.write(`${place}/events.csv`, lines.with(changed, '2,6,12.5,candidate,0').join('\n'));
    const { stdout, exitCode } = await folder.garrison(['verify', place]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^Replication 4 differs: fingerprint 12345 there/m);
    expect(stdout).toMatch(
      /^Replication 2, whose events are kept, differs too. The first event that differs is event 6 of \d+: there candidate of militias on day 12.5 \(2\d{3}-\d\d-\d\dT12:00:00Z\), now \w+ /m,
    );
  });

  test('names the first event of a trace that differs', async () => {
    const { folder } = await runFolder('--no-figures');
    const traced = await folder.garrison(['trace', 'scenario.yaml', '--replication', '2', '--no-figures', '--quiet']);
    const place = /(output\/scenario\/trace-\S+?)[.\s]*$/m.exec(traced.stdout)?.[1] ?? '';
    expect((await folder.garrison(['verify', place])).stdout).toContain('every event of replication 2 is the same');
    const rows = folder.read(`${place}/rows.csv`).split('\n');
    folder.write(`${place}/rows.csv`, rows.with(5, `${rows[5]}x`).join('\n'));
    const { stdout, exitCode } = await folder.garrison(['verify', place]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('The first event that differs is row 5:');
    expect(stdout).toContain(`now    ${rows[5]}\n`);
  });
});
