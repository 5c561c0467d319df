import { describe, expect, test } from 'vitest';
import { isoDay } from '../../src/model/scenario/iso-date.js';
import { cell, readTable, tables, type Row } from './read-table.js';

const attacks = readTable('attacks-2019-2020.csv');
const bases = readTable('bases.csv');

describe('the tables', () => {
  test.each([
    ['attacks-2019-2020.csv', 82],
    ['bases.csv', 15],
    ['troops.csv', 32],
    ['timeline.csv', 50],
    ['published-counts-2019-2020.csv', 19],
    ['model-parameters.csv', 44],
  ])('%s holds %d rows', (file, rows) => {
    expect(readTable(file)).toHaveLength(rows);
  });

  test('no table stands in data/ that no test knows', () => {
    expect(tables).toHaveLength(6);
  });

  test.each([
    ['attacks-2019-2020.csv', 'date'],
    ['troops.csv', 'date'],
    ['timeline.csv', 'date'],
    ['published-counts-2019-2020.csv', 'as_of'],
    ['published-counts-2019-2020.csv', 'window_start'],
  ])('every date of %s, %s is one of the calendar', (file, column) => {
    const dates = readTable(file).map((row) => cell(row, column));
    expect(dates.filter((date) => Number.isNaN(isoDay(date)))).toEqual([]);
  });

  test('attacks and timeline are in order of their dates', () => {
    for (const file of ['attacks-2019-2020.csv', 'timeline.csv']) {
      const dates = readTable(file).map((row) => cell(row, 'date'));
      expect(dates).toEqual([...dates].sort());
    }
  });

  test.each(['attacks-2019-2020.csv', 'bases.csv', 'troops.csv', 'timeline.csv', 'published-counts-2019-2020.csv'])(
    'every row of %s says whether its report was read',
    (file) => {
      const said = readTable(file).map((row) => cell(row, 'confidence'));
      expect(said.filter((word) => word !== 'seen' && word !== 'unverified')).toEqual([]);
    },
  );
});

describe('attacks', () => {
  test('every attack fell on a site of bases.csv or on a convoy', () => {
    const known = bases.map((row) => cell(row, 'base'));
    const strays = attacks.filter((row) =>
      cell(row, 'scope') === 'convoy' ? !cell(row, 'base').startsWith('Convoy - ') : !known.includes(cell(row, 'base')),
    );
    expect(strays).toEqual([]);
  });

  test('an attack on a base stands where bases.csv has the base', () => {
    for (const row of attacks.filter((attack) => cell(attack, 'scope') !== 'convoy')) {
      const base = bases.find((site) => cell(site, 'base') === cell(row, 'base'));
      expect([row['latitude'], row['longitude']]).toEqual([base?.['latitude'], base?.['longitude']]);
    }
  });

  test('66 rows are on bases and the embassy zone, 16 on convoys, two of them ballistic missiles, two with a placeholder day', () => {
    const count = (column: string, value: string) => attacks.filter((row) => cell(row, column) === value).length;
    expect(count('scope', 'base') + count('scope', 'embassy/Green Zone')).toBe(66);
    expect(count('scope', 'convoy')).toBe(16);
    expect(count('mode', 'ballistic missile')).toBe(2);
    expect(count('date_precision', 'month')).toBe(2);
  });

  test('the strike of 3 January 2020 is no attack', () => {
    expect(attacks.filter((row) => cell(row, 'date') === '2020-01-03')).toEqual([]);
  });

  test('a number of rounds is at least 1, and unknown is blank', () => {
    const rounds = attacks.map((row) => cell(row, 'rounds')).filter((text) => text !== '');
    expect(rounds.length).toBeLessThan(attacks.length);
    expect(rounds.filter((text) => !(Number(text) >= 1))).toEqual([]);
  });
});

// Known answers: section 12 of the model. What counts: scope base or embassy zone, mode not ballistic missile, the two
// rows with a placeholder day (both in the first window) included.
describe('concentration on the sites that were kept', () => {
  const onBases = attacks.filter(
    (row) => /^(base|embassy)/u.test(cell(row, 'scope')) && cell(row, 'mode') !== 'ballistic missile',
  );
  const kept = bases.filter((row) => cell(row, 'role_2020').startsWith('kept')).map((row) => cell(row, 'base'));

  function inWindow([first, last]: readonly [string, string]) {
    const days = isoDay(last) - isoDay(first) + 1;
    const rows = onBases.filter((row) => cell(row, 'date') >= first && cell(row, 'date') <= last);
    const onKept = rows.filter((row) => kept.includes(cell(row, 'base'))).length;
    return { days, all: rows.length, onKept };
  }

  test('64 rows count, and every one of them lies in one of the three windows', () => {
    const windows = [first, second, third].map(inWindow);
    expect(windows.map(({ all }) => all)).toEqual([29, 22, 13]);
    expect(onBases).toHaveLength(64);
  });

  test('the kept sites are Baghdad’s two, Ain al-Asad and Erbil', () => {
    expect(kept).toEqual([
      'Green Zone / Union III',
      'Baghdad airport (BDSC / Camp Victory)',
      'Ain al-Asad',
      'Erbil Air Base',
    ]);
  });

  const first = ['2019-10-28', '2020-03-17'] as const;
  const second = ['2020-03-18', '2020-08-23'] as const;
  const third = ['2020-08-24', '2020-12-31'] as const;

  test.each([
    { window: first, sharePercent: 52, keptPer30Days: 3.2, allPer30Days: 6.1 },
    { window: second, sharePercent: 77, keptPer30Days: 3.2, allPer30Days: 4.2 },
    { window: third, sharePercent: 100, keptPer30Days: 3.0, allPer30Days: 3.0 },
  ])('$window: $sharePercent % fell on them', ({ window, sharePercent, keptPer30Days, allPer30Days }) => {
    const { days, all, onKept } = inWindow(window);
    expect(Math.round((100 * onKept) / all)).toBe(sharePercent);
    expect(((30 * onKept) / days).toFixed(1)).toBe(keptPer30Days.toFixed(1));
    expect(((30 * all) / days).toFixed(1)).toBe(allPer30Days.toFixed(1));
  });

  test('no listed attack fell on a base after its hand-over', () => {
    const handedOver = new Map(bases.map((row): [string, string] => [cell(row, 'base'), cell(row, 'handover_date')]));
    const after = (row: Row): boolean => {
      const date = handedOver.get(cell(row, 'base')) ?? '';
      return date !== '' && cell(row, 'date') > date;
    };
    expect(onBases.filter(after)).toEqual([]);
  });

  test('attacks on convoys begin in July 2020', () => {
    const convoys = attacks.filter((row) => cell(row, 'scope') === 'convoy');
    expect(cell(convoys[0] ?? {}, 'date')).toBe('2020-07-11');
  });
});
