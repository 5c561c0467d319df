import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { openFolder, resultFolder, type Folder } from './open-folder.js';

// Invented places, groups and attacks.

const scenario = `title: Two valleys
start: 2010-03-01
end: 2010-03-31
contingents: { blue: { name: Blue } }
bases:
  north: { name: North Valley, location: { lat: 10, lon: 20 }, garrison: { blue: 400 } }
  south: { name: South Valley, location: { lat: 10.5, lon: 20 }, garrison: { blue: 100 } }
actors:
  reds: { name: The Reds, branching: { reds: 0.3 }, targetChoice: { effortElasticity: 0.2 } }
`;
const header = 'date,base,scope,mode,killed_coalition,wounded_coalition';
const attacks = [1, 2, 2, 9, 15, 16, 20, 27].map(
  (day, i) => `2010-02-${String(day).padStart(2, '0')},${i === 2 ? 'South' : 'North'} Valley,base,rocket,0,${i % 2}`,
);
const few = ['--imputations', '2', '--draws', '20', '--no-figures', '--quiet'];

function twoFiles(folder: Folder, lines: readonly string[] = attacks): readonly string[] {
  folder.write('scenario.yaml', scenario);
  folder.write('attacks.csv', [header, ...lines, ''].join('\n'));
  return ['calibrate', 'attacks.csv', '--scenario', 'scenario.yaml', ...few];
}

