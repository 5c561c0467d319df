import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clopperPearson, probabilityInterval, runsToSeeOnce, wilson } from '../../src/stats/probability-interval.js';
import { coverageZ, luckOf } from './coverage.js';

const trials = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.record({ n: fc.constant(n), hits: fc.integer({ min: 0, max: n }) }));

describe('known answers (scipy.stats.binomtest)', () => {
  test.each([
    [5, 100, 0.0215437, 0.1117505],
    [37, 2000, 0.0134513498141, 0.0253947667177],
  ])('Wilson of %i in %i is [%f, %f]', (hits, n, low, high) => {
    const interval = wilson({ hits, n });
    expect(interval).toMatchObject({ value: hits / n, level: 0.95, n, method: 'Wilson' });
    expect(interval.low).toBeCloseTo(low, 7);
    expect(interval.high).toBeCloseTo(high, 7);
  });

  test.each([
    [0, 100, 0, 0.0362167],
    [100, 100, 0.9637833, 1],
    [5, 100, 0.0164319, 0.1128349],
    [50, 100, 0.3983211, 0.6016789],
    [37, 2000, 0.0130583154183, 0.0254103789965],
  ])('Clopper–Pearson of %i in %i is [%f, %f]', (hits, n, low, high) => {
    const interval = clopperPearson({ hits, n });
    expect(interval.low).toBeCloseTo(low, 7);
    expect(interval.high).toBeCloseTo(high, 7);
  });

  test('Wilson of 37 in 2,000 at 99 % is [.0121817658, .0280023737]', () => {
    expect(wilson({ hits: 37, n: 2000 }, 0.99).low).toBeCloseTo(0.012181765754822233, 10);
    expect(wilson({ hits: 37, n: 2000 }, 0.99).high).toBeCloseTo(0.028002373740412426, 10);
  });

  test.each([
    [0.1, 29],
    [0.05, 59],
    [0.01, 299],
    [0.001, 2995],
  ])('an event of probability %f takes %i runs to be seen once with 95 %%', (probability, runs) => {
    expect(runsToSeeOnce(probability)).toBe(runs);
  });

  test('a whole number of runs that is just enough is not rounded up: p .3 needs 2 for 51 %, p .5 needs 2 for 75 %', () => {
    expect(runsToSeeOnce(0.3, 0.51)).toBe(2);
    expect(runsToSeeOnce(0.5, 0.75)).toBe(2);
  });

  test('a certain event takes one run, an impossible one forever', () => {
    expect(runsToSeeOnce(1)).toBe(1);
    expect(runsToSeeOnce(0)).toBe(Infinity);
  });
});

describe('laws', () => {
  test('never and always take Clopper–Pearson, all between take Wilson', () => {
    fc.assert(
      fc.property(trials, ({ hits, n }) => {
        const method = hits === 0 || hits === n ? 'Clopper–Pearson' : 'Wilson';
        expect(probabilityInterval({ hits, n }).method).toBe(method);
      }),
    );
    expect(probabilityInterval({ hits: 0, n: 100 }).high).toBeCloseTo(0.0362167, 7);
    expect(probabilityInterval({ hits: 100, n: 100 }).method).toBe('Clopper–Pearson');
  });

  test.each([
    ['Wilson', wilson],
    ['Clopper–Pearson', clopperPearson],
  ])('%s holds the share, stays within 0 and 1 and mirrors hits and misses', (_, method) => {
    fc.assert(
      fc.property(trials, fc.constantFrom(0.5, 0.9, 0.95, 0.999), ({ hits, n }, level) => {
        const { value, low, high } = method({ hits, n }, level);
        expect(0 <= low && low <= value && value <= high && high <= 1).toBe(true);
        const mirrored = method({ hits: n - hits, n }, level);
        expect(mirrored.low).toBeCloseTo(1 - high, 10);
        expect(mirrored.high).toBeCloseTo(1 - low, 10);
      }),
    );
  });

  test('always is reached exactly: the upper end of n hits in n is 1, the lower end of 0 hits is 0', () => {
    for (const level of [0.5, 0.8, 0.95, 0.999])
      for (let n = 1; n <= 300; n++) {
        expect(wilson({ hits: n, n }, level).high).toBe(1);
        expect(wilson({ hits: 0, n }, level).low).toBe(0);
      }
  });

  test('more hits raise both ends', () => {
    fc.assert(
      fc.property(trials, ({ hits, n }) => {
        fc.pre(hits < n);
        for (const method of [wilson, clopperPearson]) {
          const [fewer, more] = [method({ hits, n }), method({ hits: hits + 1, n })];
          expect(more.low > fewer.low && more.high > fewer.high).toBe(true);
        }
      }),
    );
  });
});

describe('coverage', () => {
  // Exact sums over the binomial law with scipy; nominal is .95. Five thousand samples, four standard errors.
  test.each([
    ['Wilson', wilson, 0.9658911766],
    ['Clopper–Pearson', clopperPearson, 0.982607061],
  ])('of %s at p .05 with 100 trials is as computed exactly', (name, method, expected) => {
    const { uniform } = luckOf(name);
    const interval = () => {
      let hits = 0;
      for (let trial = 0; trial < 100; trial++) if (uniform() < 0.05) hits++;
      return method({ hits, n: 100 });
    };
    expect(Math.abs(coverageZ({ expected, runs: 5000, truth: 0.05, interval }))).toBeLessThan(4);
  });
});

describe('what cannot be estimated', () => {
  test('no trial gives no probability', () => {
    expect(probabilityInterval({ hits: 0, n: 0 })).toMatchObject({
      value: NaN,
      low: NaN,
      high: NaN,
      n: 0,
      note: 'not estimable with 0 replications',
    });
  });

  test('hits that are no count of the trials are refused', () => {
    expect(() => wilson({ hits: 3, n: 2 })).toThrow(new RangeError('hits must be a count of at most 2, got 3'));
    expect(() => clopperPearson({ hits: 0.5, n: 2 })).toThrow(RangeError);
    expect(() => wilson({ hits: NaN, n: 2 })).toThrow(RangeError);
    expect(() => probabilityInterval({ hits: 0, n: -1 })).toThrow(
      new RangeError('n must be a count of trials, got -1'),
    );
    expect(() => runsToSeeOnce(1.2)).toThrow(new RangeError('probability must be from 0 to 1, got 1.2'));
  });
});
