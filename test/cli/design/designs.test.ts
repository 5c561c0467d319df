import { parse } from 'csv-parse/sync';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFolder, resultFolder, type Folder } from '../open-folder.js';

/** One base with 100 people for 40 days, attacked by one group with a rate of its own. */
const scenario = (group: string, rate: string): string => `title: Made up, ${group}
start: 2020-01-01
end: 2020-02-09
contingents: { us: { name: US, salience: { uniform: { low: 0.5, high: 1 } } } }
bases:
  one: { name: One, location: { lat: 33, lon: 44 }, garrison: { us: 100 } }
actors:
  ${group}:
    baselinePerDay: ${rate}
    branching: { ${group}: { uniform: { low: 0.1, high: 0.4 } } }
    meanLagDays: 3
`;
const rate = 'actors.militias.baselinePerDay';
const few = ['--no-figures', '--quiet', '--workers', '1'];

/**
 * Both have the same branching in the mean, so that the second has fewer attacks where the rate of the first is above the
 * planted 0.3.
 */
function twoScenarios(folder: Folder): readonly [string, string] {
  folder.write('a.yaml', scenario('militias', '{ uniform: { low: 0.1, high: 0.5 } }'));
  folder.write('b.yaml', scenario('others', '0.3'));
  return ['a.yaml', 'b.yaml'];
}

type Row = Record<string, string>;
const rowsOf = (folder: Folder, file: string): Row[] => parse(folder.read(file), { columns: true });

describe('garrison break-even', () => {
  test('finds a planted threshold within its interval', async () => {
    const folder = openFolder();
    const files = twoScenarios(folder);
    const answer = await folder.garrison(['break-even', ...files, '--over', rate, '-n', '25', ...few]);
    expect(answer.exitCode, answer.stderr).toBe(0);
    expect(answer.stdout).toMatch(
      /^a has fewer person-attacks than b where unprovoked attacks a day is below 0\.\d+ \(95 %/,
    );
    const [found, ...others] = rowsOf(folder, `${resultFolder(answer)}/break-even.csv`);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ fewerBelow: 'a', fewerAbove: 'b' });
    const [low, high] = [Number(found!['low']), Number(found!['high'])];
    expect(low).toBeLessThan(0.3);
    expect(high).toBeGreaterThan(0.3);
    expect(high - low).toBeLessThan(0.2);
  });

  test('maps two numbers, and draws the map', async () => {
    const folder = openFolder();
    const files = twoScenarios(folder);
    const over = ['--over', rate, '--over', 'actors.others.baselinePerDay=0.1..0.5'];
    const answer = await folder.garrison(['break-even', ...files, ...over, '-n', '4', '--quiet', '--workers', '1']);
    expect(answer.exitCode, answer.stderr).toBe(0);
    const place = resultFolder(answer);
    const cells = rowsOf(folder, `${place}/map.csv`);
    const middle = (row: Row, axis: 'x' | 'y') => (Number(row[`${axis}From`]) + Number(row[`${axis}To`])) / 2;
    for (const row of cells) {
      if (row['fewer'] === 'a') expect(middle(row, 'x')).toBeLessThan(middle(row, 'y'));
      if (row['fewer'] === 'b') expect(middle(row, 'x')).toBeGreaterThan(middle(row, 'y'));
    }
    expect(new Set(cells.map((row) => row['fewer']))).toEqual(new Set(['a', 'b', 'not resolved']));
    expect(existsSync(join(folder.path, place, 'figures/break-even-map.svg'))).toBe(true);
  });
});

