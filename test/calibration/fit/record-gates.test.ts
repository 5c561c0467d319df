import { describe, expect, test } from 'vitest';
import { ksOfExponential, residualsOf } from '../../../src/calibration/check/residuals.js';
import { simulateProcess } from '../../../src/calibration/check/simulate-process.js';
import { excitationEvidence } from '../../../src/calibration/fit/excitation-evidence.js';
import { fitRecord } from '../../../src/calibration/fit/fit-record.js';
import { recordGates } from '../../../src/calibration/fit/record-gates.js';
import type { AttackRecord } from '../../../src/calibration/record/attack-record.js';
import { compileScenario } from '../../../src/model/compile.js';
import { isoDate, isoDay } from '../../../src/model/scenario/iso-date.js';
import { openStream } from '../../../src/random/stream.js';
import { readOrFail } from '../../model/small-scenario.js';
import { scenarioInput } from '../record/invented.js';

const from = '2030-02-01';

/** Attacks of the Reds on those days after 1 February 2030, in a record of so many days. */
function recordAt(days: readonly number[], length: number): AttackRecord {
  return {
    from,
    to: isoDate(isoDay(from) + length - 1),
    days: length,
    attacks: days.map((day, i) => ({
      line: i + 2,
      date: isoDate(isoDay(from) + day),
      day,
      precision: 'day',
      base: 'north',
      actor: 'reds',
      scope: 'base',
      mode: 'rocket',
    })),
    leftOut: [],
    countingRule: 'Invented.',
  };
}

function compiledWith(input: object) {
  return compileScenario(readOrFail({ ...scenarioInput, ...input }));
}

const actors = ['reds'];
const truce = { name: 'truce', firstDay: '2030-02-11', lastDay: '2030-02-20', gate: 0.2 };

describe('gates of a record', () => {
  const gatesOf = (regimes: readonly object[], about: { days?: readonly number[]; input?: object } = {}) =>
    recordGates({
      record: recordAt(about.days ?? [1, 12, 25], 30),
      compiled: compiledWith({ ...about.input, regimes }),
      actors,
      periods: ['2030-02-16'],
    });

  test('cut the window where a regime begins, where it ends, and where a period does', () => {
    const { starts, periods, gates, used } = gatesOf([truce]);
    expect(starts).toEqual([0, 10, 15, 20]);
    expect(periods).toEqual([0, 0, 1, 1]);
    expect(gates.flat()).toEqual([1, 0.2, 0.2, 1]);
    expect(used).toEqual([{ name: 'truce', from: '2030-02-11', to: '2030-02-20', attacks: 1, gate: 0.2 }]);
  });

  test('in one track the later replaces the earlier for good, in two they multiply', () => {
    const later = { name: 'war', firstDay: '2030-02-13', lastDay: '2030-02-14', gate: 3 };
    const inOne = gatesOf([later, truce]);
    expect(inOne.starts).toEqual([0, 10, 12, 14, 15]);
    expect(inOne.gates.flat()).toEqual([1, 0.2, 3, 1, 1]);
    const inTwo = gatesOf([{ ...later, track: 'else' }, truce]);
    expect(inTwo.starts).toEqual([0, 10, 12, 14, 15, 20]);
    expect(inTwo.gates.map(([gate]) => Number(gate!.toFixed(9)))).toEqual([1, 0.2, 0.6, 0.2, 0.2, 1]);
  });

  test('one that began before the record or goes on after it holds within it; one of other days or actors is none', () => {
    const other = { actors: { reds: {}, greens: {} } };
    const all = gatesOf(
      [
        { name: 'old', firstDay: '2029-01-01', lastDay: '2030-02-02', gate: 0.5 },
        { name: 'open', firstDay: '2030-02-26', gate: 2, track: 'b' },
        { name: 'over', firstDay: '2029-01-01', lastDay: '2030-01-31', gate: 9, track: 'c' },
        { name: 'later', firstDay: '2030-03-03', gate: 9, track: 'd' },
        { name: 'of others', firstDay: '2030-02-03', gate: 9, track: 'e', actors: ['greens'] },
      ],
      { input: other },
    );
    expect(all.used.map(({ name, from: first, to }) => [name, first, to])).toEqual([
      ['old', '2030-02-01', '2030-02-02'],
      ['open', '2030-02-26', '2030-03-02'],
    ]);
    expect(all.leftOut).toEqual([]);
  });

  test('what is drawn is no gate of a record, and neither is a closed one with attacks in it: each with its reason', () => {
    const branches = [{ name: 'talks', day: '2030-02-02', probability: 0.5, then: { regimes: ['decided'] } }];
    const regimeChains = [{ name: 'moods', start: 'calm', states: { calm: { gate: 1 } }, firstDay: '2030-02-05' }];
    const rules = [{ name: 'calm down', after: { daysWithoutStrike: 15 }, then: { truce: { forDays: 10 } } }];
    const found = gatesOf(
      [
        { ...truce, probability: 0.6 },
        { ...truce, name: 'decided', track: 'b' },
        { ...truce, name: 'shut', gate: 0, track: 'c' },
        { ...truce, name: 'lumpy', gate: { choice: [{ value: 0.1 }, { value: 0.4 }] }, track: 'd' },
      ],
      { input: { start: '2030-02-01', branches, regimeChains, rules } },
    );
    expect(found.used).toEqual([]);
    expect(found.starts).toEqual([0, 15]);
    expect(found.leftOut.map((text) => text.split(':')[0])).toEqual([
      'truce',
      'decided',
      'shut',
      'lumpy',
      'moods',
      'calm down',
    ]);
    expect(gatesOf([{ ...truce, gate: 0 }], { days: [1] }).used).toHaveLength(1);
  });
});

