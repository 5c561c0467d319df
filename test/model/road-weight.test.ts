import { describe, expect, test } from 'vitest';
import { traceReplication } from '../../src/experiment/run-replications.js';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';
import { expectClose } from '../cases/compare.js';
import { expectMean, expectRejected } from '../kernel/z-score.js';
import { rich } from './rich-scenario.js';
import { compiled, plain, simulate } from './small-scenario.js';

const location = { lat: 0, lon: 0 };
const days = 100;
const perDay = 0.2;
const κ = 1.5;
const ρ = 2;
const α = 0.7;
const salience = 0.5;

/** Day 0: 500 of alpha's 1,500 set out by road in five convoys that are still on the way at the end. */
const longWay = (
  targetChoice: NonNullable<ScenarioInput['actors'][string]['targetChoice']>,
  move: object = { move: { uk: 500 } },
): ScenarioInput => ({
  ...plain,
  contingents: { us: {}, uk: { salience } },
  bases: { alpha: { location, garrison: { us: 1000, uk: 500 } }, beta: { location, garrison: { us: 300 } } },
  actors: { militias: { ...plain.actors.militias, targetChoice } },
  convoys: { hazardPerConvoyDay: 0, convoySize: 100 },
  plan: [
    { day: '2020-01-01', fromBase: 'alpha', toBase: 'beta', transitDays: 400, routeFactor: ρ, by: 'road', ...move },
  ] as NonNullable<ScenarioInput['plan']>,
});
const convoyWeight = κ * ρ * (100 * salience * 1e-3) ** α;
const S = 1 ** α + 0.3 ** α;
const R = 5 * convoyWeight;

