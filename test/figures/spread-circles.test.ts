import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadCircles } from '../../src/figures/spread-circles.js';
import '../property-seed.js';

const circle = fc.record({
  x: fc.integer({ min: 0, max: 80 }),
  y: fc.integer({ min: 0, max: 80 }),
  radius: fc.integer({ min: 4, max: 19 }),
});

describe('circles of a map', () => {
  it('stand side by side instead of covering each other', () => {
    fc.assert(
      fc.property(fc.array(circle, { maxLength: 10 }), (circles) => {
        const spread = spreadCircles(circles);
        spread.forEach((a, i) => {
          expect(a.radius).toBe(circles[i]!.radius);
          for (const b of spread.slice(i + 1))
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.radius + b.radius - 0.5);
        });
      }),
    );
  });

  it('stay where they are when they touch none', () => {
    const apart = [
      { x: 10, y: 10, radius: 8 },
      { x: 40, y: 10, radius: 19 },
    ];
    expect(spreadCircles(apart)).toEqual(apart);
  });

  it('of one size and on one spot move equally far', () => {
    const [a, b] = spreadCircles([
      { x: 50, y: 50, radius: 10 },
      { x: 50, y: 50, radius: 10 },
    ]);
    expect(a!.x + b!.x).toBeCloseTo(100, 6);
    expect(a!.y + b!.y).toBeCloseTo(100, 6);
  });
});
