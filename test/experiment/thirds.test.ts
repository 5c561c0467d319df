import { expect, test } from 'vitest';
import { drawnParameters } from '../../src/experiment/parameter-draws.js';
import { comparedThirds } from '../../src/experiment/thirds.js';
import { Simulator } from '../../src/model/replication.js';
import { holmAdjusted } from '../../src/stats/holm.js';
import { rich } from '../model/rich-scenario.js';
import { compiled } from '../model/small-scenario.js';
import { luckOf } from '../stats/coverage.js';

const parameter = (path: string, draws: readonly number[]) => ({ path, draws: Float64Array.from(draws) });
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

test('thirds are the lowest and the highest draws of the replications that give an answer', () => {
  // 99 draws, the first nine without an answer; it holds where the draw is above 79.
  const holds = upTo(99).map((draw) => (draw <= 9 ? NaN : draw > 79 ? 1 : 0));
  const [row] = comparedThirds([parameter('a', upTo(99))], holds);
  expect(row).toMatchObject({
    lower: { from: 10, to: 39, probability: { value: 0, n: 30 } },
    upper: { from: 70, to: 99, probability: { value: 20 / 30, n: 30 } },
    difference: { value: 2 / 3, n: 60 },
  });
});

test('equal draws stay together, and a number that makes no two groups is passed over', () => {
  const holds = upTo(60).map((i) => i % 2);
  const rare = upTo(60).map((i) => (i > 45 ? 1 : 0));
  const [row, ...more] = comparedThirds(
    [parameter('rare', rare), parameter('constant', upTo(60).fill(3)), parameter('once', [1, ...upTo(59).fill(0)])],
    holds,
  );
  expect(more).toEqual([]);
  expect(row).toMatchObject({ lower: { from: 0, to: 0, probability: { n: 45 } }, upper: { probability: { n: 15 } } });
});

test('the largest difference stands first, whichever way it points', () => {
  const holds = upTo(90).map((i) => (i > 45 ? 1 : 0));
  const weak = upTo(90).map((i) => (i % 3 === 0 ? i : 90 - i / 10));
  const rows = comparedThirds([parameter('weak', weak), parameter('down', upTo(90).reverse())], holds);
  expect(rows.map(({ path }) => path)).toEqual(['down', 'weak']);
  expect(rows[0]!.difference.value).toBe(-1);
});

// Holm, Scand. J. Statist. 6 (1979).
test('p-values of .001 .01 .02 .04 .3 are adjusted to .005 .04 .06 .08 .3', () => {
  const adjusted = holmAdjusted([0.3, 0.001, 0.04, 0.01, 0.02]);
  [0.3, 0.005, 0.08, 0.04, 0.06].forEach((p, i) => expect(adjusted[i]).toBeCloseTo(p, 12));
});

test('where nothing matters, some number is named in no more than one case in twenty', () => {
  const { uniform } = luckOf('nothing matters');
  const cases = 400;
  let named = 0;
  for (let i = 0; i < cases; i++) {
    const parameters = upTo(10).map((p) => parameter(String(p), Array.from({ length: 150 }, uniform)));
    const holds = Array.from({ length: 150 }, () => (uniform() < 0.7 ? 1 : 0));
    if (comparedThirds(parameters, holds).some(({ pValue }) => pValue <= 0.05)) named++;
  }
  expect(named / cases).toBeLessThan(0.05 + 4 * Math.sqrt((0.05 * 0.95) / cases));
});

test('numbers drawn again are those that the replications had', () => {
  const scenario = compiled(rich);
  const drawn = [...drawnParameters(scenario, { seed: 7, n: 5 })];
  expect(drawn.map(({ path }) => path)).toContain('actors.militias.branching.militias');
  const simulator = new Simulator(scenario);
  for (let replication = 0; replication < 5; replication++) {
    simulator.run({ seed: 7, replication });
    drawn.forEach(({ draws }, i) =>
      expect(draws[replication]).toBe(simulator.values[scenario.parameters.uncertain[i]!.slot]),
    );
  }
});