describe('a route’s weight among an actor’s targets', () => {
  test('gives convoys their share of the attacks by weight, against the closed form', () => {
    const outcome = simulate(compiled(longWay({ roadWeight: κ, effortElasticity: 0 })), { n: 800 });
    expectMean('attacks on convoys', outcome('attacksOnConvoys'), (perDay * days * R) / (S + R));
    expectMean('attacks on alpha', outcome('attacks.base.alpha'), (perDay * days) / (S + R));
    expectMean('person-attacks', outcome('personAttacksInTransit'), (100 * perDay * days * R) / (S + R));
    expectClose(outcome('expectedAttacks')[0], perDay * days, 1e-12);
    const persons = (1000 * 1 + 300 * 0.3 ** α + 100 * R) / (S + R);
    expectClose(outcome('expectedPersonAttacks')[0], perDay * days * persons, 1e-12);
  });

  test('leaves effort to the bases: S and its reference are theirs alone', () => {
    const scenario = compiled(longWay({ roadWeight: κ, effortElasticity: 0.3 }));
    const before = 1.25 ** α + 0.3 ** α;
    expectClose(simulate(scenario, { n: 1 })('expectedAttacks')[0], perDay * days * (S / before) ** 0.3, 1e-12);
  });

  test('takes attacks from the bases and adds none: the same attacks on the same days, the rest on the bases they were on', () => {
    const crowd = (roadWeight: number): ScenarioInput => ({
      ...rich,
      handOverResidual: { first: 0.4 },
      actors: Object.fromEntries(
        Object.entries(rich.actors).map(([key, actor]) => [
          key,
          { ...actor, fatalBoost: 0, targetChoice: { roadWeight, sameTargetRepeat: 0 } },
        ]),
      ),
      convoys: { hazardPerConvoyDay: 0.02, transitDays: 12 },
    });
    let moved = 0;
    for (let replication = 0; replication < 15; replication++) {
      const [without, weighed] = [crowd(0), crowd(5)].map((input) =>
        traceReplication(compiled(input), { seed: 1, replication }).filter(({ kind }) => kind.startsWith('attack')),
      );
      expect(weighed!.map(({ day, actor }) => [day, actor])).toEqual(without!.map(({ day, actor }) => [day, actor]));
      weighed!.forEach(({ kind, base }, i) => {
        if (kind !== 'attackOnConvoy') expect(base).toBe(without![i]!.base);
        else if (without![i]!.kind !== 'attackOnConvoy') moved++;
      });
    }
    expect(moved).toBeGreaterThan(20);
  });

  test('follows how many convoys of routine supply happen to be on the road', () => {
    const supply = {
      contingent: 'drivers',
      convoysPerBaseDay: 0.4,
      personsPerConvoy: 60,
      transitDays: 3,
      routeFactor: ρ,
    };
    const scenario = compiled({
      ...plain,
      contingents: { us: {}, drivers: {} },
      bases: { alpha: { location, garrison: { us: 1000 } }, beta: { location, garrison: { us: 500 } } },
      actors: { militias: { ...plain.actors.militias, targetChoice: { roadWeight: κ, effortElasticity: 0 } } },
      convoys: { hazardPerConvoyDay: 0 },
      supply,
    });
    const bases = 1 + 0.5 ** α;
    const one = κ * ρ * 0.06 ** α;
    const mean = 2 * supply.convoysPerBaseDay * supply.transitDays;
    // Supply knows nothing of attacks: convoys on the road at an attack are a Poisson number of the mean.
    let share = 0;
    for (let m = 0, p = Math.exp(-mean); m < 40; p *= mean / ++m) share += (p * m * one) / (bases + m * one);
    const outcome = simulate(scenario, { n: 500 });
    expectMean('attacks on supply', outcome('attacksOnSupply'), perDay * days * share);
    expectRejected(
      'the share at the mean number of convoys',
      outcome('attacksOnSupply'),
      (perDay * days * mean * one) / (bases + mean * one),
    );
    outcome('expectedAttacks').forEach((attacks) => {
      expectClose(attacks, perDay * days, 1e-9);
    });
  });

  test('where nobody is left at any base all attacks fall on the road, as far as effort lets them', () => {
    const empty = (effortElasticity: number) =>
      simulate(
        compiled({
          ...longWay({ roadWeight: κ, effortElasticity }, { move: 'all' }),
          bases: { alpha: { location, garrison: { us: 500 } }, beta: { location } },
        }),
        { n: 400 },
      );
    const fixed = empty(0);
    expect(fixed('attacksOnConvoys')).toEqual(fixed('attacks'));
    expectMean('attacks', fixed('attacks'), perDay * days);
    expect(Math.max(...empty(1)('attacks'))).toBe(0);
  });

  test('is none for those who fly', () => {
    const outcome = simulate(compiled(longWay({ roadWeight: κ }, { move: { uk: 500 }, by: 'air' })), { n: 100 });
    expect(Math.max(...outcome('attacksOnConvoys'))).toBe(0);
    expect(Math.min(...outcome('personDaysInTransit'))).toBe(500 * days);
  });

  test('such an attack has its cause and its victims among those in the convoy, and may test rules', () => {
    const scenario = compiled({
      ...longWay({ roadWeight: 50, effortElasticity: 0 }),
      severity: { fatalProbability: 1 },
      rules: [
        {
          name: 'stop',
          contingent: 'uk',
          after: { ownKilledAtLeast: 1 },
          then: { pause: { delayDays: { mean: 0 } } },
          coolDownDays: 400,
        },
      ],
    });
    const rows = traceReplication(scenario, { seed: 1, replication: 0 });
    const onRoad = rows.filter(({ kind }) => kind === 'attackOnConvoy');
    expect(onRoad.length).toBeGreaterThan(5);
    for (const { persons, killed, cause } of onRoad) {
      expect(persons).toBe(100);
      expect(killed).toBeGreaterThanOrEqual(1);
      expect(cause).toBe('background');
    }
    expect(rows.find(({ kind }) => kind === 'rule')?.day).toBe(onRoad[0]!.day);
  });
});
