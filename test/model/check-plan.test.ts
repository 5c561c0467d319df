import { expect, test } from 'vitest';
import multivariate from '../cases/multivariate.json' with { type: 'json' };
import { planFaults } from '../../src/model/check-plan.js';
import { lastingSpectralRadius } from '../../src/model/draw-values.js';
import { faultText } from '../../src/model/scenario/fault.js';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';
import { expectClose } from '../cases/compare.js';
import { compiled, plain } from './small-scenario.js';

const location = { lat: 0, lon: 0 };
const faultsOf = (change: Partial<ScenarioInput>): string[] =>
  planFaults(compiled({ ...plain, bases: { alpha: plain.bases.alpha, beta: { location } }, ...change })).map(faultText);

test('more people moved than are there is told with who, where and when', () => {
  expect(faultsOf({ plan: [{ day: '2020-01-05', withdraw: { us: 1500 }, fromBase: 'alpha' }] })).toEqual([
    'plan[0] must move no more us than are there: only 1000 could leave alpha by 2020-01-05, got 1500; lower the number, or use all or { share }',
  ]);
});

test('a base emptied twice is told, and taking all of nobody is not', () => {
  const twice = faultsOf({
    plan: [
      { day: '2020-01-05', move: { us: 1000 }, fromBase: 'alpha', toBase: 'beta' },
      { day: '2020-01-09', move: { us: 1000 }, fromBase: 'alpha', toBase: 'beta' },
    ],
  });
  expect(twice).toHaveLength(1);
  expect(twice[0]).toMatch(/^plan\[1\] must move no more us than are there: only 0 could leave/);
  expect(faultsOf({ plan: [{ day: '2020-01-05', move: 'all', fromBase: 'beta', toBase: 'alpha' }] })).toEqual([]);
});

test('headcounts that are laws are tried at their worst corner', () => {
  const bases: ScenarioInput['bases'] = { alpha: { location, garrison: { us: { uniform: { low: 400, high: 900 } } } } };
  expect(faultsOf({ bases, plan: [{ day: '2020-01-05', withdraw: { us: 400 }, fromBase: 'alpha' }] })).toEqual([]);
  expect(faultsOf({ bases, plan: [{ day: '2020-01-05', withdraw: { us: 401 }, fromBase: 'alpha' }] })).toHaveLength(1);
  expect(
    faultsOf({
      bases,
      plan: [{ day: '2020-01-05', withdraw: { us: { uniform: { low: 1, high: 500 } } }, fromBase: 'alpha' }],
    }),
  ).toHaveLength(1);
});

test('a hand-over before the last have left, or with people and no place for them, is a fault', () => {
  const [early] = faultsOf({
    plan: [{ day: '2020-01-05', handOver: 'alpha', personnelTo: 'beta', overDays: 10, handOverDay: '2020-01-08' }],
  });
  expect(early).toBe(
    'plan[0].handOverDay must not be before the last have left on 2020-01-14, got "2020-01-08"; start earlier, or lower overDays',
  );
  expect(faultsOf({ plan: [{ day: '2020-01-05', handOver: 'alpha' }] })[0]).toMatch(
    /^plan\[0\].personnelTo must be given: 1000 persons are still there/,
  );
  expect(faultsOf({ plan: [{ day: '2020-01-05', handOver: 'beta' }] })).toEqual([]);
});

test('people who come to a base after its evacuation began are not left behind in silence', () => {
  const faults = faultsOf({
    plan: [
      { day: '2020-01-05', handOver: 'alpha', personnelTo: 'beta', handOverDay: '2020-01-20' },
      { day: '2020-01-10', arrive: { us: 50 }, toBase: 'alpha' },
    ],
  });
  expect(faults[0]).toMatch(/^plan\[0\] must leave nobody behind, but 50 persons came to alpha/);
});

test('branching matrices are told stable or not by their spectral radius, also under a lasting escalation', () => {
  const { parameters, expected } = multivariate.find(({ name }) => name === 'stability_rejection')! as unknown as {
    parameters: { cases: number[][][] };
    expected: { spectral_radius: number[]; stable: boolean[] };
  };
  parameters.cases.forEach((matrix, i) => {
    const keys = matrix.map((_, g) => `a${g}`);
    const actors = Object.fromEntries(
      keys.map((key, g) => [
        key,
        { ...plain.actors.militias, branching: Object.fromEntries(keys.map((from, j) => [from, matrix[g]![j]!])) },
      ]),
    );
    const scenario = compiled({ ...plain, actors });
    expectClose(lastingSpectralRadius(scenario, scenario.parameters.points), expected.spectral_radius[i], 1e-10);
    expect(planFaults(scenario).length === 0).toBe(expected.stable[i]);
  });
  const escalating: ScenarioInput = {
    ...plain,
    actors: { militias: { ...plain.actors.militias, branching: { militias: 0.4 } } },
  };
  const lasting = { name: 'war', firstDay: '2020-02-01', gate: 3 };
  expect(planFaults(compiled({ ...escalating, regimes: [lasting] }))).toHaveLength(1);
  expect(planFaults(compiled({ ...escalating, regimes: [{ ...lasting, lastDay: '2020-02-10' }] }))).toEqual([]);
});