describe('garrison calibrate', () => {
  test('writes what a scenario spreads, a scenario that runs as it is, and every row that was left out', async () => {
    const folder = openFolder();
    const argv = twoFiles(folder, [
      ...attacks,
      '2010-03-05,North Valley,base,rocket,0,0',
      '2010-02-28,Elsewhere,base,rocket,0,0',
    ]);
    const answer = await folder.garrison(argv);
    expect(answer.exitCode, answer.stderr).toBe(0);
    expect(answer.stdout).toMatch(/^8 attacks in 28 days, 1 February 2010 to 28 February 2010, tell /);
    expect(answer.stdout).toContain('8 attacks only: that says next to nothing about how attacks provoke attacks');
    const place = resultFolder(answer);
    const left: Record<string, string>[] = parse(folder.read(`${place}/left-out.csv`), { columns: true });
    expect(left.map(({ line, reason }) => [line, reason])).toEqual([
      ['10', 'outside the window'],
      ['11', 'no base of the scenario'],
    ]);
    const parameters = JSON.parse(folder.read(`${place}/parameters.json`));
    const { baselinePerDay, branching } = parameters.actors.reds;
    expect(baselinePerDay.value.joint.of).toBe(branching.reds.value.joint.of);
    expect(baselinePerDay.value.joint.values).toHaveLength(20);
    const whole = JSON.parse(folder.read(`${place}/scenario.json`));
    expect(whole.actors.reds.baselinePerDay).toEqual(baselinePerDay);
    expect(whole.actors.reds.targetChoice.effortElasticity.value).toBe(0.2);
    const run = await folder.garrison([
      'run',
      `${place}/scenario.json`,
      '-n',
      '20',
      '--no-figures',
      '--no-report',
      '--quiet',
      '--workers',
      '1',
    ]);
    expect(run.exitCode, run.stderr).toBe(0);

    const again = await folder.garrison(argv);
    expect(resultFolder(again)).toBe(place);
    const other = await folder.garrison([...argv, '--seed', '2', '--json']);
    const object = JSON.parse(other.stdout);
    expect(object).toMatchObject({ ok: true, seed: 2, record: { attacks: 8, rows: 10, format: 'garrison' } });
    expect(JSON.parse(folder.read(`${object.folder}/parameters.json`))).not.toEqual(parameters);
  });

  test('tells the faults of a record, of rules and of options without a stack, and leaves nothing behind', async () => {
    const folder = openFolder();
    const argv = twoFiles(folder, [
      '2010-02-01,North Valley,base,rocket,-1,0',
      '2099-01-01,North Valley,base,rocket,0,0',
    ]);
    folder.write('rules.yaml', 'scope: [base]\nplaces: { nort: [x] }\n');
    const before = folder.files();
    const record = await folder.garrison(argv);
    expect(record.exitCode).toBe(1);
    expect(record.stderr).toContain(
      'attacks.csv line 2, killed_coalition must be a whole number of at least 0, got "-1"',
    );
    expect(record.stderr).toMatch(
      /attacks.csv line 3, date must not be after \d{4}-\d{2}-\d{2}, the day of this fit, got "2099-01-01"/,
    );
    const rules = await folder.garrison([...argv, '--rules', 'rules.yaml']);
    expect(rules.stderr).toMatch(/rules\.scope must be a known key.*; did you mean scopes\?/);
    const missing = await folder.garrison(['calibrate', 'attack.csv', ...argv.slice(2)]);
    expect(missing.stderr).toContain('did you mean attacks.csv?');
    const unlike = await folder.garrison(['calibrate', 'nothing-like-it.csv', ...argv.slice(2)]);
    expect(unlike.stderr).toContain('CSV files in that folder: attacks.csv');
    expect([record, rules, missing].map(({ stderr }) => /\n\s+at /.test(stderr))).toEqual([false, false, false]);
    expect(folder.files()).toEqual(before);
  });

  test('a record without an attack that counts is a fault that says which rows were left out; of one attack it is fitted', async () => {
    const folder = openFolder();
    const none = await folder.garrison(twoFiles(folder, ['2010-03-05,North Valley,base,rocket,0,0']));
    expect(none.exitCode).toBe(1);
    expect(none.stderr).toContain('--from and --until name the days');
    const one = await folder.garrison(twoFiles(folder, ['2010-02-05,North Valley,base,rocket,0,0']));
    expect(one.exitCode, one.stderr).toBe(0);
    expect(one.stdout).toMatch(/^1 attack in .*, tells /);
    expect(one.stdout).toContain('1 attack only');
  });

  test('takes account of the regimes of the scenario within the record, and says of which it cannot', async () => {
    const folder = openFolder();
    const argv = twoFiles(folder);
    folder.write(
      'scenario.yaml',
      `${scenario}regimes:
  - { name: truce, firstDay: 2010-02-03, lastDay: 2010-02-08, gate: 0.5 }
  - { name: perhaps, firstDay: 2010-02-25, lastDay: 2010-02-26, gate: 2, probability: 0.5, track: b }
`,
    );
    const answer = await folder.garrison(argv);
    expect(answer.exitCode, answer.stderr).toBe(0);
    const text = answer.stdout.replaceAll(/\s+/g, ' ');
    expect(text).toContain('truce, 3 February 2010 to 8 February 2010 (0 attacks): rates times 0.5.');
    expect(text).toContain('warning: perhaps: it comes to pass by chance, so that nobody knows whether it held');
    const object = JSON.parse(folder.read(`${resultFolder(answer)}/calibration.json`));
    expect(object.gates).toEqual([{ name: 'truce', from: '2010-02-03', to: '2010-02-08', attacks: 0, gate: 0.5 }]);
    expect(object.likeliest).toMatchObject({ starts: [0, 2, 8], gates: [[1], [0.5], [1]] });
  });

  test('asks of every group whether its attacks provoke others of its own', async () => {
    const folder = openFolder();
    const argv = twoFiles(folder);
    folder.write('scenario.yaml', `${scenario}  greens: { name: The Greens }\n`);
    const lines = attacks.map((line, i) => `${line},${i % 2 === 0 ? 'reds' : 'The Greens'}`);
    folder.write('attacks.csv', [`${header},claimed_by_or_attributed`, ...lines, ''].join('\n'));
    folder.write('rules.yaml', 'actors: { reds: [reds], greens: [The Greens] }\n');
    const answer = await folder.garrison([...argv, '--rules', 'rules.yaml']);
    expect(answer.exitCode, answer.stderr).toBe(0);
    const text = answer.stdout.replaceAll(/\s+/g, ' ');
    expect(text).toMatch(
      /Of reds the record alone .* Of greens the record alone .* What other groups provoke is fitted/,
    );
    const { evidence } = JSON.parse(folder.read(`${resultFolder(answer)}/calibration.json`));
    expect(evidence.map(({ actor }: { actor: string }) => actor)).toEqual(['reds', 'greens']);
  });

  test('Ctrl-C leaves nothing behind', async () => {
    const folder = openFolder();
    const argv = twoFiles(folder);
    const before = folder.files();
    const stopped = await folder.garrison(argv, { signal: AbortSignal.abort() });
    expect(stopped.exitCode).toBe(130);
    expect(folder.files()).toEqual(before);
  });
});
