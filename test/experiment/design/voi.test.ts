import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { expect, test } from 'vitest';
import { answeredBy, stream } from './answered-by.js';
import { statePoints } from '../../../src/experiment/design/states.js';
import { valueOfInformation } from '../../../src/experiment/design/voi.js';

const inputs = ['x1', 'x2'].map((name) => ({ name, paths: [name] }));
const paths = ['x1', 'x2'];
/** X₁ ~ N(0, 1) and X₂ ~ N(0, variance 4) from shares of their laws. */
const valueOf = (path: string, share: number): number => (path === 'x2' ? 2 : 1) * normalQuantile(share, 0, 1);
const scenarios = [
  () => 0,
  ([a = 0, b = 0]: readonly number[], luck: number) => valueOf('x1', a) + valueOf('x2', b) + luck,
];

test('chance within a replication is worth nothing: the linear-Gaussian model keeps .3989423, .7978846 and .8920621', () => {
  const points = statePoints({ paths, states: 1500, inner: 4 }, stream('voi'));
  const done = answeredBy({ paths, points, scenarios });
  const draw = stream('bootstrap');
  const {
    inputs: found,
    everything,
    innerStandardError,
  } = valueOfInformation(done, { inputs, valueOf, draw, resamples: 60 });
  expect(found.map(({ input }) => input.name)).toEqual(['x2', 'x1']);
  // Four standard errors of a mean of 1,500 with the standard deviation of max(0, N(0, 5)).
  const near = (4 * 1.3) / Math.sqrt(1500);
  expect(Math.abs(found[0]!.value.value - 0.7978846)).toBeLessThan(near);
  expect(Math.abs(found[1]!.value.value - 0.3989423)).toBeLessThan(near);
  // The error of four replications of luck of variance 1.
  expect(innerStandardError).toBeCloseTo(0.5, 1);
  expect(everything.atLeast.value).toBeLessThan(everything.atMost.value);
  expect(everything.atLeast.low).toBeLessThan(0.8920621);
  expect(everything.atMost.high).toBeGreaterThan(0.8920621);
});

test('a state with a hole is left out, and counted', () => {
  const points = statePoints({ paths, states: 60, inner: 2 }, stream('holes'));
  const holed = [() => 0, ([a = 0]: readonly number[]) => (a > 0.9 ? NaN : a - 0.5)];
  const done = answeredBy({ paths, points, scenarios: holed });
  const result = valueOfInformation(done, { inputs, valueOf, draw: stream('bootstrap'), resamples: 20 });
  expect([result.states, result.dropped]).toEqual([54, 6]);
});
