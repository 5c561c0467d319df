import { expect, test } from 'vitest';
import { Assembly } from '../../src/experiment/assemble.js';
import { inlineExecutor } from '../../src/experiment/executor.js';
import { compareWithRecord, uncomparedAttacks } from '../../src/cli/record-comparison.js';
import { compileScenario } from '../../src/model/compile.js';
import { plain, readOrFail } from '../model/small-scenario.js';

function resultsWith(record: object) {
  const compiled = compileScenario(readOrFail({ ...plain, record }));
  const assembly = new Assembly(compiled, 1);
  for (const chunk of inlineExecutor()({ compiled, seed: 1, n: 60 })) assembly.add(chunk);
  return assembly.results(60);
}
const row = { date: '2020-02-01', base: 'alpha', scope: 'base', mode: 'rocket', killed: 0, wounded: 900 };
const rows = [row, { ...row, wounded: 0 }, { ...row, scope: 'convoy' }, { ...row, date: '2019-12-31' }];

test('a record that covers the scenario is compared by its counting rule, and what lies outside is told', () => {
  const comparisons = compareWithRecord(resultsWith({ rows, until: '2020-04-09' }));
  const of = (outcome: string) => comparisons.find((comparison) => comparison.outcome === outcome);
  expect(of('attacksOnBases')).toMatchObject({ record: 2, isOutside: true, shareAtMost: 0 });
  expect(of('attacks.base.alpha')).toMatchObject({ record: 2 });
  expect(of('killed')).toMatchObject({ record: 0 });
  expect(of('wounded')).toMatchObject({ record: 900, isOutside: true, shareAtMost: 1 });
});

test('one that does not say so is counted, not compared; without one nothing is said', () => {
  const partly = resultsWith({ rows });
  expect(compareWithRecord(partly)).toEqual([]);
  expect(uncomparedAttacks(partly)).toBe(2);
  expect(uncomparedAttacks(resultsWith({ rows, until: '2020-04-09' }))).toBeUndefined();
});
