import { describe, expect, it } from 'vitest';
import { detailOf, ROAD } from '../../src/experiment/detail.js';
import { outcome, weekOf } from '../../src/experiment/results.js';
import { openRunner } from '../../src/experiment/run-replications.js';
import { compileScenario } from '../../src/model/compile.js';
import { causeKinds } from '../../src/model/detail.js';
import { readScenario } from '../../src/model/scenario/read-scenario.js';
import { resultsOf } from './results-of.js';

const read = readScenario({
  title: 'Two bases, one of which is left by road',
  start: '2020-03-20',
  end: '2020-05-10',
  contingents: { us: {} },
  bases: {
    a: { location: { lat: 33, lon: 44 }, garrison: { us: 500 } },
    b: { location: { lat: 34, lon: 43 }, garrison: { us: 900 } },
  },
  actors: {
    militias: {
      baselinePerDay: 0.6,
      branching: { militias: 0.4, strikes: 0.5 },
      emboldening: { perShareWithdrawn: 2 },
    },
  },
  convoys: { hazardPerConvoyDay: 0.3 },
  plan: [{ day: '2020-04-10', handOver: 'b', handedTo: 'host', personnelTo: 'a', by: 'road', overDays: 5 }],
});
if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults));
const compiled = compileScenario(read.scenario);
const results = resultsOf(compiled, { n: 25 });
const detail = detailOf(compiled, results)!;
const weeks = Array.from({ length: results.weeks }, (_, week) => week);
const places = ['a', 'b', ROAD];
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

describe('replications told in detail', () => {
  it('are those of the run: attacks by place and by cause add up to its attacks, week by week', () => {
    for (const week of weeks) {
      const attacks = [...weekOf(results, 'attacks', week)];
      const byPlace = attacks.map((_, r) => sum(places.map((place) => detail.attacks(place, week)[r]!)));
      const byCause = attacks.map((_, r) => sum(causeKinds.map((cause) => detail.causes(cause, week)[r]!)));
      expect(byPlace).toEqual(attacks);
      expect(byCause).toEqual(attacks);
    }
  });

  it('tell every base as the run does', () => {
    for (const base of ['a', 'b'])
      expect(weeks.map((week) => sum(detail.attacks(base, week))).reduce((a, b) => a + b)).toBe(
        sum(outcome(results, `attacks.base.${base}`)),
      );
    expect(sum(weeks.flatMap((week) => [...detail.attacks(ROAD, week)]))).toBe(
      sum(outcome(results, 'attacksOnConvoys')),
    );
    const personAttacks = sum(weeks.flatMap((week) => places.map((place) => detail.meanPersonAttacks(place, week))));
    expect(personAttacks).toBeCloseTo(sum(outcome(results, 'personAttacks')) / results.n, 8);
    const personDays = sum(weeks.map((week) => detail.meanPersonDays('b', week)));
    expect(personDays).toBeCloseTo(sum(outcome(results, 'personDays.base.b')) / results.n, 6);
  });

  it('tell every cause as the run does', () => {
    const columns = {
      unprovoked: 'attacksBackground',
      emboldened: 'attacksEmboldened',
      attacks: 'attacksProvokedByAttacks',
    };
    for (const [cause, column] of Object.entries(columns)) {
      const kind = causeKinds.find((known) => known === cause)!;
      const counted = sum(weeks.flatMap((week) => [...detail.causes(kind, week)]));
      expect(counted, cause).toBe(sum(outcome(results, column)));
      expect(counted, cause).toBeGreaterThan(0);
    }
  });

  it('tell every month as the run does', () => {
    expect(detail.months).toEqual(['2020-03', '2020-04', '2020-05']);
    const onBases = detail.months.map((_, month) => detail.attacksInMonth(month));
    const personAttacks = detail.months.map((_, month) => detail.personAttacksInMonth(month));
    for (let r = 0; r < results.n; r++) {
      expect(sum(onBases.map((values) => values[r]!))).toBe(outcome(results, 'attacksOnBases')[r]);
      expect(sum(personAttacks.map((values) => values[r]!))).toBeCloseTo(outcome(results, 'personAttacks')[r]!, 8);
    }
  });

  it('are the first 500 of more, and change none of them', () => {
    const few = detailOf(compiled, { ...results, n: 10 })!;
    expect(few.n).toBe(10);
    expect([...few.attacks('a', 1)]).toEqual([...detail.attacks('a', 1)].slice(0, 10));
  });

  it('are the same kept while the run was simulated, in any pieces, as simulated again', () => {
    const run = openRunner(compiled, { seed: results.seed, detailed: 20 });
    const kept = [run({ from: 7, to: 25 }), run({ from: 0, to: 7 })].flatMap(({ detail: rows }) => rows ?? []);
    expect(kept.map(({ from, to }) => [from, to])).toEqual([
      [7, 20],
      [0, 7],
    ]);
    // Were they simulated again, it would be those of another seed.
    const told = detailOf(compiled, { ...results, n: 20, seed: results.seed + 1, detail: kept })!;
    const again = detailOf(compiled, { ...results, n: 20 })!;
    for (const week of weeks) {
      for (const place of places) {
        expect(told.attacks(place, week)).toEqual(again.attacks(place, week));
        expect(told.meanPersonAttacks(place, week)).toBe(again.meanPersonAttacks(place, week));
      }
      for (const cause of causeKinds) expect(told.causes(cause, week)).toEqual(again.causes(cause, week));
      expect(told.meanPersonDays('b', week)).toBe(again.meanPersonDays('b', week));
    }
    for (const month of told.months.keys()) {
      expect(told.attacksInMonth(month)).toEqual(again.attacksInMonth(month));
      expect(told.personAttacksInMonth(month)).toEqual(again.personAttacksInMonth(month));
    }
  });

  it('leave out those that failed in the run', () => {
    const failures = [{ replication: 0, message: 'made up' }];
    const without = detailOf(compiled, { ...results, n: 9, failures })!;
    expect([...without.attacks('a', 2)]).toEqual([...detail.attacks('a', 2)].slice(1, 10));
  });

  it('know their places, and no others', () => {
    expect(() => detail.attacks('c', 0)).toThrow(RangeError);
  });
});
