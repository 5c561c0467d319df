import type { Uniform } from '../../random/stream.js';
import { shuffled } from './latin-hypercube.js';

/** One walk through the unit cube in which every input moves once. */
export interface MorrisTrajectory {
  /** One more than there are inputs; coordinates in (0, 1). */
  readonly points: readonly Float64Array[];
  /** Which input moves from point i to point i + 1, and by how much: −½ or ½. */
  readonly steps: readonly { readonly input: number; readonly by: number }[];
}

/** Middles of four equal parts of an axis: the ends 0 and 1 may be infinite values. */
const levels = [1 / 8, 3 / 8, 5 / 8, 7 / 8];
const STEP = 1 / 2;

/**
 * Random walks on a grid of four levels whose steps are half of the axis (Morris 1991, with p = 4 and Δ = ½ measured in
 * u). `inputs` names the coordinates of each input: those of a group move together, each in its own direction.
 */
export function morrisTrajectories(
  { inputs, count }: { readonly inputs: readonly (readonly number[])[]; readonly count: number },
  draw: Uniform,
): MorrisTrajectory[] {
  const dimensions = inputs.flat().length;
  return Array.from({ length: count }, () => {
    let at = Float64Array.from({ length: dimensions }, () => levels[Math.floor(draw() * levels.length)]!);
    const points = [at];
    const steps: { input: number; by: number }[] = [];
    for (const input of shuffled(inputs.length, draw)) {
      const coordinates = inputs[input]!;
      at = at.slice();
      for (const c of coordinates) at[c]! += at[c]! < STEP ? STEP : -STEP;
      const first = coordinates[0]!;
      points.push(at);
      // Of a group there is no one direction: its first number's stands for it, and only |effects| are read.
      steps.push({ input, by: at[first]! - points.at(-2)![first]! });
    }
    return { points, steps };
  });
}
