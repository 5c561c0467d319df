import { describe, expect, test } from 'vitest';
import { simulateProcess } from '../../../src/calibration/check/simulate-process.js';
import { fitMap } from '../../../src/calibration/hawkes/fit-map.js';
import { fitProcess, type ProcessFit } from '../../../src/calibration/hawkes/fit-process.js';
import { logPosterior } from '../../../src/calibration/hawkes/log-posterior.js';
import { processCoordinates } from '../../../src/calibration/hawkes/process-coordinates.js';
import { processTask } from '../../../src/calibration/hawkes/process-question.js';
import { curvature } from '../../../src/calibration/posterior/curvature.js';
import { spreadOf } from '../../../src/calibration/posterior/spread.js';
import { openStream } from '../../../src/random/stream.js';
import { compositionEvents, ogataEvents } from '../../../src/theory/index.js';

const short = { windowDays: 90, times: [2.5, 3.1, 9.7, 20.2, 21, 21.4, 35.9, 36.3, 52, 60.1, 61.7, 75.5] };
const question = { windowDays: short.windowDays, imputations: [[short.times]] };

function stream(replication: number): () => number {
  return openStream({ seed: 11, replication, purpose: 'record', entity: 'fit-process.test' });
}

function named(fit: ProcessFit, name: string): ProcessFit['parameters'][number] {
  return fit.parameters.find((parameter) => parameter.name === name)!;
}

/** Two groups, and strikes that only excite: times by source over 12,000 days. */
function network(replication: number): number[][] {
  const [horizonDays, times]: [number, number[][]] = [12_000, [[], [], []]];
  const events = compositionEvents(
    {
      baselinePerDay: [0.08, 0.05, 0.02],
      branching: [
        [0.4, 0.1, 1.5],
        [0.2, 0.3, 0.5],
        [0, 0, 0],
      ],
      decayPerDay: [0.1, 0.2, 0.05],
      start: [0, 0, 0],
      horizonDays,
    },
    stream(replication),
  );
  for (const { day, process } of events) times[process]!.push(day);
  return times;
}

describe('the fit of twelve attacks, against scipy', () => {
  // Mode by Nelder and Mead, means and sds by a grid of 60 × 70 × 60 points; the priors are the defaults.
  test('the most likely process is the one found there', () => {
    const { values, logLikelihood, converged } = fitMap(question);
    expect(converged).toBe(true);
    expect(values['ratePerDay']).toBeCloseTo(0.149597193, 6);
    expect(values['branching']).toBeCloseTo(0.279119087, 6);
    expect(values['meanLagDays']).toBeCloseTo(7.839516492, 5);
    expect(logLikelihood).toBeCloseTo(-36.907383555, 6);
  });

  test('the posterior means are those there, within four standard errors', () => {
    const fit = fitProcess({ ...question, seed: 3 });
    expect(fit.diagnostics.rHat).toBeLessThan(1.02);
    expect(fit.diagnostics.effectiveSize).toBeGreaterThan(1000);
    for (const [name, { mean, sd }] of Object.entries({
      ratePerDay: { mean: 0.1574868, sd: 0.06977144 },
      branching: { mean: 0.31214111, sd: 0.17255677 },
      meanLagDays: { mean: 9.19647014, sd: 6.02150345 },
    })) {
      const error = sd / Math.sqrt(fit.diagnostics.effectiveSize);
      expect(Math.abs(named(fit, name).after.mean - mean)).toBeLessThan(4 * error);
    }
  });
});

