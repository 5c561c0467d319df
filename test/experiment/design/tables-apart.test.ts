import { describe, expect, test } from 'vitest';
import { tablesApart } from '../../../src/experiment/design/tables-apart.js';
import { steered } from '../../../src/experiment/design/steer.js';
import { drawnParameters } from '../../../src/experiment/parameter-draws.js';
import { compiled, plain } from '../../model/small-scenario.js';

const column = (values: readonly number[]) => ({ joint: { of: 'a fit', values: [...values] } });
const { militias } = plain.actors;
const fitted = { ...militias, baselinePerDay: column([0.1, 0.2, 0.3]), meanLagDays: column([9, 6, 3]) };
const scenario = compiled({
  ...plain,
  actors: { militias: { ...fitted, fatalBoost: { uniform: { low: 0, high: 1 } } } },
});
const [rate, lag, boost] = ['baselinePerDay', 'meanLagDays', 'fatalBoost'].map((name) => `actors.militias.${name}`);
const point = (...places: number[]) => ({ places, from: 0, to: 1 });
const asked = (paths: readonly (string | undefined)[], ...places: number[]) => ({
  scenarios: [scenario],
  paths: paths.map((path) => path ?? ''),
  space: 'quantile' as const,
  points: [point(...places)],
});

describe('a design over numbers of one table of draws', () => {
  test('takes the table apart where it moves one of them and another number at once', () => {
    expect(tablesApart(asked([rate, boost], 0.1, 0.2))).toEqual([{ of: 'a fit', paths: [rate] }]);
    expect(tablesApart(asked([rate, lag], 0.1, 0.2))).toEqual([{ of: 'a fit', paths: [rate, lag] }]);
  });

  test('takes nothing apart where it moves one number at a time, others, or values that were asked for', () => {
    expect(tablesApart(asked([rate, lag, boost], 0.1, NaN, NaN))).toEqual([]);
    expect(tablesApart(asked([boost], 0.3))).toEqual([]);
    expect(tablesApart({ ...asked([rate, lag], 0.1, 9), space: 'value' })).toEqual([]);
  });

  test('puts one of them at a quantile of its own column and leaves the others’ row as drawn', () => {
    const draws = (of = scenario) => [...drawnParameters(of, { seed: 1, n: 30 })];
    const { compiled: moved, put } = steered(scenario, { paths: [lag!], space: 'quantile' });
    put([0.9]);
    const [free, held] = [draws(), draws(moved)];
    expect([...held[1]!.draws]).toEqual(Array.from({ length: 30 }, () => 9));
    expect(held[0]).toEqual(free[0]);
    put([NaN]);
    expect(draws(moved)).toEqual(free);
  });
});
