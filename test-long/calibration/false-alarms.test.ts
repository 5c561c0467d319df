import { describe, expect, test } from 'vitest';
import { testNoExcitation } from '../../src/calibration/hawkes/excitation-test.js';
import { openStream } from '../../src/random/stream.js';

const RECORDS = 400;
const windowDays = 350;

describe(`the test of no self-excitation over ${RECORDS} records without any`, () => {
  test.each([
    ['one piece, exact times', { starts: [0], rounded: false }],
    ['two pieces of different rates, times known to the day', { starts: [0, 120], rounded: true }],
  ])(
    'raises a false alarm as often as its level says, within three standard errors: %s',
    (what, { starts, rounded }) => {
      const alarms = { 0.05: 0, 0.1: 0, 0.2: 0 };
      for (let k = 0; k < RECORDS; k++) {
        const next = openStream({ seed: 23, replication: k, purpose: 'long', entity: what });
        const times: number[] = [];
        for (let day = 0; ;) {
          // 0.3 a day in the first 120 days where there are two pieces, 0.15 after; else 0.2 throughout.
          const rate = starts.length === 1 ? 0.2 : day < 120 ? 0.3 : 0.15;
          const later = day - Math.log(next()) / rate;
          day = starts.length > 1 && day < 120 && later > 120 ? 120 : later;
          if (day > windowDays) break;
          if (day !== 120) times.push(day);
        }
        const broken = (): number[] => times.map((day) => Math.floor(day) + next()).sort((a, b) => a - b);
        const imputations = rounded ? [broken(), broken()] : [times];
        const { pValue } = testNoExcitation({ windowDays, imputations, starts, seed: k, resamples: 99 });
        for (const level of [0.05, 0.1, 0.2] as const) if (pValue <= level) alarms[level]++;
      }
      for (const [level, count] of Object.entries(alarms)) {
        const [share, nominal] = [count / RECORDS, Number(level)];
        console.info(`${what}: at level ${level} ${(100 * share).toFixed(1)} % of ${RECORDS}`);
        expect(Math.abs(share - nominal)).toBeLessThanOrEqual(3 * Math.sqrt((nominal * (1 - nominal)) / RECORDS));
      }
    },
  );
});
