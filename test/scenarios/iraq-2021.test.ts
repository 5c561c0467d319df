import { describe, expect, test } from 'vitest';
import { traceReplication } from '../../src/experiment/run-replications.js';
import { Simulator } from '../../src/model/replication.js';
import type { Happening } from '../../src/model/happening.js';
import { isoDay } from '../../src/model/scenario/iso-date.js';
import type { Scenario } from '../../src/model/scenario/schema.js';
import { cell, readTable } from '../data/read-table.js';
import { simulate } from '../model/small-scenario.js';
import { loadCompiled, loadScenario } from './load-scenario.js';

const luck = { seed: 1, replication: 0 };
const troops = readTable('troops.csv');
const sites = readTable('bases.csv');

/** A force of troops.csv as a whole, or one nation’s part of it. */
function troopRow(date: string, force: string, nation?: string) {
  const row = troops.find(
    (candidate) =>
      cell(candidate, 'date') === date &&
      cell(candidate, 'force') === force &&
      (nation === undefined || cell(candidate, 'nation') === nation),
  );
  if (!row) throw new Error(`troops.csv must hold ${date} ${force}`);
  return {
    number: Number(cell(row, 'number')),
    low: Number(cell(row, 'number_low')),
    high: Number(cell(row, 'number_high')),
  };
}

/** Persons in the theatre at the start of a day, by contingent, in replication 0. */
async function presentOn(file: string, date: string): Promise<Record<string, number>> {
  const compiled = await loadCompiled(file);
  const end = new Simulator({ ...compiled, horizonDays: isoDay(date) - isoDay(compiled.scenario.start) });
  end.run(luck);
  const { world } = end;
  return Object.fromEntries(
    compiled.contingentKeys.map((key, c) => [key, world.everywhere(c) - (world.outside[c] ?? NaN)]),
  );
}

/** What two scenarios do not have in common, by key. */
function differing(a: Scenario, b: Scenario): string[] {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  const text = (scenario: Scenario, key: string): string => JSON.stringify(Reflect.get(scenario, key));
  return [...keys].filter((key) => text(a, key) !== text(b, key)).sort();
}

const words = ['question', 'title'];
const claims = ['claims'];
const spoken = (keys: readonly string[]) => keys.filter((key) => ![...words, ...claims].includes(key));

describe.each(['s002-strikes-and-answers.ts', 's003-nato-expands.ts', 's004-half-the-troops.ts'])(
  '%s agrees with the record',
  (file) => {
    test('every base is a site of bases.csv, where it stands there', async () => {
      for (const { name, recordNames, location, source = '' } of Object.values((await loadScenario(file)).bases)) {
        const site = sites.find((row) => (recordNames ?? [name]).includes(cell(row, 'base')) || source.endsWith(cell(row, 'base'))); // prettier-ignore
        expect([name, location]).toEqual([name, { lat: Number(site?.['latitude']), lon: Number(site?.['longitude']) }]);
      }
    });
  },
);

describe('2021: strikes and answers', () => {
  test('there are 2,500 Americans of 3,500 in all, and they stay', async () => {
    for (const date of ['2021-01-15', '2021-12-31']) {
      const { us = NaN, allies = NaN } = await presentOn('s002-strikes-and-answers.ts', date);
      expect(us).toBe(troopRow('2021-07-08', 'US').number);
      expect(us + allies).toBe(troopRow('2021-06-26', 'coalition with US').number);
    }
  });

  test('the strikes of the timeline from the start on are those by date', async () => {
    const { strikes, start } = await loadScenario('s002-strikes-and-answers.ts');
    const recorded = readTable('timeline.csv').filter(
      (row) => cell(row, 'category') === 'US strike' && cell(row, 'date') >= start && cell(row, 'date') <= '2021-12-31',
    );
    expect(strikes.events.map(({ day }) => day)).toEqual(recorded.map((row) => cell(row, 'date')));
  });

  test.each([
    ['s002-no-strikes.ts', ['rules', 'strikes']],
    ['s002-backlash.ts', ['actors']],
    ['s002-deterrence.ts', ['actors']],
    ['s002-long-de-escalation.ts', ['regimeChains', 'rules', 'strikes']],
    ['s002-strikes-and-de-escalation.ts', ['regimeChains']],
  ])('%s differs in %s only', async (file, keys) => {
    expect(spoken(differing(await loadScenario(file), await loadScenario('s002-strikes-and-answers.ts')))).toEqual(
      keys,
    );
  });

  test('backlash and deterrence differ in two numbers of the militias only', async () => {
    const [backlash, deterrence] = await Promise.all(
      ['s002-backlash.ts', 's002-deterrence.ts'].map(async (file) => (await loadScenario(file)).actors['militias']),
    );
    expect(backlash?.branching['strikes']?.value).toBe(0.9);
    expect(backlash?.deterrence.depth.value).toBe(0);
    expect(deterrence?.branching['strikes']?.value).toBe(0);
    expect(deterrence?.deterrence.depth.value).toBe(1.5);
    const without = (actor: typeof backlash) => ({
      ...actor,
      branching: { ...actor?.branching, strikes: undefined },
      deterrence: actor?.deterrence.decayDays,
    });
    expect(without(backlash)).toEqual(without(deterrence));
  });

  test('strikes bring more attacks where they only provoke, and fewer where they only deter', async () => {
    const attacks = async (file: string): Promise<number> =>
      simulate(await loadCompiled(file), { n: 15, seed: 7 })('attacks').reduce((sum, count) => sum + count, 0);
    const without = await attacks('s002-no-strikes.ts');
    expect(await attacks('s002-backlash.ts')).toBeGreaterThan(without);
    expect(await attacks('s002-deterrence.ts')).toBeLessThan(without);
  });
});

