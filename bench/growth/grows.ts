import { EventCalendar } from '../../src/kernel/index.js';
import { openRunner } from '../../src/experiment/run-replications.js';
import { scenarioOfSize, type Sizes } from './scenarios.js';

/** Something that grows: what it costs at each of its sizes, other things equal. */
export interface Growth {
  readonly name: string;
  readonly sizes: readonly number[];
  /** What the cost is of: a replication, say. */
  readonly of: string;
  /** Makes ready at a size; the function does the work once and says how many units of cost that was. */
  readonly open: (size: number) => () => number;
}

const powers = (first: number, count: number, by = 2): number[] =>
  Array.from({ length: count }, (_, i) => first * by ** i);

const byScenario = (name: string, sizes: readonly number[], change: (size: number) => Partial<Sizes>): Growth => ({
  name,
  sizes,
  of: 'replication',
  open: (size) => {
    const run = openRunner(scenarioOfSize(change(size)), 1);
    let next = 0;
    return () => {
      run({ from: next, to: next + 1 });
      next++;
      return 1;
    };
  },
});

export const growths: readonly Growth[] = [
  {
    name: 'replications',
    sizes: powers(50, 7),
    of: 'run',
    open: (size) => {
      const run = openRunner(scenarioOfSize({}), 1);
      return () => {
        run({ from: 0, to: size });
        return 1;
      };
    },
  },
  byScenario('days', powers(90, 7), (days) => ({ days })),
  // At one length and with as much provocation: a cost per attack that grew with history would bend this upwards.
  byScenario('attacks per day', [0.5, 1, 2, 5, 10, 20, 50, 100], (attacksPerDay) => ({ attacksPerDay })),
  byScenario('actors', powers(1, 6), (actors) => ({ actors })),
  byScenario('bases', [16, 32, 64, 125, 250, 500, 1000], (bases) => ({ bases })),
  byScenario('contingents', powers(2, 8), (contingents) => ({ contingents })),
  byScenario('moves', powers(32, 7), (moves) => ({ moves, bases: 16 })),
  {
    name: 'pending events',
    sizes: [100, 300, 1000, 3000, 10_000, 30_000, 100_000],
    of: 'event',
    open: (size) => {
      const calendar = new EventCalendar();
      let state = 12345;
      const wait = (): number => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return -Math.log((state + 0.5) / 2 ** 32);
      };
      for (let i = 0; i < size; i++) calendar.schedule(wait(), 0, 0, i);
      return () => {
        for (let i = 0; i < 10_000; i++) {
          calendar.pop();
          calendar.schedule(calendar.now + wait(), 0, calendar.poppedKind, calendar.poppedSubject);
        }
        return 10_000;
      };
    },
  },
];
