import { describe, expect, test } from 'vitest';
import emboldening from '../cases/emboldening.json' with { type: 'json' };
import exposure from '../cases/exposure.json' with { type: 'json' };
import policy from '../cases/policy.json' with { type: 'json' };
import severity from '../cases/severity.json' with { type: 'json' };
import { traceReplication } from '../../src/experiment/run-replications.js';
import { Tally } from '../../src/model/tally.js';
import { World } from '../../src/model/world.js';
import { expectClose } from '../cases/compare.js';
import { expectMean, expectVariance } from '../kernel/z-score.js';
import { compiled, endAfter, plain, simulate } from './small-scenario.js';

const location = { lat: 0, lon: 0 };

describe('emboldening', () => {
  test('a Poisson baseline after one withdrawal gives the expected events of the exponential integral', () => {
    const { parameters, expected } = emboldening.find(
      ({ name }) => name === 'emboldening_impulse_poisson',
    )! as unknown as {
      parameters: { mu: number; eta: number; tau_days: number; T: number[] };
      expected: { expected_events: number[] };
    };
    parameters.T.forEach((days, i) => {
      // Half of all leave, so η_w is twice the case's η.
      const outcome = simulate(
        compiled({
          ...plain,
          end: endAfter(days),
          actors: {
            militias: {
              ...plain.actors.militias,
              baselinePerDay: parameters.mu,
              emboldening: { perShareWithdrawn: 2 * parameters.eta, decayDays: parameters.tau_days },
            },
          },
          convoys: { convoySize: 1000 },
          plan: [{ day: '2020-01-01', withdraw: { us: 500 }, fromBase: 'alpha' }],
        }),
        { n: 2000 },
      );
      expectClose(outcome('expectedAttacks')[0], expected.expected_events[i], 1e-8);
      expectMean(`attacks in ${days} days`, outcome('attacks'), expected.expected_events[i]!);
      expectVariance(`attacks in ${days} days`, outcome('attacks'), {
        mean: expected.expected_events[i]!,
        variance: expected.expected_events[i]!,
      });
    });
  });
});

describe('hand-over', () => {
  test('a vacated base is attacked as its residual profile says', () => {
    const { parameters, expected } = policy.find(({ name }) => name === 'handover_residual_profile')! as unknown as {
      parameters: { r0: number; r_inf: number; tau_days: number; rate_before: number };
      expected: { expected_attacks_365: number };
    };
    const outcome = simulate(
      compiled({
        ...plain,
        end: endAfter(365),
        handOverResidual: { first: parameters.r0, final: parameters.r_inf, decayDays: parameters.tau_days },
        actors: {
          militias: {
            ...plain.actors.militias,
            baselinePerDay: parameters.rate_before,
            targetChoice: { effortElasticity: 1 },
          },
        },
        plan: [{ day: '2020-01-01', handOver: 'alpha', personnelTo: 'home', by: 'air' }],
      }),
      { n: 5000 },
    );
    expectMean('attacks after the hand-over', outcome('attacksOnHandedOver'), expected.expected_attacks_365);
    expectVariance('attacks after the hand-over', outcome('attacksOnHandedOver'), {
      mean: expected.expected_attacks_365,
      variance: expected.expected_attacks_365,
    });
    expect(Math.max(...outcome('personAttacks'))).toBe(0);
  });

  test('a base that hosts again draws its full weight, and one that is closed draws nothing', () => {
    const around = (first: 'handOver' | 'close') =>
      simulate(
        compiled({
          ...plain,
          end: endAfter(30),
          handOverResidual: { first: 0.5, final: 0.1, decayDays: 10 },
          actors: { militias: { ...plain.actors.militias, targetChoice: { sizeExponent: 1, effortElasticity: 1 } } },
          plan: [
            first === 'handOver'
              ? { day: '2020-01-01', handOver: 'alpha', personnelTo: 'home', by: 'air' }
              : { day: '2020-01-01', close: 'alpha', personnelTo: 'home', by: 'air' },
            { day: '2020-01-11', arrive: { us: 500 }, toBase: 'alpha' },
          ],
        }),
        { n: 1 },
      );
    // Twenty days at half the personnel, size exponent and elasticity 1: 20 × 0.2 × 0.5.
    expectClose(around('handOver')('expectedAttacks')[0], 2, 1e-12);
    expectClose(around('close')('expectedAttacks')[0], 2, 1e-12);
    expect(around('close')('attacksOnHandedOver')[0]).toBe(0);
  });
});

