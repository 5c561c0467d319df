import { describe, expect, test } from 'vitest';
import { likeliestParents, likelySignals } from '../../../src/experiment/story/likely-sources.js';
import type { Trace } from '../../../src/experiment/trace.js';
import type { Happening } from '../../../src/model/happening.js';
import { plain } from '../../model/small-scenario.js';
import { busy, traceOf } from './busy-scenario.js';

const scenario = {
  ...plain,
  actors: {
    militias: {
      ...plain.actors.militias,
      branching: { militias: 0.4 },
      meanLagDays: 10,
      fatalBoost: 0.5,
      emboldening: { perShareWithdrawn: 0.35, decayDays: 15, betweenBasesFactor: 0.5 },
    },
  },
  strikes: { meanLagDays: 20, events: [{ day: '2020-03-01' }] },
};
const attack = (day: number, more: Partial<Happening> = {}): Happening => ({
  kind: 'attackOnBase',
  day,
  base: 'alpha',
  actor: 'militias',
  killed: 0,
  cause: 'militias',
  ...more,
});
const withRows = (rows: readonly Happening[]): Trace => ({ ...traceOf(scenario, 0), rows });

describe('the likeliest source of an attack', () => {
  test('weighs earlier attacks by e^(−Δ/lag), one that killed by 1 + θ_f', () => {
    const trace = withRows([attack(0, { killed: 2 }), attack(3), attack(15)]);
    // By hand, on day 15: 1.5 e^(−1.5) and e^(−1.2).
    const [fatal, recent] = [1.5 * Math.exp(-1.5), Math.exp(-1.2)];
    expect(likeliestParents(trace).get(2)).toEqual({
      day: 0,
      row: 0,
      probability: expect.closeTo(fatal / (fatal + recent), 12),
    });
    const later = withRows([attack(0, { killed: 2 }), attack(10), attack(15)]);
    expect(likeliestParents(later).get(2)).toMatchObject({ row: 1 });
  });

  test('of an answer to strikes is a strike, by magnitude and the lag of strikes, also one before the start', () => {
    const trace = withRows([
      { kind: 'strike', day: -20, magnitude: 3 },
      { kind: 'strike', day: 0, magnitude: 1 },
      attack(5, { cause: 'background' }),
      attack(20, { cause: 'strikes' }),
    ]);
    const [old, recent] = [3 * Math.exp(-2), Math.exp(-1)];
    expect(likeliestParents(trace)).toEqual(
      new Map([[3, { day: -20, row: 0, probability: expect.closeTo(old / (old + recent), 12) }]]),
    );
  });

  test('of an attack that returned to its base is one on that base', () => {
    const rows = [attack(0), attack(9, { base: 'beta' }), attack(10, { repeat: true })];
    expect(likeliestParents(withRows(rows)).get(2)).toEqual({ day: 0, row: 0, probability: 1 });
  });

  test('may be an attack of the record before the start', () => {
    const record = {
      until: '2020-04-09',
      rows: [{ date: '2019-12-30', base: 'alpha', scope: 'base', mode: 'rocket' }],
    };
    const trace = { ...traceOf({ ...scenario, record, warmStart: { actor: 'militias' } }, 0), rows: [attack(1)] };
    expect(likeliestParents(trace).get(0)).toEqual({ day: -1.5, row: undefined, probability: 1 });
  });

  test('is none where nothing provoked it', () => {
    expect(likeliestParents(withRows([attack(0), attack(1, { cause: 'background' })])).get(1)).toBeUndefined();
  });

  test('is there for every provoked attack of a simulation, before it, of the source that the model drew', () => {
    for (const trace of [0, 1, 2, 3].map((replication) => traceOf(busy, replication))) {
      const parents = likeliestParents(trace);
      trace.rows.forEach((row, index) => {
        const parent = parents.get(index);
        const isProvoked = row.cause !== undefined && !['background', 'emboldened', 'vacuum'].includes(row.cause);
        expect(parent !== undefined).toBe(isProvoked);
        if (parent?.row === undefined) return;
        const source = trace.rows[parent.row]!;
        expect(parent.row).toBeLessThan(index);
        expect(source.kind === 'strike' ? 'strikes' : source.actor).toBe(row.cause);
        if (row.repeat) expect(source.base).toBe(row.base);
        expect(parent.probability).toBeGreaterThan(0);
        expect(parent.probability).toBeLessThanOrEqual(1 + 1e-12);
      });
    }
  });
});

test('what emboldened is weighed by share, age and way: a departure for another base by κ_m', () => {
  const rows: Happening[] = [
    { kind: 'departure', day: 0, base: 'alpha', toBase: 'home', share: 0.2, order: 0 },
    { kind: 'departure', day: 15, base: 'alpha', toBase: 'beta', share: 0.3, order: 1 },
    attack(30, { cause: 'emboldened' }),
  ];
  const [home, away] = [0.2 * Math.exp(-2), 0.5 * 0.3 * Math.exp(-1)];
  expect(likelySignals(withRows(rows), 2).map(({ row, probability }) => [row, probability])).toEqual([
    [1, expect.closeTo(away / (home + away), 12)],
    [0, expect.closeTo(home / (home + away), 12)],
  ]);
});