test('garrison discover finds the planted threshold within its interval', async () => {
  const folder = openFolder();
  const files = twoScenarios(folder);
  const when = ['--when', 'expectedAttacks < 0', '--over', 'actors', '--over', 'contingents'];
  const answer = await folder.garrison(['discover', ...files, ...when, '-n', '400', '--inner', '3', ...few]);
  expect(answer.exitCode, answer.stderr).toBe(0);
  const found = rowsOf(folder, `${resultFolder(answer)}/box.csv`).find((row) => row['number'] === rate)!;
  expect(Number(found['low'])).toBeGreaterThan(0.2);
  expect(Number(found['low.from'])).toBeLessThanOrEqual(0.3);
  expect(Number(found['low.to'])).toBeGreaterThanOrEqual(0.3);
  expect(found['foundAgain']).toBe('1');
});

test('garrison robustness: who is the better flips at the planted rate, half of the states each', async () => {
  const folder = openFolder();
  const files = twoScenarios(folder);
  const words = ['robustness', ...files, '-n', '60', '--inner', '4', '--threshold', 'personAttacks=1700'];
  const answer = await folder.garrison([...words, '--workers', '1', '--quiet']);
  expect(answer.exitCode, answer.stderr).toBe(0);
  const place = resultFolder(answer);
  const rows = rowsOf(folder, `${place}/robustness.csv`).filter((row) => row['metric'] === 'personAttacks');
  const [a, b] = rows.map((row) => ({ best: Number(row['best']), mean: Number(row['meanRegret']), enough: row }));
  expect(a!.best + b!.best).toBeCloseTo(1, 12);
  expect(Math.abs(a!.best - 0.5)).toBeLessThan(0.12);
  // 200 and what they provoke, as the value of knowing the rate.
  for (const { mean } of [a!, b!]) expect(mean > 200 && mean < 400).toBe(true);
  for (const row of rows) {
    expect(Number(row['heldOutRegret'])).toBeLessThanOrEqual(Number(row['meanRegret']));
    expect(Number(row['satisficing.low'])).toBeLessThan(Number(row['satisficing.high']));
  }
  // The second has 40 × 100 × 0.3 and what they provoke, about 1,560, in nearly all states; the first in those below.
  expect(Number(b!.enough['satisficing'])).toBeGreaterThan(Number(a!.enough['satisficing']));
  expect(existsSync(join(folder.path, place, 'figures/robustness.png'))).toBe(true);
  const [one, two] = await Promise.all(
    ['killed=2=x', 'wounds=3'].map((text) => folder.garrison(['robustness', ...files, '--threshold', text, ...few])),
  );
  expect([one!.exitCode, two!.exitCode]).toEqual([1, 1]);
  expect(one!.stderr).toContain('must be METRIC=NUMBER');
  expect(two!.stderr).toContain('must name a metric that is asked about: personAttacks,');
});

