import { expect, test } from 'vitest';
import { elementaryEffects } from '../../src/stats/index.js';

test('mean, mean of absolutes and spread are those of the Morris exercise', () => {
  // Saltelli et al. (2008), Global Sensitivity Analysis: The Primer, exercise of chapter 3.
  let turn = 0;
  const draw = () => ((turn++ * 7 + 3) % 13) / 13;
  const { mean, meanAbsolute, spread } = elementaryEffects([2.52, 1.995, 2.295, -0.66, -0.945, -1.305], {
    draw,
    resamples: 50,
  });
  expect(mean.value).toBeCloseTo(0.65, 12);
  expect(meanAbsolute.value).toBeCloseTo(1.62, 12);
  expect(spread).toBeCloseTo(1.79410702, 8);
  expect(meanAbsolute.low).toBeLessThan(1.62);
  expect(meanAbsolute.high).toBeGreaterThan(1.62);
  expect(mean.low).toBeLessThan(0);
});
