import { describe, expect, test } from 'vitest';
import { traceReplication } from '../../src/experiment/run-replications.js';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';
import { transientCounts } from '../../src/theory/transient-counts.js';
import { expectClose } from '../cases/compare.js';
import { expectMean } from '../kernel/z-score.js';
import { compiled, endAfter, plain, simulate } from './small-scenario.js';

const location = { lat: 0, lon: 0 };
const militia = plain.actors.militias;
const expectedAttacks = (input: ScenarioInput): number => simulate(compiled(input), { n: 1 })('expectedAttacks')[0]!;

/** Trapezoids fine enough for eight figures. */
function integral(f: (t: number) => number, days: number): number {
  const steps = 200_000;
  let sum = (f(0) + f(days)) / 2;
  for (let i = 1; i < steps; i++) sum += f((i * days) / steps);
  return (sum * days) / steps;
}

describe('strikes', () => {
  test('a strike that deters and then provokes nets what the case says', () => {
    // deterrence_then_backlash_crossing: rate 0.2, n 1.5, β 0.08, d 0.7, τ 10; numerical quadrature.
    const net = [-0.164969794146, -0.130993985349, -0.0661014717576];
    for (const [i, days] of [7, 30, 180].entries()) {
      const attacks = expectedAttacks({
        ...plain,
        end: endAfter(days),
        strikes: { meanLagDays: 12.5, events: [{ day: '2020-01-01' }] },
        actors: {
          militias: { ...militia, branching: { militias: 0, strikes: 1.5 }, deterrence: { depth: 0.7, decayDays: 10 } },
        },
      });
      expectClose(attacks - 0.2 * days, net[i], 1e-7);
    }
  });

  test('attacks that a strike provoked are put down to it, and earlier strikes still work', () => {
    const scenario = (day: string): ScenarioInput => ({
      ...plain,
      end: endAfter(60),
      strikes: { meanLagDays: 12.5, events: [{ day }] },
      actors: { militias: { ...militia, branching: { militias: 0, strikes: 3 } } },
    });
    expectMean(
      'provoked',
      simulate(compiled(scenario('2020-01-11')), { n: 2000 })('attacksProvokedByStrikes'),
      3 * -Math.expm1(-50 / 12.5),
    );
    const left = 3 * Math.exp(-10 / 12.5) * -Math.expm1(-60 / 12.5);
    expectMean(
      'provoked by an earlier one',
      simulate(compiled(scenario('2019-12-22')), { n: 2000 })('attacksProvokedByStrikes'),
      left,
    );
  });
});

test('the season has mean 1 over a year and the height and the day of its peak', () => {
  const [a, peak] = [0.4, 90];
  const attacks = (days: number) =>
    expectedAttacks({
      ...plain,
      end: endAfter(days),
      actors: { militias: { ...militia, season: { amplitude: a, peakDayOfYear: peak } } },
    });
  // seasonality_normalised: I₀(0.4) from its maximum exp(0.4)/I₀ = 1.43389287016.
  const i0 = Math.exp(a) / 1.43389287016;
  const s = (t: number): number => Math.exp(a * Math.cos((2 * Math.PI * (t - peak)) / 365.25)) / i0;
  expectClose(
    attacks(182),
    integral((t) => 0.2 * s(t), 182),
    1e-8,
  );
  expectClose(attacks(1461), 0.2 * 1461, 1e-8);
});

