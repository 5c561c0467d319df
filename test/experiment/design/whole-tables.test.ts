import { describe, expect, test } from 'vitest';
import { steered } from '../../../src/experiment/design/steer.js';
import { sobol, sobolDesign } from '../../../src/experiment/design/sobol.js';
import { isJoint, sharedCoordinates, tablesOf, withWholeTables } from '../../../src/experiment/design/whole-tables.js';
import { drawnParameters } from '../../../src/experiment/parameter-draws.js';
import { rowOf } from '../../../src/random/laws/joint.js';
import { compiled, plain } from '../../model/small-scenario.js';
import { answeredBy, stream } from './answered-by.js';

const column = (values: readonly number[]) => ({ joint: { of: 'a fit', values: [...values] } });
const { militias } = plain.actors;
const fitted = { ...militias, baselinePerDay: column([0.1, 0.2, 0.3]), meanLagDays: column([9, 3, 6]) };
const scenario = compiled({
  ...plain,
  actors: { militias: { ...fitted, fatalBoost: { uniform: { low: 0, high: 1 } } } },
});
const [rate = '', lag = '', boost = ''] = ['baselinePerDay', 'meanLagDays', 'fatalBoost'].map(
  (name) => `actors.militias.${name}`,
);
const single = (path: string) => ({ name: path, paths: [path] });

describe('a table of draws as one number of a design', () => {
  test('stands for all of its numbers, whichever of them is named, and other numbers stand alone', () => {
    const { inputs, twice } = withWholeTables([rate, lag, boost].map(single), [scenario]);
    expect(inputs).toEqual([{ name: 'joint draws: a fit', paths: [rate, lag] }, single(boost)]);
    expect(inputs.map(isJoint)).toEqual([true, false]);
    expect(withWholeTables([single(lag)], [scenario]).inputs[0]!.paths).toEqual([rate, lag]);
    expect(twice).toEqual([]);
    expect(sharedCoordinates(inputs, tablesOf([scenario]))).toEqual({ ofInput: [[0], [1]], ofPath: [0, 0, 1] });
  });

  test('is whole within a group, and cannot be moved by a group and by itself', () => {
    const group = { name: 'actors', paths: [lag, boost] };
    const { inputs } = withWholeTables([group], [scenario]);
    expect(inputs).toEqual([{ name: 'actors', paths: [boost, rate, lag] }]);
    expect(sharedCoordinates(inputs, tablesOf([scenario])).ofInput).toEqual([[0, 1]]);
    expect(withWholeTables([group, single(rate)], [scenario]).twice).toEqual(['a fit']);
  });

  test('is put at a row, the same for all of its numbers', () => {
    const { compiled: moved, put } = steered(scenario, { paths: [rate, lag, boost], space: 'draw' });
    const drawn = (u: number): number[] => {
      put([u, u, 0.25]);
      return [...drawnParameters(moved, { seed: 1, n: 1 })].map(({ draws }) => draws[0]!);
    };
    const numbers = [0.1, 0.5, 0.9].map(drawn);
    [
      [0.1, 9],
      [0.2, 3],
      [0.3, 6],
    ].forEach((row, i) => expect(numbers[i]).toEqual(expect.arrayContaining([...row, 0.25])));
  });
});

test('Sobol’ indices of joint draws are those of the row: columns that cancel each other do nothing together', () => {
  const [down, up] = [
    [1, 2, 3, 4, 5],
    [5, 4, 3, 2, 1],
  ];
  const tableOf = (path: string): string | undefined => ({ a: 'one', b: 'one', c: 'two', d: 'two' })[path];
  const inputs = [
    { name: 'joint draws: one', paths: ['a', 'b'] },
    { name: 'joint draws: two', paths: ['c', 'd'] },
    single('y'),
  ];
  const points = sobolDesign({ inputs, rows: 512, inner: 1, tableOf }, stream('sobol'));
  const at = (values: readonly number[], u = NaN): number => values[rowOf(u, 5)]!;
  const done = answeredBy({
    paths: ['a', 'b', 'c', 'd', 'y'],
    points,
    scenarios: [([a, b, c, d, y = 0], luck) => at(down, a) + at(up, b) + at(down, c) + at(down, d) + 6 * y + luck],
  });
  const { inputs: found, chance } = sobol(done, inputs, stream('bootstrap'));
  // Rows: twice 1 … 5 has the variance 8; 6 y has 3; luck 1.
  const shareOf = new Map(found.map(({ input, first, total }) => [input.name, [first.value, total.value]]));
  expect(shareOf.get('joint draws: one')![1]).toBe(0);
  for (const [name, variance] of [
    ['joint draws: two', 8],
    ['y', 3],
  ] as const)
    for (const share of shareOf.get(name)!) expect(Math.abs(share - variance / 12)).toBeLessThan(0.06);
  expect(Math.abs(chance.total.value - 1 / 12)).toBeLessThan(0.03);
});
