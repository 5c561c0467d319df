import { expect, test } from 'vitest';
import { stationaryRatesPerDay } from '../../src/theory/hawkes-network.js';
import { titForTatBalance } from '../../src/theory/tit-for-tat.js';
import { expectClose } from '../cases/compare.js';

const loop = {
  attackBaselinePerDay: 0.12,
  attacksPerAttack: 0.4,
  attacksPerStrike: 0.9,
  fatalProbability: 0.0625,
  retaliationProbability: 0.8,
};

test('the amplification compares with a loop whose strikes provoke nothing', () => {
  const cut = titForTatBalance({ ...loop, attacksPerStrike: 0 });
  const balance = titForTatBalance(loop);
  expectClose(balance.attacksPerDay / cut.attacksPerDay, balance.amplification, 1e-12);
  expectClose(cut.attacksPerDay, stationaryRatesPerDay({ baselinePerDay: [0.12], branching: [[0.4]] })[0], 1e-12);
});

test('the loop runs away just beyond the critical number of attacks per strike', () => {
  const { criticalAttacksPerStrike } = titForTatBalance(loop);
  const below = titForTatBalance({ ...loop, attacksPerStrike: criticalAttacksPerStrike * (1 - 1e-9) });
  expect(below.spectralRadius).toBeLessThan(1);
  expect(() => titForTatBalance({ ...loop, attacksPerStrike: criticalAttacksPerStrike * (1 + 1e-9) })).toThrow(
    /must be below 1/,
  );
});
