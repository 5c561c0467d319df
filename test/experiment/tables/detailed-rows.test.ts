import { describe, expect, it } from 'vitest';
import {
  baseByWeekCaption,
  baseByWeekRows,
  byMonthRows,
  causeCaption,
  causeRows,
  weeklyByBaseCaption,
  weeklyByBaseRows,
} from '../../../src/experiment/tables/index.js';
import { madeUpDetail } from '../made-up-detail.js';
import { smallResults } from '../small-results.js';

const record = [
  { date: '2020-03-16', base: 'Base 0', scope: 'base', mode: 'rocket' },
  { date: '2020-03-17', base: 'Base 0', scope: 'base', mode: 'rocket' },
  { date: '2020-03-30', base: 'Base 1', scope: 'base', mode: 'rocket' },
  { date: '2020-04-02', base: 'Nowhere', scope: 'base', mode: 'rocket' },
];
// 60 days: eight whole weeks, and four days of a ninth that no figure shows.
const results = smallResults({ n: 3, record, until: '2020-04-20' });
const detail = madeUpDetail(results);

describe('attacks per week at each base', () => {
  const rows = weeklyByBaseRows(results, detail);
  const bases = rows.flatMap((row) => (row.part === 'base' ? [row] : []));

  it('show the bases with most attacks first, with their mean in all', () => {
    // Three replications hold 0, 1 and 2 attacks in some order: a mean of 1 in each of 8 weeks, and of 4 for base 2.
    expect(bases.map(({ base, attacks, label }) => [base, attacks, label])).toEqual([
      ['base0', 8, '8'],
      ['base1', 8, '8'],
      ['base2', 4, '4'],
    ]);
  });

  it('hold the quantiles of 0, 1 and 2', () => {
    const fan = rows.flatMap((row) => (row.part === 'fan' && row.base === 'base0' && row.week === 0 ? [row] : []));
    expect(fan.map(({ level, low, high }) => [level, low, high])).toEqual([
      [0.95, expect.closeTo(0.05, 12), expect.closeTo(1.95, 12)],
      [0.8, expect.closeTo(0.2, 12), expect.closeTo(1.8, 12)],
      [0.5, 0.5, 1.5],
    ]);
    expect(rows.find((row) => row.part === 'middle')).toMatchObject({ median: 1, mean: 1 });
  });

  it('show the record at the base that it names, zeros of the weeks it covers among them', () => {
    const seen = rows.flatMap((row) => (row.part === 'observed' && row.base === 'base0' ? [row.observed] : []));
    // Covered are the weeks that end by 20 April: five.
    expect(seen).toEqual([2, 0, 0, 0, 0]);
    expect(weeklyByBaseCaption(results, rows, detail).subtitle.join(' ')).toContain('Record: 3 attacks on these bases');
  });

  it('are not there for a single base, nor without attacks', () => {
    const one = smallResults({ n: 3, bases: 1 });
    expect(weeklyByBaseRows(one, madeUpDetail(one))).toEqual([]);
    expect(weeklyByBaseRows(results, madeUpDetail(results, { none: true }))).toEqual([]);
  });

  it('say which replications they rest on', () => {
    const caption = weeklyByBaseCaption({ ...results, n: 800 }, rows, { n: 500 });
    expect(caption.subtitle.at(-1)).toBe('First 500 of 800 replications, seed 0. Model output, not observation.');
    expect(weeklyByBaseCaption(results, rows, detail).subtitle.at(-1)).toMatch(/^3 replications, seed 0/);
  });
});

describe('expected attacks, base by week', () => {
  const rows = baseByWeekRows(results, detail);

  it('hold the mean of every week with its interval, and nothing where nobody is there', () => {
    const cells = rows.flatMap((row) => (row.part === 'cell' && row.place === 'base2' ? [row] : []));
    expect(cells.map(({ attacks }) => attacks)).toEqual([1, 1, 1, 1, null, null, null, null]);
    // Student: 1 ± t(.975, 2) · 1/√3, cut at zero.
    expect(cells[0]).toMatchObject({ low: 0, high: expect.closeTo(1 + 4.302653 / Math.sqrt(3), 5) });
    expect(cells[4]).toMatchObject({ low: null, high: null });
  });

  it('put the road last, and leave it out where nobody is attacked there', () => {
    const places = rows.flatMap((row) => (row.part === 'place' ? [row.place] : []));
    expect(places).toEqual(['base0', 'base1', 'base2', 'the road']);
    const off = {
      ...detail,
      attacks: (place: string, week: number) =>
        detail.attacks(place === 'the road' ? 'base2' : place, place === 'the road' ? 5 : week),
    };
    expect(baseByWeekRows(results, off).some((row) => row.part === 'place' && row.place === 'the road')).toBe(false);
  });

  it('are not there without attacks', () => {
    expect(baseByWeekRows(results, madeUpDetail(results, { none: true }))).toEqual([]);
  });

  it('say where the most are expected', () => {
    expect(baseByWeekCaption(results, rows, detail).alt).toContain('Most in one week: 1, Base 0, week of 2020-03-16.');
  });
});

describe('attacks by cause', () => {
  const rows = causeRows(results, detail);

  it('hold the causes that occur, with their sums and shares, which are one together', () => {
    const causes = rows.flatMap((row) => (row.part === 'cause' ? [row] : []));
    expect(causes.map(({ cause }) => cause)).toEqual(['unprovoked', 'attacks', 'strikes', 'emboldened']);
    expect(causes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    // Of three replications one or two have an attack, in turn by week: 8 weeks with a mean of ½.
    for (const { attacks } of causes) expect(attacks).toBeCloseTo(4, 12);
    expect(causeCaption(results, rows, detail).alt).toContain('unprovoked 4 (25 %)');
  });

  it('are not there without attacks', () => {
    expect(causeRows(results, madeUpDetail(results, { none: true }))).toEqual([]);
  });
});

describe('attacks by month', () => {
  const rows = byMonthRows(results, detail);

  it('name a month by its days where the period cuts it', () => {
    const names = rows.flatMap((row) => (row.part === 'mean' && row.measure === 'attacks' ? [row.name] : []));
    expect(names).toEqual(['16 to 31 March 2020', 'April 2020', '1 to 14 May 2020']);
  });

  it('hold means of both measures, and the record of the months that it covers in full', () => {
    const means = rows.flatMap((row) => (row.part === 'mean' ? [[row.base, row.measure, row.mean]] : []));
    expect(means.slice(0, 2)).toEqual([
      ['2020-03', 'attacks', 1],
      ['2020-03', 'personAttacks', 100],
    ]);
    const observed = rows.flatMap((row) => (row.part === 'observed' ? [[row.base, row.observed]] : []));
    expect(observed).toEqual([['2020-03', 3]]);
  });
});
