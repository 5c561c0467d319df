import { expect, test } from 'vitest';
import type { Evaluated } from '../../../src/experiment/design/evaluated.js';
import type { DesignPoint } from '../../../src/experiment/design/evaluate.js';
import { morris, morrisDesign } from '../../../src/experiment/design/morris.js';
import { incompleteRows, sobol, sobolDesign } from '../../../src/experiment/design/sobol.js';
import { tornado, tornadoPoints } from '../../../src/experiment/design/tornado.js';
import { openStream } from '../../../src/random/stream.js';

const stream = (entity: string) => openStream({ seed: 2, replication: 0, purpose: 'test', entity });
const inputs = ['x', 'y', 'idle'].map((name) => ({ name, paths: [name] }));
/** A normal deviate of a replication, from twelve uniforms: variance 1, of mean 0. */
const luckOf = (replication: number): number => {
  const draw = openStream({ seed: 9, replication, purpose: 'luck', entity: '' });
  return Array.from({ length: 12 }, draw).reduce((sum, u) => sum + u, -6);
};

/** A made-up model in place of the simulation: a number not put anywhere is drawn from the luck of its replication. */
function answered(
  points: readonly DesignPoint[],
  model: (places: readonly number[], luck: number) => number,
): Evaluated {
  return {
    scenarios: [undefined!],
    paths: inputs.map(({ name }) => name),
    space: 'quantile',
    points,
    outcomes: ['attacks'],
    seed: 1,
    failures: [],
    column: ({ point }) => {
      const { places, from, to } = points[point]!;
      return Float64Array.from({ length: to - from }, (_, i) => {
        const own = openStream({ seed: 8, replication: from + i, purpose: 'numbers', entity: '' });
        return model(
          places.map((u) => (Number.isNaN(u) ? own() : (own(), u))),
          luckOf(from + i),
        );
      });
    },
  };
}
const linear = ([x = 0, y = 0]: readonly number[], luck: number): number => 10 * x - 4 * y + luck;

test('a tornado of a linear model has its slopes as swings, exactly, and says which input does nothing', () => {
  const swings = tornado(answered(tornadoPoints(inputs, 50), linear), inputs);
  expect(swings.map(({ input }) => input.name)).toEqual(['x', 'y', 'idle']);
  [8, -3.2, 0].forEach((swing, i) => expect(swings[i]!.swing.value).toBeCloseTo(swing, 10));
  expect(swings.map(({ isNothing }) => isNothing)).toEqual([false, false, true]);
});

test('Morris effects of a linear model are half of its slopes, without spread', () => {
  const design = morrisDesign({ inputs, count: 10, inner: 2 }, stream('morris'));
  const effects = morris(answered(design.points, linear), design, stream('bootstrap'));
  [5, 2, 0].forEach((size, i) => expect(effects[i]!.meanAbsolute.value).toBeCloseTo(size, 10));
  expect(effects.map(({ mean }) => Math.round(mean.value) + 0)).toEqual([5, -2, 0]);
  for (const { spread } of effects) expect(spread).toBeCloseTo(0, 10);
  expect(effects.map(({ isNothing }) => isNothing)).toEqual([false, false, true]);
});

test('Sobol indices share out the variance between the numbers and chance', () => {
  // 100/12, 16/12 and 1: of 10.667 in all.
  const points = sobolDesign({ inputs, rows: 1024, inner: 1 }, stream('sobol'));
  const done = answered(points, linear);
  const { inputs: found, chance, variance, earlier } = sobol(done, inputs, stream('bootstrap'));
  const all = 116 / 12 + 1;
  // Variance and chance of 2,048 draws: five standard errors.
  expect(Math.abs(variance / all - 1)).toBeLessThan(5 * Math.sqrt(2 / 2048));
  const expected = [100 / 12 / all, 16 / 12 / all, 0];
  expect(found.map(({ input }) => input.name)).toEqual(['x', 'y', 'idle']);
  expected.forEach((share, i) => {
    expect(Math.abs(found[i]!.first.value - share)).toBeLessThan(0.06);
    expect(Math.abs(found[i]!.total.value - share)).toBeLessThan(0.03);
  });
  expect(found[2]!.total.value).toBe(0);
  expect(Math.abs(chance.total.value - 1 / all)).toBeLessThan(0.03);
  expect(chance.total.low < 1 / all && 1 / all < chance.total.high).toBe(true);
  expect(earlier.map(({ rows }) => rows)).toEqual([256, 512]);
});

test('averaging over inner replications takes chance out, and leaves the numbers', () => {
  const noisy = ([x = 0]: readonly number[], luck: number): number => 10 * x + 5 * luck;
  const shareOfChance = (inner: number): number =>
    sobol(answered(sobolDesign({ inputs, rows: 256, inner }, stream('inner')), noisy), inputs, stream('bootstrap'))
      .chance.total.value;
  // 25 of 33.3, and a sixteenth of it.
  expect(shareOfChance(1)).toBeGreaterThan(0.65);
  expect(Math.abs(shareOfChance(16) - 25 / 16 / (100 / 12 + 25 / 16))).toBeLessThan(0.06);
});

test('a hole makes its row incomplete, and indices are refused', () => {
  const points = sobolDesign({ inputs, rows: 8, inner: 1 }, stream('hole'));
  const done = answered(points, linear);
  const holed = {
    ...done,
    failures: [{ point: 13, replication: 2, scenario: 0, message: 'x' }],
    column: (of: { point: number; scenario: number }) => (of.point === 13 ? new Float64Array([NaN]) : done.column(of)),
  };
  expect(incompleteRows(holed, inputs)).toEqual([2]);
  expect(() => sobol(holed, inputs, stream('bootstrap'))).toThrow('must be full');
});
