import { expect, test } from 'vitest';
import { clopperPearson, wilson } from '../../src/stats/probability-interval.js';
import { satisficingShare } from '../../src/stats/satisficing-share.js';

test('the share of states at or below the threshold has the interval of Wilson', () => {
  const outcomes = [10, 20, 30, 20, 15];
  expect(satisficingShare({ outcomes, threshold: 20, better: 'lower' })).toEqual(wilson({ hits: 4, n: 5 }));
  expect(satisficingShare({ outcomes, threshold: 20, better: 'higher', level: 0.9 })).toEqual(
    wilson({ hits: 3, n: 5 }, 0.9),
  );
  expect(satisficingShare({ outcomes, threshold: 9, better: 'lower' })).toEqual(clopperPearson({ hits: 0, n: 5 }));
});

test('of no states there is none; a blank is refused', () => {
  expect(satisficingShare({ outcomes: [], threshold: 1, better: 'lower' }).value).toBeNaN();
  expect(() => satisficingShare({ outcomes: [1, NaN], threshold: 1, better: 'lower' })).toThrow(
    /outcome 1 must be a finite number/,
  );
});
