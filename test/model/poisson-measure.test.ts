import { describe, expect, test } from 'vitest';
import { PoissonMeasure } from '../../src/model/poisson-measure.js';
import { openStream } from '../../src/random/stream.js';
import { expectMean, expectVariance } from '../kernel/z-score.js';

const measure = (replication: number): PoissonMeasure =>
  new PoissonMeasure((strip) => openStream({ seed: 1, replication, purpose: 'attacks', entity: String(strip) }));

/** Points up to a day at or below a height, given how high to look at each moment. */
function points(
  source: PoissonMeasure,
  about: { readonly untilDay: number; readonly height: number; readonly look: (day: number) => number },
): [number, number][] {
  const found: [number, number][] = [];
  source.cover(about.look(0), 0);
  while (source.nextDay <= about.untilDay) {
    const [day, height] = [source.nextDay, source.nextHeight];
    if (height <= about.height) found.push([day, height]);
    source.advance();
    source.cover(about.look(day), day);
  }
  return found;
}

describe('the Poisson random measure', () => {
  test('has Poisson counts under any height, spread evenly over it', () => {
    for (const height of [0.1, 0.3, 3]) {
      const counts = Array.from(
        { length: 2000 },
        (_, r) => points(measure(r), { untilDay: 20, height, look: () => height }).length,
      );
      expectMean(`points under ${height}`, counts, 20 * height);
      expectVariance(`points under ${height}`, counts, { mean: 20 * height, variance: 20 * height });
    }
    const heights = Array.from({ length: 300 }, (_, r) =>
      points(measure(r), { untilDay: 20, height: 3, look: () => 3 }).map(([, z]) => z / 3),
    ).flat();
    expectMean('height', heights, 1 / 2);
    expectMean(
      'square of height',
      heights.map((z) => z * z),
      1 / 3,
    );
  });

  test('has the same points however high and however late one looked before', () => {
    for (let r = 0; r < 50; r++) {
      const always = points(measure(r), { untilDay: 60, height: 0.2, look: () => 5 });
      const low = points(measure(r), { untilDay: 60, height: 0.2, look: () => 0.2 });
      const upAndDown = points(measure(r), {
        untilDay: 60,
        height: 0.2,
        look: (day) => (Math.floor(day) % 7 === 3 ? 9 : 0.2),
      });
      expect(low).toEqual(always);
      expect(upAndDown).toEqual(always);
    }
  });

  test('gives every point a number of its own', () => {
    const source = measure(1);
    const seen = new Set<number>();
    source.cover(4, 0);
    for (let i = 0; i < 2000; i++) {
      seen.add(source.nextIdentity);
      source.advance();
    }
    expect(seen.size).toBe(2000);
  });

  test('looks at nothing where nothing can happen, and refuses a rate beyond its reach', () => {
    const source = measure(1);
    source.cover(0, 0);
    expect(source.nextDay).toBe(Infinity);
    expect(() => {
      source.cover(1e15, 0);
    }).toThrow(RangeError);
  });
});
