import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { openFolder, resultFolder, type Folder } from './open-folder.js';

const location = { lat: 33, lon: 44 };
const stay = {
  title: 'Stay',
  start: '2020-01-01',
  end: '2020-04-09',
  contingents: { us: {} },
  bases: {
    big: { location, garrison: { us: 900 }, tags: ['kept'] },
    small: { location, garrison: { us: 300 } },
  },
  actors: {
    militias: {
      baselinePerDay: { uniform: { low: 0.05, high: 0.3 } },
      branching: { militias: 0.3 },
      targetChoice: { effortElasticity: 0 },
    },
  },
};
const claims = [
  {
    name: 'the rest are more exposed',
    says: 'Fewer bases make those that remain more susceptible.',
    source: 'a brief, p. 2',
    document: 'S000',
    outcome: 'attacks.baseTag.kept',
    per: 'personDays.baseTag.kept',
    relation: 'above',
    than: { outcome: 'attacks.baseTag.kept', per: 'personDays.baseTag.kept', scenario: './stay.json' },
  },
  {
    name: 'attacks rise',
    says: 'Attacks rise after the hand-over.',
    source: 'a brief, p. 3',
    outcome: 'attacks.window.late',
    relation: 'above',
    times: 1.5,
    than: { outcome: 'attacks.window.early' },
  },
  {
    name: 'many attacks',
    says: 'There are more than twenty attacks.',
    source: 'a brief, p. 4',
    outcome: 'attacks',
    relation: 'above',
    than: 20,
  },
];
const leave = {
  ...stay,
  title: 'Leave',
  windows: {
    early: { firstDay: '2020-01-01', lastDay: '2020-01-31' },
    late: { firstDay: '2020-03-01', lastDay: '2020-03-31' },
  },
  plan: [{ day: '2020-01-05', handOver: 'small', personnelTo: 'big', overDays: 5 }],
  claims,
};

function folderOf(changed: object = {}, other: object = stay): Folder {
  const folder = openFolder();
  folder.write('stay.json', JSON.stringify(other));
  folder.write('leave.json', JSON.stringify({ ...leave, ...changed }));
  return folder;
}
const run = ['run', 'leave.json', '-n', '200', '--no-figures', '--workers', '1'];

