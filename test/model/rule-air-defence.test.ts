import { describe, expect, test } from 'vitest';
import { traceReplication } from '../../src/experiment/run-replications.js';
import { faultText } from '../../src/model/scenario/fault.js';
import { readScenario } from '../../src/model/scenario/read-scenario.js';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';
import { attackCasualties } from '../../src/theory/attack-casualties.js';
import { expectClose } from '../cases/compare.js';
import { expectMean, expectRejected } from '../kernel/z-score.js';
import { compiled, plain, simulate } from './small-scenario.js';

const location = { lat: 0, lon: 0 };
const strong = { interception: { rocket: 0.6, drone: 0.2 }, capacityRounds: 5 };
const weak = { interception: { rocket: 0.3 }, capacityRounds: 2 };
const date = '2020-01-21';
/** Comes for certain, on day 20. */
const comes = (airDefence: object, more: object = {}): NonNullable<ScenarioInput['rules']> =>
  [
    {
      name: 'defend',
      after: { daysWithoutStrike: 20 },
      then: { harden: { probability: 1, delayDays: { mean: 0 }, base: 'alpha', airDefence, ...more } },
      coolDownDays: 0,
    },
  ] as NonNullable<ScenarioInput['rules']>;

const scene = (change: object = {}, own: object = {}): ScenarioInput => ({
  ...plain,
  bases: {
    alpha: { location, garrison: { us: 300 }, ...own },
    beta: { location, garrison: { us: 200 } },
  },
  modes: { rocket: {}, drone: {} },
  actors: {
    militias: {
      ...plain.actors.militias,
      baselinePerDay: 1,
      branching: { militias: 0.4 },
      fatalBoost: 0.5,
      modeShares: { rocket: 0.7, drone: 0.3 },
      targetChoice: { interceptionAversion: 1 },
    },
  },
  severity: { law: 'chain' },
  ...change,
});
const names = ['attacks', 'attacks.base.alpha', 'personAttacks', 'killed', 'wounded', 'attacks.mode.drone'];
const same = (one: ScenarioInput, other: ScenarioInput): void => {
  const [a, b] = [simulate(compiled(one), { n: 30 }), simulate(compiled(other), { n: 30 })];
  for (const name of names) expect(a(name), name).toEqual(b(name));
};

