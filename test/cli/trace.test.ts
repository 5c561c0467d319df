import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { openFolder, resultFolder } from './open-folder.js';

const few = ['-n', '40', '--no-figures', '--quiet'];
const one = ['--replication', '3', '--no-figures', '--quiet'];
const tableOf = (text: string): Record<string, string>[] => parse(text, { columns: true });

describe('garrison trace', () => {
  test('tells the replication that is asked for: the same as in a run with this seed', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const run = await folder.garrison(['run', 'scenario.yaml', '--seed', '7', ...few]);
    const told = await folder.garrison(['trace', 'scenario.yaml', '--seed', '7', ...one]);
    expect(told.exitCode, told.stderr).toBe(0);
    const place = resultFolder(told);
    expect(place).toMatch(/trace-7-3-[0-9a-f]{8}$/);
    const inRun = tableOf(folder.read(`${resultFolder(run)}/replications.csv`))[3]!;
    for (const { outcome, value } of tableOf(folder.read(`${place}/outcomes.csv`)))
      expect(value, outcome).toBe(inRun[outcome!]);
    const rows = tableOf(folder.read(`${place}/rows.csv`));
    expect(rows.filter(({ kind }) => kind === 'attackOnBase')).toHaveLength(Number(inRun['attacksOnBases']));
    const lines = tableOf(folder.read(`${place}/story.csv`));
    expect(lines.flatMap(({ rows: behind }) => behind!.split(' ').map(Number)).sort((a, b) => a - b)).toEqual(
      rows.map((_, i) => i + 1),
    );
    for (const { text } of lines) expect(folder.read(`${place}/story.md`)).toContain(text);
  });

  test('picks by a quantile of an outcome, and says how', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const run = await folder.garrison(['run', 'scenario.yaml', ...few]);
    const values = tableOf(folder.read(`${resultFolder(run)}/replications.csv`)).map(({ killed }) => Number(killed));
    const told = await folder.garrison([
      'trace',
      'scenario.yaml',
      '--quantile',
      '0.95',
      '--of',
      'killed',
      '--json',
      ...few,
    ]);
    const { picked, replication, outcomes } = JSON.parse(told.stdout);
    expect(picked).toMatchObject({ outcome: 'killed', quantile: 0.95, n: 40, replication });
    const sorted = [...values].sort((a, b) => a - b);
    const target = sorted[37]! + 0.05 * (sorted[38]! - sorted[37]!);
    const least = Math.min(...values.map((value) => Math.abs(value - target)));
    expect(Math.abs(values[replication]! - target)).toBe(least);
    expect(outcomes.killed).toBe(values[replication]);
    expect(picked.sentence).toContain(
      `Picked: replication ${replication} of 40 (counted from 0), killed ${outcomes.killed},`,
    );
    expect(picked.sentence).toContain('95 % quantile');
  });

  test('without a wish tells the median of person-attacks, and how it compares', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const { stdout, exitCode } = await folder.garrison(['trace', 'scenario.yaml', ...few]);
    expect(exitCode).toBe(0);
    const text = stdout.replace(/\s+/g, ' ');
    expect(text).toMatch(
      /Picked: replication \d+ of 40 \(counted from 0\), personAttacks [\d,]+, nearest to the median of/,
    );
    expect(text).toMatch(/Beside the other replications: attacks \d+ \(fewer in/);
  });

  test('both a replication and a quantile are a fault of usage', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    for (const other of [
      ['--quantile', '0.5'],
      ['--of', 'killed'],
    ]) {
      const { exitCode, stderr, stdout } = await folder.garrison([
        'trace',
        'scenario.yaml',
        '--replication',
        '3',
        ...other,
      ]);
      expect(exitCode).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain(`--replication names one replication and ${other[0]} picks one: give one of them`);
    }
    const formats = await folder.garrison(['trace', 'scenario.yaml', '--json', '--format', 'csv']);
    expect([formats.exitCode, formats.stderr.split('\n')[0]]).toEqual([
      2,
      '--json and --format csv exclude each other',
    ]);
    const wrong = await folder.garrison(['trace', 'scenario.yaml', '--quantile', '95']);
    expect([wrong.exitCode, wrong.stderr.split('\n')[0]]).toEqual([
      2,
      '--quantile must be a number above 0 and below 1, given once, got 95',
    ]);
  });

  test('an outcome that is none names the nearest, before anything is simulated', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const { exitCode, stderr } = await folder.garrison(['trace', 'scenario.yaml', '--of', 'kiled', '-n', '100000']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('--of must be an outcome of this scenario, got "kiled"; did you mean killed?');
    expect(folder.files()).toEqual(['scenario.yaml']);
  });

  test('--json is one object alone on stdout: story with its rows, rows, parameters and outcomes', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const { stdout, stderr } = await folder.garrison(['trace', 'scenario.yaml', '--json', ...one]);
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({ ok: true, seed: 1, replication: 3, picked: { replication: 3 }, folderIs: 'new' });
    expect(told.parameters.map(({ path }: { path: string }) => path)).toContain('actors.militias.baselinePerDay');
    const behind = told.story.months.flatMap(({ lines }: { lines: { rows: number[] }[] }) =>
      lines.flatMap(({ rows }) => rows),
    );
    expect(behind).toHaveLength(told.rows.length);
    expect(stderr).toBe('');
  });

  test('--format csv carries the rows, --rows names them under each line', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const csv = await folder.garrison(['trace', 'scenario.yaml', '--format', 'csv', ...one]);
    expect(tableOf(csv.stdout).map(({ row }) => Number(row))).toEqual(tableOf(csv.stdout).map((_, i) => i + 1));
    const text = await folder.garrison(['trace', 'scenario.yaml', '--rows', ...one]);
    expect(text.stdout).toMatch(/\n {19}rows? \d/);
    expect(
      Math.max(
        ...text.stdout
          .split('\n')
          .filter((line) => !/^(Results|Read on)/.test(line))
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(100);
  });

  test('told twice it is the same folder; two seeds and --set tell other futures', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const first = await folder.garrison(['trace', 'scenario.yaml', ...one]);
    const again = await folder.garrison(['trace', 'scenario.yaml', ...one]);
    expect(again.stdout).toContain('(identical to the earlier one)');
    const seed = await folder.garrison(['trace', 'scenario.yaml', '--seed', '2', ...one]);
    const set = await folder.garrison([
      'trace',
      'scenario.yaml',
      '--set',
      'actors.militias.baselinePerDay=0.6',
      ...one,
    ]);
    const rows = [first, seed, set].map((answer) => folder.read(`${resultFolder(answer)}/rows.csv`));
    expect(new Set(rows).size).toBe(3);
  });

  test('draws the timeline as spec, rows, SVG and PNG', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const answer = await folder.garrison(['trace', 'scenario.yaml', '--replication', '3', '--quiet']);
    expect(answer.exitCode, answer.stderr).toBe(0);
    const place = resultFolder(answer);
    const spec: { readonly $schema: string } = JSON.parse(folder.read(`${place}/timeline.vl.json`));
    expect(spec.$schema).toContain('vega-lite');
    expect(tableOf(folder.read(`${place}/timeline.csv`)).length).toBeGreaterThan(0);
    expect(folder.read(`${place}/timeline.svg`)).toMatch(/^<svg/);
    expect(folder.read(`${place}/timeline.png`).slice(1, 4)).toBe('PNG');
    expect(JSON.parse(folder.read(`${place}/manifest.json`))).toMatchObject({
      kind: 'trace',
      seed: 1,
      replication: 3,
      run: { command: expect.stringContaining('--replication 3') },
    });
  });

  test('Ctrl-C before two replications keeps nothing, and ends with 130', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const answer = await folder.garrison(['trace', 'scenario.yaml', ...few], { signal: AbortSignal.abort() });
    expect(answer).toMatchObject({ exitCode: 130, stdout: '' });
    expect(folder.files()).toEqual(['scenario.yaml']);
  });
});
