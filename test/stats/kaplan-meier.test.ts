import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { survivalCurve } from '../../src/stats/kaplan-meier.js';
import { coverageZ, luckOf, sampleOf } from './coverage.js';

/** Weeks in remission of 21 patients given 6-mercaptopurine (Freireich et al., Blood 21, 1963); true: relapsed. */
const remission = [
  ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map((time) => ({ time, observed: true })),
  ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((time) => ({ time, observed: false })),
];

const curveOf = (sample: readonly { readonly time: number; readonly observed: boolean }[], level?: number) =>
  survivalCurve({
    times: sample.map(({ time }) => time),
    observed: sample.map(({ observed }) => observed),
    ...(level === undefined ? {} : { level }),
  });

const watched = fc.array(fc.record({ time: fc.integer({ min: 0, max: 30 }), observed: fc.boolean() }), {
  minLength: 1,
  maxLength: 60,
});

describe('the 6-mercaptopurine data', () => {
  const curve = curveOf(remission);
  // Survival, risk sets and Greenwood's errors as textbooks print them (Kleinbaum and Klein, Survival Analysis, ch. 2);
  // limits by scipy.stats.ecdf(...).sf.confidence_interval(method='log-log').
  test.each([
    [6, 21, 3, 0.8571, 0.0764, 0.619718, 0.9515517],
    [7, 17, 1, 0.8067, 0.0869, 0.5631466, 0.922809],
    [10, 15, 1, 0.7529, 0.0963, 0.5031995, 0.8893618],
    [13, 12, 1, 0.6902, 0.1068, 0.4316102, 0.849066],
    [16, 11, 1, 0.6275, 0.1141, 0.3675109, 0.8049122],
    [22, 7, 1, 0.5378, 0.1282, 0.2677789, 0.7467907],
    [23, 6, 1, 0.4482, 0.1346, 0.188052, 0.6801426],
  ])('week %i: %i at risk, %i relapse, survival %f', (time, atRisk, events, survival, standardError, low, high) => {
    const row = curve.rows.find((candidate) => candidate.time === time)!;
    expect(row).toMatchObject({ atRisk, events });
    expect(row.survival).toBeCloseTo(survival, 4);
    expect(row.standardError).toBeCloseTo(standardError, 4);
    expect(row.low).toBeCloseTo(low, 6);
    expect(row.high).toBeCloseTo(high, 6);
  });

  test('half have relapsed at 23 weeks; the lower limit is 13, the upper one is not reached', () => {
    expect(curve.median).toMatchObject({ value: 23, low: 13, high: NaN, n: 21, level: 0.95 });
    expect(curve.median.note).toBe('the upper limit lies beyond the times observed');
  });

  test('a time with censoring alone has a row that leaves the curve where it was', () => {
    const [before, at] = curve.rows.slice(1, 3);
    expect(at).toEqual({ ...before, time: 9, atRisk: 16, events: 0 });
  });
});

describe('laws', () => {
  test('without censoring survival is the share that comes later, its error the binomial one', () => {
    fc.assert(
      fc.property(watched, (sample) => {
        const { rows } = curveOf(sample.map(({ time }) => ({ time, observed: true })));
        for (const row of rows) {
          const later = sample.filter(({ time }) => time > row.time).length / sample.length;
          expect(row.survival).toBeCloseTo(later, 12);
          if (later > 0) expect(row.standardError).toBeCloseTo(Math.sqrt((later * (1 - later)) / sample.length), 12);
        }
      }),
    );
  });

  test('the curve never rises and lies within its interval, which lies within 0 and 1', () => {
    fc.assert(
      fc.property(watched, (sample) => {
        let before = 1;
        for (const { survival, low, high } of curveOf(sample).rows) {
          expect(survival).toBeLessThanOrEqual(before);
          if (survival > 0 && survival < 1)
            expect(0 <= low && low <= survival && survival <= high && high <= 1).toBe(true);
          else expect([low, high]).toEqual([NaN, NaN]);
          before = survival;
        }
      }),
    );
  });

  test('everyone leaves once, and the order of the input is irrelevant, bit for bit', () => {
    fc.assert(
      fc.property(watched, (sample) => {
        const curve = curveOf(sample);
        expect(curve.rows[0]!.atRisk).toBe(sample.length);
        expect(curve.rows.reduce((sum, { events }) => sum + events, 0)).toBe(sample.filter((x) => x.observed).length);
        expect(curveOf([...sample].reverse())).toEqual(curve);
      }),
    );
  });

  test('days in place of weeks move only the clock', () => {
    const inDays = curveOf(remission.map(({ time, observed }) => ({ time: 7 * time, observed })));
    expect(inDays.rows).toEqual(curveOf(remission).rows.map((row) => ({ ...row, time: 7 * row.time })));
  });
});

test('the interval at a day covers .9567 of 50 watched to a fixed end (exact binomial sum; 4 standard errors)', () => {
  const { exponential } = luckOf('survival coverage');
  const lastDay = 1;
  const rate = -Math.log(0.7);
  const interval = () => {
    const times = sampleOf(50, () => exponential() / rate);
    const { rows } = survivalCurve({
      times: times.map((time) => Math.min(time, lastDay)),
      observed: Array.from(times, (time) => time < lastDay),
    });
    return rows.at(-1)!;
  };
  expect(Math.abs(coverageZ({ expected: 0.95666, runs: 4000, truth: 0.7, interval }))).toBeLessThan(4);
});

describe('what cannot be estimated', () => {
  test('a median that fewer than half have reached has no value', () => {
    const { rows, median } = curveOf([
      { time: 5, observed: true },
      { time: 9, observed: false },
      { time: 9, observed: false },
    ]);
    expect(median).toMatchObject({ value: NaN, high: NaN, note: 'the median lies beyond the times observed' });
    expect(rows.at(-1)!.survival).toBeCloseTo(2 / 3, 12);
  });

  test('exactly half, come by in fractions that round, is half', () => {
    // 23/24 · 22/23 · … · 12/13 is 1/2, but .5000000000000001 or so in doubles.
    const sample = Array.from({ length: 24 }, (_, i) => ({ time: i + 1, observed: true }));
    const curve = curveOf(sample);
    expect(curve.rows[11]!.survival).toBeGreaterThan(0.5);
    expect(curve.median.value).toBe(12);
  });

  test('of nobody there is no curve', () => {
    expect(curveOf([])).toMatchObject({ rows: [], median: { value: NaN, low: NaN, high: NaN, n: 0 } });
  });

  test('without an event survival stays 1, without an interval', () => {
    const { rows } = curveOf([{ time: 30, observed: false }]);
    expect(rows).toEqual([{ time: 30, survival: 1, standardError: 0, low: NaN, high: NaN, atRisk: 1, events: 0 }]);
  });

  test('times that are no lengths and flags that do not fit are refused', () => {
    expect(() => survivalCurve({ times: [1, NaN], observed: [true, true] })).toThrow(
      new RangeError('time 1 must be a finite number, got NaN'),
    );
    expect(() => survivalCurve({ times: [-1], observed: [true] })).toThrow(
      new RangeError('time 0 must be at least 0, got -1'),
    );
    expect(() => survivalCurve({ times: [1], observed: [] })).toThrow(
      new RangeError('observed must be as many flags as times (1), got 0'),
    );
  });
});
