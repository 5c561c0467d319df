import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulateProcess } from '../../../src/calibration/check/simulate-process.js';
import { trackOf } from '../../../src/calibration/hawkes/event-track.js';
import { excitationProfile } from '../../../src/calibration/hawkes/excitation-profile.js';
import { logLikelihoodGradient } from '../../../src/calibration/hawkes/log-likelihood.js';
import { fitMixture } from '../../../src/calibration/hawkes/mixture-rates.js';
import { networkProfile } from '../../../src/calibration/hawkes/network-profile.js';
import { climb } from '../../../src/calibration/posterior/climb.js';
import { openStream } from '../../../src/random/stream.js';
import { compositionEvents, ogataEvents } from '../../../src/theory/index.js';

const stream = (replication: number): (() => number) =>
  openStream({ seed: 4, replication, purpose: 'record', entity: 'network-profile.test' });

/** Two groups, and strikes that only excite. */
function network(horizonDays: number): number[][] {
  const times: number[][] = [[], [], []];
  const composition = {
    baselinePerDay: [0.08, 0.06, 0.02],
    branching: [
      [0.4, 0.1, 1.5],
      [0.2, 0, 0.5],
      [0, 0, 0],
    ],
    decayPerDay: [0.2, 0.2, 0.1],
    start: [0, 0, 0],
    horizonDays,
  };
  for (const { day, process } of compositionEvents(composition, stream(1))) times[process]!.push(day);
  return times;
}

describe('the likeliest heights of a rate that is a sum of shapes', () => {
  const part = fc.double({ min: 0, max: 3, noNaN: true });

  test('cannot be bettered by a step of any of them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(part, part, fc.nat({ max: 1 })), { minLength: 2, maxLength: 30 }), (events) => {
        const mixture = {
          rateOf: Int32Array.from(events, ([, , rate]) => rate),
          openDays: Float64Array.of(20, 30),
          columns: [Float64Array.from(events, ([a]) => a), Float64Array.from(events, ([, b]) => b)],
          spent: [12, 9],
        };
        const { heights, logLikelihood } = fitMixture(mixture);
        const costs = [...mixture.openDays, ...mixture.spent];
        const value = (at: Float64Array): number =>
          events.reduce((sum, [a, b, rate]) => sum + Math.log(at[rate]! + at[2]! * a + at[3]! * b), 0) -
          costs.reduce((sum, cost, v) => sum + cost * at[v]!, 0);
        expect(logLikelihood).toBeCloseTo(value(heights), 9);
        heights.forEach((height, v) => {
          for (const step of [1e-3, 1e-2, 0.1, -1e-3, -1e-2]) {
            if (height + step >= 0) expect(value(heights.with(v, height + step))).toBeLessThan(logLikelihood + 1e-6);
          }
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('the profile of one attacker of a network', () => {
  test('whom nothing but its own attacks provokes is the profile of that attacker', () => {
    const process = { baselinePerDay: 0.12, branching: 0.4, decayPerDay: 0.1 };
    const times = ogataEvents({ process, horizonDays: 350 }, stream(0));
    const alone = excitationProfile({ windowDays: 350, imputations: [times] });
    const among = networkProfile({ windowDays: 350, imputations: [[times]], receiver: 0 });
    expect(among.logLikelihood).toBeCloseTo(alone.logLikelihood, 1);
    for (const key of ['branching', 'meanLagDays'] as const) {
      const [one, other] = [among[key], alone[key]];
      expect([one.openBelow, one.openAbove]).toEqual([other.openBelow, other.openAbove]);
      // The two look at lags of different grids.
      expect(Math.abs(one.low - other.low)).toBeLessThan(0.05 * (other.high - other.low));
      expect(Math.abs(one.high - other.high)).toBeLessThan(0.05 * (other.high - other.low));
    }
    expect(among.fatalBoost).toBeUndefined();
  });

  test('at a bound of its branching the best fit of all the rest has lost half of the χ² quantile', () => {
    const times = network(500);
    const { branching, logLikelihood: top } = networkProfile({
      windowDays: 500,
      imputations: [times],
      receivers: 2,
      receiver: 0,
    });
    expect([branching.openBelow, branching.openAbove]).toEqual([false, false]);
    const track = trackOf({ times, windowDays: 500, receivers: 1 });
    const lagOf = (x: number): number => 1 + 59 / (1 + Math.exp(-x));
    // By quasi-Newton steps over everything else, from several lags.
    const most = (own: number): number =>
      Math.max(
        ...[-4, -2, 0].map((start) => {
          const { value } = climb(
            (point, slopes) => {
              const [rate, other, strike] = [...point.slice(0, 3)].map(Math.exp);
              const lags = [...point.slice(3)].map(lagOf);
              const answer = logLikelihoodGradient(
                {
                  starts: [0],
                  baseline: [[rate!]],
                  branching: [[own, other!, strike!]],
                  decay: lags.map((lag) => 1 / lag),
                },
                track,
              );
              slopes[0] = answer.slopes.baseline[0]! * rate!;
              slopes[1] = answer.slopes.branching[1]! * other!;
              slopes[2] = answer.slopes.branching[2]! * strike!;
              lags.forEach((lag, j) => {
                const rise = ((lag - 1) * (60 - lag)) / 59;
                slopes[3 + j] = (-answer.slopes.decay[j]! / lag ** 2) * rise;
              });
              return answer.logLikelihood;
            },
            { from: Float64Array.of(-2.5, -2, 0, start, -2, -1) },
          );
          return value;
        }),
      );
    // 2.7055: the 90 % quantile of χ² with one degree of freedom.
    for (const end of [branching.low, branching.high])
      expect(Math.abs(2 * (top - most(end)) - 2.7055)).toBeLessThan(0.1);
  });

  test('holds the weight of fatal attacks where a long record tells it, and has no bound where a short one does not', () => {
    const model = { starts: [0], baseline: [[0.1]], branching: [[0.3]], decay: [0.2], fatalBoost: [2] };
    const profileOf = (windowDays: number) => {
      const attacks = simulateProcess({ model, windowDays, fatalShare: [0.3] }, stream(windowDays));
      const fatal = [attacks.flatMap(({ day, killed }) => (killed ? [day] : []))];
      return networkProfile({ windowDays, imputations: [[attacks.map(({ day }) => day)]], fatal, receiver: 0 });
    };
    const long = profileOf(4500).fatalBoost!;
    expect([long.openBelow, long.openAbove]).toEqual([false, false]);
    expect(long.low).toBeLessThan(2);
    expect(long.high).toBeGreaterThan(2);
    expect(profileOf(150).fatalBoost).toMatchObject({ openBelow: true, openAbove: true });
  });

  test('of a few attacks that would provoke more than one another is one all the same', () => {
    const growing = [60, 75, 85, 92, 96, 98, 99, 99.5];
    const times = [growing, [2, 40, 41, 97]];
    const { branching } = networkProfile({ windowDays: 100, imputations: [times, times], receiver: 0 });
    expect(branching).toMatchObject({ openAbove: true });
    expect(branching.best).toBeGreaterThan(0.5);
  });

  test('is told where there is nothing', () => {
    expect(() => networkProfile({ windowDays: 9, imputations: [], receiver: 0 })).toThrow(/at least one set/);
  });
});
