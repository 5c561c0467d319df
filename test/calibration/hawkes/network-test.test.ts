import { describe, expect, test } from 'vitest';
import { testNoExcitation } from '../../../src/calibration/hawkes/excitation-test.js';
import { networkRecords } from '../../../src/calibration/hawkes/network-question.js';
import { testNetwork } from '../../../src/calibration/hawkes/network-test.js';
import { unprovokedTimes } from '../../../src/calibration/hawkes/unprovoked-times.js';
import { openStream } from '../../../src/random/stream.js';
import { compositionEvents, ogataEvents } from '../../../src/theory/index.js';

const windowDays = 300;
const stream = (replication: number): (() => number) =>
  openStream({ seed: 8, replication, purpose: 'record', entity: 'network-test.test' });
const strikes = [10, 60, 110, 160, 210, 260];

describe('the test of no self-excitation in a network', () => {
  test('has the statistic of the test of one attacker where there is one', () => {
    const process = { baselinePerDay: 0.12, branching: 0.4, decayPerDay: 0.1 };
    const times = ogataEvents({ process, horizonDays: windowDays }, stream(1));
    const [among] = testNetwork({ windowDays, imputations: [[times]], seed: 1, resamples: 9 });
    const alone = testNoExcitation({ windowDays, imputations: [times], seed: 1, resamples: 9 });
    expect(among!.statistic).toBeCloseTo(alone.statistic, 5);
    expect(among!.poisson.bic).toBeCloseTo(alone.poisson.bic, 5);
    expect(among!.hawkes.bic).toBeCloseTo(alone.hawkes.bic, 5);
  });

  test('finds the one of two groups whose attacks provoke its own', () => {
    const times: number[][] = [[], []];
    const composition = {
      baselinePerDay: [0.06, 0.15],
      branching: [
        [0.7, 0],
        [0.1, 0],
      ],
      decayPerDay: [0.3, 0.3],
      start: [0, 0],
      horizonDays: windowDays,
    };
    for (const { day, process } of compositionEvents(composition, stream(2))) times[process]!.push(day);
    const ask = (seed: number) => testNetwork({ windowDays, imputations: [times], seed, resamples: 49 });
    const [first, second] = ask(1);
    expect(first!.pValue).toBe(1 / 50);
    expect(first!.hawkes.bic).toBeLessThan(first!.poisson.bic);
    expect(second!.pValue).toBeGreaterThan(0.1);
    expect(ask(1)).toEqual([first, second]);
  });

  test('is not surprised by attacks at even distance, of which none is like an answer to another', () => {
    const even = Array.from({ length: 30 }, (_, k) => 5 + 10 * k);
    const [answer] = testNetwork({
      windowDays,
      imputations: [[even, strikes.map((day) => day + 0.5)]],
      receivers: 1,
      seed: 1,
      resamples: 19,
    });
    expect(answer).toMatchObject({ statistic: 0, pValue: 1 });
  });

  test('does not take for self-excitation what strikes provoke; a test that knows of no strikes does', () => {
    const next = stream(3);
    const answers = strikes.flatMap((day) => Array.from({ length: 6 }, () => day - 3 * Math.log(next())));
    const quiet = Array.from({ length: 20 }, () => windowDays * next());
    const times = [...answers, ...quiet].filter((day) => day < windowDays).sort((a, b) => a - b);
    const [told] = testNetwork({ windowDays, imputations: [[times, strikes]], receivers: 1, seed: 1, resamples: 49 });
    expect(told!.pValue).toBeGreaterThan(0.1);
    expect(testNoExcitation({ windowDays, imputations: [times], seed: 1, resamples: 49 }).pValue).toBe(1 / 50);
  });
});

test('records without excitation have the counts of the real one, none on closed days, most where strikes provoke', () => {
  const next = stream(4);
  const times = strikes.flatMap((day) => [1, 2, 3, 4].map((k) => day + k * (1 + next())));
  const own = times.filter((day) => day < 100 || day >= 150).sort((a, b) => a - b);
  const question = {
    windowDays,
    imputations: [[own, strikes]],
    fatal: [own.slice(0, 5)],
    receivers: 1,
    starts: [0, 100, 150, 200],
    rates: [0, 0, 0, 1],
    gates: [[1], [0], [1], [1]],
  };
  const draw = unprovokedTimes(question, networkRecords(question, { sets: 1 }));
  const late = own.filter((day) => day >= 200).length;
  let near = 0;
  for (let path = 0; path < 100; path++) {
    const [drawn = []] = draw(stream(100 + path));
    const days = drawn.map(({ day }) => day);
    expect(days).toHaveLength(own.length);
    expect(days.filter((day) => day >= 200)).toHaveLength(late);
    expect(days.some((day) => day >= 100 && day < 150)).toBe(false);
    expect(drawn.filter(({ killed }) => killed)).toHaveLength(5);
    near += days.filter((day) => strikes.some((strike) => day > strike && day < strike + 10)).length;
  }
  // Ten days after six strikes are a fifth of the window.
  expect(near / (100 * own.length)).toBeGreaterThan(0.8);
});
