import { expect, test } from 'vitest';
import { forecastOrigin } from '../../src/calibration/backtest/forecast-origin.js';
import { simulateProcess } from '../../src/calibration/check/simulate-process.js';
import { processPriors } from '../../src/calibration/hawkes/process-question.js';
import { quantileOf } from '../../src/random/laws/law.js';
import { openStream } from '../../src/random/stream.js';
import { nonRandomisedPit, pitHistogram, pitStep, type PitStep } from '../../src/stats/index.js';

const records = 200;
const pastDays = 180;
const horizonDays = 30;

/** A record from a process whose branching and lag come from their priors; rates are those at which a record has tens of attacks. */
function forecastOf(replication: number): PitStep {
  const next = openStream({ seed: 1, replication, purpose: 'long test', entity: 'coverage' });
  const rate = quantileOf({ lognormal: { p5: 0.08, p95: 0.4 } })(next());
  const branching = quantileOf(processPriors.ownBranching)(next());
  const lag = quantileOf(processPriors.meanLagDays)(next());
  const model = {
    starts: [0],
    baseline: [[rate * (1 - branching)]],
    branching: [[branching]],
    decay: [1 / lag],
  };
  const times = simulateProcess({ model, windowDays: pastDays + horizonDays }, next).map(({ day }) => day);
  const { forecasts, observed } = forecastOrigin({
    record: {
      days: pastDays + horizonDays,
      bases: [],
      attacks: times.map((day) => ({ day: Math.floor(day), base: -1 })),
    },
    origin: { date: '2020-06-29', day: pastDays, horizonDays },
    imputations: [{ times: Float64Array.from(times), order: times.map((_, k) => k) }],
    targets: { baseKeys: ['one'], choices: [], sizeExponent: undefined, elsewhere: true },
    hosts: [],
    seed: replication,
    draws: 400,
    paths: 1000,
  });
  return pitStep(forecasts['process']!.total, observed.total);
}

test(`predictive intervals of ${records} simulated records hold what they claim (3 standard errors)`, () => {
  const steps = Array.from({ length: records }, (_, replication) => forecastOf(replication));
  for (const level of [0.5, 0.8, 0.95]) {
    // How much of what came lay in the middle: the mass of its step there, which is exact for counts.
    const [from, to] = [(1 - level) / 2, (1 + level) / 2];
    const held = steps.map((step) => nonRandomisedPit(step, to) - nonRandomisedPit(step, from));
    const mean = held.reduce((sum, share) => sum + share, 0) / records;
    const variance = held.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (records - 1);
    const error = Math.sqrt(variance / records);
    console.log(`${level}: held ${mean.toFixed(3)}, standard error ${error.toFixed(3)}`);
    expect(Math.abs(mean - level)).toBeLessThan(3 * error);
  }
  const heights = pitHistogram(steps, 5);
  console.log(`PIT: ${heights.map((height) => height.toFixed(2)).join(', ')}`);
  for (const height of heights) expect(Math.abs(height - 1)).toBeLessThan(3 * Math.sqrt(4 / records));
});