describe('convoys', () => {
  const { parameters, expected } = policy.find(({ name }) => name === 'convoy_exposure')! as unknown as {
    parameters: { h0: number; scale: number; convoys: { count: number; days: number }[]; persons: number };
    expected: { expected_attacks: number; p_at_least_one: number; person_attacks: number };
  };
  const plan = parameters.convoys.flatMap(({ count, days }, group) =>
    Array.from({ length: count }, (_, i) => ({
      day: endAfter(1 + 5 * i + group),
      name: `${days} days, ${i}`,
      move: { us: parameters.persons },
      fromBase: 'alpha',
      toBase: 'beta',
      by: 'road' as const,
      transitDays: days,
    })),
  );
  const scenario = compiled({
    ...plain,
    bases: { alpha: { location, garrison: { us: 2000 } }, beta: { location } },
    // Every actor at 1.6 times its reference intensity, by a gate that holds throughout.
    regimes: [{ name: 'escalation', firstDay: '2020-01-01', gate: parameters.scale }],
    convoys: { hazardPerConvoyDay: parameters.h0, referencePersons: parameters.persons },
    plan,
  });
  test('expected attacks, chance of any, and person-attacks are those of the Cox process', () => {
    const outcome = simulate(scenario, { n: 2500 });
    expectMean('convoy attacks', outcome('attacksOnConvoys'), expected.expected_attacks);
    expectMean(
      'any convoy attack',
      outcome('attacksOnConvoys').map((count) => (count > 0 ? 1 : 0)),
      expected.p_at_least_one,
    );
    expectMean('person-attacks in transit', outcome('personAttacksInTransit'), expected.person_attacks);
    // 32 attacks on bases (0.2 × 1.6 × 100 days) and those on convoys: without excitation the integral is exact.
    expectClose(outcome('expectedAttacks')[0], 32 + expected.expected_attacks, 1e-9);
  });

  test('people on the road are at no base until they arrive, and by air there is no hazard', () => {
    const rows = traceReplication(scenario, { seed: 1, replication: 0 });
    const [out, back] = [rows.find((row) => row.kind === 'departure')!, rows.find((row) => row.kind === 'arrival')!];
    expect([out.day, out.persons, back.day, back.persons]).toEqual([0, 80, 1, 80]);
    const byAir = compiled({
      ...plain,
      bases: { alpha: { location, garrison: { us: 2000 } }, beta: { location } },
      plan: plan.map((item) => ({ ...item, by: 'air' as const })),
    });
    const outcome = simulate(byAir, { n: 100 });
    expect(Math.max(...outcome('attacksOnConvoys'))).toBe(0);
    expect(outcome('personDaysInTransit')[0]).toBe(80 * (12 + 3 * 2));
  });
});

