import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openRunner, traceReplication } from '../../src/experiment/run-replications.js';
import { outcomeColumns } from '../../src/model/outcome-columns.js';
import { Simulator } from '../../src/model/replication.js';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';
import { expectClose } from '../cases/compare.js';
import { expectMean } from '../kernel/z-score.js';
import { countInTheatre, fewestAnywhere } from './count-persons.js';
import { randomScenario } from './random-scenario.js';
import { compiled, endAfter, plain, simulate } from './small-scenario.js';

const times = (numRuns: number) => ({ numRuns, seed: 11 });
const location = { lat: 33, lon: 44 };

/** Calls `look` with both ends of every stretch in which nothing changes, before it is gone through. */
function watch(simulator: Simulator, look: (from: number, to: number) => void): void {
  const { process } = simulator;
  const settle = process.settle.bind(process);
  process.settle = (day) => {
    if (day > process.intensity.at) look(process.intensity.at, day);
    settle(day);
  };
}

describe('with rules, lift, supply, branch points, chains, regimes and returns together', () => {
  test('intensity is never negative and never above its bound, which never rises while nothing changes', () => {
    fc.assert(
      fc.property(randomScenario, (input) => {
        const simulator = new Simulator(compiled(input));
        const { intensity, road, states } = simulator.process;
        let stretches = 0;
        watch(simulator, (from, to) => {
          stretches++;
          states.forEach((state, g) => {
            intensity.look(from);
            intensity.bound(g);
            let bound = intensity.lastBound * (1 + 1e-12);
            for (let i = 0; i <= 4; i++) {
              const day = from + ((to - from) * i) / 4;
              intensity.look(day);
              const rate = intensity.rate(g) * (1 + road.ratio(state));
              if (!(rate >= 0 && rate <= bound))
                expect.fail(`rate ${rate} of actor ${g} on day ${day} must lie in [0, ${bound}]`);
              intensity.bound(g);
              bound = Math.min(bound, intensity.lastBound * (1 + 1e-12));
            }
          });
        });
        for (let replication = 0; replication < 2; replication++) simulator.run({ seed: 1, replication });
        expect(stretches).toBeGreaterThan(20);
      }),
      times(60),
    );
  });

  test('attacks and person-attacks are on average what the integrals of their rates say', () => {
    const apart = { attacks: [] as number[], personAttacks: [] as number[] };
    for (const [seed, input] of fc.sample(randomScenario, { numRuns: 60, seed: 12 }).entries()) {
      const scenario = compiled(input);
      // A seed each: scenarios of one seed share their luck, and their misses would add up.
      const outcome = simulate(scenario, { n: 15, seed });
      const expected = { attacks: outcome('expectedAttacks'), personAttacks: outcome('expectedPersonAttacks') };
      for (const name of ['attacks', 'personAttacks'] as const)
        // Less the integral of their rate they are a martingale, whatever makes the rate.
        outcome(name).forEach((value, r) => apart[name].push(value - expected[name][r]!));
    }
    expectMean('attacks less expected', apart.attacks, 0);
    expectMean('person-attacks less expected', apart.personAttacks, 0);
  });

  test('personnel are conserved, never negative, and every count of them agrees', () => {
    fc.assert(
      fc.property(randomScenario, (input) => {
        const simulator = new Simulator(compiled(input));
        const { world } = simulator;
        // Those outside are counted from 0; people of supply come from there.
        const conserved = [1450, 360, 0];
        watch(simulator, () => {
          conserved.forEach((persons, c) => {
            const counted = countInTheatre(world, c);
            if (counted + world.outside[c]! !== persons || counted !== world.inTheatre[c])
              expect.fail(`${counted} of contingent ${c} in the theatre, and ${world.outside[c]} outside`);
          });
          if (fewestAnywhere(world) < 0) expect.fail('fewer than nobody');
          const onRoad = world.convoys
            .slice(0, world.convoyCount)
            .reduce((sum, { onTheWay, persons }) => sum + (onTheWay ? persons : 0), 0);
          expect([onRoad, world.present.reduce((a, b) => a + b, 0)]).toEqual([
            world.personsInTransit,
            world.personsAtBases,
          ]);
          for (const c of [0, 1]) expect(world.onSupply[c]).toBe(0);
        });
        for (let replication = 0; replication < 2; replication++) simulator.run({ seed: 1, replication });
      }),
      times(40),
    );
  });

  test('an actor whose gate is 0 attacks nobody, at bases, on the road or anywhere', () => {
    fc.assert(
      fc.property(randomScenario, (input) => {
        const never = { name: 'never', firstDay: '2020-01-01', gate: 0, track: 'own', actors: ['others'] };
        const gated = compiled({ ...input, regimes: [...(input.regimes ?? []), never] });
        for (let replication = 0; replication < 2; replication++)
          for (const { kind, actor } of traceReplication(gated, { seed: 1, replication }))
            if (kind.startsWith('attack')) expect(actor).toBe('militias');
      }),
      times(30),
    );
  });

  test('a base where nobody ever is changes no number of the others', () => {
    fc.assert(
      fc.property(randomScenario, (input) => {
        const first = compiled({ ...input, bases: { aaa: { location }, ...input.bases } });
        expectSameOutcomes(first, input, (name) => name === 'fingerprint');
        expectSameOutcomes(compiled({ ...input, bases: { ...input.bases, zzz: { location } } }), input);
      }),
      times(25),
    );
  });

  test('an actor that never attacks changes no number of the others', () => {
    fc.assert(
      fc.property(randomScenario, (input) => {
        const quiet = { baselinePerDay: 0, branching: { quiet: 0, militias: 0, others: 0, strikes: 0 } };
        const deaf = Object.entries(input.actors).map(([key, actor]) => [
          key,
          { ...actor, branching: { ...actor.branching, quiet: 0 } },
        ]);
        const actors = { ...Object.fromEntries(deaf), quiet } as ScenarioInput['actors'];
        expectSameOutcomes(compiled({ ...input, actors }), input);
      }),
      times(25),
    );
  });

  test('one seed gives one answer, alone and after other replications', () => {
    fc.assert(
      fc.property(randomScenario, (input) => {
        const scenario = compiled(input);
        const together = openRunner(scenario, 4)({ from: 0, to: 3 }).values;
        const alone = openRunner(scenario, 4)({ from: 2, to: 3 }).values;
        expect(alone).toEqual(together.slice((2 * together.length) / 3));
      }),
      times(25),
    );
  });
});

