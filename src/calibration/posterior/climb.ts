import { dot } from './dot.js';
import type { Objective } from './objective.js';

export interface Summit {
  readonly at: Float64Array;
  readonly value: number;
  /** Whether the slopes there are as small as was asked. */
  readonly converged: boolean;
  readonly evaluations: number;
}

export interface ClimbQuestion {
  readonly from: Float64Array;
  /** Greatest slope, per unit of a coordinate, that counts as level, over the objective's size (1 at least); 1e-7 by default. */
  readonly tolerance?: number;
  readonly maxSteps?: number;
}

/**
 * The top of a smooth objective, uphill from a point where it is finite: quasi-Newton steps with the inverse curvature
 * of Broyden, Fletcher, Goldfarb and Shanno, shortened until the objective rises enough (Nocedal and Wright 2006,
 * algorithms 3.1 and 6.1). Impossible points only shorten the step. Finds one top: the nearest in the way.
 */
export function climb(objective: Objective, { from, tolerance = 1e-7, maxSteps = 500 }: ClimbQuestion): Summit {
  const size = from.length;
  let at = Float64Array.from(from);
  let slopes = new Float64Array(size);
  let value = objective(at, slopes);
  let evaluations = 1;
  if (!Number.isFinite(value)) throw new RangeError(`a climb must begin where the objective is finite, got ${value}`);
  let inverse = identity(size);
  let fresh = true;

  for (let step = 0; step < maxSteps && !isLevel(); step++) {
    let direction = times(inverse, slopes);
    let gain = dot(direction, slopes);
    if (!(gain > 0)) {
      inverse = identity(size);
      direction = Float64Array.from(slopes);
      gain = dot(slopes, slopes);
      fresh = true;
    }
    // Without a curvature yet, a step of length 1 at most.
    let length = fresh ? Math.min(1, 1 / Math.sqrt(gain)) : 1;
    let next = at;
    let nextValue = -Infinity;
    let nextSlopes = slopes;
    for (let cut = 0; cut < maxCuts; cut++, length /= 2) {
      next = at.map((coordinate, i) => coordinate + length * direction[i]!);
      nextSlopes = new Float64Array(size);
      nextValue = objective(next, nextSlopes);
      evaluations++;
      if (nextValue >= value + enough * length * gain && nextSlopes.every(Number.isFinite)) break;
      nextValue = -Infinity;
    }
    if (nextValue === -Infinity) {
      // No rise along a quasi-Newton direction: try the slope itself once, then leave it at that.
      if (fresh) break;
      inverse = identity(size);
      fresh = true;
      continue;
    }
    inverse = updated(inverse, { moved: minus(next, at), fell: minus(slopes, nextSlopes), fresh });
    fresh = false;
    [at, value, slopes] = [next, nextValue, nextSlopes];
  }
  return { at, value, converged: isLevel(), evaluations };

  function isLevel(): boolean {
    return steepest(slopes) <= tolerance * Math.max(1, Math.abs(value));
  }
}

const enough = 1e-4;
const maxCuts = 40;

/** The inverse curvature (of minus the objective) that explains the last step; unchanged where the step tells nothing. */
function updated(
  inverse: Float64Array[],
  { moved, fell, fresh }: { readonly moved: Float64Array; readonly fell: Float64Array; readonly fresh: boolean },
): Float64Array[] {
  const along = dot(moved, fell);
  if (!(along > 1e-12 * Math.sqrt(dot(moved, moved) * dot(fell, fell)))) return inverse;
  const start = fresh ? inverse.map((row) => row.map((entry) => (entry * along) / dot(fell, fell))) : inverse;
  const carried = times(start, fell);
  const weight = 1 + dot(fell, carried) / along;
  return start.map((row, i) =>
    row.map(
      (entry, j) =>
        entry + (weight * moved[i]! * moved[j]! - moved[i]! * carried[j]! - carried[i]! * moved[j]!) / along,
    ),
  );
}

function identity(size: number): Float64Array[] {
  return Array.from({ length: size }, (_, i) => new Float64Array(size).fill(1, i, i + 1));
}

function times(matrix: readonly Float64Array[], vector: Float64Array): Float64Array {
  return Float64Array.from(matrix, (row) => dot(row, vector));
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - b[i]!);
}

function steepest(slopes: Float64Array): number {
  return slopes.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
}