describe('severity', () => {
  test('killed in fatal attacks follow the zeta law cut at those present', () => {
    const { expected } = severity.find(({ name }) => name === 'fatality_zeta_tail')! as unknown as {
      expected: { trunc_mean_2_5: number; trunc_sf10_2_5: number };
    };
    const scenario = compiled({
      ...plain,
      bases: { alpha: { location, garrison: { us: 200 } } },
      severity: { fatalProbability: 1, fatalityExponent: 2.5, woundedMean: 0 },
      actors: { militias: { ...plain.actors.militias, baselinePerDay: 2 } },
    });
    const killed: number[] = [];
    for (let replication = 0; replication < 200; replication++) {
      for (const row of traceReplication(scenario, { seed: 5, replication }))
        if (row.kind === 'attackOnBase') killed.push(row.killed!);
    }
    expect(killed.length).toBeGreaterThan(30_000);
    expectMean('killed in a fatal attack', killed, expected.trunc_mean_2_5);
    expectMean(
      'P(killed ≥ 10)',
      killed.map((k) => (k >= 10 ? 1 : 0)),
      expected.trunc_sf10_2_5,
    );
  });

  test('victims fall on contingents in proportion to who is there', () => {
    const scenario = compiled({
      ...plain,
      contingents: { us: { tags: ['large'] }, uk: {} },
      bases: { alpha: { location, garrison: { us: 900, uk: 100 } } },
      severity: { woundedMean: 4, fatalProbability: 0.3 },
    });
    const outcome = simulate(scenario, { n: 400 });
    expectMean(
      'UK share of wounded',
      outcome('wounded.contingent.uk').map((w, r) => w - 0.1 * outcome('wounded')[r]!),
      0,
    );
    expectMean(
      'UK share of killed',
      outcome('killed.contingent.uk').map((k, r) => k - 0.1 * outcome('killed')[r]!),
      0,
    );
    expect(outcome('killed.tag.large')).toEqual(outcome('killed.contingent.us'));
  });
});

