import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { expect, test } from 'vitest';
import { quickBetaQuantile } from '../../../src/random/laws/beta-quantile.js';

test('laws of the same shapes share one function, others do not', () => {
  expect(quickBetaQuantile({ alpha: 2, beta: 4 })).toBe(quickBetaQuantile({ alpha: 2, beta: 4 }));
  expect(quickBetaQuantile({ alpha: 2, beta: 4 })).not.toBe(quickBetaQuantile({ alpha: 4, beta: 2 }));
});

test('however many shapes were asked for, each has its own quantiles', () => {
  for (let i = 0; i < 600; i++) {
    const shapes = { alpha: 2 + i / 100, beta: 4 };
    const u = (0.5 + ((i * 7919) % 1000)) / 1000;
    // The octave's polynomial is met on its first use; its error is that of smooth-quantile.test.ts.
    if (i % 50 === 0) expect(quickBetaQuantile(shapes)(u)).toBeCloseTo(betaQuantile(u, shapes.alpha, shapes.beta), 12);
    else quickBetaQuantile(shapes);
  }
});
