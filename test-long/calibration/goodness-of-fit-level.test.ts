import { expect, test } from 'vitest';
import { goodnessOfFit } from '../../src/calibration/check/goodness-of-fit.js';
import { simulateProcess } from '../../src/calibration/check/simulate-process.js';
import { fitMap } from '../../src/calibration/hawkes/fit-map.js';
import type { EventTimes } from '../../src/calibration/hawkes/hawkes-model.js';
import { openStream } from '../../src/random/stream.js';

const records = 200;
const bootstraps = 49;
const windowDays = 400;
const truth = { starts: [0], baseline: [[0.1]], branching: [[0.4]], decay: [0.1] };

function refit(imputations: readonly EventTimes[]) {
  return fitMap({ windowDays, imputations: imputations.map((times) => [times]) }).model;
}

test(`a right model is refused by the KS test at its level in ${records} records of some 65 attacks (3 standard errors)`, () => {
  const pValues: number[] = [];
  for (let replication = 0; replication < records; replication++) {
    const next = openStream({ seed: 2, replication, purpose: 'long test', entity: 'level' });
    const days = simulateProcess({ model: truth, windowDays }, next).map(({ day }) => Math.floor(day));
    // As records are: known to the day, the time of day drawn.
    const times = days.map((day) => day + next()).sort((a, b) => a - b);
    const { ks } = goodnessOfFit({
      imputations: [times],
      windowDays,
      model: refit([times]),
      refit,
      bootstraps,
      chanceOf: (b) => openStream({ seed: 3, replication: replication * bootstraps + b, purpose: 'level', entity: '' }),
    });
    pValues.push(ks.pValue);
  }
  for (const level of [0.1, 0.5]) {
    const share = pValues.filter((p) => p <= level).length / records;
    console.log(`level ${level}: refused ${share.toFixed(3)}`);
    expect(Math.abs(share - level)).toBeLessThan(3 * Math.sqrt((level * (1 - level)) / records));
  }
});
