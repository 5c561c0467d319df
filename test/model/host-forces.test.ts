import { describe, expect, test } from 'vitest';
import { traceReplication } from '../../src/experiment/run-replications.js';
import { compileScenario, type CompiledScenario } from '../../src/model/compile.js';
import type { Happening } from '../../src/model/happening.js';
import { outcomeColumns } from '../../src/model/outcome-columns.js';
import { attackCasualties } from '../../src/theory/attack-casualties.js';
import { casualtyProbabilities } from '../../src/theory/casualties.js';
import { salvoMoments } from '../../src/theory/salvo.js';
import { expectMean, expectRejected, expectVariance } from '../kernel/z-score.js';
import { rich } from './rich-scenario.js';
import { plain, readOrFail, simulate } from './small-scenario.js';

const location = { lat: 0, lon: 0 };
const compiled = (change: object): CompiledScenario => compileScenario(readOrFail({ ...plain, ...change }));
const busy = { militias: { ...plain.actors.militias, baselinePerDay: 4 } };

/** Attacks of many replications on one base with 300 persons and host forces beside them. */
function attacks(base: object, severity: object): Happening[] {
  const scenario = compiled({
    bases: { alpha: { location, garrison: { us: 300 }, ...base } },
    actors: busy,
    severity,
  });
  return Array.from({ length: 100 }, (_, replication) => traceReplication(scenario, { seed: 5, replication }))
    .flat()
    .filter(({ kind }) => kind === 'attackOnBase');
}

const reference = {
  salvo: { meanBeforeTruncation: 4, size: 1.2, cap: 60 },
  effectiveProbability: 0.06,
  casualtiesPerImpact: { mean: 2, size: 0.5 },
  killedShare: { alpha: 1.5, beta: 8.5 },
};

describe('casualties of host forces in one attack', () => {
  test('have the exact law of the chain with the host forces as those present', () => {
    // 40 on 20 places: density 2; half hardened: 1 − 0.6 · 0.5.
    const rows = attacks(
      {
        hostForces: 40,
        capacity: 20,
        hardening: 0.5,
        airDefence: { interception: { rocket: 0.6 }, capacityRounds: 8 },
      },
      { law: 'chain' },
    );
    const exact = attackCasualties({
      ...reference,
      casualtiesPerImpact: { mean: 2 * 2 * 0.7, size: 0.5 },
      airDefence: { interceptionProbability: 0.6, capacityRounds: 8 },
      present: 40,
    });
    const killed = rows.map((row) => row.hostKilled!);
    const all = rows.map((row) => row.hostKilled! + row.hostWounded!);
    expectMean('casualties', all, exact.meanCasualties);
    expectMean('killed', killed, exact.meanKilled);
    expectMean(
      'fatal',
      killed.map((d) => Math.min(d, 1)),
      exact.fatalProbability,
    );
    expectMean(
      'any',
      all.map((y) => Math.min(y, 1)),
      exact.anyCasualtyProbability,
    );
  });

  test('have the exact quick law, cut at the host forces there', () => {
    const rows = attacks({ hostForces: 4 }, { fatalProbability: 0.3, woundedMean: 2, woundedSize: 1.5 });
    const weights = [1, 2, 3, 4].map((k) => k ** -2.5);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const killed = [0.7, ...weights.map((weight) => (0.3 * weight) / total)];
    const wounded = casualtyProbabilities({ mean: 2, size: 1.5 }, 400);
    const mean = (values: readonly number[], of: (value: number) => number = (value) => value): number =>
      values.reduce((sum, probability, value) => sum + probability * of(value), 0);
    expectMean(
      'killed',
      rows.map((row) => row.hostKilled!),
      mean(killed),
    );
    expectMean(
      'wounded',
      rows.map((row) => row.hostWounded!),
      mean(killed, (k) => mean(wounded, (w) => Math.min(w, 4 - k))),
    );
  });

  test('come from the rounds that were let through, which are the same for all, and are else independent', () => {
    const rows = attacks({ hostForces: 300 }, { law: 'chain' });
    const product = rows.map((row) => (row.killed! + row.wounded!) * (row.hostKilled! + row.hostWounded!));
    const rounds = salvoMoments(reference.salvo);
    // Given K rounds each has 0.06 · 2 · K on average, so the product has that squared: E K² is the covariance’s part.
    expectMean('product of casualties', product, (0.06 * 2) ** 2 * (rounds.variance + rounds.mean ** 2));
    expectRejected('product of casualties', product, (0.06 * 2 * rounds.mean) ** 2);
    const stopped = attacks(
      { hostForces: 300, airDefence: { interception: { rocket: 1 }, capacityRounds: 60 } },
      { law: 'chain' },
    );
    expect(stopped.every((row) => row.hostKilled === 0 && row.hostWounded === 0)).toBe(true);
  });
});