describe('2021: the NATO mission expands', () => {
  test('it has 500 at the start, and by the end 4,000 to 5,000 if nothing holds it up', async () => {
    const { number, high } = troopRow('2021-02-18', 'NMI');
    const compiled = await loadCompiled('s003-nato-expands.ts');
    const start = await presentOn('s003-nato-expands.ts', '2021-01-15');
    expect(start['nato']).toBe(troopRow('2020-01-07', 'NMI', 'all').number);
    const simulator = new Simulator({ ...compiled, rules: [] });
    const nato = compiled.contingentKeys.indexOf('nato');
    for (let replication = 0; replication < 20; replication++) {
      simulator.run({ seed: 1, replication });
      const present = simulator.world.everywhere(nato) - (simulator.world.outside[nato] ?? NaN);
      expect(present).toBeGreaterThanOrEqual(number);
      expect(present).toBeLessThanOrEqual(high);
    }
  });

  test('a dead of its own holds up the waves that have not begun', async () => {
    const compiled = await loadCompiled('s003-nato-expands.ts');
    let held: readonly Happening[] | undefined;
    for (let replication = 0; held === undefined && replication < 100; replication++) {
      const rows = traceReplication(compiled, { seed: 1, replication });
      if (rows.some(({ kind, name }) => kind === 'hold' && name === 'the mission waits')) held = rows;
    }
    const last = held?.findLast(({ kind }) => kind === 'arrival')?.day ?? NaN;
    const planned = isoDay('2021-11-01') + 45 - isoDay('2021-01-15');
    expect(held).toBeDefined();
    expect(Math.abs(last - planned)).toBeGreaterThan(1);
  });

  test.each([
    ['s003-americans-instead.ts', ['contingents']],
    ['s003-mission-of-500.ts', ['plan']],
  ])('%s differs in %s only', async (file, keys) => {
    expect(spoken(differing(await loadScenario(file), await loadScenario('s003-nato-expands.ts')))).toEqual(keys);
  });
});

describe('2020–2021: half the troops', () => {
  // troops.csv: 5,200 until September, 3,000 by its end, 2,500 on 15 January, and the same a year later.
  test.each([
    ['2020-09-09', 5200],
    ['2020-10-01', 3000],
    ['2021-01-16', 2500],
    ['2021-12-10', 2500],
  ])('on %s there are %d Americans, give or take those in a step of the change to advice', async (date, number) => {
    const { us = NaN, advisers = NaN } = await presentOn('s004-half-the-troops.ts', date);
    expect(Math.abs(us + advisers - number)).toBeLessThanOrEqual(date > '2021-04-07' ? 50 : 0);
  });

  test('by the end of the combat mission all of them advise, and 1,000 others are there', async () => {
    const { us, advisers, allies } = await presentOn('s004-half-the-troops.ts', '2021-12-10');
    expect([us, advisers]).toEqual([0, troopRow('2021-07-08', 'US').number]);
    expect(allies).toBe(troopRow('2021-12-19', 'coalition without US').number);
  });

  test('in between there are never more than a tenth too many or too few, who go in groups of 100 and come day by day', async () => {
    for (const date of ['2021-05-01', '2021-06-15', '2021-08-01', '2021-10-01', '2021-11-20']) {
      const { us = NaN, advisers = NaN } = await presentOn('s004-half-the-troops.ts', date);
      expect(Math.abs(us + advisers - 2500)).toBeLessThanOrEqual(250);
    }
  });

  test('Basmaya and Taji are handed over on the days of bases.csv, and no other base', async () => {
    const compiled = await loadCompiled('s004-half-the-troops.ts');
    const happened = traceReplication(compiled, luck).filter(({ kind }) => kind === 'handOver');
    const recorded = ['Basmaya', 'Camp Taji'].map((name) => {
      const date = sites.filter((row) => cell(row, 'base') === name).map((row) => cell(row, 'handover_date'))[0] ?? '';
      return isoDay(date) - isoDay(compiled.scenario.start);
    });
    expect(happened.map(({ day }) => day)).toEqual(recorded);
  });

  test('the truce of autumn 2020 holds back the militias and not the Islamic State', async () => {
    const { regimes, actors } = await loadScenario('s004-half-the-troops.ts');
    expect(Object.keys(actors)).toEqual(['militias', 'islamicState']);
    expect(regimes.map((regime) => regime.actors)).toEqual([['militias']]);
  });

  test('without departures there is no vacuum, and with them one whose sign is that of its effect', async () => {
    const index = async (file: string): Promise<number[]> =>
      simulate(await loadCompiled(file), { n: 5 })('vacuumIndexFinal.actor.islamicState');
    expect(await index('s004-nobody-leaves.ts')).toEqual(Array.from({ length: 5 }, () => 1));
    const [half, inCombat] = [await index('s004-half-the-troops.ts'), await index('s004-half-stay-in-combat.ts')];
    half.forEach((value, i) => {
      expect(Math.sign(Math.log(value))).toBe(Math.sign(Math.log(inCombat[i] ?? NaN)));
      expect(Math.abs(Math.log(value))).toBeGreaterThan(Math.abs(Math.log(inCombat[i] ?? NaN)));
    });
  });

  test.each([
    ['s004-nobody-leaves.ts', ['plan']],
    ['s004-half-stay-in-combat.ts', ['plan']],
  ])('%s differs in %s only', async (file, keys) => {
    expect(spoken(differing(await loadScenario(file), await loadScenario('s004-half-the-troops.ts')))).toEqual(keys);
  });
});
