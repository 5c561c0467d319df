import { describe, expect, test } from 'vitest';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';
import { expectClose } from '../cases/compare.js';
import { expectMean } from '../kernel/z-score.js';
import { compiled, plain, simulate } from './small-scenario.js';

const location = { lat: 0, lon: 0 };
const twoBases: ScenarioInput = {
  ...plain,
  bases: { alpha: { location, garrison: { us: 1000 } }, beta: { location, garrison: { us: 1000 } } },
  convoys: { convoySize: 100_000, hazardPerConvoyDay: 0 },
  handOverResidual: { first: 0.5, final: 0.5 },
};
const outcomeOf = (plan: NonNullable<ScenarioInput['plan']>, n = 1) => simulate(compiled({ ...twoBases, plan }), { n });

describe('the residual of a base that is handed over', () => {
  // ε = 0: of 0.2 attacks a day w r/(w + w r) = 1/3 fall on a base handed over beside one as large, at r = 0.5.
  test('is there too where an order had emptied the base before its hand-over', () => {
    const outcome = outcomeOf(
      [
        { day: '2020-01-11', withdraw: 'all', fromBase: 'alpha' },
        { day: '2020-01-21', handOver: 'alpha' },
      ],
      4000,
    );
    expectMean('on the base handed over', outcome('attacksOnHandedOver'), (0.2 * 80) / 3);
    expectClose(outcome('expectedAttacks')[0], 0.2 * (20 + (80 * 2) / 3), 1e-9);
  });

  test('is that of the last who left, where a base was emptied twice', () => {
    const outcome = outcomeOf([
      { day: '2020-01-11', withdraw: 'all', fromBase: 'alpha' },
      { day: '2020-01-21', arrive: { us: 500 }, toBase: 'alpha' },
      { day: '2020-01-31', withdraw: 'all', fromBase: 'alpha' },
      { day: '2020-02-10', handOver: 'alpha' },
    ]);
    const weight = 0.5 ** 0.7 * 0.5;
    expectClose(outcome('expectedAttacks')[0], 0.2 * (40 + 60 / (1 + weight)), 1e-9);
  });
});

describe('where nobody comes', () => {
  const handOver = { day: '2020-01-11', handOver: 'alpha', personnelTo: 'home' } as const;
  const nobody: [string, NonNullable<ScenarioInput['plan']>][] = [
    ['an arrival of nobody', [handOver, { day: '2020-02-01', arrive: { us: 0 }, toBase: 'alpha' }]],
    [
      'a return of nobody',
      [
        { day: '2020-01-05', withdraw: { us: { share: 0 } }, fromBase: 'alpha', returnDay: '2020-02-01' },
        { ...handOver, name: 'hand-over' },
      ],
    ],
    [
      'the steps of a ramp that are too many for its persons',
      [{ day: '2020-01-02', arrive: { us: 2 }, toBase: 'alpha', overDays: 60, everyDays: 3 }, handOver],
    ],
  ];
  test.each(nobody)('%s opens no base that was handed over', (_, plan) => {
    expectClose(outcomeOf(plan)('expectedAttacks')[0], outcomeOf([handOver])('expectedAttacks')[0], 1e-3);
  });
});

test('an announcement signals no more people than the order could take if it started then', () => {
  const emboldening = { perShareWithdrawn: 1, decayDays: 15, announcementFactor: 1 };
  const expected = (persons: number): number => {
    const input: ScenarioInput = {
      ...twoBases,
      end: '2020-04-08',
      actors: { militias: { ...plain.actors.militias, emboldening } },
      plan: [
        { day: '2020-04-01', arrive: { us: 1000 }, toBase: 'alpha' },
        { day: '2020-04-08', announced: '2020-01-11', withdraw: { us: persons }, fromBase: 'alpha', overDays: 20 },
      ],
    };
    return simulate(compiled(input), { n: 1 })('expectedAttacks')[0]!;
  };
  // Nobody has left by the end. Of the 2,000 of the order 1,000 are there when it is announced.
  expect(expected(2000)).toBe(expected(1000));
});

test('a regime that was replaced before the start does not hold, though its successor is over', () => {
  const long = { name: 'long', firstDay: '2019-06-01', gate: 2 };
  const short = { name: 'short', firstDay: '2019-10-01', lastDay: '2019-11-01', gate: 3 };
  const expected = (regimes: NonNullable<ScenarioInput['regimes']>): number =>
    simulate(compiled({ ...plain, regimes }), { n: 1 })('expectedAttacks')[0]!;
  expectClose(expected([long, short]), 0.2 * 100, 1e-9);
  expectClose(expected([short, long]), 0.2 * 100, 1e-9);
  expectClose(expected([long, { ...short, probability: 0 }]), 2 * 0.2 * 100, 1e-9);
  expectClose(expected([{ ...short, firstDay: '2019-05-01' }, long]), 2 * 0.2 * 100, 1e-9);
  expectClose(expected([long, { ...short, track: 'other' }]), 2 * 0.2 * 100, 1e-9);
});
