import { describe, expect, test } from 'vitest';
import { traceReplication } from '../../src/experiment/run-replications.js';
import { outcomeColumns } from '../../src/model/outcome-columns.js';
import { isoDay } from '../../src/model/scenario/iso-date.js';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';
import { rich } from './rich-scenario.js';
import { compiled, plain, simulate } from './small-scenario.js';

const start = isoDay(rich.start);
/** Edges on the days of departures, of a ramp, of a regime, and on week ends; overlapping; one day; the whole. */
const windows = {
  all: { firstDay: rich.start, lastDay: rich.end },
  leaving: { firstDay: '2020-01-10', lastDay: '2020-01-24' },
  weeks: { firstDay: '2020-01-08', lastDay: '2020-01-21' },
  oneDay: { firstDay: '2020-03-01', lastDay: '2020-03-01' },
  early: { firstDay: rich.start, lastDay: '2020-02-04' },
  late: { firstDay: '2020-02-05', lastDay: rich.end },
} satisfies ScenarioInput['windows'];
const bases: ScenarioInput['bases'] = {
  alpha: { ...rich.bases['alpha']!, tags: ['kept', 'large'] },
  beta: { ...rich.bases['beta']!, tags: ['large'] },
  gamma: { ...rich.bases['gamma']!, tags: ['left'] },
};
const watched = compiled({ ...rich, bases, windows });
const n = 60;
const outcomes = simulate(watched, { n });

describe('windows', () => {
  test('with windows and tags of bases every other outcome is bit for bit what it was, events and fingerprint apart', () => {
    const without = simulate(compiled(rich), { n });
    const names = outcomeColumns(compiled(rich)).map(({ name }) => name);
    for (const name of names.filter((other) => other !== 'events' && other !== 'fingerprint'))
      expect(outcomes(name), name).toEqual(without(name));
    expect(outcomes('events')).toEqual(without('events').map((events) => events + 8));
    expect(outcomeColumns(watched).length - names.length).toBe(3 * 4 + 6 * (7 + 3 * 3));
  });

  test('count what happened from 00:00 of their first day until the end of their last', () => {
    for (let replication = 0; replication < n; replication++) {
      const rows = traceReplication(watched, { seed: 1, replication });
      for (const [key, { firstDay, lastDay }] of Object.entries(windows)) {
        const inside = rows.filter(({ day }) => day >= isoDay(firstDay) - start && day < isoDay(lastDay) - start + 1);
        const onBases = inside.filter(({ kind }) => kind === 'attackOnBase');
        const onConvoys = inside.filter(({ kind }) => kind === 'attackOnConvoy');
        const both = [...onBases, ...onConvoys];
        const sum = (of: 'persons' | 'killed' | 'wounded', over = both): number =>
          over.reduce((total, row) => total + (row[of] ?? NaN), 0);
        const onLarge = onBases.filter(({ base }) => base === 'alpha' || base === 'beta');
        const expected = {
          attacks: both.length,
          attacksOnBases: onBases.length,
          attacksOnConvoys: onConvoys.length,
          personAttacks: sum('persons'),
          killed: sum('killed'),
          wounded: sum('wounded'),
          'attacks.baseTag.large': onLarge.length,
          'personAttacks.baseTag.large': sum('persons', onLarge),
        };
        for (const [name, value] of Object.entries(expected))
          expect([key, name, outcomes(`${name}.window.${key}`)[replication]]).toEqual([key, name, value]);
      }
    }
    for (const name of ['attacksOnConvoys', 'killed', 'attacks.baseTag.left'])
      expect(Math.max(...outcomes(`${name}.window.all`)), name).toBeGreaterThan(0);
  });

  test('the whole time as a window is the total itself, and two that share it out add up to it', () => {
    for (const name of ['attacks', 'personDays', 'personAttacks', 'killed', 'wounded', 'personDays.baseTag.kept']) {
      expect(outcomes(`${name}.window.all`), name).toEqual(outcomes(name));
      const late = outcomes(`${name}.window.late`);
      const halves = outcomes(`${name}.window.early`).map((value, r) => value + late[r]!);
      halves.forEach((value, r) => expect(value).toBeCloseTo(outcomes(name)[r]!, 6));
    }
  });

  test('person-days of one day are the persons who are there', () => {
    // 1,000 persons who all stay; half of them leave at noon of 15 January (one group, in the middle of its day).
    const scenario = compiled({
      ...plain,
      bases: { alpha: { ...plain.bases.alpha, tags: ['kept'] } },
      plan: [{ day: '2020-01-15', withdraw: { us: 500 }, fromBase: 'alpha', by: 'air', overDays: 1 }],
      convoys: { convoySize: 500 },
      windows: {
        before: { firstDay: '2020-01-14', lastDay: '2020-01-14' },
        leaving: { firstDay: '2020-01-15', lastDay: '2020-01-15' },
        after: { firstDay: '2020-01-16', lastDay: '2020-01-17' },
      },
    });
    const value = simulate(scenario, { n: 1 });
    for (const of of ['personDays', 'personDays.baseTag.kept'])
      expect(['before', 'leaving', 'after'].map((key) => value(`${of}.window.${key}`)[0])).toEqual([1000, 750, 1000]);
  });

  test('attacks of a window are its share of a Poisson number', () => {
    const window = { firstDay: '2020-02-01', lastDay: '2020-02-10' };
    const counts = simulate(compiled({ ...plain, windows: { ten: window } }), { n: 2000 })('attacks.window.ten');
    // 0.2 a day for ten days.
    const z = (counts.reduce((sum, count) => sum + count, 0) - 4000) / Math.sqrt(4000);
    expect(Math.abs(z)).toBeLessThan(4);
  });

  test('where the cap on events ends a replication, what a window had until then counts', () => {
    const busy = { ...plain.actors.militias, baselinePerDay: 50 };
    const scenario = compiled({
      ...plain,
      actors: { militias: busy },
      maxEvents: 1000,
      windows: {
        open: { firstDay: '2020-01-02', lastDay: plain.end },
        never: { firstDay: '2020-03-01', lastDay: plain.end },
      },
    });
    const value = simulate(scenario, { n: 5 });
    expect(value('capped')).toEqual([1, 1, 1, 1, 1]);
    expect(Math.min(...value('attacks.window.open'))).toBeGreaterThan(500);
    for (const name of ['attacks', 'personDays']) expect(value(`${name}.window.never`)).toEqual([0, 0, 0, 0, 0]);
  });
});

test('a tag of bases adds up their columns, a base with two tags in both', () => {
  for (const of of ['attacks', 'attacksOnHandedOver', 'personDays', 'personAttacks']) {
    const [alpha, beta, gamma] = ['alpha', 'beta', 'gamma'].map((base) => outcomes(`${of}.base.${base}`));
    expect(outcomes(`${of}.baseTag.kept`)).toEqual(alpha);
    expect(outcomes(`${of}.baseTag.left`)).toEqual(gamma);
    expect(outcomes(`${of}.baseTag.large`)).toEqual(alpha!.map((value, r) => value + beta![r]!));
  }
  expect(Math.max(...outcomes('attacksOnHandedOver.baseTag.left'))).toBeGreaterThan(0);
});
