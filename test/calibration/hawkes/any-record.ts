import fc from 'fast-check';
import type { TrackQuestion } from '../../../src/calibration/hawkes/event-track.js';
import type { HawkesModel } from '../../../src/calibration/hawkes/hawkes-model.js';

export interface ModelledRecord {
  readonly model: Required<HawkesModel>;
  readonly question: Required<TrackQuestion>;
}

/** Any record of two attackers and one source that only excites, with three pieces, gates, events that killed and events before the window. */
export function anyRecord(): fc.Arbitrary<ModelledRecord> {
  const some = (low: number, high: number): fc.Arbitrary<number> =>
    fc.double({ min: low, max: high, noNaN: true, noDefaultInfinity: true });
  const table = (rows: number, columns: number, low: number, high: number): fc.Arbitrary<number[][]> =>
    fc.array(fc.array(some(low, high), many(columns)), many(rows));
  return fc
    .record({
      cuts: fc.tuple(some(0.1, 0.4), some(0.5, 0.9)),
      days: fc.uniqueArray(some(-0.3, 1), { minLength: 3, maxLength: 40 }),
      baseline: table(3, 2, 0.05, 2),
      branching: table(2, 3, 0, 0.9),
      gates: table(3, 2, 0.1, 3),
      decay: fc.array(some(0.05, 2), many(3)),
      history: fc.array(some(0, 2), many(3)),
      fatalBoost: fc.array(some(0, 3), many(3)),
      kills: fc.array(fc.boolean(), many(40)),
    })
    .map(({ cuts, days, kills, ...numbers }) => {
      const windowDays = 50;
      const starts = [0, ...cuts.map((cut) => cut * windowDays)];
      const sorted = days.map((day) => day * windowDays).sort((a, b) => a - b);
      const times = [0, 1, 2].map((source) => sorted.filter((_, k) => k % 3 === source));
      return {
        model: { starts, ...numbers },
        question: { times, fatal: sorted.filter((_, k) => kills[k]), windowDays, starts, receivers: 2 },
      };
    });
}

function many(count: number): { minLength: number; maxLength: number } {
  return { minLength: count, maxLength: count };
}
