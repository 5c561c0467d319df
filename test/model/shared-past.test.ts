import { describe, expect, test } from 'vitest';
import { openRunner, traceReplication } from '../../src/experiment/run-replications.js';
import { takePast } from '../../src/experiment/take-past.js';
import { EventKind } from '../../src/model/event-kind.js';
import { endOfWait, gammaWait } from '../../src/model/dated-wait.js';
import { openMeasure } from '../../src/model/poisson-measure.js';
import { Simulator } from '../../src/model/replication.js';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';
import { gammaShareBelow } from '../../src/random/laws/gamma.js';
import { openStream } from '../../src/random/stream.js';
import { excitationPerDay, forecastCounts } from '../../src/theory/hawkes-forecast.js';
import { expectMean, expectRejected, expectVariance } from '../kernel/z-score.js';
import { countEvents } from './count-events.js';
import { rich } from './rich-scenario.js';
import { compiled, endAfter, plain } from './small-scenario.js';

const oneIf = (truth: boolean): number => (truth ? 1 : 0);

/** Everything that draws: chains, branch points, rules with delays and truces, supply, beside what `rich` has. */
const all: ScenarioInput = {
  ...rich,
  supply: { convoysPerBaseDay: 0.4, personsPerConvoy: 20, contingent: 'us' },
  branches: [{ name: 'talks', day: '2020-02-10', probability: 0.5, then: { regimes: ['calm'] } }],
  regimes: [...(rich.regimes ?? []), { name: 'calm', firstDay: '2020-02-12', lastDay: '2020-02-25', gate: 0.5 }],
  regimeChains: [
    {
      name: 'conflict',
      start: 'low',
      states: {
        low: { gate: 0.7, stayDays: { mean: 20, sd: 10 }, next: { high: 1 } },
        high: { gate: 1.5, stayDays: { mean: 8, sd: 8 }, next: { low: 1 } },
      },
    },
  ],
  rules: [
    {
      name: 'answer',
      after: { attacksAtLeast: 2, withinDays: 10 },
      then: { strike: { delayDays: { mean: 6, shape: 2 }, probability: 0.6, magnitude: 0.1 } },
      coolDownDays: 5,
    },
    {
      name: 'lull',
      after: { daysWithoutStrike: 10 },
      then: { truce: { gate: 0.5, brokenByStrike: 0.5, forDays: 15, probability: 0.8 } },
    },
  ],
};

describe('futures of a past', () => {
  const scenario = compiled(all);
  const days = [1, 17, 40, 41, 64, 99];

  test('the future with the past’s own luck is the plain replication, bit for bit, whatever the day', () => {
    for (const replication of [0, 3, 8]) {
      const whole = openRunner(scenario, 5)({ from: replication, to: replication + 1 });
      for (const day of days) {
        const past = { seed: 5, replication, day };
        expect(openRunner(scenario, { seed: 5, past })({ from: replication, to: replication + 1 })).toEqual(whole);
      }
    }
  });

  test('share every happening before the day, and part from it on', () => {
    for (const day of days) {
      const past = { seed: 5, replication: 3, day };
      const plainRows = traceReplication(scenario, { seed: 5, replication: 3 });
      const futures = Array.from({ length: 12 }, (_, replication) =>
        traceReplication(scenario, { seed: 9, replication, past }),
      );
      for (const rows of futures)
        expect(rows.filter((row) => row.day < day)).toEqual(plainRows.filter((row) => row.day < day));
      const after = futures.map((rows) => JSON.stringify(rows.filter((row) => row.day >= day)));
      // One day before the end little is left to differ.
      expect(new Set(after).size, `day ${day}`).toBeGreaterThan(day === 99 ? 1 : 10);
    }
  });

  test('take the past up where it was saved: the same happenings, the same people', () => {
    const past = { seed: 5, replication: 3, day: 40 };
    const taken = takePast(scenario, past);
    const rows = traceReplication(scenario, { seed: 5, replication: 3 }).filter(({ day }) => day < 40);
    expect(taken.events).toHaveLength(rows.length);
    expect(taken.events.map(({ kind, day }) => [kind, day])).toEqual(rows.map(({ kind, day }) => [kind, day]));
    const left = rows.flatMap(({ kind, base, persons = 0 }) =>
      kind === 'departure' && base === 'gamma' ? persons : [],
    );
    expect(taken.state.bases.find(({ base }) => base === 'gamma')).toMatchObject({ persons: 0, status: 'handedOver' });
    expect(left.reduce((sum, persons) => sum + persons, 0)).toBe(300);
    expect(taken.totals['attacks']).toBe(rows.filter(({ kind }) => /^attackOn(Base|Convoy)$/.test(kind)).length);
    expect(taken.state.decisionsPending).toBe(
      rows.filter(({ kind }) => kind === 'rule').length - rows.filter(isCarriedOut).length,
    );
  });

  test('a plan that differs only from the day on has the same past', () => {
    const past = { seed: 5, replication: 3, day: 50 };
    const later = compiled({
      ...all,
      plan: [...(all.plan ?? []), { day: '2020-02-20', withdraw: 'all', fromBase: 'alpha', overDays: 5 }],
    });
    const rowsOf = (of: typeof later) => traceReplication(of, { seed: 1, replication: 2, past });
    const [stay, go] = [rowsOf(scenario), rowsOf(later)];
    expect(go.filter(({ day }) => day < 50)).toEqual(stay.filter(({ day }) => day < 50));
    expect(go).not.toEqual(stay);
  });

  const isCarriedOut = ({ kind, name }: { readonly kind: string; readonly name?: string }): boolean =>
    (kind === 'strike' && name === 'answer') || (kind === 'regime' && name === 'lull');
});