describe('garrison sensitivity', () => {
  test('has the rate first and the idle salience told to be nothing, by every method', async () => {
    const folder = openFolder();
    twoScenarios(folder);
    for (const [method, n, file] of [
      ['tornado', '40', 'swings.csv'],
      ['morris', '12', 'effects.csv'],
      ['sobol', '128', 'indices.csv'],
    ] as const) {
      const answer = await folder.garrison(['sensitivity', 'a.yaml', '--method', method, '-n', n, ...few]);
      expect(answer.exitCode, answer.stderr).toBe(0);
      const rows = rowsOf(folder, `${resultFolder(answer)}/${file}`).filter((row) => row['input'] !== 'chance');
      expect(rows[0]!['input'], method).toBe(rate);
      expect(rows.at(-1)!['input'], method).toBe('contingents.us.salience');
      expect(rows.at(-1)!['note'], method).toContain('not distinguishable from zero');
    }
  });

  test('voi: has the rate as the only number worth finding out, by about what it saves', async () => {
    const folder = openFolder();
    const files = twoScenarios(folder);
    const words = ['sensitivity', ...files, '--method', 'voi', '-n', '80', '--inner', '2', '--workers', '1', '--quiet'];
    const answer = await folder.garrison(words);
    expect(answer.exitCode, answer.stderr).toBe(0);
    const rows = rowsOf(folder, `${resultFolder(answer)}/voi.csv`);
    const found = rows.find((row) => row['input'] === rate)!;
    // Rates differ by up to ±0.2 for 40 days and 100 people: 200 saved on average, and what they provoke: 1.2 to 1.6 times.
    expect(Number(found['low'])).toBeLessThan(200 * 1.6);
    expect(Number(found['high'])).toBeGreaterThan(200 * 1.2);
    expect(Number(found['low'])).toBeGreaterThan(0);
    const idle = rows.find((row) => row['input'] === 'contingents.us.salience')!;
    expect(idle['note']).toBe('not distinguishable from zero');
    const [atMost, atLeast] = rows.map((row) => Number(row['value']));
    expect(atMost!).toBeGreaterThan(atLeast!);
    expect(existsSync(join(folder.path, resultFolder(answer), 'figures/voi.png'))).toBe(true);
    const alone = await folder.garrison(['sensitivity', 'a.yaml', '--method', 'voi', ...few]);
    expect(alone.exitCode).toBe(1);
    expect(alone.stderr).toContain('must be a study where it stands alone');
  });

  test('gives the same bytes on one worker and two, and with another seed others', async () => {
    const folder = openFolder();
    twoScenarios(folder);
    const run = async (workers: string, seed: string, out: string) => {
      const words = [
        'sensitivity',
        'a.yaml',
        '-n',
        '60',
        '--seed',
        seed,
        '--out',
        out,
        '--workers',
        workers,
        '--no-figures',
      ];
      const place = resultFolder(await folder.garrison([...words, '--quiet']));
      return ['swings.csv', 'evaluations.csv', 'result.json'].map((file) => folder.read(`${place}/${file}`));
    };
    const one = await run('1', '1', 'one');
    expect(await run('2', '1', 'two')).toEqual(one);
    expect(await run('1', '2', 'three')).not.toEqual(one);
  });

  test('interrupted, it keeps what is done, and goes on to the bytes of an uninterrupted one', async () => {
    const folder = openFolder();
    twoScenarios(folder);
    const stop = new AbortController();
    const words = ['sensitivity', 'a.yaml', '--method', 'morris', '-n', '40', '--no-figures', '--workers', '1'];
    stop.abort();
    const stopped = await folder.garrison([...words, '--quiet'], { signal: stop.signal });
    expect(stopped.exitCode).toBe(130);
    expect(stopped.stderr).toContain('the same command goes on');
    expect(folder.files().some((file) => file.includes('.design-'))).toBe(true);
    const second = await folder.garrison(words);
    expect(second.stderr).toContain('continuing');
    const whole = await folder.garrison([...words, '--out', 'whole']);
    const text = (answer: typeof second) => folder.read(`${resultFolder(answer)}/evaluations.csv`);
    expect(text(second)).toBe(text(whole));
    expect(folder.files().some((file) => file.includes('.design-'))).toBe(false);
  });

  test('refuses Sobol indices where a point has no answer, with a way out; a tornado bears it', async () => {
    const folder = openFolder();
    folder.write('wild.yaml', scenario('militias', '0.1').replace('low: 0.1, high: 0.4', 'low: 0.1, high: 1.2'));
    const refused = await folder.garrison(['sensitivity', 'wild.yaml', '--method', 'sobol', '-n', '32', ...few]);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(/must have an answer at every point .* rows have a hole .*; narrow the law/);
    const borne = await folder.garrison(['sensitivity', 'wild.yaml', '-n', '10', ...few]);
    expect(borne.exitCode).toBe(3);
    expect(borne.stdout).toContain('(10 failed)');
  });
});

