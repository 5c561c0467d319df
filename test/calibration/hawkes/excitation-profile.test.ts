import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trackOf } from '../../../src/calibration/hawkes/event-track.js';
import { excitationProfile } from '../../../src/calibration/hawkes/excitation-profile.js';
import { logLikelihood, logLikelihoodGradient } from '../../../src/calibration/hawkes/log-likelihood.js';
import {
  bestBranching,
  excitationLevels,
  profiledOverBaselines,
} from '../../../src/calibration/hawkes/profiled-likelihood.js';
import { climb } from '../../../src/calibration/posterior/climb.js';
import { openStream } from '../../../src/random/stream.js';
import { ogataEvents } from '../../../src/theory/index.js';
import { anyRecord } from './any-record.js';

const process = { baselinePerDay: 0.12, branching: 0.4, decayPerDay: 0.1 };
const record = (replication: number): number[] =>
  ogataEvents(
    { process, horizonDays: 350 },
    openStream({ seed: 2, replication, purpose: 'record', entity: 'excitation-profile.test' }),
  );

describe('the likelihood with the best baselines', () => {
  test('is what a climb over the baselines of all pieces reaches', () => {
    fc.assert(
      fc.property(anyRecord(), ({ model, question }) => {
        const times = question.times.flat().sort((a, b) => a - b);
        const track = trackOf({ ...question, times: [times], receivers: 1 });
        const [branching, decay] = [model.branching[0]![0]!, model.decay[0]!];
        const gates = model.gates.map((row) => row[0]!);
        const at = (baseline: readonly number[]) => ({
          starts: question.starts,
          baseline: baseline.map((rate) => [rate]),
          branching: [[branching]],
          decay: [decay],
          gates: gates.map((gate) => [gate]),
        });
        const { value } = climb(
          (point, slopes) => {
            const rates = [...point].map(Math.exp);
            const answer = logLikelihoodGradient(at(rates), track);
            rates.forEach((rate, p) => (slopes[p] = answer.slopes.baseline[p]! * rate));
            return answer.logLikelihood;
          },
          { from: new Float64Array(question.starts.length).fill(-2) },
        );
        const levels = excitationLevels(track, { decay, gates });
        expect(profiledOverBaselines(levels, branching).logLikelihood).toBeCloseTo(value, 3);
        const step = 1e-6;
        const [up, down] = [step, -step].map((by) => profiledOverBaselines(levels, branching + 0.1 + by).logLikelihood);
        const { slope } = profiledOverBaselines(levels, branching + 0.1);
        expect(Math.abs(slope - (up! - down!) / (2 * step))).toBeLessThan(1e-3 * Math.max(1, Math.abs(slope)));
      }),
      { numRuns: 20 },
    );
  });

  test('is greatest at the best branching', () => {
    for (const replication of [1, 2, 3]) {
      const levels = excitationLevels(trackOf({ times: [record(replication)], windowDays: 350 }), { decay: 0.1 });
      const best = bestBranching(levels, 0.999);
      for (let n = 0; n < 1; n += 0.05) {
        expect(profiledOverBaselines(levels, n).logLikelihood).toBeLessThan(best.logLikelihood + 1e-6);
      }
    }
  });
});

describe('profile intervals', () => {
  const times = record(1);
  const profile = excitationProfile({ windowDays: 350, imputations: [times] });

  test('at a bound of branching the best fit has lost half of the χ² quantile', () => {
    const track = trackOf({ times: [times], windowDays: 350 });
    const most = (branching: number): number => {
      const lags = Array.from({ length: 120 }, (_, k) => 60 ** (k / 119));
      return Math.max(
        ...lags.map((lag) => {
          const climbed = climb(
            ([rate = 0], slopes) => {
              const model = { starts: [0], baseline: [[Math.exp(rate)]], branching: [[branching]], decay: [1 / lag] };
              const answer = logLikelihoodGradient(model, track);
              slopes[0] = answer.slopes.baseline[0]! * Math.exp(rate);
              return answer.logLikelihood;
            },
            { from: Float64Array.of(-2) },
          );
          return climbed.value;
        }),
      );
    };
    const { branching, logLikelihood: top } = profile;
    expect(branching.openBelow || branching.openAbove).toBe(false);
    // 2.7055: the 90 % quantile of χ² with one degree of freedom.
    for (const end of [branching.low, branching.high])
      expect(Math.abs(2 * (top - most(end)) - 2.7055)).toBeLessThan(0.03);
    expect(most(branching.best)).toBeLessThan(top + 0.01);
  });

  test('are wider at a higher level, and inside the range of the numbers', () => {
    const wider = excitationProfile({ windowDays: 350, imputations: [times], level: 0.99 });
    expect(wider.branching.low).toBeLessThan(profile.branching.low);
    expect(wider.branching.high).toBeGreaterThan(profile.branching.high);
    expect(wider.meanLagDays.low).toBeGreaterThanOrEqual(1);
  });

  test('of attacks at even distance: no branching is best, and the lag has no bounds', () => {
    const even = Array.from({ length: 30 }, (_, k) => 5 + 10 * k);
    const { branching, meanLagDays } = excitationProfile({ windowDays: 300, imputations: [even] });
    expect(branching).toMatchObject({ best: 0, low: 0, openBelow: true, openAbove: false });
    expect(meanLagDays).toMatchObject({ openBelow: true, openAbove: true });
  });

  test('the log-likelihood they rest on is that of the process', () => {
    const model = { starts: [0], baseline: [[0.12]], branching: [[0.4]], decay: [0.1] };
    const track = trackOf({ times: [times], windowDays: 350 });
    expect(profile.logLikelihood).toBeGreaterThan(logLikelihood(model, track));
    expect(profile.logLikelihood - logLikelihood(model, track)).toBeLessThan(6);
  });
});

test('a profile of nothing is told', () => {
  expect(() => excitationProfile({ windowDays: 9, imputations: [] })).toThrow(/at least one set/);
  expect(() => excitationProfile({ windowDays: 9, imputations: [[1]], lagDays: { low: 3, high: 2 } })).toThrow(
    /low < high/,
  );
});