describe('a fit', () => {
  test('is the same for the same seed, and another for another', () => {
    const [first, again, other] = [3, 3, 4].map((seed) => fitProcess({ ...question, seed, draws: 400 }).parameters[0]!);
    expect(first!.draws).toEqual(again!.draws);
    expect(first!.draws).not.toEqual(other!.draws);
  });

  test('of a record without attacks says nothing of the lag, next to nothing of branching, and that the rate is low', () => {
    const fit = fitProcess({ windowDays: 100, imputations: [[[]]], seed: 1, draws: 1600 });
    const { before, after } = named(fit, 'meanLagDays');
    const error = (before.q975 - before.q025) / 4 / Math.sqrt(fit.diagnostics.effectiveSize);
    expect(Math.abs(after.mean - before.mean)).toBeLessThan(4 * error);
    expect(['meanLagDays', 'branching'].map((name) => named(fit, name).learnt)).toEqual(
      new Array(2).fill('hardly anything'),
    );
    expect(named(fit, 'ratePerDay').after.median).toBeLessThan(0.02);
    expect(named(fit, 'ratePerDay').learnt).toBe('much');
  });

  test('of one attack is a fit like any other', () => {
    const fit = fitProcess({ windowDays: 100, imputations: [[[40]]], seed: 1, draws: 800 });
    expect(fit.diagnostics.rHat).toBeLessThan(1.05);
    expect(named(fit, 'branching').learnt).toBe('hardly anything');
  });

  test('each row of its draws is a process with that total rate', () => {
    const fit = fitProcess({ ...question, seed: 3, draws: 400 });
    const [rate, branching] = ['ratePerDay', 'branching'].map((name) => named(fit, name).draws);
    for (const row of [0, 17, fit.draws - 1]) {
      const model = fit.modelAt(row);
      expect(model.baseline[0]![0]! / (1 - model.branching[0]![0]!)).toBeCloseTo(rate![row]!, 12);
      expect(model.branching[0]![0]).toBe(branching![row]);
    }
    expect(() => fit.modelAt(fit.draws)).toThrow(/row must be below/);
  });

  test('pools the ways of breaking ties, and says how much they matter', () => {
    const shifted = short.times.map((day) => day + 0.01);
    const same = fitProcess({ windowDays: 90, imputations: [[short.times], [shifted]], seed: 3, draws: 1200 });
    expect(same.diagnostics.betweenImputations).toBeLessThan(0.02);
    const regular = short.times.map((_, k) => 7 * k + 3);
    const apart = fitProcess({ windowDays: 90, imputations: [[short.times], [regular]], seed: 3, draws: 1200 });
    expect(apart.diagnostics.betweenImputations).toBeGreaterThan(0.1);
  });

  test('sees through a gate: half the rate while it is half shut is the same rate', () => {
    const times = ogataEvents(
      { process: { baselinePerDay: 0.6, branching: 0.3, decayPerDay: 0.2 }, horizonDays: 1000 },
      stream(1),
    );
    const open = times.filter((day) => day < 500);
    // Half of the attacks of the second half, by their order.
    const gated = [...open, ...times.filter((day) => day >= 500).filter((_, k) => k % 2 === 0)];
    const both = { windowDays: 1000, starts: [0, 500], priors: { ownBranching: { beta: { alpha: 1, beta: 200 } } } };
    const blind = fitMap({ ...both, imputations: [[gated]] }).values;
    const told = fitMap({ ...both, imputations: [[gated]], gates: [[1], [0.5]] }).values;
    expect(told['ratePerDay.0']).toBeCloseTo(blind['ratePerDay.0']!, 2);
    expect(told['ratePerDay.1']! / blind['ratePerDay.1']!).toBeCloseTo(2, 1);
  });

  test('of pieces that share a rate is the fit of one piece', () => {
    const { values, logLikelihood } = fitMap({ ...question, starts: [0, 20, 50], rates: [0, 0, 0] });
    const one = fitMap(question);
    expect(logLikelihood).toBeCloseTo(one.logLikelihood, 8);
    for (const [name, value] of Object.entries(one.values)) expect(values[name]).toBeCloseTo(value, 5);
  });

  test('finds the network that a long record came from, within 3.5 standard deviations', () => {
    const record = { windowDays: 12_000, imputations: [network(2)], receivers: 2 };
    const task = processTask(record);
    const coordinates = processCoordinates(task);
    const { values, converged } = fitMap(record);
    expect(converged).toBe(true);
    const at = Float64Array.from(coordinates, ({ name, prior }) => prior.coordinateOf(values[name]!));
    const objective = logPosterior(task, { coordinates, tracks: task.tracks });
    const spread = spreadOf(curvature(objective, { at, steps: at.map(() => 0.02) }));
    const truth: Record<string, number> = {
      'branching.0.0': 0.4,
      'branching.0.1': 0.1,
      'branching.0.2': 1.5,
      'branching.1.0': 0.2,
      'branching.1.1': 0.3,
      'branching.1.2': 0.5,
      'meanLagDays.0': 10,
      'meanLagDays.1': 5,
      'meanLagDays.2': 20,
    };
    coordinates.forEach(({ name, prior }, k) => {
      if (!(name in truth)) return;
      const sd = Math.hypot(...spread[k]!);
      expect(Math.abs(at[k]! - prior.coordinateOf(truth[name]!)) / sd, name).toBeLessThan(3.5);
    });
  });
});

