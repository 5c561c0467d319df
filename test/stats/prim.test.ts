import { describe, expect, it } from 'vitest';
import { openStream } from '../../src/random/stream.js';
import { balancedBox, pastedBox, peelingTrajectory, prunedBox, quasiP } from '../../src/stats/index.js';

/** Cases of interest: x0 below 0.3 and x1 above 0.6, of five uniforms; `noise` of all are turned round. */
function planted(n: number, noise: number) {
  const draw = openStream({ seed: 1, replication: 0, purpose: 'test', entity: `prim ${noise}` });
  const columns = Array.from({ length: 5 }, () => Float64Array.from({ length: n }, draw));
  const isCase = Float64Array.from({ length: n }, (_, i) => {
    const inside = columns[0]![i]! < 0.3 && columns[1]![i]! > 0.6;
    return Number(draw() < noise ? !inside : inside);
  });
  return { columns, isCase };
}

describe('PRIM on a planted box', () => {
  it('finds its two numbers and its limits', () => {
    const cases = planted(2000, 0);
    const box = prunedBox(cases, { box: balancedBox(peelingTrajectory(cases)), most: 0.05 });
    expect(box.restricted).toEqual([0, 1]);
    expect(Math.abs(box.limits[0]!.high - 0.3)).toBeLessThan(0.02);
    expect(Math.abs(box.limits[1]!.low - 0.6)).toBeLessThan(0.02);
    expect(box.limits[0]!.low).toBeLessThan(0.05);
    expect(box.coverage).toBeGreaterThan(0.9);
    expect(box.density).toBeGreaterThan(0.9);
  });

  it('finds them through noise, and says that the others are chance', () => {
    const cases = planted(2000, 0.1);
    const box = balancedBox(peelingTrajectory(cases));
    const pruned = prunedBox(cases, { box, most: 0.05 });
    expect(pruned.restricted).toEqual(expect.arrayContaining([0, 1]));
    for (const column of [0, 1])
      expect(quasiP(cases, pruned).find((each) => each.column === column)!.value).toBeLessThan(1e-6);
    expect(Math.abs(pruned.limits[0]!.high - 0.3)).toBeLessThan(0.05);
    expect(Math.abs(pruned.limits[1]!.low - 0.6)).toBeLessThan(0.05);
  });

  it('gains density from box to box of the trajectory as coverage is lost', () => {
    const boxes = peelingTrajectory(planted(1000, 0));
    expect(boxes[0]).toMatchObject({ coverage: 1, mass: 1, restricted: [] });
    for (const [i, box] of boxes.entries()) {
      if (i > 0) expect(box.coverage).toBeLessThanOrEqual(boxes[i - 1]!.coverage);
      expect(box.mass).toBeGreaterThanOrEqual(0.05);
      expect(box.density * box.mass).toBeCloseTo(box.coverage * boxes[0]!.density, 12);
    }
  });

  it('keeps equal values together', () => {
    const columns = [Float64Array.from({ length: 100 }, (_, i) => i % 2)];
    const boxes = peelingTrajectory({ columns, isCase: columns[0]! });
    expect(boxes.at(-1)).toMatchObject({ density: 1, coverage: 1, mass: 0.5 });
    expect(boxes.at(-1)!.limits).toEqual([{ low: 0.5, high: Infinity }]);
  });
});

describe('pasting', () => {
  it('puts back what lies beyond too narrow a box, and takes away a limit beyond which nothing lies', () => {
    const x = Float64Array.from({ length: 100 }, (_, i) => i);
    const cases = { columns: [x], isCase: x.map((value) => Number(value < 50)) };
    const narrow = { limits: [{ low: 9.5, high: 29.5 }], coverage: 0.4, density: 1, mass: 0.2, restricted: [0] };
    const { limits, density, coverage } = pastedBox(cases, narrow);
    expect(limits[0]!.low).toBe(-Infinity);
    expect(density).toBe(1);
    // A slice is a twentieth of the box: two states at most are left.
    expect(coverage).toBeGreaterThanOrEqual(0.96);
  });

  it('of a peeled box loses neither density nor coverage', () => {
    for (const noise of [0, 0.1, 0.3]) {
      const cases = planted(600, noise);
      const box = balancedBox(peelingTrajectory(cases));
      const pasted = pastedBox(cases, box);
      expect(pasted.density).toBeGreaterThanOrEqual(box.density);
      expect(pasted.coverage).toBeGreaterThanOrEqual(box.coverage);
    }
  });
});

it('the quasi-p is the binomial tail by hand', () => {
  // Of 10 states 4 are cases; the box x < 3.5 holds 4 states, all cases: 0.4^4.
  const cases = { columns: [Float64Array.from({ length: 10 }, (_, i) => i)], isCase: [1, 1, 1, 1, 0, 0, 0, 0, 0, 0] };
  const box = {
    ...peelingTrajectory(cases)[0]!,
    limits: [{ low: -Infinity, high: 3.5 }],
    density: 1,
    mass: 0.4,
    restricted: [0],
  };
  expect(quasiP(cases, box)[0]!.value).toBeCloseTo(0.4 ** 4, 12);
});
