import { expect, test } from 'vitest';
import { excitationPerDay, forecastCounts } from '../../src/theory/hawkes-forecast.js';
import { transientCounts } from '../../src/theory/transient-counts.js';
import { expectClose } from '../cases/compare.js';

const process = { baselinePerDay: 0.12, branching: 0.4, decayPerDay: 0.1 };

test('an event excites by nβ at its moment, and the future does not count', () => {
  expectClose(excitationPerDay({ process, eventDays: [5, 9], atDay: 5 }), 0.04, 1e-15);
  expect(excitationPerDay({ process, eventDays: [9], atDay: 5 })).toBe(0);
});

test('a forecast without a history is the transient from empty history', () => {
  const { mean, variance } = forecastCounts({ process, eventDays: [], atDay: 30 }, 60);
  const cold = transientCounts({ process, horizonDays: 60 });
  expect({ mean, variance }).toEqual({ mean: cold.mean, variance: cold.variance });
});
