import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFolder, resultFolder, type Folder } from './open-folder.js';
import { contentsOf, smallStudy } from './small-study.js';

async function compared(...options: readonly string[]): Promise<{ readonly folder: Folder; readonly place: string }> {
  const folder = openFolder();
  const argv = ['compare', smallStudy(folder), '-n', '9', '--workers', '1', '--quiet', ...options];
  return { folder, place: resultFolder(await folder.garrison(argv)) };
}

describe('garrison reproduce of a comparison', () => {
  test('gives every file again from its manifest alone, figures and claims too', async () => {
    const { folder, place } = await compared();
    for (const file of ['camps.yaml', 'base.yaml', 'one.yaml']) rmSync(join(folder.path, file));
    const answer = await folder.garrison(['reproduce', `${place}/manifest.json`, '--workers', '1']);
    expect(answer.exitCode, answer.stderr).toBe(0);
    expect(answer.stdout).toMatch(/^Reproduced: all [2-9]\d files are the same, byte for byte/);
    expect(contentsOf(folder, resultFolder(answer))).toEqual(contentsOf(folder, place));
    expect(folder.read(`${resultFolder(answer)}/scenarios/one/claims.csv`)).toContain('fewer attacks');
  });

  test('of one of its scenarios evaluates its claims on the others again', async () => {
    const { folder, place } = await compared('--no-figures', '--format', 'csv');
    const answer = await folder.garrison(['reproduce', `${place}/scenarios/one/manifest.json`, '--workers', '1']);
    expect([answer.exitCode, answer.stdout]).toEqual([
      0,
      expect.stringMatching(/^Reproduced: all \d files are the same/),
    ]);
  });

  test('that was interrupted gives what was done', async () => {
    const folder = openFolder();
    smallStudy(folder, '');
    folder.write('more.yaml', folder.read('camps.yaml').replace('{ one:', '{ again: base.yaml, one:'));
    const stop = new AbortController();
    const stderr = (text: string): void => void (text.startsWith('again:') && stop.abort());
    const first = await folder.garrison(['compare', 'more.yaml', '-n', '9', '--no-figures', '--workers', '1'], {
      signal: stop.signal,
      stderr,
    });
    expect(first.exitCode, first.stderr).toBe(130);
    const again = await folder.garrison(['reproduce', `${resultFolder(first)}/manifest.json`, '--workers', '1']);
    expect([again.exitCode, again.stdout]).toEqual([0, expect.stringMatching(/^Reproduced/)]);
  });

  test('names each file that differs, and where', async () => {
    const { folder, place } = await compared('--no-figures');
    folder.write(
      `${place}/comparison.csv`,
      folder.read(`${place}/comparison.csv`).replace(/,attacks,mean/, ',attacks,main'),
    );
    rmSync(join(folder.path, `${place}/scenarios/base/summary.csv`));
    const answer = await folder.garrison(['reproduce', `${place}/manifest.json`, '--workers', '1']);
    expect(answer.exitCode).toBe(1);
    expect(answer.stdout).toMatch(/^Not reproduced: 2 of \d+ files differ\.$/m);
    expect(answer.stdout).toMatch(/^ {2}comparison\.csv differs, first in line \d+$/m);
    expect(answer.stdout).toContain('  scenarios/base/summary.csv is new\n');
  });

  test('names what differs beforehand: version, a scenario, what is asked, or that it is not whole', async () => {
    const { folder, place } = await compared('--no-figures');
    const manifest = folder.read(`${place}/manifest.json`);
    const told = async (from: RegExp | string, to: string): Promise<string> => {
      expect(manifest).toMatch(from);
      folder.write('changed.json', manifest.replace(from, to));
      const answer = await folder.garrison(['reproduce', 'changed.json']);
      expect(answer.exitCode).toBe(1);
      expect(answer.stderr).not.toContain('bug');
      return answer.stderr;
    };
    expect(await told(/"garrison": "[^"]*"/, '"garrison": "0.0.1"')).toContain('differs in version');
    expect(await told('"end": "2020-02-14"', '"end": "2020-02-15"')).toMatch(
      /scenarios\.base differs in the scenario.*\n.*scenarios\.one differs in the scenario/,
    );
    expect(await told('"better": "lower"', '"better": "higher"')).toContain('differs in what is asked');
    expect(await told('"metrics"', '"metricks"')).toContain('must be the whole manifest of a comparison');
  });
});
