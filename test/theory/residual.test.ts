import { test } from 'vitest';
import { meanResidual, residualAt } from '../../src/theory/residual.js';
import { expectClose } from '../cases/compare.js';

const residual = { atOnce: 0.05, inTheEnd: 0.2, meanDays: 60 };

test('the mean is the average of the profile', () => {
  const steps = 10_000;
  let sum = 0;
  for (let k = 0; k < steps; k++) sum += residualAt(residual, ((k + 0.5) * 365) / steps);
  expectClose(meanResidual(residual, 365), sum / steps, 1e-7);
});

test('the profile starts at one value and ends at the other', () => {
  expectClose([residualAt(residual, 0), residualAt(residual, 1e5)], [0.05, 0.2], 1e-12);
});