test('a base that was handed over is less attacked, not immune: host casualties follow the residual', () => {
  const scenario = compiled({
    bases: {
      alpha: { location, garrison: { us: 500 }, hostForces: 800 },
      beta: { location, garrison: { us: 500 } },
    },
    actors: { militias: { ...busy.militias, targetChoice: { effortElasticity: 1 } } },
    handOverResidual: { first: 0.6, final: 0.2, decayDays: 30 },
    severity: { law: 'chain' },
    plan: [{ day: '2020-01-21', handOver: 'alpha', personnelTo: 'home', by: 'air' }],
  });
  const outcome = simulate(scenario, { n: 500 });
  // At elasticity 1 alpha's rate is half of 4 a day while it hosts, then r(t) of that.
  const hosting = 20 * 2;
  const after = 2 * (0.2 * 80 + 0.4 * 30 * (1 - Math.exp(-80 / 30)));
  const { meanKilled, meanCasualties, killed } = attackCasualties({ ...reference, present: 800 });
  const hostKilled = outcome('hostKilled.base.alpha');
  expectMean('attacks after the hand-over', outcome('attacksOnHandedOver.base.alpha'), after);
  const mean = (hosting + after) * meanKilled;
  expectMean('host killed', hostKilled, mean);
  // A compound Poisson total: its variance is the expected number of attacks times E D².
  const variance = (hosting + after) * killed.reduce((sum, p, d) => sum + p * d * d, 0);
  expectVariance('host killed', hostKilled, { mean, variance });
  expectMean('host wounded', outcome('hostWounded'), (hosting + after) * (meanCasualties - meanKilled));
  expect(hostKilled).toEqual(outcome('hostKilled'));
});

describe('host forces are nobody’s target and in no exposure, and nothing reacts to their dead', () => {
  const rules = [
    { name: 'back', after: { killedAtLeast: 1 }, then: { strike: {} } },
    { name: 'go', contingent: 'uk', after: { attacksAtLeast: 2, withinDays: 20 }, then: { leave: { forDays: 10 } } },
  ];
  const withHosts = Object.fromEntries(
    Object.entries(rich.bases).map(([key, base]) => [
      key,
      { ...base, hostForces: { uniform: { low: 50, high: 5000 } } },
    ]),
  );
  test.each(['quick', 'chain'])('no other number changes, by the law %s', (law) => {
    const more = { ...rich, rules, severity: { law, fatalProbability: 0.4 } };
    const [without, hosts] = [compiled(more), compiled({ ...more, bases: withHosts })];
    const [a, b] = [simulate(without, { n: 40 }), simulate(hosts, { n: 40 })];
    for (const { name } of outcomeColumns(without)) expect(b(name), name).toEqual(a(name));
    expect(b('hostKilled').some((persons) => persons > 0)).toBe(true);
    const byBase = Object.keys(rich.bases).map((key) => b(`hostKilled.base.${key}`));
    expect(byBase.reduce((sum, column) => sum.map((persons, r) => persons + column[r]!))).toEqual(b('hostKilled'));
  });

  test('there are columns and rows for them only where there are such forces', () => {
    const names = (change: object): string[] =>
      outcomeColumns(compiled(change)).flatMap(({ name }) => (name.startsWith('host') ? [name] : []));
    const beta = { location, garrison: { us: 10 } };
    expect(names({})).toEqual([]);
    expect(names({ bases: { alpha: { ...beta, hostForces: 5 }, beta } })).toEqual([
      'hostKilled',
      'hostKilled.base.alpha',
      'hostWounded',
      'hostWounded.base.alpha',
    ]);
    const rows = traceReplication(compiled({ actors: busy }), { seed: 1, replication: 0 });
    expect(rows.some((row) => 'hostKilled' in row)).toBe(false);
  });
});
