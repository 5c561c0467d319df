import { describe, expect, test } from 'vitest';
import { excitationProfile } from '../../src/calibration/hawkes/excitation-profile.js';
import { fitProcess } from '../../src/calibration/hawkes/fit-process.js';
import { processPriors } from '../../src/calibration/hawkes/process-question.js';
import { quantileOf } from '../../src/random/laws/law.js';
import { openStream, type Uniform } from '../../src/random/stream.js';
import { wilson } from '../../src/stats/index.js';
import { ogataEvents, transientCounts, type HawkesProcess } from '../../src/theory/index.js';

const RECORDS = 200;

function stream(replication: number, entity: string): Uniform {
  return openStream({ seed: 17, replication, purpose: 'long', entity });
}

/** The window in which a process without history has 70 events on average. */
function windowOf70(process: HawkesProcess): number {
  let [low, high] = [1, 1e5];
  for (let halving = 0; halving < 60; halving++) {
    const horizonDays = (low + high) / 2;
    if (transientCounts({ process, horizonDays }).mean < 70) low = horizonDays;
    else high = horizonDays;
  }
  return low;
}

function say(what: string, hits: number): number {
  const { value, low, high } = wilson({ hits, n: RECORDS });
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  console.info(`${what}: ${percent(value)} of ${RECORDS} (95 % interval ${percent(low)} to ${percent(high)})`);
  return value;
}

describe(`the 90 % intervals over ${RECORDS} simulated records of 70 events cover in 84 to 96 %`, () => {
  test('by the profile, at a branching of 0.4 and a lag of 10 days', () => {
    const process = { baselinePerDay: 0.12, branching: 0.4, decayPerDay: 0.1 };
    const windowDays = windowOf70(process);
    const hits = { branching: 0, meanLagDays: 0 };
    for (let k = 0; k < RECORDS; k++) {
      const times = ogataEvents({ process, horizonDays: windowDays }, stream(k, 'profile'));
      const { branching, meanLagDays } = excitationProfile({ windowDays, imputations: [times] });
      if (branching.low <= 0.4 && 0.4 <= branching.high) hits.branching++;
      if (meanLagDays.low <= 10 && 10 <= meanLagDays.high) hits.meanLagDays++;
    }
    for (const [name, count] of Object.entries(hits)) {
      const share = say(`profile interval of ${name} covers`, count);
      expect(share, name).toBeGreaterThanOrEqual(0.84);
      expect(share, name).toBeLessThanOrEqual(0.96);
    }
  });

  test('by the posterior, at numbers drawn from the priors', () => {
    const hits = { ratePerDay: 0, branching: 0, meanLagDays: 0 };
    let worst = 1;
    for (let k = 0; k < RECORDS; k++) {
      const next = stream(k, 'posterior');
      const truth = {
        ratePerDay: quantileOf(processPriors.ratePerDay)(next()),
        branching: quantileOf(processPriors.ownBranching)(next()),
        meanLagDays: quantileOf(processPriors.meanLagDays)(next()),
      };
      const process = {
        baselinePerDay: truth.ratePerDay * (1 - truth.branching),
        branching: truth.branching,
        decayPerDay: 1 / truth.meanLagDays,
      };
      const windowDays = windowOf70(process);
      const times = ogataEvents({ process, horizonDays: windowDays }, next);
      const fit = fitProcess({ windowDays, imputations: [[times]], seed: k, draws: 1000 });
      worst = Math.max(worst, fit.diagnostics.rHat);
      for (const kind of ['ratePerDay', 'branching', 'meanLagDays'] as const) {
        const { draws } = fit.parameters.find((parameter) => parameter.kind === kind)!;
        const below = draws.reduce((count, draw) => count + Number(draw < truth[kind]), 0) / draws.length;
        if (below >= 0.05 && below <= 0.95) hits[kind]++;
      }
    }
    console.info(`greatest R̂ of ${RECORDS} fits: ${worst.toFixed(3)}`);
    for (const [name, count] of Object.entries(hits)) {
      const share = say(`posterior interval of ${name} covers`, count);
      expect(share, name).toBeGreaterThanOrEqual(0.84);
      expect(share, name).toBeLessThanOrEqual(0.96);
    }
  });
});
