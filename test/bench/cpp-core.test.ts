import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import hawkesMoments from '../cases/hawkes-moments.json' with { type: 'json' };
import hawkesSimulation from '../cases/hawkes-simulation.json' with { type: 'json' };
import { agreementOf } from '../../bench/model/agreement.js';
import { askCore, buildCore } from '../../bench/model/build-core.js';
import { coverageFaults } from '../../bench/model/coverage.js';
import { writeModel } from '../../bench/model/write-model.js';
import { zetaTruncatedMean } from '../../src/random/laws/zeta.js';
import { countCovariances } from '../../src/theory/network-counts.js';
import type { CompiledScenario } from '../../src/model/compile.js';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';
import { expectClose } from '../cases/compare.js';
import { compiled, endAfter, plain } from '../model/small-scenario.js';

// The C++ program that garrison's speed is held against must itself compute the model: exact moments, |z| ≤ 4.

const isThere = spawnSync('g++', ['--version']).status === 0;
const isOff = !isThere && !process.env['REQUIRE_ALL'];
if (isOff) process.stdout.write('skipped: the C++ core needs g++ (apt-get install g++)\n');

const folder = mkdtempSync(join(tmpdir(), 'garrison-core-'));
const n = 10_000;
const militia = plain.actors.militias;
const location = { lat: 0, lon: 0 };
let binary = '';