test('at ε = 1 and nothing provoked, a base that closes takes its own attacks away and leaves the others theirs', () => {
  const persons = fc.integer({ min: 1, max: 3000 });
  const real = (max: number) => fc.double({ min: 0, max, noNaN: true });
  const some = fc.record({ persons, hardening: real(2), lon: fc.double({ min: 40, max: 48, noNaN: true }) });
  fc.assert(
    fc.property(some, some, some, fc.integer({ min: 0, max: 99 }), real(1.2), (a, b, c, closed, sizeExponent) => {
      const base = (from: typeof a) => ({
        location: { lat: 33, lon: from.lon },
        garrison: { us: from.persons },
        hardening: from.hardening,
      });
      const targetChoice = { effortElasticity: 1, sizeExponent, maxEffort: 1e9 };
      const expected = (plan: NonNullable<ScenarioInput['plan']>, end: string): number =>
        simulate(
          compiled({
            ...plain,
            end,
            bases: { alpha: base(a), beta: base(b), gamma: base(c) },
            actors: { militias: { ...plain.actors.militias, region: [location], targetChoice } },
            plan,
          }),
          { n: 1 },
        )('expectedPersonAttacks')[0]!;
      const close = (base: string) => ({
        day: endAfter(closed + 1),
        close: base,
        personnelTo: 'home',
        by: 'air' as const,
      });
      const end = endAfter(100);
      const whole = expected([], end);
      // Each base's person-attacks after the day are what its own closing takes away, whichever others are open.
      const own = ['alpha', 'beta', 'gamma'].map((key) => whole - expected([close(key)], end));
      expectClose(own[0]! + own[1]! + own[2]!, (whole * (100 - closed)) / 100, 1e-9);
      expectClose(whole - expected([close('alpha'), close('beta')], end), own[0]! + own[1]!, 1e-9);
    }),
    times(20),
  );
});

/** Every outcome that both have is the same, bit for bit, but for those that `except` names. */
function expectSameOutcomes(
  more: ReturnType<typeof compiled>,
  input: ScenarioInput,
  except: (name: string) => boolean = () => false,
): void {
  const less = compiled(input);
  const [a, b] = [more, less].map((scenario) => openRunner(scenario, 1)({ from: 0, to: 2 }).values);
  const columns = [more, less].map((scenario) => outcomeColumns(scenario).map(({ name }) => name));
  for (const [at, name] of columns[1]!.entries()) {
    if (except(name)) continue;
    const there = columns[0]!.indexOf(name);
    for (const replication of [0, 1]) {
      const [found, wanted] = [
        a![replication * columns[0]!.length + there]!,
        b![replication * columns[1]!.length + at]!,
      ];
      if (!Object.is(found, wanted)) expect.fail(`${name}: ${found}, not ${wanted}`);
    }
  }
}
