import { describe, expect, test } from 'vitest';
import { traceReplication } from '../../src/experiment/run-replications.js';
import type { Happening } from '../../src/model/happening.js';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';
import { attackCasualties } from '../../src/theory/attack-casualties.js';
import { expectMean } from '../kernel/z-score.js';
import { compiled, plain, readOrFail, simulate } from './small-scenario.js';
import { compileScenario } from '../../src/model/compile.js';

const location = { lat: 0, lon: 0 };
const busy = { ...plain.actors.militias, baselinePerDay: 4 };

/** The attacks of many replications of one base with 300 persons. */
function attacks(change: object, n = 50): Happening[] {
  const scenario = compileScenario(
    readOrFail({
      ...plain,
      bases: { alpha: { location, garrison: { us: 300 } } },
      actors: { militias: busy },
      severity: { law: 'chain' },
      ...change,
    }),
  );
  return Array.from({ length: n }, (_, replication) => traceReplication(scenario, { seed: 3, replication }))
    .flat()
    .filter((row) => row.kind === 'attackOnBase');
}
const reference = {
  salvo: { meanBeforeTruncation: 4, size: 1.2, cap: 60 },
  effectiveProbability: 0.06,
  casualtiesPerImpact: { mean: 2, size: 0.5 },
  killedShare: { alpha: 1.5, beta: 8.5 },
  present: 300,
};

function expectCasualties(rows: readonly Happening[], chain: Parameters<typeof attackCasualties>[0]): void {
  const exact = attackCasualties(chain);
  const all = rows.map((row) => row.killed! + row.wounded!);
  const killed = rows.map((row) => row.killed!);
  expectMean(
    'any casualty',
    all.map((y) => (y > 0 ? 1 : 0)),
    exact.anyCasualtyProbability,
  );
  expectMean('casualties', all, exact.meanCasualties);
  expectMean(
    'fatal',
    killed.map((d) => (d > 0 ? 1 : 0)),
    exact.fatalProbability,
  );
  expectMean('killed', killed, exact.meanKilled);
  expectMean(
    'at least 3 killed',
    killed.map((d) => (d >= 3 ? 1 : 0)),
    exact.killed.slice(3).reduce((a, b) => a + b, 0),
  );
}

describe('the severity chain', () => {
  test('at reference conditions has the exact law of one attack', () => {
    const rows = attacks({});
    expect(rows.length).toBeGreaterThan(15_000);
    expectCasualties(rows, reference);
    // The founders' figures: .143, .580, .0524, .0079.
    const exact = attackCasualties(reference);
    expect(exact.anyCasualtyProbability).toBeCloseTo(0.143, 3);
    expect(exact.meanCasualties).toBeCloseTo(0.58, 3);
    expect(exact.fatalProbability).toBeCloseTo(0.0523, 4);
  });

  test('interception with capacity, shelter, density, warning and the heavy tail act as their factors say', () => {
    const bases = (more: object) => ({ bases: { alpha: { location, garrison: { us: 300 }, ...more } } });
    expectCasualties(attacks(bases({ airDefence: { interception: { rocket: 0.6 }, capacityRounds: 8 } })), {
      ...reference,
      airDefence: { interceptionProbability: 0.6, capacityRounds: 8 },
    });
    expectCasualties(attacks(bases({ hardening: 0.5 })), {
      ...reference,
      casualtiesPerImpact: { mean: 2 * (1 - 0.6 * 0.5), size: 0.5 },
    });
    expectCasualties(attacks(bases({ capacity: 150 })), { ...reference, casualtiesPerImpact: { mean: 4, size: 0.5 } });
    expectCasualties(attacks({ severity: { law: 'chain', warningProbability: 1 } }), {
      ...reference,
      casualtiesPerImpact: { mean: 1, size: 0.5 },
    });
    expectCasualties(attacks({ severity: { law: 'chain', chain: { tailProbability: 0.3 } } }), {
      ...reference,
      massCasualties: { probability: 0.3, exponent: 2.5 },
    });
  });

  test('is blind on the road to shelter and defence', () => {
    const scenario = compiled({
      ...plain,
      bases: {
        alpha: { location, garrison: { us: 4000 }, hardening: 1, airDefence: { interception: { rocket: 0.9 } } },
        beta: { location },
      },
      severity: { law: 'chain' },
      actors: { militias: { ...plain.actors.militias, baselinePerDay: 0.5 } },
      convoys: { hazardPerConvoyDay: 5, convoySize: 300, referencePersons: 300 },
      plan: [{ day: '2020-01-02', move: 'all', fromBase: 'alpha', toBase: 'beta', overDays: 60 }],
    });
    const rows = Array.from({ length: 60 }, (_, replication) => traceReplication(scenario, { seed: 3, replication }))
      .flat()
      .filter((row) => row.kind === 'attackOnConvoy');
    const exact = attackCasualties({ ...reference, present: 286 });
    expectMean(
      'casualties on the road',
      rows.map((row) => row.killed! + row.wounded!),
      exact.meanCasualties,
    );
  });
});

describe('modes of attack', () => {
  const modes = (interceptionAversion: number): ScenarioInput =>
    ({
      ...plain,
      modes: { rocket: {}, drone: { salvoMean: 1 } },
      bases: {
        alpha: { location, garrison: { us: 300 }, airDefence: { interception: { rocket: 0.8 }, since: '2020-02-20' } },
      },
      actors: {
        militias: {
          ...busy,
          modeShares: { rocket: 0.87, drone: 0.13 },
          targetChoice: { effortElasticity: 0, interceptionAversion },
        },
      },
    }) as ScenarioInput;

  test('are chosen by their shares, and away from what is stopped once the defence is there', () => {
    const weight = 0.87 * Math.exp(-2 * 0.8);
    const after = 0.13 / (0.13 + weight);
    const outcome = simulate(compileScenario(readOrFail(modes(2))), { n: 120 });
    // Fifty days before the defence, fifty after, four attacks a day.
    expectMean('attacks by drone', outcome('attacks.mode.drone'), 200 * 0.13 + 200 * after);
    const blind = simulate(compileScenario(readOrFail(modes(0))), { n: 120 });
    expectMean('attacks by drone without aversion', blind('attacks.mode.drone'), 400 * 0.13);
  });

  test('air defence turns attacks to other bases from the day it is there', () => {
    const scenario = compileScenario(
      readOrFail({
        ...plain,
        bases: {
          alpha: {
            location,
            garrison: { us: 500 },
            airDefence: { interception: { rocket: 0.8 }, since: '2020-02-20' },
          },
          beta: { location, garrison: { us: 500 } },
        },
        actors: { militias: { ...busy, targetChoice: { effortElasticity: 0, airDefenceAversion: 1.5 } } },
      }),
    );
    const weight = Math.exp(-1.5 * 0.8);
    expectMean(
      'attacks on the defended base',
      simulate(scenario, { n: 120 })('attacks.base.alpha'),
      100 + (200 * weight) / (1 + weight),
    );
  });

  test('a mode, or an air defence against a mode, that does not exist is told', () => {
    expect(() => readOrFail({ ...plain, actors: { militias: { ...busy, modeShares: { rockt: 1 } } } })).toThrow(
      /modeShares.rockt must name a mode of this scenario.*did you mean rocket/,
    );
    expect(() => readOrFail({ ...plain, modes: {} })).toThrow(/modes must name at least one mode/);
  });
});