describe('the fit of a record with a truce', () => {
  // 900 days at 0.2 a day, of which every attack provokes 0.3; shut to a fifth in the middle third.
  const windowDays = 900;
  const truth = {
    starts: [0, 300, 600],
    baseline: [[0.14], [0.14], [0.14]],
    branching: [[0.3]],
    decay: [0.2],
    gates: [[1], [0.2], [1]],
  };
  const attacks = simulateProcess(
    { model: truth, windowDays },
    openStream({ seed: 6, replication: 0, purpose: 'record', entity: 'record-gates.test' }),
  );
  const record = recordAt(
    attacks.map(({ day }) => Math.floor(day)),
    windowDays,
  );
  const regime = { name: 'truce', firstDay: isoDate(isoDay(from) + 300), lastDay: isoDate(isoDay(from) + 599) };
  const fitted = (regimes: readonly object[]) =>
    fitRecord({ record, compiled: compiledWith({ regimes }), seed: 1, imputations: 1, periods: [] });
  const told = fitted([{ ...regime, gate: 0.2 }]);
  const blind = fitted([]);
  const score = ({ fit }: typeof told, kind: string, value: number): number => {
    const { draws, after } = fit.parameters.find((parameter) => parameter.kind === kind)!;
    const sd = Math.sqrt(draws.reduce((sum, draw) => sum + (draw - after.mean) ** 2, 0) / draws.length);
    return (after.mean - value) / sd;
  };

  test('that knows of it finds rate, branching and lag within three standard deviations; one that does not is worse', () => {
    for (const [kind, value] of [
      ['ratePerDay', 0.2],
      ['branching', 0.3],
      ['meanLagDays', 5],
    ] as const)
      expect(Math.abs(score(told, kind, value)), kind).toBeLessThan(3);
    // Too low a rate, too much provoked, at a loss of more than five in log-likelihood.
    expect(score(blind, 'ratePerDay', 0.2)).toBeLessThan(score(told, 'ratePerDay', 0.2) - 1);
    expect(score(blind, 'branching', 0.3)).toBeGreaterThan(score(told, 'branching', 0.3) + 1);
    expect(told.fit.map.logLikelihood - blind.fit.map.logLikelihood).toBeGreaterThan(5);
  });

  test('that knows of it has residuals nearer to an exponential law than one that does not', () => {
    const times = [attacks.map(({ day }) => day)];
    const ks = ({ fit }: typeof told): number => ksOfExponential(residualsOf(fit.map.model, { times, windowDays }));
    expect(ks(told)).toBeLessThan(ks(blind));
  });

  test('finds a gate that is a law, and tells it before and after', () => {
    const found = fitted([{ ...regime, gate: { pert: { low: 0, mode: 0.5, high: 2 } } }]);
    const gate = found.numbers.numbers.find(({ words }) => words.startsWith('gate of “truce”'))!;
    expect(gate.learnt).toBe('much');
    expect(gate.path).toBeUndefined();
    expect(Math.abs(score(found, 'gate', 0.2))).toBeLessThan(3);
    expect(Math.abs(score(found, 'ratePerDay', 0.2))).toBeLessThan(3);
    // Without a prior the days of the truce have a rate of their own, so the profile has one number more.
    const [evidence] = excitationEvidence(found, { seed: 1 });
    expect(evidence).toMatchObject({ actor: 'reds', test: { poisson: { parameters: 2 } } });
    expect(evidence!.profile.branching.low).toBeLessThan(0.3);
    expect(evidence!.profile.branching.high).toBeGreaterThan(0.3);
    // The unprovoked rate is the one with an open gate.
    const { baseline } = found.fit.modelAt(0);
    expect(baseline.flat()).toEqual(new Array(3).fill(baseline[0]![0]));
  });
});
