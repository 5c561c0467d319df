import { expect, test } from 'vitest';
import { borelMoments, borelProbabilities, borelTail } from '../../src/theory/borel.js';
import { expectClose } from '../cases/compare.js';
import { meanScore, varianceScore } from './sample-scores.js';
import { uniformSource } from './uniform-source.js';

test.each([0, 0.1, 0.4, 0.8])('the probabilities sum to one and carry the moments (n = %d)', (branching) => {
  const probabilities = borelProbabilities(branching, 3000);
  const exact = borelMoments(branching);
  const mean = probabilities.reduce((sum, p, i) => sum + p * (i + 1), 0);
  const variance = probabilities.reduce((sum, p, i) => sum + p * (i + 1 - mean) ** 2, 0);
  expectClose({ total: probabilities.reduce((a, b) => a + b), mean, variance }, { total: 1, ...exact }, 1e-10);
});

test('the tail has no gap where its sum changes direction, and keeps digits far out', () => {
  for (let size = 1; size <= 80; size++) {
    const step = borelTail(0.4, size) - borelTail(0.4, size + 1);
    expect(Math.abs(step - (borelProbabilities(0.4, size).at(-1) ?? NaN))).toBeLessThan(1e-12);
  }
  const far = borelProbabilities(0.4, 2000)
    .slice(99)
    .reduceRight((sum, p) => sum + p, 0);
  expectClose(borelTail(0.4, 100), far, 1e-12);
  expect(borelTail(0.4, 1)).toBe(1);
  expect(borelTail(0, 2)).toBe(0);
});

test('families bred one event at a time have that mean and variance (|z| ≤ 4)', () => {
  const next = uniformSource('families');
  const poisson = (): number => {
    let draws = -1;
    for (let product = 1; product > Math.exp(-0.4); product *= next()) draws++;
    return draws;
  };
  const sizes = Array.from({ length: 20_000 }, () => {
    let size = 1;
    for (let parents = 1; parents > 0; parents--) {
      const children = poisson();
      size += children;
      parents += children;
    }
    return size;
  });
  const { mean, variance } = borelMoments(0.4);
  expect(Math.abs(meanScore(sizes, mean))).toBeLessThanOrEqual(4);
  expect(Math.abs(varianceScore(sizes, variance))).toBeLessThanOrEqual(4);
});
