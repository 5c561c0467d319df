import { describe, expect, test } from 'vitest';
import { imputeTimes } from '../../../src/calibration/record/impute-times.js';
import { own, read, recordOf } from './invented.js';

const day = (date: string, place: string, precision = 'day'): string =>
  `${date},${place},,,rocket,base,0,0,${precision},`;
const { record } = recordOf(
  read(
    own(
      day('2030-03-05', 'North Valley'),
      day('2030-03-05', 'South Valley'),
      `${day('2030-03-05', 'South Valley')}again`,
      day('2030-03-20', 'The Gate', 'month'),
      day('2030-04-15', 'The Gate', 'week'),
    ),
    { from: '2030-03-04', until: '2030-04-16' },
  ),
);

describe('the times of a record', () => {
  test('lie within the day that is given, or the month or week within the record, in ascending order', () => {
    for (const { times, order } of imputeTimes(record, { seed: 1, imputations: 200 })) {
      expect([...times].every((time, i) => i === 0 || time > times[i - 1]!)).toBe(true);
      order.forEach((attack, i) => {
        const time = times[i]!;
        // 4 March is day 0; the month is March from then on, the week 12 to 18 April, cut at the 16th.
        const [low, high] = [
          [1, 2],
          [1, 2],
          [1, 2],
          [0, 28],
          [39, 44],
        ][attack]!;
        expect(time).toBeGreaterThan(low!);
        expect(time).toBeLessThan(high!);
      });
    }
  });

  test('are even within a day: mean and variance of 4,000 are those of a uniform law, within 4 standard errors', () => {
    const within = imputeTimes(record, { seed: 2, imputations: 4000 }).map(
      ({ times, order }) => times[order.indexOf(0)]! - 1,
    );
    const mean = within.reduce((sum, t) => sum + t, 0) / within.length;
    const variance = within.reduce((sum, t) => sum + (t - mean) ** 2, 0) / within.length;
    expect(Math.abs(mean - 1 / 2)).toBeLessThan(4 * Math.sqrt(1 / 12 / 4000));
    // The variance of (t − 1/2)² is 1/80 − 1/144 = 1/180.
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / 4000));
  });

  test('which of two on one day came first is even, within 4 standard errors', () => {
    const first = imputeTimes(record, { seed: 3, imputations: 4000 }).filter(
      ({ order }) => order.indexOf(0) < order.indexOf(1),
    );
    expect(Math.abs(first.length / 4000 - 1 / 2)).toBeLessThan(4 * Math.sqrt(1 / 4 / 4000));
  });

  test('one seed gives one answer, another seed and imputation others', () => {
    const [a, again, other] = [4, 4, 5].map((seed) => imputeTimes(record, { seed, imputations: 2 }));
    expect(again).toEqual(a);
    expect(other![0]!.times).not.toEqual(a![0]!.times);
    expect(a![1]!.times).not.toEqual(a![0]!.times);
  });

  test('a row that is added shifts no other’s time', () => {
    const more = { ...record, attacks: [{ ...record.attacks[0]!, line: 9, base: 'gate' }, ...record.attacks] };
    const [plain, longer] = [record, more].map((one) => imputeTimes(one, { seed: 1, imputations: 1 })[0]!.times);
    for (const time of plain!) expect(longer).toContain(time);
  });
});
