import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kimNelson, kimNelsonConstants, type KimNelsonQuestion } from '../../src/stats/kim-nelson.js';
import { luckOf } from './coverage.js';

type Rows = readonly (readonly number[])[];
const fromRows =
  (rows: Rows): KimNelsonQuestion['observe'] =>
  (about) =>
    rows[about.replication]![about.system]!;

/** Correlated normals, system i with mean means[i]; rows are made as they are asked for and then kept. */
const normalRows = (name: string, means: readonly number[]): KimNelsonQuestion['observe'] => {
  const { normal } = luckOf(name);
  const rows: number[][] = [];
  return ({ system, replication }) => {
    while (rows.length <= replication) {
      const common = normal();
      rows.push(means.map((mean) => mean + Math.SQRT1_2 * (common + normal())));
    }
    return rows[replication]![system]!;
  };
};

test.each([
  [2, 10, 0.3340503, 6.0129048],
  [5, 10, 0.6349673, 11.4294107],
  [10, 20, 0.3029338, 11.5114845],
])('%i systems, first stage %i, α .05: η %f, h² %f', (systems, firstStage, eta, hSquared) => {
  const constants = kimNelsonConstants({ systems, firstStage });
  expect(constants.eta).toBeCloseTo(eta, 7);
  expect(constants.hSquared).toBeCloseTo(hSquared, 6);
});

describe('P(correct selection) in the slippage configuration, k 5, n₀ 10, 2,000 selections', () => {
  const share = (name: string, { gap, better }: { gap: number; better: 'lower' | 'higher' }) => {
    let correct = 0;
    for (let run = 0; run < 2000; run++) {
      // The best is neither first nor last, as a wrong index of pairs would favour those.
      const means = [0, 0, better === 'higher' ? gap : -gap, 0, 0];
      const observe = normalRows(`${name} ${run}`, means);
      const { survivors } = kimNelson({ systems: 5, observe, better, indifference: 0.5, firstStage: 10 });
      if (survivors.length === 1 && survivors[0] === 2) correct++;
    }
    return correct / 2000;
  };
  const standardError = Math.sqrt((0.95 * 0.05) / 2000);

  test.each(['higher', 'lower'] as const)('is at least .95 − 3 standard errors, %s better, common luck', (better) => {
    expect(share(`slippage ${better}`, { gap: 0.5, better })).toBeGreaterThanOrEqual(0.95 - 3 * standardError);
  });

  test('is far below where the gap is a quarter of the indifference: the test can fail', () => {
    expect(share('too close', { gap: 0.125, better: 'higher' })).toBeLessThan(0.9);
  });
});

describe('laws', () => {
  const values = fc.array(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 4, maxLength: 4 }), {
    minLength: 30,
    maxLength: 30,
  });
  const ask = (rows: Rows, more: Partial<KimNelsonQuestion> = {}) =>
    kimNelson({
      systems: 4,
      observe: fromRows(rows),
      better: 'lower',
      indifference: 0.5,
      firstStage: 5,
      maxReplications: rows.length,
      ...more,
    });

  test('the order of the systems is irrelevant', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(values, order, (rows, places) => {
        const before = ask(rows);
        const after = ask(rows.map((row) => places.map((system) => row[system]!)));
        expect(after.survivors.map((i) => places[i]).sort()).toEqual(before.survivors);
        expect(after.why).toBe(before.why);
        expect(after.replications).toEqual(places.map((system) => before.replications[system]));
      }),
    );
  });

  test('lower better is higher better of the mirrored outcome', () => {
    fc.assert(
      fc.property(values, (rows) => {
        const mirrored = rows.map((row) => row.map((value) => -value));
        const [lower, higher] = [ask(rows), ask(mirrored, { better: 'higher' })];
        expect({ ...higher, means: higher.means.map((mean) => 0 - mean) }).toEqual({
          ...lower,
          means: lower.means.map((mean) => 0 + mean),
        });
      }),
    );
  });

  test('asking again with more replications goes on where the cap stopped it, and only survivors are asked', () => {
    const observe = normalRows('going on', [0, 0.3, 0.1, 0.6]);
    const asked: number[][] = [[], [], [], []];
    const whole = ask([], {
      maxReplications: Infinity,
      observe: (about) => {
        asked[about.system]!.push(about.replication);
        return observe(about);
      },
    });
    expect(asked).toEqual(whole.replications.map((count) => Array.from({ length: count }, (_, r) => r)));
    const capped = ask([], { maxReplications: 12, observe });
    expect(capped.why).toBe('cap');
    expect(Math.max(...capped.replications)).toBe(12);
    expect(ask([], { maxReplications: Infinity, observe })).toEqual(whole);
    whole.survivors.forEach((i) => expect(capped.survivors).toContain(i));
  });

  test('systems that are the same are told as a tie, a worse one without spread goes at once', () => {
    const { normal } = luckOf('tie');
    const rows = Array.from({ length: 40 }, () => normal()).map((z) => [z + 1, z, z, z + 1]);
    expect(ask(rows)).toMatchObject({ survivors: [1, 2], why: 'tied', replications: [5, 5, 5, 5] });
    const rounded = rows.map((row) => [row[0]!, row[1]!, row[2]! + 0.1 - 0.1, row[3]!]);
    expect(ask(rounded)).toMatchObject({ survivors: [1, 2], why: 'tied' });
  });
});

test('questions out of range are refused, and an outcome that is no number by its place', () => {
  const question = { systems: 3, observe: () => 1, better: 'lower', indifference: 1, firstStage: 10 } as const;
  const ask = (change: Partial<KimNelsonQuestion>) => () => kimNelson({ ...question, ...change });
  expect(ask({ systems: 1 })).toThrow(new RangeError('systems must be a whole number from 2, got 1'));
  expect(ask({ firstStage: 1 })).toThrow(new RangeError('firstStage must be a whole number from 2, got 1'));
  expect(ask({ indifference: 0 })).toThrow(/indifference must be a finite number above 0, got 0/);
  expect(ask({ maxReplications: 9 })).toThrow(/maxReplications must be at least firstStage \(10\), got 9/);
  expect(ask({ level: 0.4, systems: 2 })).toThrow(/level must be above 0.5 for two systems, got 0.4/);
  expect(ask({ observe: ({ replication }) => (replication === 3 ? NaN : 1) })).toThrow(
    new RangeError('replication 3 of system 0 must be a finite number, got NaN'),
  );
});
