import { describe, expect, test } from 'vitest';
import calibration from '../../cases/calibration.json' with { type: 'json' };
import { expectClose } from '../../cases/compare.js';
import {
  branchingFromDispersion,
  fitBinnedCounts,
  meanBehaviour,
  scatterLogLikelihood,
} from '../../../src/calibration/hawkes/binned-counts.js';
import { openStream } from '../../../src/random/stream.js';
import { asymptoticFano, ogataEvents } from '../../../src/theory/index.js';

const known = (name: string): (typeof calibration)[number] => calibration.find((one) => one.name === name)!;
const months = (count: number): number[] => Array.from({ length: count + 1 }, (_, k) => 30 * k);

test('counts by their means alone have the likelihood of the case (Rizoiu et al. 2022)', () => {
  const { parameters, expected, tolerance } = known('monthly_counts_mean_behaviour_loglik');
  const { counts, bin_edges_days: edgesDays, mu, n, beta } = parameters;
  const process = { baselinePerDay: mu!, branching: n!, decayPerDay: beta! };
  const { binMeans, logLikelihood } = meanBehaviour({ counts: counts!, edgesDays: edgesDays! }, process);
  expectClose(binMeans, expected.bin_means, tolerance.rel);
  expectClose(logLikelihood, expected.mbpp_loglik, tolerance.rel);
});

test('the branching of a dispersion is that of the case, by the finite window and by the endless one', () => {
  const { parameters, expected, tolerance } = known('branching_ratio_from_dispersion');
  const asked = { fano: parameters.fano!, windowDays: parameters.tau!, decayPerDay: parameters.beta! };
  const branching = branchingFromDispersion(asked);
  expectClose(branching, expected.n_finite_window, tolerance.rel);
  const endless = branchingFromDispersion({ ...asked, windowDays: 1e7 });
  expectClose(endless, expected.n_asymptotic, 1e-5);
  expect(asymptoticFano({ branching: endless, baselinePerDay: 1, decayPerDay: 1 })).toBeCloseTo(2, 4);
  expect(branchingFromDispersion({ ...asked, fano: 0.7 })).toBeCloseTo(0, 12);
});

describe('the likelihood by mean and variance', () => {
  const process = { baselinePerDay: 0.12, branching: 0.4, decayPerDay: 0.1 };

  test('is a law of counts with the mean and variance of the window', () => {
    let [weight, mean, square] = [0, 0, 0];
    for (let count = 0; count < 200; count++) {
      const share = Math.exp(scatterLogLikelihood({ counts: [count], edgesDays: [0, 30] }, process));
      weight += share;
      mean += share * count;
      square += share * count * count;
    }
    expect(weight).toBeCloseTo(1, 10);
    // Var = Lτ/(1 − n)² + L(1 − 1/(1 − n)²)(1 − e^{−κτ})/κ with L = 0.2, τ = 30, κ = 0.06.
    const limit = 1 / 0.36;
    const variance = 6 * limit + (0.2 * (1 - limit) * (1 - Math.exp(-1.8))) / 0.06;
    expect(mean).toBeCloseTo(6, 9);
    expect(square - mean * mean).toBeCloseTo(variance, 8);
  });

  test('is Poisson where nothing provokes anything, and goes there without a jump', () => {
    const bins = { counts: [3, 9], edgesDays: [0, 30, 61] };
    const at = (branching: number): number =>
      scatterLogLikelihood(bins, { ...process, branching, baselinePerDay: 0.2 });
    const poisson = 3 * Math.log(6) - 6 - Math.log(6) + 9 * Math.log(6.2) - 6.2 - Math.log(362880);
    expect(at(0)).toBeCloseTo(poisson, 10);
    expect(at(1e-6)).toBeCloseTo(poisson, 4);
  });
});

describe('the fit of monthly counts', () => {
  test('finds scattered months more provoked than even ones', () => {
    const branching = (counts: readonly number[]): number =>
      fitBinnedCounts({ counts, edgesDays: months(counts.length), seed: 1, draws: 400 }).parameters[1]!.after.mean;
    expect(branching([0, 1, 19, 2, 0, 14, 1, 0, 8, 3])).toBeGreaterThan(
      branching([5, 4, 5, 6, 5, 4, 5, 5, 4, 5]) + 0.15,
    );
  });

  test('finds the process that 150 months came from, within 3.5 standard deviations', () => {
    const horizonDays = 4500;
    const truth = { baselinePerDay: 0.12, branching: 0.5, decayPerDay: 0.2 };
    const next = openStream({ seed: 5, replication: 0, purpose: 'record', entity: 'binned' });
    const counts = new Array<number>(150).fill(0);
    for (const day of ogataEvents({ process: truth, horizonDays }, next)) counts[Math.floor(day / 30)]! += 1;
    const fit = fitBinnedCounts({ counts, edgesDays: months(150), seed: 1, draws: 400 });
    expect(fit.converged).toBe(true);
    for (const [k, value] of [0.24, 0.5, 5].entries()) {
      const { draws, after } = fit.parameters[k]!;
      const sd = Math.sqrt(draws.reduce((sum, draw) => sum + (draw - after.mean) ** 2, 0) / draws.length);
      expect(Math.abs(after.mean - value) / sd).toBeLessThan(3.5);
    }
  });

  test('tells bins that are none', () => {
    expect(() => fitBinnedCounts({ counts: [1], edgesDays: [0], seed: 1 })).toThrow(/one more/);
    expect(() => fitBinnedCounts({ counts: [1], edgesDays: [0, 0], seed: 1 })).toThrow(/ascend/);
    expect(() => fitBinnedCounts({ counts: [-1], edgesDays: [0, 9], seed: 1 })).toThrow(/whole numbers/);
  });
});
