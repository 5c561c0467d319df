import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.js';
import { openFolder, resultFolder, type Folder } from './open-folder.js';

const few = ['-n', '30', '--no-figures', '--quiet'];

async function rowsOf(folder: Folder, ...argv: readonly string[]): Promise<string> {
  const answer = await folder.garrison(['run', ...argv, ...few]);
  expect(answer.exitCode, answer.stderr).toBe(0);
  return folder.read(`${resultFolder(answer)}/replications.csv`);
}

describe('garrison run', () => {
  test('one seed gives the same rows, two seeds give two results, and 0 is a seed', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const [one, again, two, zero] = [
      await rowsOf(folder, 'scenario.yaml', '--out', 'a'),
      await rowsOf(folder, 'scenario.yaml', '--out', 'b'),
      await rowsOf(folder, 'scenario.yaml', '--seed', '2'),
      await rowsOf(folder, 'scenario.yaml', '--seed', '0'),
    ];
    expect(again).toBe(one);
    expect(new Set([one, two, zero]).size).toBe(3);
  });

  test('one seed gives the same bytes on one and on two workers', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const [one, two] = [
      await rowsOf(folder, 'scenario.yaml', '--workers', '1', '--out', 'a'),
      await rowsOf(folder, 'scenario.yaml', '--workers', '2', '--out', 'b'),
    ];
    expect(two).toBe(one);
  });

  test('typescript, yaml and json twins give the same rows, in a folder without package.json', async () => {
    const folder = openFolder();
    for (const format of ['ts', 'yaml', 'json'] as const) folder.starter(format);
    const yaml = await rowsOf(folder, 'scenario.yaml', '--out', 'yaml');
    expect(await rowsOf(folder, 'scenario.ts', '--out', 'ts')).toBe(yaml);
    expect(await rowsOf(folder, 'scenario.json', '--out', 'json')).toBe(yaml);
    const hashes = folder.files().map((name) => /1-30-([0-9a-f]{8})/.exec(name)?.[1]);
    expect(new Set(hashes.filter((hash) => hash !== undefined)).size).toBe(1);
  });

  test('yaml runs no code: a tag that asks for it is a fault', async () => {
    const folder = openFolder();
    folder.starter('yaml', ['country: Iraq', 'country: !!js/function "function () { process.exit(7) }"']);
    const { exitCode, stderr } = await folder.garrison(['run', 'scenario.yaml', ...few]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('unresolved tag');
  });

  test('--set changes the result and stands in the manifest', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const set = 'actors.militias.baselinePerDay=0.5';
    const plain = await rowsOf(folder, 'scenario.yaml');
    const answer = await folder.garrison([
      'run',
      'scenario.yaml',
      ...few,
      '--set',
      set,
      '--set',
      'plan[0].overDays=10',
    ]);
    const place = resultFolder(answer);
    expect(folder.read(`${place}/replications.csv`)).not.toBe(plain);
    const manifest: unknown = JSON.parse(folder.read(`${place}/manifest.json`));
    expect(manifest).toMatchObject({
      run: { set: [set, 'plan[0].overDays=10'] },
      scenario: { actors: { militias: { baselinePerDay: { value: 0.5 } } }, plan: [{ overDays: { value: 10 } }, {}] },
    });
  });

  test('host forces have rows of their own on the card and in the summary, where there are any', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const answer = await folder.garrison(['run', 'scenario.yaml', ...few, '--set', 'bases.riverPost.hostForces=900']);
    expect(answer.stdout).toMatch(/^ {2}host forces killed .*\n {2}host forces wounded .*\d/m);
    expect(answer.stdout).toContain('they are in no other number');
    expect(folder.read(`${resultFolder(answer)}/summary.csv`)).toMatch(/^hostWounded,quantile 0.95,persons/m);
    const without = await folder.garrison(['run', 'scenario.yaml', ...few]);
    expect(without.stdout).not.toContain('host forces');
  });

  test('--set with a path that is none names the nearest', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const set = ['convoys.convoysize=20', 'plan[7].overDays=3', 'bases.campp.hardening=1', 'start.x=1', 'nonsense'];
    const answer = await folder.garrison(['check', 'scenario.yaml', ...set.flatMap((text) => ['--set', text])]);
    expect(answer.exitCode).toBe(1);
    expect(answer.stderr).toMatch(/^5 faults/);
    for (const text of [
      'did you mean convoySize?',
      'one of the 2 items of plan',
      'did you mean camp?',
      'start is one value',
      'PATH=VALUE',
    ])
      expect(answer.stderr).toContain(text);
  });

  test('--json is one object, alone on stdout', async () => {
    const folder = openFolder();
    folder.starter('ts', ['export default', "console.log('a word from the file');\nexport default"]);
    const { stdout, stderr } = await folder.garrison(['run', 'scenario.ts', '-n', '30', '--no-figures', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, seed: 1, replications: 30, counts: { failures: 0 } });
    expect(stderr).toContain('a word from the file');
  });

  test('the card answers in its first line, and files hold every replication and estimate', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const answer = await folder.garrison(['run', 'scenario.yaml', '-n', '30', '--no-figures']);
    expect(answer.stdout).toMatch(
      /^On average [\d,]+ person-attacks in total \(95 % interval .* to .*\), .* per 1,000 person-days .* killed is .*\n/,
    );
    expect(answer.stderr).toMatch(/^30 replications in .*\n$/);
    const place = resultFolder(answer);
    const rows: Record<string, string>[] = parse(folder.read(`${place}/replications.csv`), { columns: true });
    expect(rows).toHaveLength(30);
    const summary: Record<string, string>[] = parse(folder.read(`${place}/summary.csv`), { columns: true });
    const mean = rows.reduce((sum, row) => sum + Number(row['attacks']), 0) / 30;
    const told = summary.find((row) => row['outcome'] === 'attacks' && row['statistic'] === 'mean');
    expect(Number(told?.['value'])).toBeCloseTo(mean, 10);
    const weekly: Record<string, string>[] = parse(folder.read(`${place}/replications-weekly.csv`), { columns: true });
    expect(weekly).toHaveLength(3 * 30);
    expect(Object.keys(weekly[0] ?? {})).toHaveLength(2 + 44);
    const register: Record<string, string>[] = parse(folder.read(`${place}/assumptions.csv`), { columns: true });
    expect(register.length).toBeGreaterThan(20);
  });

  test('a record stands beside the simulated attacks, by the rule that leaves convoys out', async () => {
    const folder = openFolder();
    folder.starter('yaml', ['country: Iraq', 'record: { file: data/attacks.csv }']);
    const rows = [
      '2020-02-20,Camp,base',
      '2020-03-02,Camp,base',
      '2020-04-02,Road,convoy',
      '2020-05-02,Embassy,embassy/Green Zone',
    ];
    folder.write(
      'data/attacks.csv',
      `date,base,scope,mode,killed_coalition,wounded_coalition\n${rows.map((row) => `${row},rocket,,1`).join('\n')}\n`,
    );
    const answer = await folder.garrison(['run', 'scenario.yaml', ...few]);
    expect(answer.stdout).toContain('Record: 2 attacks on bases');
    const manifest: unknown = JSON.parse(folder.read(`${resultFolder(answer)}/manifest.json`));
    expect(manifest).toMatchObject({ scenario: { record: { rows: [{ killed: 0, wounded: 1 }, {}, {}, {}] } } });
  });

  test('no escapes into what nobody watches, and none with NO_COLOR', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const escape = '\u001b[';
    const piped = await folder.garrison(['run', 'scenario.yaml', ...few]);
    expect(piped.stdout + piped.stderr).not.toContain(escape);
    const watched = await folder.garrison(['run', 'scenario.yaml', ...few], { isTTY: true });
    expect(watched.stdout).toContain(escape);
    const plain = await folder.garrison(['run', 'scenario.yaml', ...few], { isTTY: true, env: { NO_COLOR: '1' } });
    expect(plain.stdout).not.toContain(escape);
  });

  test('a live line is shown where somebody watches, and wiped', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const { stderr } = await folder.garrison(['run', 'scenario.yaml', '-n', '30', '--no-figures'], { isTTY: true });
    expect(stderr).toMatch(/\r5 of 30 · person-attacks .* ± .* left/);
    expect(stderr).toContain('\r\u001b[K30 replications in ');
  });

  test('one replication is one possible future, without intervals', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const { stdout, stderr, exitCode } = await folder.garrison(['run', 'scenario.yaml', '-n', '1', '--no-figures']);
    expect(exitCode, stderr).toBe(0);
    expect(stdout).toMatch(/^One possible future: /);
    expect(stdout).toContain('no interval');
    expect(stdout).not.toContain('NaN');
  });

  test('a folder of a negative seed has a name that no command reads as an option', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const answer = await folder.garrison(['run', 'scenario.yaml', '-n', '2', '--seed', '-5', '--no-figures']);
    expect(resultFolder(answer)).toMatch(/^output\/scenario\/m5-2-[0-9a-f]{8}$/);
  });

  test('Ctrl-C before two replications keeps nothing, and ends with 130', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const answer = await folder.garrison(['run', 'scenario.yaml', ...few], { signal: AbortSignal.abort() });
    expect(answer).toMatchObject({ exitCode: 130, stdout: '' });
    expect(answer.stderr).toContain('nothing is kept');
    expect(folder.files()).toEqual(['scenario.yaml']);
  });

  test('a finished folder is never overwritten: what differs is kept beside it', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const first = resultFolder(await folder.garrison(['run', 'scenario.yaml', ...few]));
    const again = await folder.garrison(['run', 'scenario.yaml', ...few]);
    expect(again.stdout).toContain('identical to the earlier run, bit for bit');
    folder.write(`${first}/replications.csv`, 'somebody changed it');
    const third = await folder.garrison(['run', 'scenario.yaml', ...few]);
    expect(third.stdout).toContain('differs; both are kept');
    expect(resultFolder(third)).toBe(`${first}-2`);
    expect(folder.read(`${first}/replications.csv`)).toBe('somebody changed it');
  });

  test('a bug says that it is one, and shows its stack', async () => {
    const folder = openFolder();
    let stderr = '';
    const exitCode = await runCli(['--version'], {
      stdout: {
        write: () => {
          throw new Error('broken');
        },
        isTTY: false,
      },
      stderr: { write: (text) => void (stderr += text), isTTY: false },
      env: {},
      cwd: folder.path,
      signal: new AbortController().signal,
    });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('bug in garrison');
    expect(stderr).toMatch(/Error: broken\n\s+at /);
  });
});
