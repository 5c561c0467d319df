import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pageOf, usualLook } from '../../src/figures/index.js';
import { typeMm, widths } from '../../src/figures/look.js';
import '../property-seed.js';

const points = (widthMm: number): number => (typeMm(widthMm) * 72) / 25.4;

it('type is 7.5 points in a column, 11.25 across a page and 15 on a slide', () => {
  expect([60, 85, 170, 339].map((width) => Number(points(width).toFixed(3)))).toEqual([7.5, 7.5, 11.25, 15]);
});

it('a wider figure has larger type, and more room for it', () => {
  const width = fc.double({ min: widths.least, max: widths.most, noNaN: true });
  fc.assert(
    fc.property(width, width, (a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      expect(points(more)).toBeGreaterThanOrEqual(points(less));
      const [small, large] = [less, more].map((widthMm) => pageOf({ ...usualLook, widthMm }).contentWidth);
      expect(large).toBeGreaterThanOrEqual(small!);
    }),
  );
});
