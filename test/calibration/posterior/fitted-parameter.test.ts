import { describe, expect, test } from 'vitest';
import { fittedParameter } from '../../../src/calibration/posterior/fitted-parameter.js';
import { priorOf } from '../../../src/calibration/posterior/prior.js';
import { quantileOf } from '../../../src/random/laws/law.js';

const law = { lognormal: { p5: 3, p95: 20 } };
const grid = (count: number): number[] => Array.from({ length: count }, (_, k) => (k + 0.5) / count);
const draws = Float64Array.from(grid(4000), quantileOf(law));

describe('prior beside posterior', () => {
  test('a posterior that is the prior has learnt hardly anything', () => {
    const { sdRatio, overlap, learnt, before, after } = fittedParameter('lag', { prior: priorOf(law), draws });
    expect(sdRatio).toBeCloseTo(1, 2);
    expect(overlap).toBeCloseTo(1, 2);
    expect(learnt).toBe('hardly anything');
    expect(after.q975).toBeCloseTo(before.q975, 1);
  });

  test('one of four tenths of the spread about the same middle has that ratio, and has learnt much', () => {
    const middle = Math.sqrt(60);
    const narrow = draws.map((draw) => middle * (draw / middle) ** 0.4);
    const { sdRatio, overlap, learnt } = fittedParameter('lag', { prior: priorOf(law), draws: narrow });
    expect(sdRatio).toBeCloseTo(0.4, 2);
    // Normals of sd 1 and 0.4 about one middle cross at ±0.5908 and share 0.585 of their area; by twentieths a bit more.
    expect(Math.abs(overlap - 0.585)).toBeLessThan(0.02);
    expect(learnt).toBe('much');
  });

  test('one that lies elsewhere shares no area, however wide it is', () => {
    const { overlap, learnt } = fittedParameter('lag', { prior: priorOf(law), draws: draws.map((draw) => draw + 100) });
    expect(overlap).toBeCloseTo(1 / 20, 10);
    expect(learnt).toBe('much');
  });
});
