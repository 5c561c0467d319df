import { expect, test } from 'vitest';
import calibration from '../cases/calibration.json' with { type: 'json' };
import { expectClose } from '../cases/compare.js';
import { countInterval, rateRatio } from '../../src/stats/index.js';

test('the ratio of two rates is that of the case, with its exact limits (scipy)', () => {
  const { parameters, expected, tolerance } = calibration.find(({ name }) => name === 'rate_ratio_two_periods')!;
  const { k1, t1, k2, t2, troops1, troops2 } = parameters;
  const before = { count: k1!, days: t1! };
  const after = { count: k2!, days: t2! };
  const { value, low, high } = rateRatio({ before, after });
  const garwood = countInterval(before.count);
  expectClose(
    {
      rate1: before.count / before.days,
      rate2: after.count / after.days,
      ratio: value,
      ratio_ci: [low, high],
      rate1_ci_garwood: [garwood.low / before.days, garwood.high / before.days],
      elasticity: Math.log(value) / Math.log(troops2! / troops1!),
    },
    expected,
    tolerance.rel,
  );
});

test('no event before or after sets no limit on that side', () => {
  const none = { count: 0, days: 10 };
  const some = { count: 5, days: 10 };
  expect(rateRatio({ before: some, after: none })).toMatchObject({ value: 0, low: 0 });
  expect(rateRatio({ before: none, after: some })).toMatchObject({ value: Infinity, high: Infinity });
  expect(rateRatio({ before: none, after: none }).value).toBeNaN();
});
