import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { failReplications } from './fail-replications.js';
import { openFolder, resultFolder, type Folder } from './open-folder.js';

const few = ['-n', '30', '--no-figures', '--quiet'];
const noMove = ['plan:', 'planned: []\nplan:'] as const;

/** The starter, and the same world half as often attacked, as two files. */
function twoScenarios(folder: Folder): readonly [string, string] {
  folder.starter('yaml');
  const text = folder.read('scenario.yaml');
  folder.write('calm.yaml', `${text.replace(/^title: .*$/m, 'title: Calmer')}\nmaxEvents: 900000\n`);
  return ['scenario.yaml', 'calm.yaml'];
}

const study = `title: Is it worth it?
question: Would smaller convoys help?
baseline: scenario.yaml
alternatives:
  small: { scenario: scenario.yaml, set: { convoys.convoySize: 20 } }
  calm: { scenario: scenario.yaml, set: { actors.militias.baselinePerDay: 0.01 } }
metrics:
  - { outcome: personAttacks, indifference: 10, threshold: 1000 }
  - { outcome: attacks, per: personDays }
replications: 40
seed: 3
`;

type Row = Record<string, string>;
const rowsOf = (folder: Folder, file: string): Row[] => parse(folder.read(file), { columns: true });

describe('garrison compare', () => {
  test('answers in its first line, then tells what differs, and holds every estimate in files', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    folder.write('study.yaml', study);
    const answer = await folder.garrison(['compare', 'study.yaml', '--no-figures']);
    expect(answer.exitCode, answer.stderr).toBe(0);
    expect(answer.stdout).toMatch(
      /^Of 3 scenarios “calm” has the fewest person-attacks: .* fewer than “scenario” \(95 %/,
    );
    expect(answer.stdout.indexOf('What differs')).toBeLessThan(answer.stdout.indexOf('Person-attacks (fewer'));
    expect(answer.stdout).toContain('convoys.convoySize: 100 → 20 persons');
    expect(answer.stderr).toMatch(/^scenario: 40 replications in .*\nsmall: .*\ncalm: .*\n$/);
    const place = resultFolder(answer);
    expect(place).toMatch(/^output\/study\/3-40-[0-9a-f]{8}$/);
    const rows = rowsOf(folder, `${place}/comparison.csv`);
    const difference = rows.find(
      (row) => row['scenario'] === 'calm' && row['statistic'] === 'difference, simultaneous',
    );
    expect(difference).toMatchObject({ against: 'scenario', n: '40', level: '0.975', verdict: 'better' });
    const means = ['calm', 'scenario'].map((key) => {
      const replications = rowsOf(folder, `${place}/scenarios/${key}/replications.csv`);
      const meanOf = (name: string) =>
        replications.reduce((sum, row) => sum + Number(row[name]), 0) / replications.length;
      return [meanOf('expectedPersonAttacks'), meanOf('personAttacks')] as const;
    });
    const counted = rows.find((row) => row['scenario'] === 'calm' && row['statistic'] === 'difference, counted');
    expect(Number(difference?.['value'])).toBeCloseTo(means[0]![0] - means[1]![0], 8);
    expect(Number(counted?.['value'])).toBeCloseTo(means[0]![1] - means[1]![1], 8);
    expect(rowsOf(folder, `${place}/assumption-differences.csv`).map((row) => [row['scenario'], row['path']])).toEqual([
      ['small', 'convoys.convoySize'],
      ['calm', 'actors.militias.baselinePerDay'],
    ]);
    const manifest: unknown = JSON.parse(folder.read(`${place}/manifest.json`));
    expect(manifest).toMatchObject({
      kind: 'comparison',
      seed: 3,
      replications: 40,
      question: 'Would smaller convoys help?',
    });
  });

  test('each scenario has the replications that it has alone, where all start in one world', async () => {
    const folder = openFolder();
    const files = twoScenarios(folder);
    const compared = await folder.garrison(['compare', ...files, ...few]);
    expect(compared.exitCode, compared.stderr).toBe(0);
    expect(compared.stdout).toContain('make no practical difference');
    for (const file of files) {
      const alone = resultFolder(await folder.garrison(['run', file, ...few, '--out', 'alone']));
      const key = file.replace('.yaml', '');
      expect(folder.read(`${resultFolder(compared)}/scenarios/${key}/replications.csv`)).toBe(
        folder.read(`${alone}/replications.csv`),
      );
    }
  });

  test('one seed gives the same bytes on one and on two workers, also measured against another start', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    folder.write('study.yaml', study);
    const on = async (workers: string) =>
      resultFolder(await folder.garrison(['compare', 'study.yaml', ...few, '--workers', workers, '--out', workers]));
    const [one, two] = [await on('1'), await on('2')];
    for (const file of ['comparison.csv', 'comparison.json', 'scenarios/calm/replications.csv'])
      expect(folder.read(`${two}/${file}`)).toBe(folder.read(`${one}/${file}`));
    const manifest: unknown = JSON.parse(folder.read(`${one}/manifest.json`));
    expect(manifest).toMatchObject({
      scenarios: [
        { measuredAgainstBaseline: false },
        { measuredAgainstBaseline: true },
        { measuredAgainstBaseline: true },
      ],
    });
    const again = await folder.garrison(['compare', 'study.yaml', ...few, '--out', '1']);
    expect(again.stdout).toContain('identical to the earlier run, bit for bit');
  });

  test('what is set is set in all scenarios, and the command line goes before the study', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    folder.write('study.yaml', study);
    const { stdout } = await folder.garrison([
      'compare',
      'study.yaml',
      ...few,
      '--seed',
      '5',
      '--set',
      'convoys.transitDays=2',
      '--json',
    ]);
    const told: { readonly folder: string } = JSON.parse(stdout);
    expect(told).toMatchObject({ ok: true, seed: 5, replications: 30, baseline: 'scenario' });
    const manifest: unknown = JSON.parse(folder.read(`${told.folder}/manifest.json`));
    expect(manifest).toMatchObject({
      scenarios: [1, 2, 3].map(() => ({ scenario: { convoys: { transitDays: { value: 2 } } } })),
    });
  });

  test('a study may be code, and hold its scenarios itself', async () => {
    const folder = openFolder();
    folder.starter('ts');
    folder.write(
      'study.ts',
      `import { defineStudy } from 'garrison';
import scenario from './scenario.js';
export default defineStudy({
  title: 'two',
  baseline: scenario,
  alternatives: { shorter: { ...scenario, title: 'Shorter', plan: [] } },
});
`,
    );
    const answer = await folder.garrison(['compare', 'study.ts', ...few]);
    expect(answer.exitCode, answer.stderr).toBe(0);
    expect(answer.stdout).toContain('What differs from baseline');
    expect(answer.stdout).toMatch(/shorter: Shorter\n {4}- /);
  });

  test('tells every fault of every scenario at once, with its file', async () => {
    const folder = openFolder();
    const [good] = twoScenarios(folder);
    folder.write('bad.yaml', folder.read(good).replace(...noMove));
    const worse = folder.write('worse.yaml', folder.read(good).replace('start:', 'begin:'));
    const { exitCode, stderr } = await folder.garrison(['compare', good, 'bad.yaml', worse, ...few]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/bad\.yaml.* planned must be a known key/);
    expect(stderr).toMatch(/worse\.yaml.* begin must be a known key/);
    expect(folder.files()).not.toContain('output');
  });

  test('tells where in a study a value is set that no scenario has, and which outcome no scenario has', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    folder.write('study.yaml', study.replace('convoys.convoySize', 'convoys.convoysize'));
    const wrongSet = await folder.garrison(['compare', 'study.yaml', ...few]);
    expect(wrongSet.stderr).toContain(
      'alternatives.small.set convoys.convoysize must be a known path; did you mean convoySize?',
    );
    folder.write('study.yaml', study.replace('outcome: personAttacks', 'outcome: personAttack'));
    const wrongMetric = await folder.garrison(['compare', 'study.yaml', ...few]);
    expect(wrongMetric.stderr).toContain('metrics[0].outcome must be an outcome of every scenario');
    expect(wrongMetric.stderr).toContain('did you mean personAttacks?');
    folder.write('study.yaml', study.replace('outcome: personAttacks', 'outcome: firstFatalDay'));
    const noMean = await folder.garrison(['compare', 'study.yaml', ...few]);
    expect(noMean.stderr).toContain('metrics[0].outcome must be an outcome that has a mean');
  });

  test('a study is no scenario, and a scenario alone is no study', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    folder.write('study.yaml', study);
    const run = await folder.garrison(['run', 'study.yaml', ...few]);
    expect([run.exitCode, run.stderr]).toEqual([
      1,
      expect.stringContaining('garrison compare study.yaml runs a study'),
    ]);
    const alone = await folder.garrison(['compare', 'scenario.yaml', ...few]);
    expect([alone.exitCode, alone.stderr]).toEqual([
      1,
      expect.stringContaining('garrison compare scenario.yaml other.ts'),
    ]);
    const mixed = await folder.garrison(['compare', 'scenario.yaml', 'study.yaml', ...few]);
    expect([mixed.exitCode, mixed.stderr]).toEqual([1, expect.stringContaining('must be a scenario, not a study')]);
    const none = await folder.garrison(['compare']);
    expect(none.exitCode).toBe(2);
  });

  test('files of one name in two folders have keys of their own', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    for (const name of ['one', 'two']) folder.write(`${name}/plan.yaml`, folder.read('scenario.yaml'));
    const answer = await folder.garrison(['compare', 'one/plan.yaml', 'two/plan.yaml', ...few]);
    expect(answer.stdout).toMatch(/^“two-plan” and “one-plan” make no practical difference/);
    expect(answer.stdout).toMatch(/two-plan\n {4}nothing/);
  });

  test('a scenario of a comparison is reproduced from its manifest, also one measured against another start', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    folder.write('study.yaml', study);
    const place = resultFolder(await folder.garrison(['compare', 'study.yaml', ...few]));
    const manifest = `${place}/scenarios/calm/manifest.json`;
    expect(JSON.parse(folder.read(manifest))).toMatchObject({ reference: { title: expect.any(String) } });
    const again = await folder.garrison(['reproduce', manifest]);
    expect([again.exitCode, again.stdout]).toEqual([
      0,
      expect.stringMatching(/^Reproduced: all \d+ files are the same/),
    ]);
    const changed: { readonly reference: object } = JSON.parse(folder.read(manifest));
    const reference = { ...changed.reference, question: 'another' };
    folder.write('other/run/manifest.json', JSON.stringify({ ...changed, reference }));
    const other = await folder.garrison(['reproduce', 'other/run/manifest.json']);
    expect([other.exitCode, other.stderr]).toEqual([1, expect.stringContaining('differs in the scenario')]);
  });

  test('an interrupted comparison compares what is done, and goes on from there to the same bytes', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    folder.write('study.yaml', study);
    const n = ['-n', '60', '--no-figures', '--workers', '1'];
    const interrupt = new AbortController();
    const afterTwo = { stderr: (text: string) => void (text.startsWith('small: 60') && interrupt.abort()) };
    const first = await folder.garrison(['compare', 'study.yaml', ...n], { signal: interrupt.signal, ...afterTwo });
    expect(first.exitCode).toBe(130);
    expect(first.stderr).toContain('Interrupted: compared is what was done, without calm.');
    const second = await folder.garrison(['compare', 'study.yaml', ...n]);
    expect(second.exitCode, second.stderr).toBe(0);
    const fresh = await folder.garrison(['compare', 'study.yaml', ...n, '--out', 'fresh']);
    for (const file of ['comparison.csv', 'comparison.json', 'scenarios/small/replications.csv'])
      expect(folder.read(`${resultFolder(second)}/${file}`)).toBe(folder.read(`${resultFolder(fresh)}/${file}`));
    expect(folder.files().filter((name) => name.includes('.work'))).toEqual([]);
  });

  test('a failed replication is left out of every pair, told, and ends with 3', async () => {
    const folder = openFolder();
    const files = twoScenarios(folder);
    failReplications([4], 'made to fail');
    const answer = await folder.garrison(['compare', ...files, ...few, '--workers', '1']);
    expect(answer.exitCode).toBe(3);
    expect(answer.stdout).toMatch(/warning: all scenarios: 1 of 30 replications failed/);
    expect(answer.stdout).toContain('1 replications without a value on one side or both are left out');
    const rows = rowsOf(folder, `${resultFolder(answer)}/comparison.csv`);
    expect(new Set(rows.map((row) => row['n']))).toEqual(new Set(['29', '30']));
    expect(rows.filter((row) => row['statistic'] === 'difference').every((row) => row['n'] === '29')).toBe(true);
  });

  test('Ctrl-C before two scenarios are done keeps nothing', async () => {
    const folder = openFolder();
    const files = twoScenarios(folder);
    const answer = await folder.garrison(['compare', ...files, ...few], { signal: AbortSignal.abort() });
    expect(answer).toMatchObject({ exitCode: 130, stdout: '' });
    expect(folder.files().sort()).toEqual(['calm.yaml', 'scenario.yaml']);
  });
});
