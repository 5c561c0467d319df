import { describe, expect, test } from 'vitest';
import { networkProfile } from '../../src/calibration/hawkes/network-profile.js';
import { testNetwork } from '../../src/calibration/hawkes/network-test.js';
import { openStream } from '../../src/random/stream.js';
import { wilson } from '../../src/stats/index.js';
import { compositionEvents } from '../../src/theory/index.js';

const RECORDS = 100;
const windowDays = 350;

/** Two groups of some 70 and 50 attacks, and strikes: times by source. */
function record(branching: readonly (readonly number[])[], replication: number): number[][] {
  const times: number[][] = [[], [], []];
  const composition = {
    baselinePerDay: [0.1, 0.1, 0.015],
    branching: [...branching, [0, 0, 0]],
    decayPerDay: [0.15, 0.15, 0.1],
    start: [0, 0, 0],
    horizonDays: windowDays,
  };
  const next = openStream({ seed: 37, replication, purpose: 'long', entity: 'network' });
  for (const { day, process } of compositionEvents(composition, next)) times[process]!.push(day);
  return times;
}

describe(`${RECORDS} records of two groups and strikes`, () => {
  test('the 90 % profile interval of own branching covers at least so often, less three standard errors', () => {
    const branching = [
      [0.4, 0.1, 1.5],
      [0.1, 0.2, 0.5],
    ];
    const hits = [0, 0];
    for (let k = 0; k < RECORDS; k++) {
      const question = { windowDays, imputations: [record(branching, k)], receivers: 2 };
      for (const receiver of [0, 1]) {
        const { low, high } = networkProfile({ ...question, receiver }).branching;
        const truth = branching[receiver]![receiver]!;
        if (low <= truth && truth <= high) hits[receiver]!++;
      }
    }
    for (const [receiver, count] of hits.entries()) {
      const { value, low, high } = wilson({ hits: count, n: RECORDS });
      console.info(
        `own branching of group ${receiver}: covered in ${value.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`,
      );
      // Near 0 it covers more: the lower end is 0 then, and the lags of three sources are free.
      expect(value).toBeGreaterThanOrEqual(0.9 - 3 * Math.sqrt((0.9 * 0.1) / RECORDS));
    }
  });

  test('without excitation by attacks the test raises a false alarm as often as its level says (3 standard errors)', () => {
    const branching = [
      [0, 0, 1.5],
      [0, 0, 0.5],
    ];
    const alarms = { 0.05: 0, 0.2: 0 };
    for (let k = 0; k < RECORDS; k++) {
      const question = { windowDays, imputations: [record(branching, 1000 + k)], receivers: 2 };
      for (const { pValue } of testNetwork({ ...question, seed: k, resamples: 39 }))
        for (const level of [0.05, 0.2] as const) if (pValue <= level) alarms[level]++;
    }
    for (const [level, count] of Object.entries(alarms)) {
      const [share, nominal] = [count / (2 * RECORDS), Number(level)];
      console.info(`two groups, strikes: at level ${level} ${(100 * share).toFixed(1)} % of ${2 * RECORDS}`);
      expect(Math.abs(share - nominal)).toBeLessThanOrEqual(3 * Math.sqrt((nominal * (1 - nominal)) / (2 * RECORDS)));
    }
  });
});
