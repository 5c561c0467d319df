import { mean } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { openStream } from '../../src/random/stream.js';
import { linearisedRate, meanInterval, ratioInterval } from '../../src/stats/index.js';

function sample(n: number) {
  const uniform = openStream({ seed: 5, replication: 0, purpose: 'test', entity: 'linearised rate' });
  const denominators = Array.from({ length: n }, () => 1 + uniform());
  const numerators = denominators.map((d) => -d * Math.log(1 - uniform()));
  return { numerators, denominators };
}

describe('a rate as one column', () => {
  test('has the ratio of the sums as its mean', () => {
    const linear = linearisedRate({ numerators: [1, 2, 6], denominators: [1, 4, 5] });
    expect(mean([...linear])).toBeCloseTo(0.9, 14);
    // R .9, mean denominator 10/3: .9 + (1 − .9)/(10/3) and so on.
    expect([...linear].map((value) => Number(value.toFixed(12)))).toEqual([0.93, 0.42, 1.35]);
  });

  test('has the interval of the jackknife, up to 1/n', () => {
    const rate = sample(2000);
    const [linear, jackknife] = [meanInterval(linearisedRate(rate)), ratioInterval(rate)];
    expect(linear.value).toBeCloseTo(jackknife.value, 12);
    expect((linear.high - linear.low) / (jackknife.high - jackknife.low)).toBeCloseTo(1, 3);
  });

  test('is the plain ratio where the denominator never varies', () => {
    expect([...linearisedRate({ numerators: [1, 2], denominators: [4, 4] })]).toEqual([0.25, 0.5]);
  });

  test('keeps blanks, and is blank where there is nothing to divide by', () => {
    expect([...linearisedRate({ numerators: [1, NaN, 3], denominators: [2, 2, 2] })]).toEqual([0.5, NaN, 1.5]);
    expect([...linearisedRate({ numerators: [0, 0], denominators: [0, 0] })]).toEqual([NaN, NaN]);
  });
});
