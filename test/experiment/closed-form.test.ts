import { describe, expect, test } from 'vitest';
import { closedForm, type ClosedForm, type Held } from '../../src/experiment/closed-form.js';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';
import { outcome } from '../../src/experiment/results.js';
import { compiled, plain } from '../model/small-scenario.js';
import { resultsOf } from './results-of.js';

const militia = plain.actors.militias;
const rows = [
  { date: '2019-12-30', base: 'alpha', scope: 'base', mode: 'rocket', killed: 2 },
  { date: '2019-12-20', base: 'alpha', scope: 'base', mode: 'rocket' },
];
/** Several actors, a warm start, uncertain rates, weight on fatal attacks, a regime throughout, a cap on effort. */
const scenario: ScenarioInput = {
  ...plain,
  severity: { fatalProbability: 0.3 },
  actors: {
    a: { ...militia, branching: { a: 0.4, b: 0.2 }, fatalBoost: 1 },
    b: { ...militia, baselinePerDay: { choice: [{ value: 0.02 }, { value: 0.1 }] }, branching: { b: 0.1, a: 0.1 } },
    c: { ...militia, branching: { a: 0, b: 0, c: 0 }, targetChoice: { effortElasticity: 0, maxEffort: 0.1 } },
  },
  regimes: [{ name: 'tension', firstDay: '2019-06-01', gate: 1.2, actors: ['a'] }],
  record: { rows },
  warmStart: { actor: 'a' },
};
const one: ScenarioInput = {
  ...plain,
  actors: { militias: { ...militia, baselinePerDay: 0.05, branching: { militias: 0.5 } } },
};

function closed(input: ScenarioInput, n: number): ClosedForm {
  const found = closedForm(compiled(input), n);
  if (found.kind === 'open') throw new Error(found.why);
  return found;
}

function meanScore({ exact, simulated }: Held): number {
  return Math.abs(simulated.value - exact) / ((simulated.high - simulated.low) / 2 / 1.96);
}

describe('expected attacks in closed form', () => {
  const many = closed(scenario, 1000);

  test('agree with the simulated ones in their mean', () => {
    expect(meanScore(many)).toBeLessThanOrEqual(4);
  });

  test.each([
    ['one actor', one],
    ['several, and all that may stand still', scenario],
  ])('agree with the simulated ones in their distribution: %s', (_, input) => {
    const { distribution, simulated } = input === scenario ? many : closed(input, 1000);
    const results = resultsOf(compiled(input), { n: simulated.n });
    const counts = outcome(results, 'attacksOnBases');
    const share = (most: number): number => counts.filter((count) => count <= most).length / results.n;
    const score = (share: number, p: number): number => Math.abs(share - p) / Math.sqrt((p * (1 - p)) / results.n);
    const { probabilityOfNone, quantiles } = distribution!;
    // Where it is next to nothing it is seen next to never.
    if (probabilityOfNone.exact > 1e-3) expect(score(share(0), probabilityOfNone.exact)).toBeLessThanOrEqual(4);
    expect(share(0)).toBe(probabilityOfNone.simulated.value);
    for (const { order, exact } of quantiles) {
      // The share at or below a quantile is at least its order, and the share below it at most.
      if (share(exact) < order) expect(score(share(exact), order)).toBeLessThanOrEqual(4);
      if (share(exact - 1) > order) expect(score(share(exact - 1), order)).toBeLessThanOrEqual(4);
    }
  });

  test('with one actor have the probability of no attack of its baseline alone, e^{−μT}', () => {
    expect(closed(one, 2).distribution!.probabilityOfNone.exact).toBeCloseTo(Math.exp(-0.05 * 100), 4);
  });

  test('a wrong branching is told apart', () => {
    const wrong = {
      ...scenario,
      actors: { ...scenario.actors, a: { ...militia, branching: { a: 0.2 }, fatalBoost: 1 } },
    };
    expect(meanScore({ exact: closed(wrong, 400).exact, simulated: many.simulated })).toBeGreaterThan(4);
  });

  test('an actor that finds nobody to attack attacks nobody, and provokes none', () => {
    const pulls = { ...militia, branching: { a: 0.5, b: 0.5 }, targetChoice: { baseWeights: { alpha: 0 } } };
    const { exact, simulated } = closed(
      { ...plain, actors: { a: pulls, b: { ...militia, branching: { a: 0, b: 0 } } } },
      400,
    );
    expect(exact).toBeCloseTo(20, 6);
    expect(meanScore({ exact, simulated })).toBeLessThanOrEqual(4);
  });

  test('the chain of severity does not matter where fatal attacks weigh no more than others', () => {
    expect(closed({ ...one, severity: { law: 'chain' } }, 2).exact).toBe(closed(one, 2).exact);
  });

  test.each<[string, ScenarioInput]>([
    ['the regime truce does not hold', { ...one, regimes: [{ name: 'truce', firstDay: '2020-02-01', gate: 0.5 }] }],
    [
      'the regime maybe does not hold',
      { ...one, regimes: [{ name: 'maybe', firstDay: '2020-01-01', gate: 0.5, probability: 0.5 }] },
    ],
    ['depend on where they fall', { ...scenario, severity: { law: 'chain' } }],
    ['the plan', { ...one, plan: [{ day: '2020-02-01', withdraw: { us: 10 }, fromBase: 'alpha' }] }],
    ['strikes', { ...one, strikes: { events: [{ day: '2020-02-01' }] } }],
    ['has a season', { ...one, actors: { militias: { ...militia, season: { amplitude: 0.2 } } } }],
    [
      'air defence that arrives later',
      {
        ...one,
        bases: { alpha: { ...plain.bases.alpha, airDefence: { since: '2020-02-01', interception: { rocket: 0.5 } } } },
        actors: { militias: { ...militia, targetChoice: { effortElasticity: 0.3 } } },
      },
    ],
  ])('are not offered where the scenario does not allow them, and the reason is told: %s', (why, input) => {
    expect(closedForm(compiled(input), 2)).toMatchObject({ kind: 'open', why: expect.stringContaining(why) });
  });
});
