import fc from 'fast-check';
import { expect, test } from 'vitest';
import likelihood from '../../cases/likelihood.json' with { type: 'json' };
import { expectClose } from '../../cases/compare.js';
import { compensatorOf } from '../../../src/calibration/hawkes/compensator.js';
import { trackOf } from '../../../src/calibration/hawkes/event-track.js';
import { logLikelihood } from '../../../src/calibration/hawkes/log-likelihood.js';
import { anyRecord } from './any-record.js';

test('the compensator at the events is that of the case (Ogata 1988)', () => {
  const known = likelihood.find(({ name }) => name === 'residuals_time_change_uv')!;
  const { events, T, mu, n, beta } = known.parameters;
  const model = { starts: [0], baseline: [[Number(mu)]], branching: [[Number(n)]], decay: [Number(beta)] };
  const { atEvents } = compensatorOf(model, trackOf({ times: [events!.flat()], windowDays: Number(T) }));
  expectClose(atEvents[0], known.expected.compensator, known.tolerance.rel);
});

test('the log-likelihood is Σ log λ less the compensator of the window', () => {
  fc.assert(
    fc.property(anyRecord(), ({ model, question }) => {
      const track = trackOf(question);
      const scale = 2;
      // With all gates twice as wide every rate doubles, so the events add log 2 each and the compensator counts twice.
      const wider = { ...model, gates: model.gates.map((row) => row.map((gate) => gate * scale)) };
      const events = track.counts.reduce((total, count) => total + count, 0);
      const total = compensatorOf(model, track).total.reduce((sum, value) => sum + value, 0);
      const rise = logLikelihood(wider, track) - logLikelihood(model, track);
      expect(rise).toBeCloseTo(events * Math.log(scale) - total * (scale - 1), 7);
    }),
    { numRuns: 50 },
  );
});