test('a measure with a turn has the past’s points before it and its own after it, however one looks', () => {
  const past = { seed: 1, replication: 4, day: 20 };
  for (const look of [0.2, 3]) {
    for (let replication = 0; replication < 40; replication++) {
      const pointsOf = (luck: Parameters<typeof openMeasure>[0]): [number, number, number][] => {
        const source = openMeasure(luck, { purpose: 'attacks', entity: 'a' });
        const found: [number, number, number][] = [];
        source.cover(look, 0);
        for (; source.nextDay < 60; source.advance())
          if (source.nextHeight < 0.2) found.push([source.nextDay, source.nextHeight, source.nextIdentity]);
        return found;
      };
      const turned = pointsOf({ seed: 1, replication, past });
      expect(turned).toEqual([
        ...pointsOf(past).filter(([day]) => day < 20),
        ...pointsOf({ seed: 1, replication }).filter(([day]) => day >= 20),
      ]);
    }
  }
});

test('attacks after a past are those that a Hawkes process forecasts from its events: mean and variance', () => {
  const process = { baselinePerDay: 0.1, branching: 0.6, decayPerDay: 1 / 15 };
  const militias = { ...plain.actors.militias, baselinePerDay: 0.1, branching: { militias: 0.6 }, meanLagDays: 15 };
  const scenario = compiled({ ...plain, actors: { militias } });
  const simulator = new Simulator(scenario);
  // A quiet past and a loud one.
  for (const replication of [0, 1, 2, 3]) {
    const past = { seed: 11, replication, day: 60 };
    const eventDays = takePast(scenario, past).events.flatMap(({ kind, day }) =>
      kind === 'attackOnBase' ? [day] : [],
    );
    const exact = forecastCounts({ process, eventDays, atDay: 60 }, 40);
    const after = Array.from({ length: 1500 }, (_, future) => {
      simulator.run({ seed: 2, replication: future, past });
      return simulator.tally.attacksOnBases - eventDays.length;
    });
    const excited = excitationPerDay({ process, eventDays, atDay: 60 });
    expect(takePast(scenario, past).state.actors[0]!.provokedPerDay).toBeCloseTo(excited, 10);
    expectMean(`attacks after ${eventDays.length}`, after, exact.mean);
    expectVariance(`attacks after ${eventDays.length}`, after, exact);
    if (excited > 0.05)
      expectRejected('without the past', after, forecastCounts({ process, eventDays: [], atDay: 60 }, 40).mean);
  }
});

describe('what runs across the day is only known to have lasted so long', () => {
  test('a stay in a state of a chain: the Gamma law given its age', () => {
    const [mean, sd] = [30, 15];
    const scenario = compiled({
      ...plain,
      end: endAfter(200),
      regimeChains: [
        {
          name: 'war',
          start: 'on',
          states: { on: { gate: 1, stayDays: { mean, sd }, next: { off: 1 } }, off: { gate: 0 } },
        },
      ],
    });
    const simulator = new Simulator(scenario);
    const endOf = (luck: Parameters<Simulator['run']>[0]): number => {
      let end = NaN;
      simulator.run(luck, ({ kind, name, day }) => {
        if (kind === 'regime' && name === 'war: off') end = day;
      });
      return end;
    };
    const day = 32;
    const replication = Array.from({ length: 20 }, (_, r) => r).find((r) => endOf({ seed: 1, replication: r }) > day)!;
    const ends = Array.from({ length: 1500 }, (_, r) =>
      endOf({ seed: 3, replication: r, past: { seed: 1, replication, day } }),
    );
    const share = gammaShareBelow({ mean, sd });
    expect(Math.min(...ends)).toBeGreaterThanOrEqual(day);
    for (const by of [35, 45, 60])
      expectMean(
        `over by ${by}`,
        ends.map((end) => oneIf(end <= by)),
        (share(by) - share(day)) / (1 - share(day)),
      );
    expectRejected(
      'as if it began on the day',
      ends.map((end) => oneIf(end <= 45)),
      share(45 - day),
    );
  });

  test('a decision on its way: the Gamma law of its delay given that it has not come', () => {
    const law = gammaWait({ shape: 2, scale: 3 });
    const early = 0.95;
    const past = { seed: 1, replication: 0, day: 10 };
    const ends = Array.from({ length: 1500 }, (_, replication) => {
      const late = openStream({ seed: 1, replication, purpose: 'rule', entity: 'x' })();
      return endOfWait({ day: 4, draws: [early, late], past, law });
    });
    const below = (by: number): number => (law.shareBelow(by - 4) - law.shareBelow(6)) / (1 - law.shareBelow(6));
    for (const by of [11, 13, 18])
      expectMean(
        `done by ${by}`,
        ends.map((end) => oneIf(end <= by)),
        below(by),
      );
    expect(endOfWait({ day: 4, draws: [0.1, 0.99], past, law })).toBe(4 + law.quantile(0.1));
    expect(endOfWait({ day: 12, draws: [0.1, 0.7], past, law })).toBe(12 + law.quantile(0.7));
  });
});

test('no happening before the day costs a future more than it cost the past', () => {
  const scenario = compiled(all);
  const simulator = new Simulator(scenario);
  const before = takePast(scenario, { seed: 5, replication: 3, day: 50 }).events.length;
  expect(before).toBeGreaterThan(0);
  const ofWhole = countEvents(simulator);
  const whole = simulator.run({ seed: 5, replication: 3 });
  const ofFuture = countEvents(simulator);
  const future = simulator.run({ seed: 5, replication: 3, past: { seed: 5, replication: 3, day: 50 } });
  expect(future.events).toBe(whole.events);
  expect(ofFuture[EventKind.candidate]).toBe(ofWhole[EventKind.candidate]);
});
