import { describe, expect, test } from 'vitest';
import { openFolder, resultFolder, type Folder } from './open-folder.js';
import { contentsOf, smallStudy } from './small-study.js';

const lean = ['-n', '30', '--no-figures', '--quiet', '--workers', '1'];

/** The small study, with all starts alike, so that a scenario has the numbers in it that it has alone. */
function alike(): Folder {
  const folder = openFolder();
  smallStudy(folder);
  folder.write('one.yaml', folder.read('one.yaml').replace('us: 100 }, location', 'us: 200 }, location'));
  folder.write('elsewhere.yaml', folder.read('base.yaml').replace('us: 300 }', 'us: 400 }'));
  return folder;
}

describe('claims of compared scenarios', () => {
  test('on another of them are those that a run tells, in its folder of results', async () => {
    const folder = alike();
    const compared = resultFolder(
      await folder.garrison(['compare', 'base.yaml', 'one.yaml', 'elsewhere.yaml', ...lean]),
    );
    const ran = resultFolder(await folder.garrison(['run', 'one.yaml', ...lean]));
    const claims = folder.read(`${compared}/scenarios/one/claims.csv`).split('\n');
    expect(claims.map((line) => line.split(',')[0])).toEqual([
      'name',
      'fewer attacks',
      'fewer than elsewhere',
      'any',
      '',
    ]);
    // Elsewhere has another start, and is measured against the baseline here.
    const own = folder.read(`${ran}/claims.csv`).split('\n');
    expect([claims[1], claims[3]]).toEqual([own[1], own[3]]);
    expect(contentsOf(folder, compared)).not.toHaveProperty('/scenarios/base/claims.csv');
  });

  test('on one that is not compared are left out, and the card says which command tells them', async () => {
    const folder = alike();
    const answer = await folder.garrison(['compare', 'base.yaml', 'one.yaml', ...lean]);
    expect(answer.stdout).toContain(
      'warning: one: Claims that compare with ./elsewhere.yaml are left out ("fewer than elsewhere"): it is not compared here, or with other numbers. garrison run one.yaml tells them.',
    );
    const place = `${resultFolder(answer)}/scenarios/one`;
    expect(folder.read(`${place}/claims.csv`)).not.toContain('fewer than elsewhere');
    expect(JSON.parse(folder.read(`${place}/manifest.json`))).toMatchObject({
      warnings: expect.arrayContaining([expect.stringContaining('garrison run one.yaml tells them')]),
    });
  });

  test('of a scenario that a study changes are held against what is changed alike, and against nothing else', async () => {
    const folder = alike();
    const changed = (file: string) => `{ scenario: ${file}, set: { actors.militia.meanLagDays: 8 } }`;
    const studyOf = (baseline: string) =>
      `title: Changed\nbaseline: ${baseline}\nalternatives: { one: ${changed('one.yaml')} }\n`;
    folder.write('apart.yaml', studyOf('base.yaml'));
    folder.write('alike.yaml', studyOf(changed('base.yaml')));
    const apart = await folder.garrison(['compare', 'apart.yaml', ...lean]);
    expect(apart.stdout).toContain('Claims that compare with ./base.yaml are left out ("fewer attacks")');
    expect(apart.stdout).toContain('garrison run one.yaml --set actors.militia.meanLagDays=8 tells them');
    const same = resultFolder(await folder.garrison(['compare', 'alike.yaml', ...lean]));
    expect(folder.read(`${same}/scenarios/one/claims.csv`)).toContain('fewer attacks');
  });

  test('on what the other does not have are faults before anything is simulated', async () => {
    const folder = alike();
    folder.write(
      'one.yaml',
      folder
        .read('one.yaml')
        .replace('"outcome":"attacks","scenario":"./base.yaml"', '"outcome":"killd","scenario":"./base.yaml"'),
    );
    const { exitCode, stderr } = await folder.garrison(['compare', 'base.yaml', 'one.yaml', ...lean]);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('claims[0].than.outcome')]);
    expect(folder.files()).not.toContain('output');
  });

  test('on a scenario that Ctrl-C kept from being simulated are left out, and said so', async () => {
    const folder = alike();
    const stop = new AbortController();
    const stderr = (text: string): void => void (text.startsWith('one:') && stop.abort());
    const argv = ['compare', 'base.yaml', 'one.yaml', 'elsewhere.yaml', '-n', '30', '--no-figures', '--workers', '1'];
    const answer = await folder.garrison(argv, { signal: stop.signal, stderr });
    expect(answer.exitCode).toBe(130);
    expect(answer.stdout).toContain('one: Interrupted: claims that compare with ./elsewhere.yaml are left out');
  });
});
