import { describe, expect, test } from 'vitest';
import { originsOf } from '../../../src/calibration/backtest/origins.js';

const record = { from: '2019-10-28', to: '2020-12-31', leastPastDays: 90 };

describe('the origins of a back-test', () => {
  test('are the first of each month with enough before them and a whole window after', () => {
    const origins = originsOf({ ...record, every: 'monthly' });
    expect(origins.map(({ date }) => date.slice(5))).toEqual(
      ['02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `${month}-01`),
    );
    expect(origins[0]).toEqual({ date: '2020-02-01', day: 96, horizonDays: 29 });
    expect(origins.at(-1)).toEqual({ date: '2020-12-01', day: 400, horizonDays: 31 });
  });

  test('adjoin: each window ends where the next one begins', () => {
    for (const every of ['monthly', 30, 7] as const) {
      const origins = originsOf({ ...record, every });
      expect(origins.length).toBeGreaterThan(5);
      origins.slice(1).forEach(({ day }, i) => {
        expect(day).toBe(origins[i]!.day + origins[i]!.horizonDays);
      });
    }
  });

  test('with a horizon of their own overlap or leave gaps, and still end within the record', () => {
    const origins = originsOf({ ...record, every: 'monthly', horizonDays: 60 });
    expect(origins.at(-1)).toMatchObject({ date: '2020-11-01', horizonDays: 60 });
  });

  test('begin on the day itself where it is the first of a month', () => {
    const [first] = originsOf({ ...record, every: 'monthly', leastPastDays: 96 });
    expect(first).toMatchObject({ date: '2020-02-01', day: 96 });
    expect(originsOf({ ...record, every: 'monthly', leastPastDays: 97 })[0]).toMatchObject({ date: '2020-03-01' });
  });

  test('are none where the record is too short', () => {
    expect(originsOf({ from: '2020-01-01', to: '2020-02-10', every: 'monthly', leastPastDays: 20 })).toEqual([]);
  });
});