describe('claims of a scenario', () => {
  test('check tells them in words, and how many scenarios a run simulates', async () => {
    const { stdout, stderr, exitCode } = await folderOf().garrison(['check', 'leave.json']);
    expect(exitCode, stderr).toBe(0);
    for (const text of [
      'the rest are more exposed: Fewer bases make those that remain more susceptible. (S000, a brief, p. 2)',
      'attacks.baseTag.kept per personDays.baseTag.kept is above the same in ./stay.json',
      'attacks.window.late is above 1.5 times attacks.window.early',
      'attacks is above 20',
      'A run simulates 2 scenarios with the same luck: this one and ./stay.json.',
    ])
      expect(stdout).toContain(text);
    const { stdout: json } = await folderOf().garrison(['check', 'leave.json', '--json']);
    expect(JSON.parse(json)).toMatchObject({
      claims: [{ name: 'the rest are more exposed', document: 'S000' }, {}, { words: 'attacks is above 20' }],
      simulates: ['leave.json', './stay.json'],
    });
  });

  test('a run gives each its probability, on the card, in claims.csv, in summary.json and as JSON', async () => {
    const folder = folderOf();
    const answer = await folder.garrison(run);
    expect(answer.exitCode, answer.stderr).toBe(0);
    expect(answer.stderr).toMatch(/200 replications in .*\n200 replications of \.\/stay\.json in /);
    const told = /the rest are more exposed \(S000\): (\d+) % \(\d+ % to \d+ %\)/.exec(answer.stdout);
    expect(answer.stdout).toContain('Claims: in how many replications each holds');
    expect(answer.stdout).toContain('rests on actors.militias.baselinePerDay: holds in');
    expect(answer.stdout).toContain('would flip with actors.militias.baselinePerDay');
    const place = resultFolder(answer);
    const rows: Record<string, string>[] = parse(folder.read(`${place}/claims.csv`), { columns: true });
    expect(rows.map((row) => row['name'])).toEqual(claims.map(({ name }) => name));
    expect(Math.round(100 * Number(rows[0]!['probability']))).toBe(Number(told?.[1]));
    // Nobody leaves the country and effort is fixed, so what the small base drew falls on the big one.
    expect(Number(rows[0]!['difference'])).toBeGreaterThan(0);
    expect(Number(rows[0]!['correlation'])).toBeGreaterThan(0.5);
    const summary: { readonly claims: unknown } = JSON.parse(folder.read(`${place}/summary.json`));
    expect(summary.claims).toHaveLength(3);
    const { stdout: json } = await folder.garrison([...run, '--json', '--out', 'again']);
    expect(JSON.parse(json)).toMatchObject({ claims: summary.claims });
  });

  test('a claim agrees with what the rows of both scenarios say, replication by replication', async () => {
    const folder = folderOf();
    const place = resultFolder(await folder.garrison(run));
    const other = resultFolder(
      await folder.garrison(['run', 'stay.json', '-n', '200', '--no-figures', '--workers', '1']),
    );
    const [leaving, staying] = [place, other].map((at): Record<string, string>[] =>
      parse(folder.read(`${at}/replications.csv`), { columns: true }),
    );
    const rate = (row: Record<string, string>): number =>
      Number(row['attacks.baseTag.kept']) / Number(row['personDays.baseTag.kept']);
    const holds = leaving!.filter((row, r) => rate(row) > rate(staying![r]!)).length;
    const [claim]: Record<string, string>[] = parse(folder.read(`${place}/claims.csv`), { columns: true });
    expect(Number(claim!['probability'])).toBe(holds / 200);
    expect(Number(claim!['n'])).toBe(200);
  });

  test('the manifest holds the scenario compared with in full, and its hash', async () => {
    const folder = folderOf();
    const manifest: object = JSON.parse(folder.read(`${resultFolder(await folder.garrison(run))}/manifest.json`));
    const check = await folder.garrison(['check', 'stay.json', '--json']);
    const { hash }: { readonly hash: string } = JSON.parse(check.stdout);
    expect(manifest).toMatchObject({
      compared: [{ file: './stay.json', hash, set: [], scenario: { title: 'Stay', bases: { big: {}, small: {} } } }],
    });
  });

  test('claims and windows change no outcome of a replication but events and fingerprint', async () => {
    const rowsOf = async (changed: object): Promise<Record<string, string>[]> => {
      const folder = folderOf(changed);
      return parse(folder.read(`${resultFolder(await folder.garrison(run))}/replications.csv`), { columns: true });
    };
    const [with_, without] = [await rowsOf({}), await rowsOf({ claims: [], windows: {} })];
    without.forEach((row, r) =>
      expect(with_[r]).toMatchObject({ ...row, events: expect.any(String), fingerprint: expect.any(String) }),
    );
  });

  test('a run without claims has no claims.csv and no word of claims', async () => {
    const folder = folderOf({ claims: [] });
    const answer = await folder.garrison(run);
    expect(answer.stdout).not.toMatch(/claim/i);
    expect(folder.files().filter((file) => file.includes('claims'))).toEqual([]);
  });

  test('what is set is set in the other scenario too, but for the plan', async () => {
    const folder = folderOf();
    const answer = await folder.garrison([...run, '--set', 'end=2020-04-01', '--set', 'plan[0].overDays=3']);
    expect(answer.exitCode, answer.stderr).toBe(0);
    expect(answer.stdout).toContain('--set plan[0].overDays=3 holds in this scenario only, not in ./stay.json.');
    const manifest: object = JSON.parse(folder.read(`${resultFolder(answer)}/manifest.json`));
    expect(manifest).toMatchObject({ compared: [{ set: ['end=2020-04-01'], scenario: { end: '2020-04-01' } }] });
  });

  test('a claim that compares a scenario with itself is left out, and said to be', async () => {
    const folder = folderOf({}, { ...leave, plan: [] });
    const { stdout, exitCode } = await folder.garrison(['run', 'stay.json', ...run.slice(2)]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('compare this scenario with itself are left out ("the rest are more exposed")');
    expect(stdout).toContain('attacks rise: ');
    expect(stdout).not.toContain('the rest are more exposed (S000)');
  });
});

describe('faults of claims', () => {
  test('unknown outcomes, a missing file and the faults of another scenario are told at once, where the claim stands', async () => {
    const bad = [
      { ...claims[2], outcome: 'atacks' },
      { ...claims[0], than: { outcome: 'attacks', scenario: './nowhere.json' } },
      claims[0],
    ];
    const changed = bad.map((claim, index) => ({ ...claim, name: String(index) }));
    const folder = folderOf({ claims: changed }, { ...stay, end: '2019-01-01' });
    const before = folder.files();
    const { stdout, stderr, exitCode } = await folder.garrison(['run', 'leave.json', '-n', '10']);
    expect([exitCode, stdout]).toEqual([1, '']);
    for (const text of [
      'claims[0].outcome must be an outcome of this scenario, got "atacks"; did you mean attacks?',
      'claims[1].than.scenario must be a file that exists, got "./nowhere.json"',
      'claims[2].than.scenario (./stay.json): end must not be before start 2020-01-01',
    ])
      expect(stderr).toContain(text);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(folder.files()).toEqual(before);
  });

  test('counts of scenarios of another length are not compared, and a fault names its line', async () => {
    const folder = folderOf({}, { ...stay, end: '2020-03-01' });
    folder.write(
      'count.yaml',
      `${JSON.stringify({ ...leave, claims: undefined }).slice(0, -1)},\nclaims: [ { name: a, says: b, source: c, outcome: attacks, relation: above,\n  than: { outcome: attacks, scenario: stay.json } } ] }`,
    );
    const { stderr, exitCode } = await folder.garrison(['check', 'count.yaml']);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/count\.yaml:3:\d+ claims\[0\]\.than must be counted over as many days/);
  });
});