describe('attacks that killed', () => {
  const truth = { starts: [0], baseline: [[0.1]], branching: [[0.3]], decay: [0.2], fatalBoost: [2] };
  const windowDays = 15_000;
  const attacks = simulateProcess({ model: truth, windowDays, fatalShare: [0.3] }, stream(9));
  const times = attacks.map(({ day }) => day);
  const fatal = attacks.flatMap(({ day, killed }) => (killed ? [day] : []));
  const prior = { pert: { low: 0, mode: 0.5, high: 6 } };

  test('and their extra weight are found in a long record, within 3.5 standard deviations', () => {
    const record = { windowDays, imputations: [[times]], fatal: [fatal], priors: { fatalBoost: prior } };
    const task = processTask(record);
    const coordinates = processCoordinates(task);
    const { values, converged, logLikelihood } = fitMap(record);
    expect(converged).toBe(true);
    const at = Float64Array.from(coordinates, ({ name, prior: own }) => own.coordinateOf(values[name]!));
    const objective = logPosterior(task, { coordinates, tracks: task.tracks });
    const spread = spreadOf(curvature(objective, { at, steps: at.map(() => 0.02) }));
    // 0.1 unprovoked, of which each brings 0.3 (1 + 2 · 0.3) = 0.48 others.
    const expected = { ratePerDay: 0.1 / 0.52, branching: 0.3, meanLagDays: 5, fatalBoost: 2 };
    Object.entries(expected).forEach(([name, value], k) => {
      expect(coordinates[k]!.name).toBe(name);
      const error = at[k]! - coordinates[k]!.prior.coordinateOf(value);
      expect(Math.abs(error) / Math.hypot(...spread[k]!), name).toBeLessThan(3.5);
    });
    // A fit that does not know which killed is worse.
    expect(logLikelihood - fitMap({ ...record, fatal: [[]] }).logLikelihood).toBeGreaterThan(5);
  });

  test('that are told wrongly are found to weigh little: another third of the attacks brings no more than the rest', () => {
    const record = { windowDays, imputations: [[times]], priors: { fatalBoost: prior } };
    const [right, wrong] = [fatal, times.filter((_, k) => k % 3 === 1)].map((killed) =>
      fitMap({ ...record, fatal: [killed] }),
    );
    expect(wrong!.values['fatalBoost']).toBeLessThan(right!.values['fatalBoost']! / 2);
  });

  test('of few attacks leave their weight much as it was believed, beside a posterior that adds up', () => {
    const [first, second] = [short.times.slice(2, 4), short.times.slice(7, 8)].map((killed) =>
      fitProcess({ ...question, fatal: [killed], seed: 4 }),
    );
    for (const fit of [first!, second!]) {
      expect(fit.parameters.map(({ name }) => name)).toEqual(['ratePerDay', 'branching', 'meanLagDays', 'fatalBoost']);
      expect(named(fit, 'fatalBoost').learnt).toBe('hardly anything');
      expect(fit.diagnostics.rHat).toBeLessThan(1.05);
    }
    const [model, own] = [first!.modelAt(7), named(first!, 'branching').draws[7]!];
    const weight = 1 + named(first!, 'fatalBoost').draws[7]! / 6;
    expect(model.baseline[0]![0]).toBeCloseTo(named(first!, 'ratePerDay').draws[7]! * (1 - own * weight), 12);
  });

  test('are a number of the fit only where there are any', () => {
    expect(Object.keys(fitMap({ ...question, fatal: [[]] }).values)).not.toContain('fatalBoost');
    expect(fitMap({ ...question, fatal: [[]] }).values).toEqual(fitMap(question).values);
    expect(() => fitMap({ ...question, fatal: [] })).toThrow(/for each imputation/);
  });
});

test('the slopes of the log posterior are what small steps give', () => {
  const times = network(3).map((own) => own.filter((day) => day < 400).map((day) => day - 50));
  // Every third attack of the first group, every fifth of the second.
  const killed = [times[0]!.filter((_, k) => k % 3 === 0), times[1]!.filter((_, k) => k % 5 === 0)].flat();
  const task = processTask({
    windowDays: 350,
    imputations: [times, times.map((own) => own.map((day) => day - 0.3))],
    fatal: [killed, killed.map((day) => day - 0.3)],
    starts: [0, 120],
    gates: [
      [1, 0.4],
      [2, 1],
    ],
    uncertainGates: [
      {
        name: 'truce',
        prior: { uniform: { low: 0, high: 1 } },
        holds: [
          [false, true],
          [true, true],
        ],
      },
    ],
    receivers: 2,
  });
  const coordinates = processCoordinates(task);
  const objective = logPosterior(task, { coordinates, tracks: task.tracks });
  const point = Float64Array.from(coordinates, (_, k) => Math.sin(k) / 2 - 1);
  const [slopes, unused] = [new Float64Array(point.length), new Float64Array(point.length)];
  objective(point, slopes);
  coordinates.forEach(({ name }, k) => {
    const step = 1e-5;
    const [up, down] = [step, -step].map((by) => objective(point.with(k, point[k]! + by), unused));
    const expected = (up! - down!) / (2 * step);
    expect(Math.abs(slopes[k]! - expected), name).toBeLessThan(1e-5 * Math.max(1, Math.abs(expected)));
  });
});

test('two groups and their strikes in three pieces are sampled although chains stray far at first', () => {
  const times = network(1).map((own) => own.filter((day) => day < 300));
  const fit = fitProcess({
    windowDays: 300,
    imputations: [times],
    receivers: 2,
    starts: [0, 100, 200],
    seed: 1,
    draws: 200,
  });
  expect(fit.parameters.length).toBe(6 + 6 + 3);
  for (const { draws } of fit.parameters) expect(draws.every(Number.isFinite)).toBe(true);
});

test('what cannot be fitted is told', () => {
  expect(() => fitMap({ windowDays: 9, imputations: [] })).toThrow(/at least one set of times/);
  const ownBranching = { gamma: { mean: 0.4, sd: 0.2 } };
  expect(() => fitMap({ ...question, priors: { ownBranching } })).toThrow(/within 0 and 1/);
  expect(() => fitMap({ ...question, starts: [0, 9], rates: [0, 2] })).toThrow(/without a gap/);
});
