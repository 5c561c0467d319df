import { describe, expect, test } from 'vitest';
import type { FittedNumber } from '../../../src/calibration/fit/fitted-number.js';
import { patched, scenarioPatch } from '../../../src/calibration/fit/scenario-patch.js';
import { beliefSummary } from '../../../src/calibration/posterior/fitted-parameter.js';
import { readOrFail } from '../../model/small-scenario.js';
import { plain } from '../../model/small-scenario.js';

function number(path: string | undefined, draws: readonly number[]): FittedNumber {
  const column = Float64Array.from(draws);
  return { ...(path === undefined ? {} : { path }), words: 'a number', after: beliefSummary(column), draws: column };
}

const tables = [
  {
    of: 'a fit',
    table: {
      rows: 4,
      numbers: [
        number('actors.militias.baselinePerDay', [0.1, 0.2, 0.3, 0.4]),
        number('actors.militias.branching.militias', [0.4, 0.3, 0.2, 0.123456]),
        number(undefined, [1, 2, 3, 4]),
      ],
    },
  },
  { of: 'another', table: { rows: 2, numbers: [number('strikes.meanLagDays', [7, 9])] } },
];

describe('fitted numbers as parts of a scenario', () => {
  const patch = scenarioPatch(tables, { source: 'a record', rows: 10 });

  test('stand at their places as columns of the table of their fit, row by row; what has no place stays out', () => {
    expect(patch).toEqual({
      actors: {
        militias: {
          baselinePerDay: {
            value: { joint: { of: 'a fit', values: [0.1, 0.2, 0.3, 0.4] } },
            source: 'a record',
            note: 'posterior; it follows from the others of its table',
          },
          branching: {
            militias: {
              value: { joint: { of: 'a fit', values: [0.4, 0.3, 0.2, 0.1235] } },
              source: 'a record',
              note: 'posterior; it follows from the others of its table',
            },
          },
        },
      },
      strikes: { meanLagDays: expect.objectContaining({ value: { joint: { of: 'another', values: [7, 9] } } }) },
    });
  });

  test('of a fit of many draws are every so many rows, the same of every column', () => {
    const thinned = JSON.stringify(scenarioPatch(tables, { source: 'a record', rows: 2 }));
    expect(thinned).toContain('[0.2,0.4]');
    expect(thinned).toContain('[0.3,0.1235]');
  });

  test('put into a scenario leave everything else as it was, and the scenario can be read', () => {
    const scenario = readOrFail(patched(plain, patch));
    const before = readOrFail(plain);
    expect(scenario.actors['militias']?.baselinePerDay.value).toEqual({
      joint: { of: 'a fit', values: [0.1, 0.2, 0.3, 0.4] },
    });
    expect(scenario.actors['militias']?.fatalBoost).toEqual(before.actors['militias']?.fatalBoost);
    expect(scenario.bases).toEqual(before.bases);
    expect(scenario.strikes.events).toEqual([]);
  });
});
