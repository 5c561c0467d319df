import { describe, expect, test } from 'vitest';
import targetChoice from '../cases/target-choice.json' with { type: 'json' };
import { consolidationMultipliers } from '../../src/theory/consolidation.js';
import { expectClose } from '../cases/compare.js';
import { expectMean } from '../kernel/z-score.js';
import { compiled, endAfter, plain, simulate } from './small-scenario.js';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';

const location = { lat: 0, lon: 0 };
/** Degrees of longitude on the equator that make 100 km on the sphere of the model. */
const degreesPer100Km = (100 / 6371.0088) * (180 / Math.PI);

describe('target choice', () => {
  test('attacks fall on bases by the logit shares, a handed-over base by its residual', () => {
    const { parameters, expected } = targetChoice.find(({ name }) => name === 'logit_target_shares')! as unknown as {
      parameters: {
        troops_or_prehandover: number[];
        hardening: number[];
        distance_100km: number[];
        alpha_N: number;
        alpha_H: number;
        alpha_D: number;
      };
      expected: { shares: number[] };
    };
    const bases = Object.fromEntries(
      parameters.troops_or_prehandover.map((us, b) => [
        `b${b}`,
        {
          location: { lat: 0, lon: parameters.distance_100km[b]! * degreesPer100Km },
          garrison: { us },
          hardening: parameters.hardening[b]!,
        },
      ]),
    );
    const scenario = compiled({
      ...plain,
      end: endAfter(200),
      bases,
      actors: {
        militias: {
          ...plain.actors.militias,
          baselinePerDay: 1,
          region: [location],
          targetChoice: {
            sizeExponent: parameters.alpha_N,
            hardeningAversion: parameters.alpha_H,
            distanceAversion: parameters.alpha_D,
            effortElasticity: 0,
          },
        },
      },
      plan: [{ day: '2020-01-01', handOver: 'b4', personnelTo: 'home', by: 'air' }],
    });
    const n = 500;
    const outcome = simulate(scenario, { n });
    expected.shares.forEach((share, b) => {
      expectMean(
        `attacks on base ${b}`,
        outcome(b === 4 ? 'attacksOnHandedOver.base.b4' : `attacks.base.b${b}`),
        200 * share,
      );
    });
  });

  test('what a closed base no longer draws falls on the others as far as the effort elasticity lets it', () => {
    const { parameters, expected } = targetChoice.find(
      ({ name }) => name === 'logit_close_base_displacement',
    )! as unknown as {
      parameters: { weights: number[]; closed_index: number; mu_total: number; eps: number[] };
      expected: { rates: number[][]; total: number[] };
    };
    // Equal garrisons, so that a base's own weight is all that tells it from others.
    const bases = Object.fromEntries(parameters.weights.map((_, b) => [`b${b}`, { location, garrison: { us: 1000 } }]));
    const baseWeights = Object.fromEntries(parameters.weights.map((weight, b) => [`b${b}`, weight]));
    parameters.eps.forEach((effortElasticity, i) => {
      const days = 100;
      const outcome = simulate(
        compiled({
          ...plain,
          end: endAfter(days),
          bases,
          actors: {
            militias: {
              ...plain.actors.militias,
              baselinePerDay: parameters.mu_total,
              targetChoice: { sizeExponent: 1, effortElasticity, baseWeights },
            },
          },
          convoys: { convoySize: 1e9 },
          plan: [{ day: '2020-01-01', close: `b${parameters.closed_index}`, personnelTo: 'home', by: 'air' }],
        }),
        { n: 1500 },
      );
      expected.rates[i]!.forEach((rate, b) => {
        if (rate === 0) expect(Math.max(...outcome(`attacks.base.b${b}`))).toBe(0);
        else
          expectMean(
            `attacks on base ${b} at elasticity ${effortElasticity}`,
            outcome(`attacks.base.b${b}`),
            rate * days,
          );
      });
      // Without excitation the integrated rate is no longer random.
      expectClose(outcome('expectedAttacks')[0], expected.total[i]! * days, 1e-7);
    });
  });
});

describe('consolidating equal bases', () => {
  const run = (input: ScenarioInput) => {
    const outcome = simulate(compiled(input), { n: 2 });
    return { attacks: outcome('expectedAttacks')[0]!, personAttacks: outcome('expectedPersonAttacks')[0]! };
  };
  const equal = (sizeExponent: number, effortElasticity: number): ScenarioInput => ({
    ...plain,
    bases: Object.fromEntries(Array.from({ length: 8 }, (_, b) => [`b${b}`, { location, garrison: { us: 625 } }])),
    actors: { militias: { ...plain.actors.militias, targetChoice: { sizeExponent, effortElasticity } } },
  });

  test('multiplies attacks and person-attacks by the closed forms, to the last digits', () => {
    for (const [sizeExponent, effortElasticity] of [
      [0, 0],
      [0.7, 0],
      [0.7, 0.3],
      [0.7, 1],
      [0, 1],
      [1, 1],
      [0.7, -0.5],
    ] as const) {
      const stay = run(equal(sizeExponent, effortElasticity));
      const plan: ScenarioInput['plan'] = [4, 5, 6, 7].map((b) => ({
        day: '2020-01-01',
        close: `b${b}`,
        personnelTo: `b${b - 4}`,
        by: 'air',
      }));
      const go = run({ ...equal(sizeExponent, effortElasticity), plan });
      const exact = consolidationMultipliers({
        basesBefore: 8,
        basesAfter: 4,
        personnelBefore: 5000,
        personnelAfter: 5000,
        sizeExponent,
        effortElasticity,
      });
      expectClose(go.attacks / stay.attacks, exact.attacks, 1e-9, 'attacks');
      expectClose(go.personAttacks / stay.personAttacks, exact.personAttacks, 1e-9, 'person-attacks');
    }
  });

  test('own and cross elasticities of a base’s rate to its personnel are those of the two-level form', () => {
    const { parameters, expected } = targetChoice.find(({ name }) => name === 'logit_elasticities')! as unknown as {
      parameters: { shares: number[]; alpha_N: number; eps: number };
      expected: { own: number[]; cross: number[] };
    };
    // Personnel arrive in the instant of the start, so the effort is measured against the world before them.
    const rates = (added: number): number[] => {
      const bases = Object.fromEntries(
        parameters.shares.map((share, b) => [
          `b${b}`,
          { location, garrison: { us: Math.round(4e6 * share ** (1 / parameters.alpha_N)) } },
        ]),
      );
      const outcome = simulate(
        compiled({
          ...plain,
          bases,
          actors: {
            militias: {
              ...plain.actors.militias,
              baselinePerDay: 5,
              targetChoice: { sizeExponent: parameters.alpha_N, effortElasticity: parameters.eps },
            },
          },
          plan: added === 0 ? [] : [{ day: '2020-01-01', arrive: { us: added }, toBase: 'b0' }],
        }),
        { n: 1 },
      );
      return [outcome('expectedAttacks')[0]!, outcome('expectedPersonAttacks')[0]!];
    };
    const before = Math.round(4e6 * parameters.shares[0]! ** (1 / parameters.alpha_N));
    const step = Math.round(before * 1e-5);
    const [attacks, after] = [rates(0)[0]!, rates(step)[0]!];
    // d ln S^ε / d ln N_0 = ε α_N p_0 = own p_0 + cross (1 − p_0), which ties both to what the engine computes.
    const share = parameters.shares[0]!;
    const exact = expected.own[0]! * share + expected.cross[0]! * (1 - share);
    expectClose(Math.log(after / attacks) / Math.log1p(step / before), exact, 1e-4);
  });
});
