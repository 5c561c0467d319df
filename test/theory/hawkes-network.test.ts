import { expect, test } from 'vitest';
import * as theory from '../../src/theory/index.js';
import { expectClose } from '../cases/compare.js';

const network = {
  baselinePerDay: [0.08, 0.03, 0.002],
  branching: [
    [0.3, 0.1, 0.5],
    [0.15, 0.2, 0.4],
    [0.04, 0.04, 0],
  ],
};

test('total effects are the sum over generations', () => {
  const identity = network.branching.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  const multiply = (a: number[][], b: number[][]): number[][] =>
    a.map((row) => row.map((_, j) => row.reduce((sum, entry, k) => sum + entry * (b[k]?.[j] ?? NaN), 0)));
  let generation: number[][] = identity;
  let total: number[][] = identity;
  for (let k = 0; k < 100; k++) {
    generation = multiply(network.branching, generation);
    total = total.map((row, i) => row.map((entry, j) => entry + (generation[i]?.[j] ?? NaN)));
  }
  expectClose(theory.totalEffects(network.branching), total, 1e-12);
});

test('baselines chosen for rates give those rates', () => {
  const ratesPerDay = [0.1, 0.05, 0.01];
  const baselinePerDay = theory.baselinesForRates({ ratesPerDay, branching: network.branching });
  expectClose(theory.stationaryRatesPerDay({ ...network, baselinePerDay }), ratesPerDay, 1e-12);
});

test('a network of one is the univariate process', () => {
  const process = { baselinePerDay: 0.12, branching: 0.4, decayPerDay: 0.1 };
  const single = { baselinePerDay: [0.12], branching: [[0.4]] };
  expectClose(theory.stationaryRatesPerDay(single), [theory.longRunRatePerDay(process)], 1e-14);
  expectClose(theory.asymptoticFanos(single), [theory.asymptoticFano(process)], 1e-14);
});

test('the share that goes through a source is what is missing without it', () => {
  const single = { baselinePerDay: [0.12], branching: [[0.4]] };
  expectClose(theory.sharesThroughSource(single, 0), [0.4], 1e-14);
  const [militiaA = NaN] = theory.sharesThroughSource(network, 2);
  // From the rates with and without strikes of the case mv_stationary_tit_for_tat_3node.
  expectClose(militiaA, 1 - 0.122935779817 / 0.130943102104, 1e-9);
});

test('a network that runs away has no stationary rates', () => {
  const branching = [
    [0.6, 0.5],
    [0.5, 0.6],
  ];
  expect(() => theory.stationaryRatesPerDay({ baselinePerDay: [1, 1], branching })).toThrow(
    /the spectral radius of the branching matrix must be below 1, got 1\.1/,
  );
});