describe('the vacuum', () => {
  const scenario: ScenarioInput = {
    ...plain,
    end: endAfter(365),
    contingents: { us: {}, trainers: { combatWeight: 0.25 } },
    bases: { alpha: { location, garrison: { us: 800, trainers: 800 } } },
    convoys: { convoySize: 10_000 },
    actors: { insurgents: { ...militia, branching: { insurgents: 0 }, vacuum: { sensitivity: 0.8, adjustDays: 120 } } },
    plan: [{ day: '2020-03-01', withdraw: { us: 400, trainers: 800 }, fromBase: 'alpha' }],
  };
  // P falls from 1,000 to 400 weighted persons on day 60.
  const v = (t: number): number => (t < 60 ? 0 : 0.6 * -Math.expm1(-(t - 60) / 120));
  test('raises the baseline as the equation says, and has an index of its own', () => {
    const outcome = simulate(compiled(scenario), { n: 1 });
    const rise = (t: number): number => Math.exp(0.8 * v(60 + t));
    expectClose(outcome('expectedAttacks')[0], 0.2 * (60 + integral(rise, 305)), 1e-8);
    expectClose(outcome('vacuumIndexMean.actor.insurgents')[0], (60 + integral(rise, 305)) / 365, 1e-8);
    expectClose(outcome('vacuumIndexFinal.actor.insurgents')[0], Math.exp(0.8 * v(365)), 1e-8);
  });

  test('takes its share of the causes', () => {
    const outcome = simulate(compiled(scenario), { n: 1000 });
    expectMean('vacuum', outcome('attacksVacuum'), 0.2 * integral((t) => Math.exp(0.8 * v(60 + t)) - 1, 305));
    expectMean('background', outcome('attacksBackground'), 0.2 * 365);
  });
});

describe('announcements and returns', () => {
  const scenario = (change: {
    announced?: string;
    announcementFactor?: number;
    returnDay?: string;
    returnFactor?: number;
  }): ScenarioInput => ({
    ...plain,
    end: endAfter(60),
    convoys: { convoySize: 10_000 },
    actors: {
      militias: {
        ...militia,
        emboldening: {
          perShareWithdrawn: 1,
          decayDays: 15,
          announcementFactor: change.announcementFactor ?? 0,
          returnFactor: change.returnFactor ?? 0,
        },
      },
    },
    plan: [
      {
        day: '2020-01-21',
        withdraw: { us: 500 },
        fromBase: 'alpha',
        ...(change.announced === undefined ? {} : { announced: change.announced }),
        ...(change.returnDay === undefined ? {} : { returnDay: change.returnDay }),
      },
    ],
  });
  const decayed = (z: number, days: number): number => integral((t) => 0.2 * Math.exp(z * Math.exp(-t / 15)), days);

  test('an announcement may lull before the departure emboldens', () => {
    const z = -0.3 * 0.5;
    const atDeparture = z * Math.exp(-10 / 15) + 0.5;
    const attacks = expectedAttacks(scenario({ announced: '2020-01-11', announcementFactor: -0.3 }));
    expectClose(attacks, 0.2 * 10 + decayed(z, 10) + decayed(atDeparture, 40), 1e-8);
  });

  test('those who left for a time come back, and their return has its own weight', () => {
    const input = scenario({ returnDay: '2020-02-10', returnFactor: 0.5 });
    const atReturn = 0.5 * Math.exp(-20 / 15) + 0.5 * 0.5;
    expectClose(expectedAttacks(input), 0.2 * 20 + decayed(0.5, 20) + decayed(atReturn, 20), 1e-8);
    const outcome = simulate(compiled(input), { n: 1 });
    expect(outcome('personDays')[0]).toBe(1000 * 60 - 500 * 20);
    const kinds = traceReplication(compiled(input), { seed: 1, replication: 0 }).filter(
      (row) => row.kind === 'arrival' && row.toBase === 'alpha',
    );
    expect(kinds.map((row) => [row.day, row.persons])).toEqual([[40, 500]]);
  });
});

describe('causes', () => {
  test('background, emboldened and provoked attacks have the means of their terms', () => {
    const hawkes = compiled({
      ...plain,
      end: endAfter(150),
      actors: { militias: { ...militia, baselinePerDay: 0.12, branching: { militias: 0.4 } } },
    });
    const outcome = simulate(hawkes, { n: 1500 });
    const { mean } = transientCounts({
      process: { baselinePerDay: 0.12, branching: 0.4, decayPerDay: 0.1 },
      horizonDays: 150,
    });
    expectMean('background', outcome('attacksBackground'), 0.12 * 150);
    expectMean('provoked', outcome('attacksProvokedByAttacks'), mean - 0.12 * 150);

    const left = compiled({
      ...plain,
      end: endAfter(90),
      convoys: { convoySize: 1000 },
      actors: { militias: { ...militia, emboldening: { perShareWithdrawn: 1, decayDays: 30 } } },
      plan: [{ day: '2020-01-01', withdraw: { us: 500 }, fromBase: 'alpha' }],
    });
    // emboldening_impulse_poisson, T 90: 3.27061261979 events more.
    expectMean('emboldened', simulate(left, { n: 3000 })('attacksEmboldened'), 3.27061261979);
  });

  test('every attack has one cause', () => {
    const outcome = simulate(
      compiled({ ...plain, actors: { militias: { ...militia, branching: { militias: 0.5 } } } }),
      { n: 50 },
    );
    const parts = ['Background', 'Emboldened', 'Vacuum', 'ProvokedByAttacks', 'ProvokedByStrikes'].map((name) =>
      outcome(`attacks${name}`),
    );
    outcome('attacks').forEach((attacks, r) => {
      expect(parts.reduce((sum, part) => sum + part[r]!, 0)).toBe(attacks);
    });
  });
});