describe('air defence that a rule brings', () => {
  test('is what the scenario gives the base by date', () => {
    same(scene({ rules: comes(strong) }), scene({}, { airDefence: { ...strong, since: date } }));
    same(
      scene({ rules: comes(strong, { rise: 0.7 }) }),
      scene({ plan: [{ day: date, harden: 'alpha', to: 0.7 }] }, { airDefence: { ...strong, since: date } }),
    );
  });

  test('leaves the better of itself and what is there, by mode and in rounds', () => {
    const at = { since: '2020-01-01' };
    same(scene({ rules: comes(weak) }, { airDefence: { ...strong, ...at } }), scene({}, { airDefence: strong }));
    const mixed = { interception: { rocket: 0.3, drone: 0.5 }, capacityRounds: 9 };
    const best = { interception: { rocket: 0.6, drone: 0.5 }, capacityRounds: 9 };
    // With its first system from the start, what comes later only adds where it is better.
    const later = simulate(compiled(scene({ rules: comes(mixed) }, { airDefence: strong })), { n: 30 });
    const twice = simulate(compiled(scene({ rules: [...comes(best)] }, { airDefence: strong })), { n: 30 });
    for (const name of names) expect(later(name), name).toEqual(twice(name));
    expect(later('killed')).not.toEqual(simulate(compiled(scene({}, { airDefence: strong })), { n: 30 })('killed'));
  });

  test('turns attackers away from the base by its law', () => {
    const targetChoice = { effortElasticity: 1, airDefenceAversion: 0.9 };
    const alone = (rules: NonNullable<ScenarioInput['rules']>): ScenarioInput => ({
      ...plain,
      modes: { rocket: {}, drone: {} },
      actors: {
        militias: { ...plain.actors.militias, modeShares: { rocket: 0.7, drone: 0.3 }, targetChoice },
      },
      rules,
    });
    const meanInterception = 0.7 * 0.6 + 0.3 * 0.2;
    const exact = 0.2 * (20 + 80 * Math.exp(-0.9 * meanInterception));
    expectClose(simulate(compiled(alone(comes(strong))), { n: 1 })('expectedAttacks')[0], exact, 1e-12);
  });

  test('stops rounds of the attacks after it, against the exact law of one attack', () => {
    const defence = { interception: { rocket: 0.8 }, capacityRounds: 4 };
    const input: ScenarioInput = {
      ...plain,
      bases: { alpha: { location, garrison: { us: 150 } } },
      actors: { militias: { ...plain.actors.militias, baselinePerDay: 4 } },
      severity: { law: 'chain' },
      rules: comes(defence),
    };
    const chain = {
      salvo: { meanBeforeTruncation: 4, size: 1.2, cap: 60 },
      effectiveProbability: 0.06,
      casualtiesPerImpact: { mean: 2, size: 0.5 },
      killedShare: { alpha: 1.5, beta: 8.5 },
      present: 150,
    };
    const before = attackCasualties(chain).meanCasualties;
    const airDefence = { interceptionProbability: 0.8, capacityRounds: 4 };
    const after = attackCasualties({ ...chain, airDefence }).meanCasualties;
    const outcome = simulate(compiled(input), { n: 120 });
    const casualties = outcome('killed').map((killed, r) => killed + outcome('wounded')[r]!);
    expectMean('casualties', casualties, 4 * (20 * before + 80 * after));
    expectRejected('no defence at all', casualties, 4 * 100 * before);
  });

  test('comes to the base that was attacked, after the lead time, and never to the road', () => {
    const input = scene({
      convoys: { hazardPerConvoyDay: 3 },
      plan: [{ day: '2020-01-01', move: { us: 100 }, fromBase: 'alpha', toBase: 'beta', transitDays: 90 }],
      rules: [
        {
          name: 'defend',
          after: { attacksAtLeast: 1, withinDays: 1 },
          then: { harden: { delayDays: { mean: 5 }, airDefence: strong } },
          coolDownDays: 400,
        },
      ],
    });
    let [atBase, onRoad] = [0, 0];
    for (let replication = 0; replication < 20; replication++) {
      const rows = traceReplication(compiled(input), { seed: 1, replication });
      const first = rows.find(({ kind }) => kind.startsWith('attack'));
      const came = rows.filter(({ kind }) => kind === 'airDefence');
      if (first?.kind === 'attackOnConvoy') {
        onRoad++;
        expect(came).toEqual([]);
      } else if (came[0]) {
        atBase++;
        expect(came).toHaveLength(1);
        expect([came[0].base, came[0].name]).toEqual([first?.base, 'defend']);
        expect(came[0].day).toBeGreaterThan(first?.day ?? Infinity);
      }
    }
    expect(Math.min(atBase, onRoad)).toBeGreaterThan(2);
  });

  test('a harden without rise or air defence, or with a mode that is not there, is told', () => {
    const faultsOf = (harden: object): string[] => {
      const rules = [{ name: 'a', after: { killedAtLeast: 1 }, then: { harden } }];
      const read = readScenario({ ...scene(), rules });
      return read.kind === 'faults' ? read.faults.map(faultText) : [];
    };
    expect(faultsOf({})).toEqual(['rules[0].then.harden must hold rise, airDefence or both']);
    expect(faultsOf({ airDefence: { interception: { rockets: 0.5 } } })).toEqual([
      'rules[0].then.harden.airDefence.interception.rockets must name a mode of this scenario, got "rockets"; did you mean rocket?',
    ]);
    expect(faultsOf({ airDefence: { interception: { rocket: 1.5 } } })[0]).toMatch(
      /^rules\[0\]\.then\.harden\.airDefence\.interception\.rocket must be at most 1/,
    );
    expect(faultsOf({ airDefence: { interception: { rocket: 0.5 } } })).toEqual([]);
    expect(faultsOf({ rise: 1 })).toEqual([]);
  });
});
