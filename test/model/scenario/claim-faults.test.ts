import { expect, test } from 'vitest';
import { faultText } from '../../../src/model/scenario/fault.js';
import { readScenario } from '../../../src/model/scenario/read-scenario.js';
import { plain } from '../small-scenario.js';

const faultsOf = (change: object): string[] => {
  const read = readScenario({ ...plain, ...change });
  return read.kind === 'faults' ? read.faults.map(faultText) : [];
};
const claim = { name: 'a', says: 'b', source: 'c', outcome: 'attacks', relation: 'above', than: 1 };

test('a window lies inside the scenario, and ends no earlier than it begins', () => {
  expect(faultsOf({ windows: { a: { firstDay: plain.start, lastDay: plain.end } } })).toEqual([]);
  expect(faultsOf({ windows: { a: { firstDay: '2019-12-31', lastDay: '2020-04-10' } } })).toEqual([
    'windows.a.firstDay must lie between start 2020-01-01 and end 2020-04-09, got "2019-12-31"',
    'windows.a.lastDay must lie between start 2020-01-01 and end 2020-04-09, got "2020-04-10"',
  ]);
  expect(faultsOf({ windows: { a: { firstDay: '2020-02-02', lastDay: '2020-02-01' } } })).toEqual([
    'windows.a.lastDay must not be before firstDay 2020-02-02, got "2020-02-01"',
  ]);
  expect(faultsOf({ windows: { 'a b': { firstDay: '2020-02-02', lastDay: '2020-02-03' } } })).toEqual([
    'windows.a b must be a window key: a letter, then letters, digits, _ or -',
  ]);
});

test('a claim has a name of its own, a relation that is known, and something to compare with', () => {
  expect(faultsOf({ claims: [claim, { ...claim, name: 'other' }] })).toEqual([]);
  expect(faultsOf({ claims: [claim, claim] })).toEqual(['claims[1].name must be a name of its own, got "a"']);
  expect(faultsOf({ claims: [{ ...claim, relation: 'over' }] })).toEqual([
    'claims[0].relation must be above or below or atLeast or atMost, got "over"',
  ]);
  expect(faultsOf({ claims: [{ ...claim, times: 0 }] })).toEqual(['claims[0].times must be more than 0, got 0']);
  expect(faultsOf({ claims: [{ ...claim, than: { outcomes: 'attacks' } }] })).toEqual([
    'claims[0].than.outcomes must be a known key, got "attacks"; did you mean outcome?',
  ]);
  expect(faultsOf({ claims: [{ ...claim, than: undefined }] })[0]).toContain('claims[0].than');
});

test('a tag of a base has no dot, which parts the names of outcomes', () => {
  const alpha = { ...plain.bases.alpha, tags: ['kept.large'] };
  expect(faultsOf({ bases: { alpha } })).toEqual([
    'bases.alpha.tags[0] must be a tag without a dot, such as kept, got "kept.large"',
  ]);
});
