import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ringHolds, ringRule, type Ring } from '../../src/model/ring.js';

const square: Ring = [
  [0, 0],
  [0, 10],
  [10, 10],
  [10, 0],
];

describe('an outline', () => {
  test('is the same whether its first corner stands again at the end or not, and whichever way round', () => {
    const closed = [...square, [0, 0]];
    for (const ring of [square, closed, square.toReversed(), closed.toReversed()]) {
      expect(ringRule(ring)).toBeUndefined();
      expect(ringHolds(ring, { lon: 5, lat: 5 })).toBe(true);
      expect(ringHolds(ring, { lon: 15, lat: 5 })).toBe(false);
    }
  });

  test.each([
    ['fewer than three corners', [[0, 0], [1, 1], [0, 0]], 'three different corners, has 2'], // prettier-ignore
    ['a corner that comes again', [[0, 0], [4, 0], [4, 4], [4, 0], [0, 4]], 'pass each corner once'], // prettier-ignore
    ['sides that cross, as of corners out of order', [[0, 0], [10, 10], [10, 0], [0, 10]], 'its sides 0 and 2 do'], // prettier-ignore
    ['all corners in a line, there and back', [[0, 0], [10, 0], [20, 0], [5, 0]], 'must not cross itself'], // prettier-ignore
    ['the far side of the date line', [[179, 0], [-179, 0], [-179, 5], [179, 5]], 'at most 180 degrees'], // prettier-ignore
  ])('must not have %s', (_, ring, rule) => {
    expect(ringRule(ring)).toContain(rule);
  });

  test('holds its middle and not what lies beyond its farthest corner, for any star-shaped one', () => {
    const radii = fc.array(fc.double({ min: 0.5, max: 5, noNaN: true }), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(radii, (lengths) => {
        const ring = lengths.map((radius, i) => {
          const angle = (2 * Math.PI * i) / lengths.length;
          return [20 + radius * Math.cos(angle), -30 + radius * Math.sin(angle)];
        });
        expect(ringRule(ring)).toBeUndefined();
        expect(ringHolds(ring, { lon: 20, lat: -30 })).toBe(true);
        expect(ringHolds(ring, { lon: 26, lat: -30 })).toBe(false);
      }),
    );
  });

  // The area of an L is that of three of four squares.
  test('holds of a grid of places the share that its area is of the grid', () => {
    const ell = [[0, 0], [10, 0], [10, 5], [5, 5], [5, 10], [0, 10]]; // prettier-ignore
    const places = Array.from({ length: 100 }, (_, i) => ({ lon: (i % 10) + 0.5, lat: Math.floor(i / 10) + 0.5 }));
    expect(places.filter((place) => ringHolds(ell, place))).toHaveLength(75);
  });
});
