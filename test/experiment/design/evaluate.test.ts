import { expect, test } from 'vitest';
import { answerAt, evaluated } from '../../../src/experiment/design/evaluated.js';
import { designTasks, openEvaluator, type Evaluation } from '../../../src/experiment/design/evaluate.js';
import { inlineExecutor } from '../../../src/experiment/executor.js';
import { Assembly } from '../../../src/experiment/assemble.js';
import { outcome } from '../../../src/experiment/results.js';
import { drawnParameters } from '../../../src/experiment/parameter-draws.js';
import { compileScenario } from '../../../src/model/compile.js';
import { readScenario } from '../../../src/model/scenario/read-scenario.js';

const scenarioOf = (change: object = {}) => {
  const read = readScenario({
    title: 'made up',
    start: '2020-01-01',
    end: '2020-04-09',
    contingents: { us: { name: 'US' } },
    bases: { one: { name: 'One', location: { lat: 33, lon: 44 }, garrison: { us: 100 } } },
    actors: {
      militias: {
        baselinePerDay: { uniform: { low: 0.1, high: 0.5 } },
        branching: { militias: { uniform: { low: 0.1, high: 0.6 } } },
        meanLagDays: 5,
        ...change,
      },
    },
  });
  if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults));
  return compileScenario(read.scenario);
};
const baseline = 'actors.militias.baselinePerDay';
const branching = 'actors.militias.branching.militias';

function run(asked: Evaluation, order: 'forward' | 'backward' = 'forward') {
  const tasks = designTasks(asked.points);
  const evaluate = openEvaluator(asked);
  if (order === 'forward') return evaluated(asked, tasks.map(evaluate));
  return evaluated(asked, tasks.toReversed().map(evaluate).toReversed());
}

const common = { paths: [baseline, branching], outcomes: ['attacks', 'expectedPersonAttacks'], seed: 3 } as const;

test('a design without places is a run, replication by replication', () => {
  const compiled = scenarioOf();
  const assembly = new Assembly(compiled, 3);
  for (const chunk of inlineExecutor()({ compiled, seed: 3, n: 120 })) assembly.add(chunk);
  const points = [{ places: [NaN, NaN], from: 0, to: 120 }];
  const done = run({ ...common, space: 'quantile', scenarios: [compiled], points });
  expect(answerAt(done, 0)).toEqual(outcome(assembly.results(120), 'attacks'));
});

test('a number put where it was drawn changes nothing, so the rest of the luck is untouched', () => {
  const compiled = scenarioOf();
  const drawn = [...drawnParameters(compiled, { seed: 3, n: 20 })].find(({ path }) => path === baseline)!.draws;
  const points = [7, 8, 9].flatMap((r) => [
    { places: [NaN, NaN], from: r, to: r + 1 },
    { places: [drawn[r]!, NaN], from: r, to: r + 1 },
  ]);
  const done = run({ ...common, space: 'value', scenarios: [compiled], points });
  for (const pair of [0, 2, 4]) expect(answerAt(done, pair)).toEqual(answerAt(done, pair + 1));
});

test('places are shares of the law or values of the number, and mean the same', () => {
  const scenarios = [scenarioOf()];
  const byShare = run({ ...common, space: 'quantile', scenarios, points: [{ places: [0.25, 0.5], from: 0, to: 60 }] });
  const byValue = run({ ...common, space: 'value', scenarios, points: [{ places: [0.2, 0.35], from: 0, to: 60 }] });
  expect(answerAt(byShare, 0)).toEqual(answerAt(byValue, 0));
});

test('the mean follows the number: without branching, attacks are Poisson with the rate times the days', () => {
  const compiled = scenarioOf({ branching: { militias: 0 } });
  const points = [0.1, 0.4].map((value) => ({ places: [value, NaN], from: 0, to: 400 }));
  const done = run({ ...common, space: 'value', scenarios: [compiled], points });
  // 100 days. Five standard errors.
  [10, 40].forEach((expected, point) => {
    const values = answerAt(done, point);
    const mean = values.reduce((sum, value) => sum + value, 0) / 400;
    expect(Math.abs(mean - expected)).toBeLessThan(5 * Math.sqrt(expected / 400));
    // The integral of the rate has the same mean and here no chance in it.
    for (const value of done.column({ point, scenario: 0, outcome: 1 })) expect(value).toBeCloseTo(100 * expected, 6);
  });
});

test('two scenarios are subtracted with the same luck, in whatever order tasks are done', () => {
  const scenarios = [scenarioOf(), scenarioOf()];
  const points = [0.3, 0.6].map((u) => ({ places: [u, NaN], from: 5, to: 130 }));
  const asked: Evaluation = { ...common, space: 'quantile', scenarios, points };
  const done = run(asked);
  expect(answerAt(done, 0).every((d) => d === 0)).toBe(true);
  const backward = run(asked, 'backward');
  for (const point of [0, 1])
    expect(backward.column({ point, scenario: 1 })).toEqual(done.column({ point, scenario: 1 }));
});

test('a point at which attacks never die out is a hole, and no other point is', () => {
  const compiled = scenarioOf({ branching: { militias: { uniform: { low: 0, high: 2 } } } });
  const points = [0.2, 0.8].map((u) => ({ places: [NaN, u], from: 0, to: 3 }));
  const done = run({ ...common, space: 'quantile', scenarios: [compiled], points });
  expect(done.failures.map(({ point, replication }) => [point, replication])).toEqual([
    [1, 0],
    [1, 1],
    [1, 2],
  ]);
  expect(done.failures[0]!.message).toContain('branching that dies out');
  expect(answerAt(done, 0).some(Number.isNaN)).toBe(false);
  expect(answerAt(done, 1).every(Number.isNaN)).toBe(true);
});
