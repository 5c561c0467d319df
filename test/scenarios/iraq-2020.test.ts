import { describe, expect, test } from 'vitest';
import { Simulator } from '../../src/model/replication.js';
import { isoDay } from '../../src/model/scenario/iso-date.js';
import { traceReplication } from '../../src/experiment/run-replications.js';
import { cell, readTable } from '../data/read-table.js';
import { loadCompiled, loadScenario } from './load-scenario.js';

const consolidation = await loadCompiled('iraq-2020-consolidation.ts');
const { scenario } = consolidation;
const sites = readTable('bases.csv');
const luck = { seed: 1, replication: 0 };

function siteOf(key: string) {
  const base = scenario.bases[key];
  const names = base?.recordNames ?? [base?.name ?? key];
  return sites.find((row) => names.includes(cell(row, 'base')));
}

/** Persons of a contingent at the start, over all bases. */
function atStart(contingent: string): number {
  return Object.values(scenario.bases).reduce((sum, { garrison }) => {
    const value = garrison[contingent]?.value ?? 0;
    return sum + (typeof value === 'number' ? value : NaN);
  }, 0);
}

describe('consolidation in Iraq, 2020, agrees with the record', () => {
  test('every base is a site of bases.csv, where it stands there', () => {
    for (const [key, { location }] of Object.entries(scenario.bases)) {
      const site = siteOf(key);
      expect([key, location.lat, location.lon]).toEqual([key, Number(site?.['latitude']), Number(site?.['longitude'])]);
    }
  });

  test('only Harir and the Turkish base are left out', () => {
    const taken = Object.keys(scenario.bases).map((key) => siteOf(key));
    const left = sites.filter((row) => !taken.includes(row)).map((row) => cell(row, 'base'));
    expect(left).toEqual(['Harir', 'Bashiqa / Zilkan (Turkish base)']);
  });

  test('every attack on a base in the record fell on a base of the scenario', () => {
    const known = Object.values(scenario.bases).flatMap(({ name, recordNames }) => recordNames ?? [name]);
    const rows = scenario.record?.rows.filter(({ scope }) => scope !== 'convoy') ?? [];
    expect(rows).toHaveLength(66);
    expect(rows.filter(({ base }) => !known.includes(base))).toEqual([]);
  });

  test('each nation has the strength of its row in troops.csv', () => {
    const troops = readTable('troops.csv');
    for (const [key, { source }] of Object.entries(scenario.contingents)) {
      if (source === undefined) continue;
      const [, date = '', nation = ''] = /: (\S+) (.+)$/u.exec(source) ?? [];
      const row = troops.find((force) => cell(force, 'date') === date && cell(force, 'nation') === nation);
      const [low, high] = [Number(row?.['number_low']), Number(row?.['number_high'])];
      expect([key, atStart(key)]).toEqual([key, Math.min(Math.max(atStart(key), low), high)]);
    }
  });

  test('together they are the 7,500 to 7,700 of March 2020', () => {
    const all = Object.keys(scenario.contingents).reduce((sum, key) => sum + atStart(key), 0);
    const row = readTable('troops.csv').find((force) => cell(force, 'force') === 'coalition with US');
    expect(all).toBeGreaterThanOrEqual(Number(row?.['number_low']));
    expect(all).toBeLessThanOrEqual(Number(row?.['number_high']));
  });

  test('every hand-over of bases.csv happens on its day, and no other does', () => {
    const happened = traceReplication(consolidation, luck)
      .filter(({ kind }) => kind === 'handOver')
      .map(({ base, day }): [string, number] => [cell(siteOf(base ?? '') ?? {}, 'base'), day + isoDay(scenario.start)]);
    const recorded = sites
      .filter((row) => cell(row, 'handover_date') !== '')
      .map((row): [string, number] => [cell(row, 'base'), isoDay(cell(row, 'handover_date'))]);
    expect(new Map(happened)).toEqual(new Map(recorded));
    expect(happened).toHaveLength(8);
  });

  // troops.csv: 3,000 announced for the end of September, 2,500 by 15 January 2021.
  test.each([
    ['2020-09-08', 5200, 5200],
    ['2020-09-30', 3000, 3000],
    ['2020-12-31', 2500, 3000],
  ])('on %s there are %d to %d Americans', (date, low, high) => {
    const end = new Simulator({ ...consolidation, horizonDays: isoDay(date) - isoDay(scenario.start) + 1 });
    end.run(luck);
    const us = consolidation.contingentKeys.indexOf('us');
    const present = end.world.everywhere(us) - (end.world.outside[us] ?? NaN);
    expect(present).toBeGreaterThanOrEqual(low);
    expect(present).toBeLessThanOrEqual(high);
  });

  test('at the end people are at the four kept sites only', () => {
    const { world } = endOf(consolidation);
    const occupied = consolidation.baseKeys.filter((_, b) => (world.atBase[b] ?? 0) > 0);
    expect(occupied).toEqual(['greenZone', 'airport', 'asad', 'erbil']);
    expect(world.personsInTransit).toBe(0);
  });
});

test('staying differs from consolidating in its plan, its words and its claims only', async () => {
  const stay = await loadScenario('iraq-2020-stay.ts');
  const { title, question, plan, claims } = scenario;
  expect({ ...stay, title, question, plan, claims }).toEqual(scenario);
  expect(stay.plan).toEqual([]);
  expect(stay.title).not.toBe(title);
});

function endOf(compiled: typeof consolidation): Simulator {
  const simulator = new Simulator(compiled);
  simulator.run(luck);
  return simulator;
}
