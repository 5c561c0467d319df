import { expect, test } from 'vitest';
import { fitSmooth, splineBasis } from '../../src/stats/additive-spline.js';
import { luckOf, sampleOf } from './coverage.js';

const n = 300;
const { normal, uniform } = luckOf('spline');
const x = sampleOf(n, uniform);
const z = sampleOf(n, uniform);
const basis = splineBasis([x], 8);

test('B-splines of a row sum to 1', () => {
  for (let row = 0; row < n; row++) {
    const sum = basis.weights.subarray(4 * row, 4 * row + 4).reduce((all, weight) => all + weight, 0);
    expect(sum).toBeCloseTo(1, 12);
  }
});

test('a straight line is fitted exactly, however strongly bends are held down', () => {
  const line = x.map((value) => 3 - 2 * value);
  for (const strength of [1e-3, 1e4]) {
    const { fits } = fitSmooth(basis, { responses: [line], penalty: [strength] });
    fits[0]!.forEach((fit, i) => expect(fit).toBeCloseTo(line[i]!, 4));
  }
});

test('a wave under noise is found to within a third of the noise, and noise alone is fitted by nearly a line', () => {
  const wave = x.map((value) => Math.sin(6 * value));
  const noisy = wave.map((value) => value + 0.5 * normal());
  const { fits, penalty } = fitSmooth(basis, { responses: [noisy, sampleOf(n, normal)] });
  const error = Math.sqrt(wave.reduce((sum, value, i) => sum + (value - fits[0]![i]!) ** 2, 0) / n);
  expect(error).toBeLessThan(0.17);
  expect(penalty[1]!).toBeGreaterThan(penalty[0]!);
});

test('of two covariates the fit is the sum of a curve of each', () => {
  const sum = x.map((value, i) => value ** 2 + Math.exp(z[i]!));
  const { fits } = fitSmooth(splineBasis([x, z], 8), { responses: [sum] });
  fits[0]!.forEach((fit, i) => expect(fit).toBeCloseTo(sum[i]!, 2));
});

test('counting a row twice is the same as having it twice', () => {
  const y = x.map((value) => value ** 3);
  const twice = Float64Array.from([...x, ...x.subarray(0, 50)]);
  const counts = x.map((_, i) => (i < 50 ? 2 : 1));
  const once = fitSmooth(basis, { responses: [y], counts, penalty: [1] }).fits[0]!;
  const again = fitSmooth(splineBasis([twice], 8), { responses: [twice.map((v) => v ** 3)], penalty: [1] }).fits[0]!;
  once.forEach((fit, i) => expect(fit).toBeCloseTo(again[i]!, 8));
});
