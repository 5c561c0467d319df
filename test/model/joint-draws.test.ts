import { describe, expect, test } from 'vitest';
import { drawnParameters } from '../../src/experiment/parameter-draws.js';
import { comparedTogether } from '../../src/model/compared-together.js';
import { faultText } from '../../src/model/scenario/fault.js';
import { assumptions } from '../../src/model/scenario/assumptions.js';
import { readScenario } from '../../src/model/scenario/read-scenario.js';
import { compiled, plain, readOrFail } from './small-scenario.js';

// Rows of an invented fit: where the rate is high the branching is low.
const rows = [
  [0.1, 0.6, 4],
  [0.2, 0.4, 9],
  [0.3, 0.2, 8],
  [0.4, 0, 3],
] as const;
const column = (i: 0 | 1 | 2, of = 'the fit') => ({ joint: { of, values: rows.map((row) => row[i]) } });

const militias = {
  ...plain.actors.militias,
  baselinePerDay: { value: column(0), source: 'a fit' },
  branching: { militias: column(1) },
  meanLagDays: column(2),
  fatalBoost: { uniform: { low: 0, high: 1 } },
};
const joint = { ...plain, actors: { militias } };
const paths = ['baselinePerDay', 'branching.militias', 'meanLagDays'].map((name) => `actors.militias.${name}`);

function draws(scenario = compiled(joint), n = 400) {
  const columns = new Map(
    [...drawnParameters(scenario, { seed: 3, n })].map(({ path, draws: values }) => [path, values]),
  );
  return (path: string): number[] => [...(columns.get(path) ?? [])];
}

describe('numbers of one joint table', () => {
  test('take the same row in every replication, each row as often as the others within 4 standard errors', () => {
    const drawn = draws();
    const [rate, branching, lag] = paths.map(drawn);
    const seen = rate!.map((value, r) => [value, branching![r], lag![r]]);
    for (const row of seen) expect(rows).toContainEqual(row);
    for (const row of rows) {
      const share = seen.filter(([value]) => value === row[0]).length / 400;
      expect(Math.abs(share - 1 / 4)).toBeLessThan(4 * Math.sqrt(3 / 16 / 400));
    }
  });

  test('of another table take another row', () => {
    const other = { ...militias, meanLagDays: column(2, 'another fit') };
    const drawn = draws(compiled({ ...plain, actors: { militias: other } }));
    const [rate, , lag] = paths.map(drawn);
    expect(rate!.some((value, r) => rows.every((row) => row[0] !== value || row[2] !== lag![r]))).toBe(true);
  });

  test('are the same in a strategy that is compared, and shift no other number', () => {
    const strategy = compiled({ ...joint, bases: { ...plain.bases, beta: { location: { lat: 1, lon: 1 } } } });
    const [, compared] = comparedTogether([compiled(joint), strategy]);
    const [here, there] = [draws(), draws(compared)];
    for (const path of paths) expect(there(path)).toEqual(here(path));
    const alone = draws(
      compiled({ ...plain, actors: { militias: { ...plain.actors.militias, fatalBoost: militias.fatalBoost } } }),
    );
    expect(alone('actors.militias.fatalBoost')).toEqual(here('actors.militias.fatalBoost'));
  });

  test('of unequal length are a fault that names both', () => {
    const short = { joint: { of: 'the fit', values: [1, 2] } };
    const read = readScenario({ ...joint, actors: { militias: { ...militias, meanLagDays: short } } });
    expect(read.kind === 'faults' ? read.faults.map(faultText) : []).toEqual([
      'actors.militias.meanLagDays.joint.values must be as long as those of actors.militias.baselinePerDay.value.joint, which is of the fit too: 4, got 2; give columns of another table another name in `of`',
    ]);
  });

  test('outside the range of what they are for are a fault', () => {
    const negative = { joint: { of: 'the fit', values: [1, -1, 2, 3] } };
    const read = readScenario({ ...joint, actors: { militias: { ...militias, meanLagDays: negative } } });
    expect(read.kind === 'faults' ? read.faults.map(faultText).join() : '').toContain(
      'must be more than 0, but one of 4 draws of the fit',
    );
  });

  test('stand in the register of assumptions with their table and source', () => {
    const register = assumptions(readOrFail(joint));
    expect(register.find(({ path }) => path === paths[0])).toMatchObject({
      value: 'one of 4 draws of the fit, 90 % between 0.1 and 0.4, together with its other numbers',
      status: 'sourced',
      source: 'a fit',
    });
  });
});
