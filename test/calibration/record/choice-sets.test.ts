import { describe, expect, test } from 'vitest';
import { choiceSets } from '../../../src/calibration/record/choice-sets.js';
import { compileScenario } from '../../../src/model/compile.js';
import { readScenario } from '../../../src/model/scenario/read-scenario.js';
import { own, read, recordOf, scenarioInput } from './invented.js';

function compiled(input: object) {
  const found = readScenario(input);
  if (found.kind === 'faults') throw new Error(JSON.stringify(found.faults));
  return compileScenario(found.scenario);
}

const day = (date: string, place: string): string => `${date},${place},,,rocket,base,0,0,day,`;
const { record } = recordOf(
  read(
    own(
      day('2030-02-01', 'South Valley'),
      day('2030-03-31', 'The Gate'),
      day('2030-04-01', 'North Valley'),
      day('2030-04-02', 'The Gate'),
      day('2030-06-15', 'North Valley'),
    ),
  ),
);

describe('among which bases an attack chose', () => {
  test('who was where follows the plan by day: the start before it, the last day after it', () => {
    const { bases, choices, beforeStart } = choiceSets(record, compiled(scenarioInput));
    expect(bases).toEqual(['north', 'south', 'gate']);
    expect(choices.map(({ options }) => options.map(({ base, personnel }) => [base, personnel]))).toEqual([
      [
        [0, 400],
        [1, 100],
        [2, 50],
      ],
      [
        [0, 400],
        [1, 100],
        [2, 50],
      ],
      [
        [0, 450],
        [1, 100],
      ],
      [
        [0, 450],
        [1, 100],
      ],
    ]);
    expect(choices.map(({ attack, chosen }) => [attack, chosen])).toEqual([
      [0, 1],
      [1, 2],
      [2, 0],
      [4, 0],
    ]);
    expect(beforeStart).toBe(1);
  });

  test('an attack on a base that is empty that day is told apart', () => {
    expect(choiceSets(record, compiled(scenarioInput)).unexplained).toEqual([3]);
  });

  test('people count with the mean salience of their contingent', () => {
    const uncertain = { ...scenarioInput, contingents: { blue: { salience: { uniform: { low: 0, high: 1 } } } } };
    const [first] = choiceSets(record, compiled(uncertain)).choices;
    expect(first!.options.map(({ personnel }) => personnel)).toEqual([200, 50, 25]);
  });
});