beforeAll(() => {
  if (!isOff) binary = buildCore(folder, ['-O2'])!;
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileOf(scenario: CompiledScenario): string {
  const model = join(folder, 'model.txt');
  writeFileSync(model, writeModel(scenario));
  return model;
}

/** Mean, variance and fourth moment of an outcome. */
function run(scenario: CompiledScenario): (outcome: string) => readonly [number, number, number] {
  const told = askCore(binary, [fileOf(scenario), 'rows', String(n), '1']);
  return (outcome) => {
    const moments = told[outcome];
    if (!Array.isArray(moments)) throw new Error(`no outcome ${outcome}`);
    const [mean, second, fourth] = moments.map(Number);
    return [mean!, second!, fourth!];
  };
}

function expectMoments(
  [mean, second, fourth]: readonly [number, number, number],
  exact: { readonly mean: number; readonly variance?: number },
): void {
  expect(Math.abs(mean - exact.mean) / Math.sqrt(second / n), `mean ${mean}, exact ${exact.mean}`).toBeLessThan(4);
  if (exact.variance === undefined) return;
  const z = Math.abs(second - exact.variance) / Math.sqrt((fourth - second * second) / n);
  expect(z, `variance ${second}, exact ${exact.variance}`).toBeLessThan(4);
}

const hawkes = (days: number): ScenarioInput => ({
  ...plain,
  end: endAfter(days),
  actors: { militias: { ...militia, baselinePerDay: 0.12, branching: { militias: 0.4 }, meanLagDays: 10 } },
});

describe.skipIf(isOff)('the C++ core', () => {
  test('counts of one self-exciting actor have the mean and the variance of the moment equations', () => {
    const known = hawkesMoments.find(({ name }) => name === 'hawkes1_transient_moments_empty_history')!;
    const expected = known.expected as unknown as { mean: number[]; variance: number[] };
    for (const [i, days] of [7, 30, 150, 365].entries()) {
      const outcome = run(compiled(hawkes(days)));
      expectMoments(outcome('attacks'), { mean: expected.mean[i]!, variance: expected.variance[i]! });
      expectMoments(outcome('expectedAttacks'), { mean: expected.mean[i]! });
    }
  });

  test('counts after a history have the conditional mean and variance', () => {
    const known = hawkesSimulation.find(({ name }) => name === 'hawkes1_conditional_forecast_mean')!;
    const expected = known.expected as unknown as { mean: number[]; variance: number[] };
    const past = [0.5, 3.2, 3.9, 10.1, 14.0, 14.4, 20.3, 27.7];
    const history = { actor: 0, attacks: past.map((day) => ({ day: day - 30, killed: false })) };
    const outcome = run({ ...compiled(hawkes(90)), history });
    expectMoments(outcome('attacks'), { mean: expected.mean[2]!, variance: expected.variance[2]! });
  });

  test('counts of three actors that provoke each other have the moments of the network', () => {
    const baseline = [0.08, 0.03, 0.05];
    const branching = [
      [0.3, 0.1, 0.3],
      [0.15, 0.2, 0.2],
      [0.04, 0.04, 0],
    ];
    const lags = [10, 5, 20];
    const keys = ['a', 'b', 'c'];
    const actors = Object.fromEntries(
      keys.map((key, g) => [
        key,
        {
          ...militia,
          baselinePerDay: baseline[g]!,
          meanLagDays: lags[g]!,
          branching: Object.fromEntries(keys.map((from, j) => [from, branching[g]![j]!])),
        },
      ]),
    );
    const outcome = run(compiled({ ...plain, end: endAfter(90), actors }));
    const decay = lags.map((lag) => 1 / lag);
    const exact = countCovariances({ baseline, branching, decay, start: [0, 0, 0], horizon: 90 });
    keys.forEach((_, g) => {
      const moments = { mean: exact.mean[g]!, variance: exact.covariance[g]![g]! };
      expectMoments(outcome(`attacks.actor#${g}`), moments);
    });
  });

  test('attacks fall on bases by the weight of those there, and kill and wound by the quick law', () => {
    const sizes = [1400, 900, 600];
    const bases = Object.fromEntries(sizes.map((us, b) => [`base${b}`, { location, garrison: { us } }]));
    const severity = { fatalProbability: 0.3, fatalityExponent: 2.5, woundedMean: 0.6, woundedSize: 0.5 };
    const sizeExponent = 0.7;
    const actors = { militias: { ...militia, targetChoice: { effortElasticity: 0, sizeExponent } } };
    const outcome = run(compiled({ ...plain, bases, actors, severity }));
    const weights = sizes.map((size) => size ** sizeExponent);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let killed = 0;
    weights.forEach((weight, b) => {
      const mean = (20 * weight) / total;
      expectMoments(outcome(`attacks.base#${b}`), { mean, variance: mean });
      expectMoments(outcome(`personAttacks.base#${b}`), { mean: mean * sizes[b]! });
      killed += mean * 0.3 * zetaTruncatedMean(2.5, sizes[b]!);
    });
    expectMoments(outcome('killed'), { mean: killed });
    expectMoments(outcome('wounded'), { mean: 20 * 0.6 });
  });

  test('a departure emboldens and a strike provokes as the integrals say', () => {
    const emboldened = run(
      compiled({
        ...plain,
        end: endAfter(60),
        convoys: { convoySize: 10_000 },
        actors: { militias: { ...militia, emboldening: { perShareWithdrawn: 1, decayDays: 15 } } },
        plan: [{ day: '2020-01-21', withdraw: { us: 500 }, fromBase: 'alpha' }],
      }),
    );
    const steps = 100_000;
    let rise = 0;
    for (let i = 0; i < steps; i++) rise += (40 / steps) * Math.exp(0.5 * Math.exp(-((i + 0.5) * 40) / steps / 15));
    const mean = 0.2 * (20 + rise);
    expectMoments(emboldened('attacks'), { mean, variance: mean });
    expectClose(emboldened('expectedAttacks')[0], mean, 1e-7);
    const struck = run(
      compiled({
        ...plain,
        end: endAfter(60),
        strikes: { meanLagDays: 12.5, events: [{ day: '2019-12-22' }, { day: '2020-01-11' }] },
        actors: { militias: { ...militia, branching: { militias: 0, strikes: 3 } } },
      }),
    );
    const provoked = 3 * (Math.exp(-10 / 12.5) * -Math.expm1(-60 / 12.5) - Math.expm1(-50 / 12.5));
    expectMoments(struck('attacks'), { mean: 12 + provoked, variance: 12 + provoked });
    expectClose(struck('expectedAttacks')[0], 12 + provoked, 1e-7);
  });

  test('a scenario with moves by road, hand-over, truce and uncertain numbers agrees with garrison in every outcome', () => {
    const scenario = compiled({
      ...plain,
      bases: { alpha: { location, garrison: { us: 700 } }, beta: { location, garrison: { us: 300 } } },
      convoys: { hazardPerConvoyDay: 0.2 },
      handOverResidual: { first: 0.5, final: 0.1, decayDays: 20 },
      regimes: [{ name: 'truce', firstDay: '2020-03-01', lastDay: '2020-03-20', gate: 0.2 }],
      actors: {
        militias: {
          baselinePerDay: { value: { lognormal: { p5: 0.1, p95: 0.4, low: 0.08, high: 0.5 } } },
          branching: { militias: { value: { pert: { low: 0, mode: 0.4, high: 0.8 } } } },
          targetChoice: { effortElasticity: { value: { uniform: { low: -0.5, high: 1 } } } },
          emboldening: { perShareWithdrawn: 0.5, betweenBasesFactor: 0.5 },
        },
      },
      plan: [{ day: '2020-02-01', handOver: 'beta', handedTo: 'hosts', personnelTo: 'alpha', by: 'road', overDays: 5 }],
    });
    const agreed = agreementOf(scenario, { binary, model: fileOf(scenario), replications: 1200 });
    expect(agreed.length).toBeGreaterThan(60);
    for (const { outcome, zMean, zVariance } of agreed)
      expect(Math.max(Math.abs(zMean), Math.abs(zVariance)), `${outcome}: z ${zMean} and ${zVariance}`).toBeLessThan(4);
  });
});

test('a scenario that the core does not cover is refused with what it lacks', () => {
  const scenario = compiled({
    ...plain,
    actors: { militias: { ...militia, season: { amplitude: 0.4 }, vacuum: { sensitivity: 0.5 } } },
  });
  expect(coverageFaults(scenario)).toEqual(['vacuum', 'season']);
  expect(() => writeModel(scenario)).toThrow('vacuum; season');
});
