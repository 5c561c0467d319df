import { describe, expect, it } from 'vitest';
import {
  byBaseCaption,
  byBaseRows,
  exceedanceCaption,
  exceedanceRows,
  exposureCaption,
  exposureRows,
  mapCaption,
  mapRows,
  personnelRows,
  riskRows,
  weeklyCaption,
  weeklyRows,
} from '../../../src/experiment/tables/index.js';
import { instant, weekBounds } from '../../../src/experiment/tables/instant.js';
import { compareWithRecord } from '../../../src/cli/record-comparison.js';
import { numberText } from '../../../src/experiment/tables/number-text.js';
import type { Results } from '../../../src/experiment/results.js';
import { smallResults } from '../small-results.js';

const record = [
  { date: '2020-03-10', base: 'Base 0', scope: 'base', mode: 'rocket' },
  { date: '2020-03-16', base: 'Base 0', scope: 'base', mode: 'rocket' },
  { date: '2020-03-30', base: 'Base 1', scope: 'base', mode: 'rocket' },
  { date: '2020-04-02', base: 'Nowhere', scope: 'embassy/Green Zone', mode: 'rocket' },
  { date: '2020-04-03', base: 'Base 1', scope: 'convoy', mode: 'IED' },
  { date: '2020-04-04', base: 'Base 1', scope: 'base', mode: 'ballistic missile' },
  { date: '2020-05-14', base: 'Base 1', scope: 'base', mode: 'rocket' },
  { date: '2020-05-15', base: 'Base 1', scope: 'base', mode: 'rocket' },
];

describe('exposure rows', () => {
  const rows = exposureRows(smallResults());

  it('count every replication once in each histogram', () => {
    for (const measure of ['personAttacks', 'personAttacksPer1000PersonDays']) {
      const bins = rows.flatMap((row) => (row.part === 'bin' && row.measure === measure ? [row.count] : []));
      expect(bins.reduce((sum, count) => sum + count, 0)).toBe(20);
    }
  });

  it('nest the central intervals around the median', () => {
    const intervals = rows.flatMap((row) => (row.part === 'interval' && row.measure === 'personAttacks' ? [row] : []));
    const median = rows.find((row) => row.part === 'median')?.median ?? NaN;
    const [half, most, nearlyAll] = intervals;
    expect([half?.level, most?.level, nearlyAll?.level]).toEqual([0.5, 0.8, 0.95]);
    expect(nearlyAll!.low).toBeLessThanOrEqual(most!.low);
    expect(most!.low).toBeLessThanOrEqual(half!.low);
    expect(half!.low).toBeLessThanOrEqual(median);
    expect(median).toBeLessThanOrEqual(half!.high);
    expect(half!.high).toBeLessThanOrEqual(most!.high);
    expect(most!.high).toBeLessThanOrEqual(nearlyAll!.high);
  });

  it('hold the mean of the replications', () => {
    const results = smallResults();
    const at = results.columns.findIndex(({ name }) => name === 'personAttacks');
    let sum = 0;
    for (let r = 0; r < results.n; r++) sum += results.values[r * results.columns.length + at]!;
    expect(rows.find(({ part }) => part === 'mean')).toMatchObject({ mean: sum / results.n });
  });

  it('leave out a measure that exists in no replication', () => {
    const results = smallResults();
    const at = results.columns.findIndex(({ name }) => name === 'personAttacksPer1000PersonDays');
    for (let r = 0; r < results.n; r++) results.values[r * results.columns.length + at] = NaN;
    expect(new Set(exposureRows(results).map(({ measure }) => measure))).toEqual(new Set(['personAttacks']));
  });
});

