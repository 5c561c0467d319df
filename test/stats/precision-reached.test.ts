import { describe, expect, test } from 'vitest';
import { lookSchedule } from '../../src/stats/look-schedule.js';
import { precisionReached, type PrecisionTarget } from '../../src/stats/precision-reached.js';
import { meanOfFirst } from '../../src/stats/running-mean.js';
import { luckOf, sampleOf } from './coverage.js';

const absolute = (halfWidth: number): PrecisionTarget => ({ kind: 'absolute', halfWidth });
const relative = (share: number): PrecisionTarget => ({ kind: 'relative', share });
const metric = (values: ArrayLike<number>, target: PrecisionTarget, level?: number) => ({
  name: 'attacks',
  target,
  estimateOfFirst: meanOfFirst(values, level),
});

/** Alternating c − s and c + s: s shrinks the half-width with n and nothing else. */
const alternating = (n: number, { centre, spread }: { centre: number; spread: number }) =>
  Array.from({ length: n }, (_, i) => centre + (i % 2 === 0 ? -spread : spread));

describe('the rule', () => {
  const looks = [10, 20, 40, 80, 160];
  const values = alternating(200, { centre: 10, spread: 1 });

  test('stops at the second of two looks in a row that are precise, and says n, half-width and why', () => {
    // s = √(n/(n−1)), so h = t(.975, n−1)/√(n−1): .754 at 10, .480 at 20, .324 at 40, .224 at 80.
    const report = precisionReached({ metrics: [metric(values, absolute(0.4))], looks, replications: 200 });
    expect(report).toMatchObject({ why: 'precise', replications: 80, nextLook: undefined });
    expect(report.metrics[0]).toMatchObject({ name: 'attacks', allowed: 0.4, reached: true });
    expect(report.metrics[0]!.halfWidth).toBeCloseTo(1.9904502 / Math.sqrt(79), 6);
  });

  test('relative precision asks for h/|x̄| ≤ g/(1+g), a mean below 0 too', () => {
    for (const centre of [10, -10]) {
      const column = alternating(200, { centre, spread: 1 });
      const stop = (share: number) =>
        precisionReached({ metrics: [metric(column, relative(share))], looks, replications: 200 }).replications;
      // At 40 h/|x̄| is .03239: g/(1+g) reaches that from g .03347 on, not already from .0324.
      expect(stop(0.0336)).toBe(80);
      expect(stop(0.0333)).toBe(160);
    }
  });

  test('one precise look between others does not stop it', () => {
    // ±.075 at 10 and ±.048 at 20, but ±1.27 at 2 and ±1.6 at 80.
    const shaken = [...alternating(20, { centre: 10, spread: 0.1 }), ...alternating(60, { centre: 10, spread: 9 })];
    const stop = (looks: readonly number[]) =>
      precisionReached({ metrics: [metric(shaken, absolute(0.1))], looks, replications: 80 });
    expect(stop([10, 20, 80])).toMatchObject({ why: 'precise', replications: 20 });
    expect(stop([2, 20, 80])).toMatchObject({ why: 'cap', replications: 80 });
  });

  test('every metric must be precise; the slowest decides', () => {
    const metrics = [metric(values, absolute(0.8)), { ...metric(values, absolute(0.25)), name: 'casualties' }];
    expect(precisionReached({ metrics: [metrics[0]!], looks, replications: 200 }).replications).toBe(20);
    const both = precisionReached({ metrics, looks, replications: 200 });
    expect(both).toMatchObject({ why: 'precise', replications: 160 });
    expect(both.metrics.map(({ name }) => name)).toEqual(['attacks', 'casualties']);
  });

  test('too few replications ask for the next look, the last look is the cap, and later ones change nothing', () => {
    const ask = (replications: number, halfWidth: number) =>
      precisionReached({ metrics: [metric(values, absolute(halfWidth))], looks, replications });
    expect(ask(9, 0.4)).toEqual({ why: 'running', replications: 0, metrics: [], nextLook: 10 });
    expect(ask(45, 0.4)).toMatchObject({ why: 'running', replications: 40, nextLook: 80 });
    expect(ask(200, 0.01)).toMatchObject({ why: 'cap', replications: 160, nextLook: undefined });
    expect(ask(200, 0.01).metrics[0]!.reached).toBe(false);
    expect(ask(80, 0.4)).toEqual(ask(200, 0.4));
  });

  test('a column of zeros is never relatively precise: nothing has been seen yet', () => {
    const zeros = new Array<number>(200).fill(0);
    expect(precisionReached({ metrics: [metric(zeros, relative(0.1))], looks, replications: 200 }).why).toBe('cap');
    expect(precisionReached({ metrics: [metric(zeros, absolute(0.1))], looks, replications: 200 }).why).toBe('precise');
  });

  test('that cannot be is refused', () => {
    const metrics = [metric(values, absolute(0.1))];
    expect(() => precisionReached({ metrics: [], looks, replications: 5 })).toThrow(/metrics must be at least one/);
    expect(() => precisionReached({ metrics, looks: [], replications: 5 })).toThrow(/looks must be at least one/);
    expect(() => precisionReached({ metrics, looks: [10, 10], replications: 5 })).toThrow(
      /look 1 must be a whole number above the one before, got 10/,
    );
    expect(() => precisionReached({ metrics: [metric(values, relative(0))], looks, replications: 5 })).toThrow(
      /the relative precision of attacks must be a finite number above 0, got 0/,
    );
  });
});

describe('coverage of the interval at the stop, its level being nominal (4,000 samples, 4 standard errors)', () => {
  const zOf = (about: {
    readonly draw: () => number;
    readonly truth: number;
    readonly target: PrecisionTarget;
    readonly looks: readonly number[];
    readonly expected: number;
    readonly level?: number;
  }) => {
    const { draw, truth, target, looks, expected, level } = about;
    const cap = looks.at(-1)!;
    let held = 0;
    for (let run = 0; run < 4000; run++) {
      const { metrics } = precisionReached({
        metrics: [metric(sampleOf(cap, draw), target, level)],
        looks,
        replications: cap,
      });
      const { low, high } = metrics[0]!.estimate;
      if (low <= truth && truth <= high) held++;
    }
    return (held / 4000 - expected) / Math.sqrt((expected * (1 - expected)) / 4000);
  };

  // Shares from 200,000 sequences with numpy: .9464 and .9437.
  test('normals to ±.25 from 10 on: .9464, near .95 and not near .90, which the level 1 − 2α would give', () => {
    const about = { truth: 0, target: absolute(0.25), looks: lookSchedule({ first: 10, growth: 1.25, cap: 200 }) };
    const { normal } = luckOf('sequential normals');
    expect(Math.abs(zOf({ ...about, draw: normal, expected: 0.9464 }))).toBeLessThan(4);
    expect(zOf({ ...about, draw: normal, expected: 0.9464, level: 0.9 })).toBeLessThan(-4);
  });

  test('exponentials to 20 % from 20 on: .9437', () => {
    const looks = lookSchedule({ first: 20, growth: 1.25, cap: 500 });
    const { exponential } = luckOf('sequential exponentials');
    expect(Math.abs(zOf({ draw: exponential, truth: 1, target: relative(0.2), looks, expected: 0.9437 }))).toBeLessThan(
      4,
    );
  });
});