describe('exposure', () => {
  test('person-attacks of two Poisson-attacked bases have the moments of a compound Poisson; their integral has no variance', () => {
    const { parameters, expected } = exposure.find(
      ({ name }) => name === 'rao_blackwell_person_attacks',
    )! as unknown as {
      parameters: { troops: number[]; rates: number[]; T: number };
      expected: { mean: number; variance_realised: number };
    };
    const outcome = simulate(
      compiled({
        ...plain,
        bases: {
          a: { location, garrison: { us: parameters.troops[0]! } },
          b: { location, garrison: { us: parameters.troops[1]! } },
        },
        actors: {
          militias: {
            ...plain.actors.militias,
            baselinePerDay: 0.2,
            targetChoice: { sizeExponent: 0, effortElasticity: 0 },
          },
        },
      }),
      { n: 4000 },
    );
    expectMean('person-attacks', outcome('personAttacks'), expected.mean);
    expectVariance('person-attacks', outcome('personAttacks'), {
      mean: expected.mean,
      variance: expected.variance_realised,
    });
    const integral = outcome('expectedPersonAttacks');
    // The same in every replication but for the rounding of where the attacks cut it.
    for (const value of integral) expectClose(value, expected.mean, 1e-12);
  });

  test('a ramp of arrivals in steps has the person-days of the steps', () => {
    const { parameters, expected } = exposure.find(({ name }) => name === 'linear_ramp_person_days')! as unknown as {
      parameters: { start: number; end: number; ramp_days: number; horizon: number; steps: number };
      expected: { stepped: number };
    };
    const outcome = simulate(
      compiled({
        ...plain,
        end: endAfter(parameters.horizon),
        bases: { alpha: { location, garrison: { us: parameters.start } } },
        plan: [
          {
            day: '2020-01-01',
            arrive: { us: parameters.end - parameters.start },
            toBase: 'alpha',
            overDays: parameters.ramp_days,
            everyDays: parameters.ramp_days / parameters.steps,
          },
        ],
      }),
      { n: 1 },
    );
    // 3,500 persons do not divide by 12: the larger steps come first, which adds (8 × 1 person) early.
    const rounding = Array.from(
      { length: 12 },
      (_, i) => (Math.floor(3500 / 12) + (i < 3500 % 12 ? 1 : 0) - 3500 / 12) * (540 - 30 * (i + 1)),
    ).reduce((a, b) => a + b, 0);
    expectClose(outcome('personDays')[0], expected.stepped + rounding, 1e-12);
    expect(Math.abs(rounding)).toBeLessThan(0.001 * expected.stepped);
  });

  test('the worked example comes out as by hand: person-days, person-attacks, concentration, rates', () => {
    const { expected } = exposure.find(({ name }) => name === 'exposure_metrics_worked_example')! as unknown as {
      expected: Record<string, number> & {
        person_days: Record<string, number>;
        person_attacks: Record<string, number>;
        per_nation: Record<string, { person_days: number; person_attacks: number }>;
        hhi_time_average: number;
      };
    };
    const [A, B, C] = [0, 1, 2];
    const [US, UK] = [0, 1];
    const world = new World({ bases: 3, contingents: 2 });
    const tally = new Tally({ bases: 3, contingents: 2, actors: 1, modes: 1, horizonDays: 100 });
    world.reset();
    world.station(A, US, 1200);
    world.station(B, US, 800);
    world.station(C, US, 300);
    world.station(C, UK, 200);
    const noOne = new Int32Array(2);
    const to = (day: number): void => world.accrue(day);

    tally.attackOnBase(world, B, 0); // day 10
    tally.attackOnBase(world, A, 0); // day 20, one killed
    tally.casualties(20, { killed: 1, wounded: 0, killedOf: Int32Array.of(1, 0), woundedOf: noOne });
    to(35);
    world.enter(B, US, -800);
    const { index, convoy } = world.newConvoy();
    convoy.counts[US] = 800;
    convoy.persons = 800;
    world.setOut(index);
    tally.attackOnConvoy(world, index, 0); // day 37
    to(40);
    world.arrive(index);
    world.enter(A, US, 800);
    tally.attackOnBase(world, A, 0); // day 45
    tally.attackOnHandedOver(B); // day 50
    to(60);
    world.enter(C, UK, -200);
    world.goOutside(UK, 200);
    tally.attackOnBase(world, C, 0); // day 70
    tally.attackOnBase(world, A, 0); // day 90
    to(100);
    world.close(100);

    const personDays = world.basesPersonDays + world.transitPersonDays;
    const personAttacks = tally.personAttacksAtBases + tally.personAttacksInTransit;
    expect([...world.basePersonDays, world.transitPersonDays, personDays]).toEqual([
      expected.person_days['A'],
      expected.person_days['B'],
      expected.person_days['C'],
      expected.person_days['transit'],
      expected.person_days['total'],
    ]);
    expect([...tally.basePersonAttacks, tally.personAttacksInTransit, personAttacks]).toEqual([
      expected.person_attacks['A'],
      expected.person_attacks['B'],
      expected.person_attacks['C'],
      expected.person_attacks['transit'],
      expected.person_attacks['total'],
    ]);
    expect(tally.personAttacksAtBases).toBe(expected.person_attacks['bases_total']);
    expect(tally.attacksOnBases).toBe(expected['attacks_on_occupied_bases']);
    expect(tally.attacksOnHandedOver).toBe(expected['attacks_on_handed_over']);
    expect(tally.attacksOnConvoys).toBe(expected['attacks_on_convoys']);
    expectClose(
      (1000 * tally.attacksOnBases) / world.basesPersonDays,
      expected['attacks_per_1000_person_days_bases'],
      1e-10,
    );
    expectClose((1000 * personAttacks) / personDays, expected['person_attacks_per_1000_person_days'], 1e-10);
    expectClose(tally.personAttacksAtBases / tally.attacksOnBases, expected['mean_troops_per_attacked_base'], 1e-10);
    expect([...world.contingentPersonDays]).toEqual([
      expected.per_nation['US']!.person_days,
      expected.per_nation['UK']!.person_days,
    ]);
    expect([...tally.contingentPersonAttacks]).toEqual([
      expected.per_nation['US']!.person_attacks,
      expected.per_nation['UK']!.person_attacks,
    ]);
    expectClose(world.hhiDays / world.occupiedDays, expected.hhi_time_average, 1e-10);
    expect(world.peakBasePopulation).toBe(expected['peak_base_population']);
    expectClose((1 / personDays) * 365.25 * 100_000, expected['fatality_rate_per_100000_person_years'], 1e-10);
    expect(tally.firstFatalDay).toBe(expected['time_to_first_fatal']);
  });
});