test('a sweep along the rate has the exact mean: the integral of the rate over 100 people', async () => {
  const folder = openFolder();
  folder.write('calm.yaml', scenario('militias', '0.2').replace('{ uniform: { low: 0.1, high: 0.4 } }', '0'));
  const answer = await folder.garrison([
    'sweep',
    'calm.yaml',
    '--over',
    `${rate}=0.1..0.5`,
    '-n',
    '3',
    '--values',
    '3',
    ...few,
  ]);
  expect(answer.exitCode, answer.stderr).toBe(0);
  const rows = rowsOf(folder, `${resultFolder(answer)}/sweep.csv`);
  [0.1, 0.3, 0.5].forEach((at, i) => expect(Number(rows[i]![rate])).toBeCloseTo(at, 12));
  rows.forEach((row) => expect(Number(row['calm'])).toBeCloseTo(40 * 100 * Number(row[rate]), 6));
});

test('a sweep of two scenarios over two rates maps their difference, which has the sign of that of the rates', async () => {
  const folder = openFolder();
  const files = twoScenarios(folder);
  const over = ['--over', `${rate}=0.1..0.5`, '--over', 'actors.others.baselinePerDay=0.1..0.5'];
  const words = ['sweep', ...files, ...over, '-n', '20', '--values', '3', '--workers', '1', '--quiet'];
  const answer = await folder.garrison(words);
  expect(answer.exitCode, answer.stderr).toBe(0);
  const rows = rowsOf(folder, `${resultFolder(answer)}/figures/sweep-map.csv`);
  expect(rows).toHaveLength(9);
  for (const row of rows) {
    const [mine, other] = [Number(row['x']), Number(row['y'])];
    if (mine === other) continue;
    expect(Math.sign(Number(row['mean']))).toBe(Math.sign(other - mine));
    expect(row['label']!).toMatch(other > mine ? /^\+/ : /^−/);
  }
});

describe('faults of a question', () => {
  test('are told all at once, each with a way out', async () => {
    const folder = openFolder();
    const files = twoScenarios(folder);
    const over = ['actors.militias.baselinePerday', 'bases.one.garrison.us', 'nothing', 'strikes.meanLagDays=9..3'];
    const words = ['sensitivity', ...files, ...over.flatMap((path) => ['--over', path]), '--outcome', 'kiled'];
    const { exitCode, stderr } = await folder.garrison(words);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('did you mean actors.militias.baselinePerDay?');
    expect(stderr).toContain('must be uncertain, but is 100 for certain; give it a range');
    expect(stderr).toContain('must be PATH or PATH=LOW..HIGH with LOW below HIGH');
    expect(stderr).toContain('--over nothing must be the path of an uncertain number');
    expect(stderr).toContain('did you mean killed?');
  });

  test.each([
    [['break-even', 'a.yaml', 'b.yaml'], 'must name one number or two, but names 0'],
    [['break-even', 'a.yaml', 'b.yaml', '--over', 'actors'], 'must be the path of one number, but'],
    [['sweep', 'a.yaml', '--over', `${rate}=-1..2`], 'must be at least 0'],
    [['discover', 'a.yaml', '--when', 'killed.p95 > 2'], 'must be a mean unless every state has at least 20'],
    [['sensitivity', 'a.yaml', '--over', 'actors', '--over', rate], 'must be in one --over only'],
  ])('%j', async (words, expected) => {
    const folder = openFolder();
    twoScenarios(folder);
    const { exitCode, stderr } = await folder.garrison(words);
    expect(stderr).toContain(expected);
    expect(exitCode).toBe(1);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test.each([
    [['break-even', 'a.yaml', '--over', rate], 'takes two scenarios, got 1'],
    [['discover', 'a.yaml', '--when', 'killed'], 'must be OUTCOME > NUMBER'],
    [['sensitivity', 'a.yaml', '--method', 'sobol', '-n', '100'], 'must be a power of two'],
  ])('usage: %j', async (words, expected) => {
    const { exitCode, stderr } = await openFolder().garrison(words);
    expect(stderr).toContain(expected);
    expect(exitCode).toBe(2);
  });
});
