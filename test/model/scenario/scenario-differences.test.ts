import { describe, expect, test } from 'vitest';
import { pathText } from '../../../src/model/scenario/schema-faults.js';
import { scenarioDifferences } from '../../../src/model/scenario/scenario-differences.js';
import type { ScenarioInput } from '../../../src/model/scenario/scenario-input.js';
import { rich } from '../rich-scenario.js';
import { readOrFail } from '../small-scenario.js';

function differences(before: ScenarioInput, after: ScenarioInput) {
  return scenarioDifferences(readOrFail(before), readOrFail(after)).map(
    ({ path, kind }) => `${kind} ${pathText(path)}`,
  );
}
const [first, second, ...rest] = rich.plan ?? [];

describe('what differs between two scenarios', () => {
  test('is nothing between a scenario and itself, whatever it is called and claims', () => {
    expect(differences(rich, rich)).toEqual([]);
    expect(differences(rich, { ...rich, title: 'another', name: 'other', question: 'why?' })).toEqual([]);
  });

  test('is no source or note of a number, and no default written out', () => {
    const sourced: ScenarioInput = {
      ...rich,
      convoys: { hazardPerConvoyDay: { value: 0.2, source: 'a book', note: 'so' }, convoySize: 100 },
    };
    expect(differences(rich, sourced)).toEqual([]);
  });

  test('is a number by its path, and a law that is another', () => {
    const other: ScenarioInput = {
      ...rich,
      convoys: { hazardPerConvoyDay: 0.3 },
      contingents: { us: {}, uk: { salience: { uniform: { low: 0.3, high: 0.8 } }, tags: ['EU'] } },
    };
    expect(differences(rich, other)).toEqual(['changed contingents.uk.salience', 'changed convoys.hazardPerConvoyDay']);
  });

  test('is a line of the plan that one of them has alone, though lines after it move up', () => {
    expect(differences(rich, { ...rich, plan: [first!, ...rest] })).toEqual([
      'removed plan[withdrawal from alpha by air]',
    ]);
    expect(differences({ ...rich, plan: [first!, ...rest] }, rich)).toEqual([
      'added plan[withdrawal from alpha by air]',
    ]);
  });

  test('is what changed inside a line that both have, by name or by what it orders', () => {
    const later = { ...second!, overDays: 12 };
    expect(differences(rich, { ...rich, plan: [first!, later, ...rest] })).toEqual([
      'changed plan[withdrawal from alpha by air].overDays',
    ]);
    const named = (day: string): ScenarioInput => ({
      ...rich,
      plan: [...(rich.plan ?? []), { name: 'last', day, withdraw: { us: 10 }, fromBase: 'alpha' }],
    });
    expect(differences(named('2020-03-02'), named('2020-03-05'))).toEqual(['changed plan[last].day']);
  });

  test('tells two lines of the same words apart', () => {
    const twice: ScenarioInput = { ...rich, plan: [first!, second!, second!, ...rest] };
    expect(differences(rich, twice)).toEqual(['added plan[withdrawal from alpha by air (2)]']);
  });

  test('is whatever one of them has and the other has not', () => {
    expect(differences(rich, { ...rich, contingents: { ...rich.contingents, nato: {} }, regimes: [] })).toEqual([
      'added contingents.nato',
      'removed regimes[truce]',
    ]);
  });
});
