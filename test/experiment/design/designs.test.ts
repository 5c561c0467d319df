import { describe, expect, it, test } from 'vitest';
import { evenly, grid, oneAtATime } from '../../../src/experiment/design/grid.js';
import { latinHypercube } from '../../../src/experiment/design/latin-hypercube.js';
import { morrisTrajectories } from '../../../src/experiment/design/morris-trajectories.js';
import { saltelliDesign } from '../../../src/experiment/design/saltelli.js';
import { mostSobolDimensions, sobolPoints } from '../../../src/experiment/design/sobol-points.js';
import { openStream } from '../../../src/random/stream.js';

const stream = (entity: string) => openStream({ seed: 1, replication: 0, purpose: 'design', entity });

describe('the Sobol sequence', () => {
  it('begins as Joe and Kuo print it', () => {
    const points = sobolPoints({ n: 6, dimensions: 3 }).map((point) => [...point]);
    expect(points).toEqual([
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
    ]);
  });

  it('is that of scipy.stats.qmc.Sobol 1.17 far out and in high dimensions', () => {
    const points = sobolPoints({ n: 1001, dimensions: 128 });
    const bits = (row: number, columns: readonly number[]) => columns.map((c) => points[row]![c]! * 2 ** 20);
    expect(bits(777, [5, 20, 63, 100])).toEqual([373760, 248832, 447488, 883712]);
    expect(bits(1000, [1, 2, 50, 127])).toEqual([101376, 543744, 369664, 570368]);
  });

  it.each([
    ['plain', undefined],
    ['scrambled', stream('scramble')],
  ] as const)('puts one of 256 points into each 256th of every axis (%s)', (_, draw) => {
    const points = sobolPoints({ n: 256, dimensions: mostSobolDimensions }, draw);
    for (let d = 0; d < mostSobolDimensions; d++)
      expect(new Set(points.map((point) => Math.floor(256 * point[d]!))).size, `dimension ${d}`).toBe(256);
  });

  it('scrambled stays inside (0, 1), differs by seed, and keeps pairs of axes balanced', () => {
    const one = sobolPoints({ n: 64, dimensions: 4 }, stream('one'));
    const other = sobolPoints({ n: 64, dimensions: 4 }, stream('other'));
    expect(one).not.toEqual(other);
    expect(one.flatMap((point) => [...point]).every((u) => u > 0 && u < 1)).toBe(true);
    const cells = new Set(one.map(([x = 0, y = 0]) => `${Math.floor(8 * x)} ${Math.floor(8 * y)}`));
    expect(cells.size).toBe(64);
  });

  it('refuses more dimensions than it has numbers for', () => {
    expect(() => sobolPoints({ n: 2, dimensions: 129 })).toThrow('dimensions must be 1 to 128, got 129');
  });
});

test('a Latin hypercube puts one of its points into each part of every axis', () => {
  const points = latinHypercube({ n: 50, dimensions: 7 }, stream('hypercube'));
  for (let d = 0; d < 7; d++) expect(new Set(points.map((point) => Math.floor(50 * point[d]!))).size).toBe(50);
  expect(points[0]).not.toEqual(points[0]!.toSorted());
});

test('in every Morris trajectory each input moves once, by half of its axis, and the others stand still', () => {
  const inputs = [[0], [1, 2], [3]];
  for (const { points, steps } of morrisTrajectories({ inputs, count: 20 }, stream('morris'))) {
    expect(steps.map(({ input }) => input).toSorted()).toEqual([0, 1, 2]);
    steps.forEach(({ input, by }, i) => {
      const moved = points[i + 1]!.map((u, c) => u - points[i]![c]!);
      expect(Math.abs(by)).toBe(0.5);
      expect(moved[inputs[input]![0]!]).toBe(by);
      moved.forEach((d, c) => expect(Math.abs(d)).toBe(inputs[input]!.includes(c) ? 0.5 : 0));
    });
    expect(points.flatMap((point) => [...point]).every((u) => u > 0 && u < 1)).toBe(true);
  }
});

test('mixed points of a Saltelli design are A with the coordinates of one input from B', () => {
  const inputs = [[0, 1], [2]];
  const { a, b, mixed } = saltelliDesign({ inputs, n: 8 }, stream('saltelli'));
  for (let i = 0; i < 8; i++) {
    expect([...mixed[0]![i]!]).toEqual([b[i]![0], b[i]![1], a[i]![2]]);
    expect([...mixed[1]![i]!]).toEqual([a[i]![0], a[i]![1], b[i]![2]]);
  }
});

test('grids hold every combination, and one at a time leaves the others to be drawn', () => {
  expect(evenly({ low: 1, high: 2 }, 5)).toEqual([1, 1.25, 1.5, 1.75, 2]);
  expect(evenly({ low: 1, high: 2 }, 1)).toEqual([1.5]);
  expect(
    grid([
      [1, 2],
      [3, 4, 5],
    ]),
  ).toEqual([
    [1, 3],
    [1, 4],
    [1, 5],
    [2, 3],
    [2, 4],
    [2, 5],
  ]);
  expect(oneAtATime([[0], [1]], [0.1, 0.9]).map((points) => points.map((point) => [...point]))).toEqual([
    [
      [0.1, NaN],
      [0.9, NaN],
    ],
    [
      [NaN, 0.1],
      [NaN, 0.9],
    ],
  ]);
});