describe('weekly rows', () => {
  it('hold as many observed attacks as the record has in the period by its counting rule', () => {
    const rows = weeklyRows(smallResults({ record }));
    const observed = rows.flatMap((row) => (row.part === 'observed' ? [row] : []));
    // 16 March, 30 March, the embassy zone; no convoy, no missile, nothing outside the period or in its last four days.
    expect(observed.map(({ observed: count }) => count)).toEqual([1, 0, 2, 0, 0, 0, 0, 0]);
    expect(observed.map(({ week }) => week)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('show zeros after the last row of the record as far as it is told to go, and no week that it covers in part', () => {
    const weeksSeen = (until?: string): number[] => {
      const results = smallResults({ record: record.slice(0, 4) });
      const { scenario } = results;
      const told = { ...scenario, record: { ...scenario.record!, until } };
      return weeklyRows({ ...results, scenario: told }).flatMap((row) => (row.part === 'observed' ? [row.week] : []));
    };
    // The last row is of 2 April, in week 2; weeks 4 and 5 end with 19 and 26 April.
    expect(weeksSeen()).toEqual([0, 1, 2]);
    expect(weeksSeen('2020-04-25')).toEqual([0, 1, 2, 3, 4]);
    expect(weeksSeen('2020-04-26')).toEqual([0, 1, 2, 3, 4, 5]);
    expect(weeksSeen('2021-12-31')).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('leave out a last week of fewer than seven days, and say so', () => {
    const results = smallResults();
    const rows = weeklyRows(results);
    const weeks = rows.flatMap((row) => (row.part === 'regime' ? [] : [row.week]));
    // 60 days are eight weeks and four days.
    expect(Math.max(...weeks)).toBe(7);
    expect(weeklyCaption(results, rows).subtitle).toContain('Whole weeks only: the last 4 days are left out.');
  });

  it('show no observed weeks without a record', () => {
    expect(weeklyRows(smallResults()).filter(({ part }) => part === 'observed')).toEqual([]);
  });

  it('show the first ten replications as they were, and no more', () => {
    const results = smallResults();
    const paths = weeklyRows(results).flatMap((row) => (row.part === 'path' ? [row] : []));
    expect(new Set(paths.map(({ replication }) => replication)).size).toBe(10);
    for (const { week, replication, attacks } of paths)
      expect(attacks).toBe(results.weekly.attacks[replication * results.weeks + week]);
  });

  it('cut regimes to the period, and name their chance where they are not sure', () => {
    const regimes = [
      { name: 'before', firstDay: '2020-01-01', lastDay: '2020-02-01', gate: 1 },
      { name: 'truce', firstDay: '2020-03-01', lastDay: '2020-03-20', gate: 0.1, probability: 0.6 },
      { name: 'open', firstDay: '2020-05-01', gate: 2 },
    ];
    const rows = weeklyRows(smallResults({ regimes })).flatMap((row) => (row.part === 'regime' ? [row] : []));
    expect(rows.map(({ name, fromDay, toDay }) => [name, fromDay, toDay])).toEqual([
      ['truce (in 60 % of replications)', 0, 5],
      ['open', 46, 56],
    ]);
  });

  it('say in the caption that convoys are simulated but not in the record', () => {
    const results = smallResults({ record });
    const { subtitle } = weeklyCaption(results, weeklyRows(results));
    expect(subtitle.join(' ')).toContain('Record: bases and embassy zone, 3 attacks');
    expect(subtitle.join(' ')).toContain('also include those on convoys');
  });
});

describe('rows by base', () => {
  const results = smallResults({ record, until: '2020-05-14' });
  const rows = byBaseRows(results);

  it('come in the order of mean attacks', () => {
    const means = rows.flatMap((row) => (row.part === 'mean' && row.measure === 'attacks' ? [row.mean] : []));
    expect(means).toEqual([...means].sort((a, b) => b - a));
    expect(means).toHaveLength(3);
  });

  it('with the caption, account for every attack of the record in the period', () => {
    const observed = rows.flatMap((row) => (row.part === 'observed' ? [[row.base, row.observed]] : []));
    expect(Object.fromEntries(observed)).toEqual({ base0: 1, base1: 2, base2: 0 });
    expect(byBaseCaption(results, rows).subtitle.join(' ')).toContain('1 attack of the record fell on no base');
  });

  it('leave out a record that does not say that it covers the whole period, as the card does, and say so', () => {
    for (const until of [undefined, '2020-05-13']) {
      const partly = smallResults({ record, ...(until === undefined ? {} : { until }) });
      const found = byBaseRows(partly);
      expect(found.some(({ part }) => part === 'observed')).toBe(false);
      expect(byBaseCaption(partly, found).subtitle.join(' ')).toContain('The record is left out');
      expect(compareWithRecord(partly)).toEqual([]);
    }
    expect(
      compareWithRecord(results)
        .filter(({ outcome }) => outcome.startsWith('attacks.base'))
        .map(({ record }) => record),
    ).toEqual([1, 2, 0]);
    expect(byBaseCaption(smallResults(), rows).subtitle.join(' ')).not.toContain('record');
  });
});

describe('exceedance rows', () => {
  it('never rise with the threshold, and agree with a count by hand', () => {
    const results = smallResults();
    const rows = exceedanceRows(results).filter(({ measure }) => measure === 'killed');
    const at = results.columns.findIndex(({ name }) => name === 'killed');
    rows.forEach(({ atLeast, probability, n }, i) => {
      const hits = Array.from({ length: n }, (_, r) => results.values[r * results.columns.length + at]!).filter(
        (killed) => killed >= atLeast,
      ).length;
      expect(probability).toBe(hits / n);
      if (i > 0) expect(probability).toBeLessThanOrEqual(rows[i - 1]!.probability);
    });
  });

  it('give an upper bound where nobody was ever killed: 1 − .025^(1/n), Clopper–Pearson', () => {
    const [first] = exceedanceRows(smallResults({ attacks: 'none' }));
    expect(first?.probability).toBe(0);
    expect(first?.high).toBeCloseTo(1 - 0.025 ** (1 / 20), 10);
  });
});

describe('the caption of exceedance', () => {
  const subtitleOf = (results: Results): string =>
    exceedanceCaption(results, exceedanceRows(results)).subtitle.join(' ');

  it('gives the killed of the record by its counting rule', () => {
    const killed = [9, 2, 3, 0, 9, 9, 1, 9];
    const rows = record.map((row, i) => ({ ...row, killed: killed[i]! }));
    // Of 16 March, 30 March, 2 April and 14 May; no convoy, no missile, nothing outside the period.
    expect(subtitleOf(smallResults({ record: rows }))).toContain('6 killed, 3 in the deadliest attack.');
    expect(subtitleOf(smallResults({ record }))).toContain('Record, bases and embassy zone: 0 killed.');
    expect(subtitleOf(smallResults({ record: record.slice(0, 1) }))).not.toContain('Record');
  });

  it('says what may be missed only where a probability is drawn that is too small for so many replications', () => {
    // 1 − .05^(1/20) = .1391.
    expect(subtitleOf(smallResults({ attacks: 'none' }))).toContain(
      '20 replications may miss an event altogether whose probability is under 14 %.',
    );
    const results = smallResults();
    const certain = exceedanceRows(results).map((row) => ({ ...row, probability: 0.5 }));
    expect(exceedanceCaption(results, certain).subtitle.join(' ')).not.toContain('may miss');
  });
});

describe('rows of risk over time', () => {
  it('are sums over sums per person, and a short last week counts as seven days', () => {
    const results = smallResults();
    const rows = riskRows(results).flatMap((row) => (row.part === 'week' ? [row] : []));
    const last = results.weeks - 1;
    let sum = 0;
    for (let r = 0; r < results.n; r++) sum += results.weekly.personAttacks[r * results.weeks + last]!;
    const total = rows.find(({ measure, week }) => measure === 'personAttacksPerWeek' && week === last);
    // 60 days are eight weeks and four days.
    expect(total?.value).toBeCloseTo((sum / results.n) * (7 / 4), 8);
    const perPerson = rows.find(({ measure, week }) => measure === 'personAttacksPer1000PersonDays' && week === last);
    expect(perPerson?.value).toBeCloseTo((1000 * sum) / (7000 * results.n), 8);
  });

  it('have no interval from a single replication', () => {
    for (const row of riskRows(smallResults({ n: 1 })))
      expect(row).toMatchObject({ part: 'week', low: null, high: null, value: expect.any(Number) as number });
  });

  it('cut regimes to the stretch between the middles of the first and the last week', () => {
    const rows = riskRows(smallResults({ regimes: [{ name: 'truce', firstDay: '2020-03-01', gate: 0.1 }] }));
    const regimes = rows.filter(({ part }) => part === 'regime');
    // Weeks begin on days 0, 7, … 56; the last one ends on day 60.
    expect(regimes).toMatchObject([{ name: 'truce', fromDay: 3.5, toDay: 58 }]);
  });
});

describe('personnel rows', () => {
  const moves = [
    { kind: 'departure', day: 1, base: 'base0', toBase: 'base1', persons: 200, name: 'move' },
    { kind: 'arrival', day: 2, toBase: 'base1', persons: 200 },
    { kind: 'departure', day: 3, base: 'base0', toBase: 'home', persons: 300, name: 'withdrawal' },
    { kind: 'handOver', day: 3, base: 'base0', name: 'hand-over' },
    { kind: 'arrival', day: 3.25, toBase: 'home', persons: 300 },
    { kind: 'arrival', day: 9, toBase: 'base2', persons: 40, name: 'ramp' },
  ] as const;

  it('add up: everybody is at a base or on the way at every instant', () => {
    const rows = personnelRows(smallResults({ firstReplication: moves }));
    const steps = rows.flatMap((row) => (row.part === 'step' ? [row] : []));
    const instants = [...new Set(steps.map(({ at }) => at))].sort();
    const placeAt = (place: string, instantText: string): number =>
      steps.filter((row) => row.place === place && row.at <= instantText).at(-1)?.persons ?? 0;
    for (const at of instants) {
      const parts = ['base0', 'base1', 'base2', 'on the way'].map((place) => placeAt(place, at));
      expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
      expect(parts.reduce((sum, persons) => sum + persons, 0)).toBe(placeAt('total', at));
    }
    expect(placeAt('total', instants[0]!)).toBe(800);
    expect(placeAt('total', instants.at(-1)!)).toBe(800 - 300 + 40);
    expect(placeAt('on the way', instants.at(-1)!)).toBe(0);
  });

  it('say since when a base is handed over', () => {
    const rows = personnelRows(smallResults({ firstReplication: moves }));
    expect(rows.filter(({ part }) => part === 'end')).toEqual([
      { part: 'end', place: 'base0', group: 'base', at: '2020-03-19T00:00:00Z', status: 'handedOver' },
    ]);
  });

  it('recover an uncertain garrison of replication 0 from its person-days', () => {
    const results = smallResults({ garrison: { uniform: { low: 100, high: 900 } }, firstReplication: moves });
    const at = results.columns.findIndex(({ name }) => name === 'personDays.base.base0');
    // 640 at first, 200 less from day 1, 300 less from day 3 of 60.
    results.values[at] = 640 * 60 - 200 * 59 - 300 * 57;
    const summary = personnelRows(results).find((row) => row.part === 'summary' && row.place === 'base0');
    expect(summary).toMatchObject({ atStart: 640, atEnd: 140 });
  });
});

describe('map rows', () => {
  it('add up the moves between two bases, and leave out those for home', () => {
    const rows = mapRows(
      smallResults({
        firstReplication: [
          { kind: 'departure', day: 1, base: 'base1', toBase: 'base0', persons: 30, name: 'move' },
          { kind: 'departure', day: 2, base: 'base1', toBase: 'base0', persons: 20, name: 'move' },
          { kind: 'departure', day: 3, base: 'base1', toBase: 'home', persons: 50, name: 'withdrawal' },
          { kind: 'arrival', day: 4, toBase: 'base0', persons: 50 },
          { kind: 'closure', day: 5, base: 'base2', name: 'closure' },
        ],
      }),
    );
    expect(rows.filter(({ part }) => part === 'move')).toEqual([
      { part: 'move', fromBase: 'base1', toBase: 'base0', persons: 50 },
    ]);
    const status = rows.flatMap((row) => (row.part === 'base' ? [[row.base, row.status]] : []));
    expect(Object.fromEntries(status)).toEqual({ base0: 'hosting', base1: 'empty', base2: 'closed' });
  });

  it('tell a base where nobody ever was from one that everybody left', () => {
    const nobody = smallResults({
      garrison: 0,
      firstReplication: [{ kind: 'arrival', day: 2, toBase: 'base0', persons: 0, name: 'wave' }],
    });
    const statuses = mapRows(nobody).flatMap((row) => (row.part === 'base' ? [row.status] : []));
    expect(statuses).toContain('unused');
    expect(statuses).not.toContain('empty');
    expect(mapCaption(nobody, mapRows(nobody)).alt).toMatch(/Never used in the first replication: Base 0\./);
    expect(mapCaption(nobody, mapRows(nobody)).alt).not.toContain('left by the end');
  });
});

describe('captions', () => {
  it('name scenario, replications and seed, and that this is model output', () => {
    const results = smallResults({ n: 1 });
    const { subtitle, alt } = exposureCaption(results, exposureRows(results));
    expect(subtitle[0]).toBe('Three made-up bases');
    expect(subtitle.at(-1)).toBe('1 replication, seed 0. Model output, not observation.');
    expect(alt).toContain('median');
  });

  it('say so where replications ended early', () => {
    const results = smallResults();
    const at = results.columns.findIndex(({ name }) => name === 'capped');
    results.values[at] = 1;
    expect(exposureCaption(results, exposureRows(results)).subtitle.join(' ')).toContain(
      '1 replication reached the cap on events',
    );
  });
});

describe('texts', () => {
  it('give numbers to three figures', () => {
    expect([41_237, 3.0712, 0.012345, 0, NaN].map(numberText)).toEqual(['41,200', '3.07', '0.0123', '0', 'n/a']);
  });

  it('give instants in UTC, and end the last week with the scenario', () => {
    const scenario = { start: '2020-12-28', end: '2021-01-05' };
    expect(instant(scenario, 3.5)).toBe('2020-12-31T12:00:00Z');
    expect(weekBounds(scenario, 1)).toEqual({
      week: 1,
      weekStart: '2021-01-04T00:00:00Z',
      weekMiddle: '2021-01-05T00:00:00Z',
      weekEnd: '2021-01-06T00:00:00Z',
      endDay: 9,
    });
  });
});