describe('attacks that return to the base of the attack that provoked them', () => {
  const scenario = (sameTargetRepeat: number, more: Partial<ScenarioInput> = {}): ScenarioInput => ({
    ...plain,
    bases: {
      alpha: { location, garrison: { us: 1500 } },
      beta: { location, garrison: { us: 200 } },
      gamma: { location, garrison: { us: 700 } },
    },
    actors: {
      militias: {
        ...militia,
        branching: { militias: 0.6 },
        meanLagDays: 6,
        targetChoice: { effortElasticity: 0.3, sameTargetRepeat },
      },
    },
    ...more,
  });
  const leave: Partial<ScenarioInput> = {
    plan: [{ day: '2020-02-01', handOver: 'beta', personnelTo: 'alpha', by: 'road', overDays: 10 }],
  };

  test('are as many as without: only where they fall changes', () => {
    const [never, always] = [simulate(compiled(scenario(0)), { n: 200 }), simulate(compiled(scenario(1)), { n: 200 })];
    expect(always('attacks')).toEqual(never('attacks'));
    expect(always('attacks.base.alpha')).not.toEqual(never('attacks.base.alpha'));
  });

  test('at π = 1 whole families fall on one base: children follow the first', () => {
    const rows = Array.from({ length: 60 }, (_, replication) =>
      traceReplication(compiled(scenario(1)), { seed: 1, replication }),
    ).flat();
    const attacks = rows.filter((row) => row.kind === 'attackOnBase');
    const provoked = attacks.filter((row) => row.cause === 'militias');
    expect(provoked.length).toBeGreaterThan(300);
    // Where a child falls must be a base that was attacked before it in the same replication.
    for (let replication = 0; replication < 60; replication++) {
      const seen = new Set<string>();
      for (const row of traceReplication(compiled(scenario(1)), { seed: 1, replication })) {
        if (row.kind !== 'attackOnBase') continue;
        if (row.cause === 'militias') expect(seen).toContain(row.base);
        seen.add(row.base!);
      }
    }
  });

  test('are counted by the integral as they fall: realised less expected has mean 0, also where a base is handed over', () => {
    for (const input of [
      scenario(0.5),
      scenario(1, leave),
      scenario(0.5, { ...leave, handOverResidual: { first: 0.6, final: 0.1, decayDays: 20 } }),
    ]) {
      const outcome = simulate(compiled(input), { n: 1000 });
      const [attacks, expected] = [outcome('attacks'), outcome('expectedAttacks')];
      expectMean(
        'attacks',
        attacks.map((value, r) => value - expected[r]!),
        0,
      );
      const [persons, expectedPersons] = [outcome('personAttacks'), outcome('expectedPersonAttacks')];
      expectMean(
        'person-attacks',
        persons.map((value, r) => value - expectedPersons[r]!),
        0,
      );
    }
  });
});

test('a base’s own pull multiplies its weight: an actor with targets of its own', () => {
  const outcome = simulate(
    compiled({
      ...plain,
      bases: { alpha: { location, garrison: { us: 500 } }, beta: { location, garrison: { us: 500 } } },
      actors: {
        insiders: {
          ...militia,
          branching: { insiders: 0 },
          targetChoice: { baseWeights: { beta: 3 }, effortElasticity: 0 },
        },
      },
    }),
    { n: 1000 },
  );
  expectMean('attacks on beta', outcome('attacks.base.beta'), 20 * 0.75);
});
