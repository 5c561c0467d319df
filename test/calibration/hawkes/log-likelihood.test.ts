import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trackOf } from '../../../src/calibration/hawkes/event-track.js';
import type { HawkesModel } from '../../../src/calibration/hawkes/hawkes-model.js';
import { logLikelihood, logLikelihoodGradient } from '../../../src/calibration/hawkes/log-likelihood.js';
import { anyRecord } from './any-record.js';

describe('the log-likelihood of a Hawkes process', () => {
  test('its recursion gives what the sums over all pairs of events give', () => {
    fc.assert(
      fc.property(anyRecord(), ({ model, question }) => {
        const { times, fatal, windowDays, starts } = question;
        const weight = (day: number, j: number): number => (fatal.includes(day) ? 1 + model.fatalBoost[j]! : 1);
        const pieceAt = (day: number): number => starts.findLastIndex((start) => start <= day);
        let direct = 0;
        for (const [i, row] of model.branching.entries()) {
          for (const day of times[i]!.filter((own) => own >= 0)) {
            let rate = model.baseline[pieceAt(day)]![i]!;
            row.forEach((branching, j) => {
              const before = times[j]!.filter((other) => other < day);
              const kernel = before.reduce(
                (sum, other) => sum + weight(other, j) * Math.exp(-model.decay[j]! * (day - other)),
                0,
              );
              rate += branching * model.decay[j]! * (kernel + model.history[j]! * Math.exp(-model.decay[j]! * day));
            });
            direct += Math.log(model.gates[pieceAt(day)]![i]! * rate);
          }
          for (const [p, start] of starts.entries()) {
            const end = starts[p + 1] ?? windowDays;
            let integral = model.baseline[p]![i]! * (end - start);
            row.forEach((branching, j) => {
              const share = (from: number): number =>
                Math.exp(-model.decay[j]! * Math.max(0, start - from)) -
                Math.exp(-model.decay[j]! * Math.max(0, end - from));
              const all = times[j]!.reduce((sum, other) => sum + weight(other, j) * share(other), 0);
              integral += branching * (all + model.history[j]! * share(0));
            });
            direct -= model.gates[p]![i]! * integral;
          }
        }
        expect(logLikelihood(model, trackOf(question))).toBeCloseTo(direct, 8);
      }),
      { numRuns: 40 },
    );
  });

  test('its gradient is what small steps of each number give', () => {
    fc.assert(
      fc.property(anyRecord(), ({ model, question }) => {
        const track = trackOf(question);
        const { slopes } = logLikelihoodGradient(model, track);
        const slope = (moved: (step: number) => HawkesModel, value: number): number => {
          const step = 1e-5 * Math.max(value, 0.1);
          return (logLikelihood(moved(step), track) - logLikelihood(moved(-step), track)) / (2 * step);
        };
        (['decay', 'fatalBoost'] as const).forEach((key) => {
          model[key].forEach((value, j) => {
            const moved = (step: number): HawkesModel => ({ ...model, [key]: model[key].with(j, value + step) });
            expectSlope(slopes[key][j]!, slope(moved, value));
          });
        });
        (['baseline', 'branching', 'gates'] as const).forEach((key) => {
          const table = model[key];
          table.forEach((row, i) =>
            row.forEach((value, j) => {
              const moved = (step: number): HawkesModel => ({
                ...model,
                [key]: table.with(i, row.with(j, value + step)),
              });
              expectSlope(slopes[key][i * row.length + j]!, slope(moved, value));
            }),
          );
        });
      }),
      { numRuns: 25 },
    );
  });

  test('splitting a piece into two of the same rates changes nothing', () => {
    fc.assert(
      fc.property(anyRecord(), fc.double({ min: 0.01, max: 0.99, noNaN: true }), ({ model, question }, share) => {
        const first = question.starts[1]!;
        const starts = [0, first * share, ...question.starts.slice(1)];
        const twice = <Row>(rows: readonly Row[]): Row[] => [rows[0]!, ...rows];
        const split = { ...model, starts, baseline: twice(model.baseline), gates: twice(model.gates) };
        const before = logLikelihood(model, trackOf(question));
        expect(logLikelihood(split, trackOf({ ...question, starts }))).toBeCloseTo(before, 8);
      }),
      { numRuns: 50 },
    );
  });

  test('events before the window act as the history that they leave', () => {
    fc.assert(
      fc.property(anyRecord(), ({ model, question }) => {
        const left = question.times.map((own, j) =>
          own
            .filter((day) => day < 0)
            .map(
              (day) => (question.fatal.includes(day) ? 1 + model.fatalBoost[j]! : 1) * Math.exp(model.decay[j]! * day),
            )
            .reduce((sum, left) => sum + left, model.history[j]!),
        );
        const fatal = question.fatal.filter((day) => day >= 0);
        const within = question.times.map((own) => own.filter((day) => day >= 0));
        const after = logLikelihood({ ...model, history: left }, trackOf({ ...question, times: within, fatal }));
        expect(after).toBeCloseTo(logLikelihood(model, trackOf(question)), 8);
      }),
      { numRuns: 50 },
    );
  });

  test('an event where the rate is zero is impossible', () => {
    const model = { starts: [0, 5], baseline: [[0.2], [0.2]], branching: [[0.3]], decay: [1], gates: [[1], [0]] };
    const question = { windowDays: 10, starts: [0, 5] };
    expect(logLikelihood(model, trackOf({ ...question, times: [[1, 7]] }))).toBe(-Infinity);
    expect(logLikelihood(model, trackOf({ ...question, times: [[1]] }))).toBeGreaterThan(-Infinity);
  });
});

describe('a record that is no record of the window', () => {
  const windowDays = 10;
  test.each([
    ['two events at one time', { times: [[1, 2], [2]], windowDays }, /share a time/],
    ['an event after the window', { times: [[11]], windowDays }, /within the window/],
    ['times out of order', { times: [[3, 2]], windowDays }, /ascend/],
    ['a piece that begins after the window', { times: [[1]], windowDays, starts: [0, 12] }, /piece 1/],
    ['a first piece that begins late', { times: [[1]], windowDays, starts: [2] }, /begin at 0/],
    ['an attack that killed and is none', { times: [[1]], fatal: [2], windowDays }, /are no events/],
    ['a window without length', { times: [[]], windowDays: 0 }, /windowDays/],
  ])('%s is told', (_, question, message) => {
    expect(() => trackOf(question)).toThrow(message);
  });
});

/** Within what central differences in steps of 1e-5 can tell. */
function expectSlope(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThan(1e-4 * Math.max(1, Math.abs(expected)));
}
