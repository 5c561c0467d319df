import { describe, expect, it, test } from 'vitest';
import { mapCells, sideOf, type CornerKey, type Side } from '../../../src/experiment/design/break-even-map.js';
import { crossings, nextValues, type DifferenceAt } from '../../../src/experiment/design/break-even.js';
import { pairedDifference } from '../../../src/stats/index.js';
import { openStream } from '../../../src/random/stream.js';

const rowsOf = (values: readonly number[], halfWidth: number, of: (at: number) => number): DifferenceAt[] =>
  values.map((at) => ({ at, value: of(at), low: of(at) - halfWidth, high: of(at) + halfWidth }));

describe('a crossing', () => {
  it('of a straight line is found exactly, with the interval that the half-width gives', () => {
    const [found, ...others] = crossings(rowsOf([0, 1, 2, 3, 4], 1, (at) => 2 * at - 5));
    expect(others).toEqual([]);
    expect(found).toEqual({ value: 2.5, low: 2, high: 3, turns: 1 });
  });

  it('of a falling line turns the other way', () => {
    expect(crossings(rowsOf([0, 1, 2, 3, 4], 1, (at) => 5 - 2 * at))).toEqual([
      { value: 2.5, low: 2, high: 3, turns: -1 },
    ]);
  });

  it('has no bound on a side where the difference is never told from zero', () => {
    const [found] = crossings(rowsOf([0, 1, 2], 2.5, (at) => 2 * at - 1));
    expect([found!.low, found!.value, found!.high]).toEqual([-Infinity, 0.5, 1.75]);
  });

  it('comes as often as the sign changes', () => {
    const found = crossings(rowsOf([0, 1, 2, 3, 4, 5, 6], 0.1, (at) => (at - 1.5) * (at - 4.5)));
    expect(found.map(({ turns }) => turns)).toEqual([-1, 1]);
  });

  it('is none where one side is better throughout', () => {
    expect(crossings(rowsOf([0, 1, 2], 1, (at) => at + 2))).toEqual([]);
  });
});

test('closer looks go where the difference or its interval changes sign, until that is fine enough', () => {
  const rows = rowsOf([0, 1, 2, 3, 4], 0.1, (at) => at - 2.5);
  expect(nextValues(rows, 0.5)).toEqual([2.5]);
  expect(nextValues(rows, 1)).toEqual([]);
});

test('the interval of a planted threshold holds it about as often as it says: 200 studies', () => {
  const values = Array.from({ length: 9 }, (_, i) => i / 8);
  const hits = Array.from({ length: 200 }, (_, seed) => {
    const draw = openStream({ seed, replication: 0, purpose: 'test', entity: 'noise' });
    // Common luck: a slope and a level of its own for each replication, of mean 4 and threshold 0.6.
    const luck = Array.from({ length: 40 }, () => [4 * (0.5 + draw()), 6 * (draw() - 0.5)] as const);
    const rows = values.map((at): DifferenceAt => {
      const b = luck.map(([slope, level]) => slope * (at - 0.6) + level);
      const { value, low, high } = pairedDifference({ a: b, b: b.map(() => 0) }).difference;
      return { at, value, low, high };
    });
    return crossings(rows).some(({ low, high }) => low <= 0.6 && 0.6 <= high);
  }).filter(Boolean).length;
  // 190 expected; five standard errors are 15.4.
  expect(hits).toBeGreaterThan(174);
});

describe('a map of two numbers', () => {
  const shape = { steps: 32, coarse: 8 };
  const exact = (x: number, y: number): Side => sideOf({ low: x + y - 40.3, high: x + y - 39.7 });
  function explore(sideAt: (x: number, y: number) => Side) {
    const known = new Map<CornerKey, Side>();
    for (;;) {
      const { cells, missing } = mapCells(shape, known);
      if (missing.length === 0) return { cells, looked: known.size };
      for (const [x, y] of missing) known.set(`${x} ${y}`, sideAt(x, y));
    }
  }

  it('is covered by its cells, once', () => {
    const area = explore(exact).cells.reduce((sum, { size }) => sum + size * size, 0);
    expect(area).toBe(32 * 32);
  });

  it('is looked at closely only where the border runs', () => {
    const { cells, looked } = explore(exact);
    expect(looked).toBeLessThan((33 * 33) / 3);
    for (const { x, y, size, side } of cells) {
      if (size === 1) continue;
      expect(side).not.toBe('unresolved');
      expect(exact(x + size / 2, y + size / 2)).toBe(side);
    }
    const unresolved = cells.filter(({ side }) => side === 'unresolved');
    for (const { x, y } of unresolved) expect(Math.abs(x + y + 1 - 40)).toBeLessThanOrEqual(1.3);
  });

  it('is told to be unresolved as a whole where nothing is known, without a closer look', () => {
    const { cells, looked } = explore(() => 'unresolved');
    expect(looked).toBe(25);
    expect(new Set(cells.map(({ side }) => side))).toEqual(new Set(['unresolved']));
  });
});
