import { expect, test } from 'vitest';
import { robustness, robustnessOutcomes } from '../../../src/experiment/design/robustness.js';
import { wilson } from '../../../src/stats/index.js';
import { answeredBy } from './answered-by.js';

const losses = [
  [10, 20, 30],
  [15, 15, 25],
  [12, 18, 40],
];
const points = [0, 1, 2].map((place) => ({ places: [place], from: 4 * place, to: 4 * place + 4 }));
const attacks = { name: 'attacks', words: 'attacks', unit: '', numerator: 'attacks', scale: 1, indifference: 0 };
const fewer = { ...attacks, better: 'lower', threshold: 20 } as const;

test('A (10,20,30), B (15,15,25), C (12,18,40) keep their regrets under chance that all share', () => {
  const scenarios = losses.map(
    (row) =>
      ([place = 0]: readonly number[], luck: number) =>
        row[place]! + luck,
  );
  const [found] = robustness(answeredBy({ paths: ['x'], points, scenarios }), [fewer]).metrics;
  [5, 5, 15].forEach((worst, i) => expect(found!.rows[i]!.regret.worst).toBeCloseTo(worst, 10));
  [10 / 3, 5 / 3, 20 / 3].forEach((mean, i) => expect(found!.rows[i]!.regret.mean.value).toBeCloseTo(mean, 10));
  expect([found!.leastMean, found!.leastWorst]).toEqual([[1], [0, 1]]);
  found!.rows.forEach(({ regret }) => expect(regret.heldOut.value).toBeCloseTo(regret.mean.value, 10));
  [1 / 3, 2 / 3, 0].forEach((share, i) => expect(found!.rows[i]!.best.alone.value).toBeCloseTo(share, 12));
});

test('satisficing is the share of states whose mean keeps to the threshold, with the interval of Wilson', () => {
  const scenarios = losses.map(
    (row) =>
      ([place = 0]: readonly number[]) =>
        row[place]!,
  );
  const [found] = robustness(answeredBy({ paths: ['x'], points, scenarios }), [fewer]).metrics;
  const two = wilson({ hits: 2, n: 3 });
  found!.rows.forEach(({ satisficing }) => expect(satisficing).toEqual(two));
});

test('a rate is the ratio of sums in each state, and its mean that over states', () => {
  const rate = { ...fewer, name: 'rate', denominator: 'days', scale: 1000 };
  expect(robustnessOutcomes([fewer, rate])).toEqual(['attacks', 'days']);
  // One, two and three attacks a day, over days that vary within a state.
  const scenario = ([place = 0]: readonly number[], luck: number, outcome: number) =>
    outcome === 1 ? 100 + luck : (place + 1) * (100 + luck);
  const done = answeredBy({ paths: ['x'], points, scenarios: [scenario], outcomes: ['attacks', 'days'] });
  const [found] = robustness(done, [rate]).metrics;
  expect(found!.rows[0]!.mean.value).toBeCloseTo(2000, 8);
});
