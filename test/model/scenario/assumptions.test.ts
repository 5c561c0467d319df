import { describe, expect, test } from 'vitest';
import { assumptions } from '../../../src/model/scenario/assumptions.js';
import { quantitiesOf } from '../../../src/model/scenario/quantities.js';
import { plain, readOrFail } from '../small-scenario.js';
import { withBranching } from '../../../src/model/with-branching.js';

const scenario = withBranching(
  readOrFail({
    ...plain,
    lift: { byAir: 100 },
    plan: [{ name: 'leave', day: '2020-02-01', withdraw: { us: 10 }, fromBase: 'alpha', overDays: 3 }],
    regimes: [{ name: 'truce', firstDay: '2020-02-01', gate: { uniform: { low: 0.1, high: 0.3 } } }],
    rules: [{ name: 'r', after: { killedAtLeast: 1 }, then: { strike: { probability: 0.5, delayDays: { mean: 2 } } } }],
  }),
);

describe('the unit of an assumption', () => {
  const register = assumptions(scenario);
  const unitOf = (path: string): string | undefined => register.find((line) => line.path === path)?.unit;

  test.each([
    ['actors.militias.baselinePerDay', '1/day'],
    ['actors.militias.branching.militias', 'attacks'],
    ['bases.alpha.garrison.us', 'persons'],
    ['lift.byAir', 'persons/day'],
    ['plan[leave].overDays', 'days'],
    ['plan[leave].withdraw.us', 'persons'],
    ['regimes[truce].gate', 'ratio'],
  ])('of %s is %s', (path, unit) => {
    expect(unitOf(path)).toBe(unit);
  });

  test('is there for every number, and for nothing else', () => {
    const numbers = quantitiesOf(scenario).map(({ path }) => path);
    for (const { path, unit } of register) expect(unit !== undefined, path).toBe(numbers.includes(path));
  });
});
