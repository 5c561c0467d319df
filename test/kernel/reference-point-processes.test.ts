import { describe, it } from 'vitest';
import { geometric, poisson } from './draws.js';
import { replicate } from './replicate.js';
import { expectMean, expectRejected, expectVariance } from './z-score.js';

describe('superposition of Poisson processes', () => {
  const rates = [0.5, 1, 1.5];
  const horizon = 4;
  const runs = replicate({ name: 'superposition', count: 20_000 }, ({ run, scheduleNext }) => {
    const counts = [0, 0, 0];
    let labelTimesTime = 0;
    for (const [source, rate] of rates.entries()) scheduleNext(rate, 0, source);
    run(horizon, (_kind, source, time) => {
      counts[source]!++;
      labelTimesTime += ((source === 0 ? 1 : 0) - 1 / 6) * (time - horizon / 2);
      scheduleNext(rates[source]!, 0, source);
    });
    return { counts, labelTimesTime, total: counts[0]! + counts[1]! + counts[2]! };
  });

  it('is Poisson in total, with the sum of the rates', () => {
    const totals = runs.map((one) => one.total);
    expectMean('total', totals, 12);
    expectVariance('total', totals, { mean: 12, variance: 12 });
  });

  it('labels its points multinomially', () => {
    for (const [source, rate] of rates.entries()) {
      // Given the total, label counts have mean n p and variance n p (1 − p).
      const p = rate / 3;
      const deviations = runs.map(({ counts, total }) => counts[source]! - total * p);
      expectMean(`label ${source}`, deviations, 0);
      const squares = runs.map(({ total }, index) => deviations[index]! ** 2 - total * p * (1 - p));
      expectMean(`variance of label ${source}`, squares, 0);
    }
    const products = runs.map(({ counts }) => (counts[0]! - 2) * (counts[2]! - 6));
    expectMean('covariance of two labels', products, 0);
  });

  it('labels its points whatever their times', () => {
    const products = runs.map((one) => one.labelTimesTime);
    expectMean('label times centred time', products, 0);
  });
});

describe('rate 0.1 on [0, 10), 10 on [10, 20)', () => {
  const rateAt = (time: number): number => (time < 10 ? 0.1 : 10);

  it('has mean and variance 101 by thinning', () => {
    const counts = replicate({ name: 'rate step/thinning', count: 4_000 }, ({ random, run, scheduleNext }) => {
      let count = 0;
      scheduleNext(10, 0, 0);
      run(20, (_kind, _subject, time) => {
        if (random() * 10 < rateAt(time)) count++;
        scheduleNext(10, 0, 0);
      });
      return count;
    });
    expectMean('count by thinning', counts, 101);
    expectVariance('count by thinning', counts, { mean: 101, variance: 101 });
  });

  it('is missed by waiting at the rate of the present: 38.42, refused against 101', () => {
    const counts = replicate({ name: 'rate step/naive', count: 4_000 }, ({ run, scheduleNext }) => {
      let count = 0;
      scheduleNext(rateAt(0), 0, 0);
      run(20, (_kind, _subject, time) => {
        count++;
        scheduleNext(rateAt(time), 0, 0);
      });
      return count;
    });
    expectRejected('count by the naive scheme', counts, 101);
    // 1 before the step, then 1 + 10 (10 − u) from the first point u after it: 1 + (1 − 1/e) + 100/e.
    expectMean('count by the naive scheme', counts, 2 + 99 / Math.E);
  });
});

describe('compound Poisson, 0.2 a day over 365 days, geometric(0.4) sizes from 1', () => {
  it('has mean λT E[X] = 182.5 and variance λT E[X²] = 730', () => {
    const totals = replicate({ name: 'compound', count: 8_000 }, ({ random, run, scheduleNext }) => {
      let total = 0;
      scheduleNext(0.2, 0, 0);
      run(365, () => {
        total += 1 + geometric(random, 0.4);
        scheduleNext(0.2, 0, 0);
      });
      return total;
    });
    expectMean('total', totals, 182.5);
    expectVariance('total', totals, { mean: 182.5, variance: 730 });
  });
});

describe('Hawkes process from empty history, μ 0.5, branching ratio 0.5, β 1.6, T 100', () => {
  const beta = 1.6;
  // E[N] = μT/(1 − n) − μn/((1 − n)² β) (1 − e^{−β(1 − n)T})  (Hawkes & Oakes 1974, integrated from empty).
  const expected = 99.375;

  it('has 99.375 points on average as clusters, not the 100 of a stationary start', () => {
    const immigrant = 0;
    const counts = replicate({ name: 'hawkes/clusters', count: 40_000 }, ({ random, run, scheduleNext }) => {
      let count = 0;
      scheduleNext(0.5, immigrant, 0);
      run(100, (kind) => {
        count++;
        if (kind === immigrant) scheduleNext(0.5, immigrant, 0);
        for (let children = poisson(random, 0.5); children > 0; children--) scheduleNext(beta, 1, 0);
      });
      return count;
    });
    expectMean('points', counts, expected);
    expectRejected('points', counts, 100);
  });

  it('has as many by thinning its intensity', () => {
    const counts = replicate({ name: 'hawkes/thinning', count: 4_000 }, ({ random, run, scheduleNext }) => {
      let count = 0;
      let excitation = 0;
      let since = 0;
      // Between points the intensity only falls, so its present value is a bound until the next candidate.
      let bound = 0.5;
      scheduleNext(bound, 0, 0);
      run(100, (_kind, _subject, time) => {
        excitation *= Math.exp(-beta * (time - since));
        since = time;
        if (random() * bound < 0.5 + excitation) {
          count++;
          excitation += 0.5 * beta;
        }
        bound = 0.5 + excitation;
        scheduleNext(bound, 0, 0);
      });
      return count;
    });
    expectMean('points', counts, expected);
    expectRejected('points without offspring', counts, 50);
  });
});

describe('cluster of one immigrant, Poisson(0.5) children each', () => {
  it('has a Borel size: P(n) = e^{−n/2} (n/2)^{n−1}/n!', () => {
    const sizes = replicate({ name: 'borel', count: 40_000 }, ({ calendar, random, run, scheduleNext }) => {
      let size = 0;
      calendar.schedule(0, 0, 0, 0);
      run(Infinity, () => {
        size++;
        for (let children = poisson(random, 0.5); children > 0; children--) scheduleNext(1, 0, 0);
      });
      return size;
    });
    const probabilities = [0.606531, 0.18394, 0.083674, 0.045112, 0.02672];
    for (const [index, probability] of probabilities.entries()) {
      const hits = sizes.map((size) => (size === index + 1 ? 1 : 0));
      expectMean(`P(${index + 1})`, hits, probability);
    }
    expectMean('size', sizes, 2);
  });
});
