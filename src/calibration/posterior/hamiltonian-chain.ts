import type { Uniform } from '../../random/stream.js';
import { dot } from './dot.js';
import type { Objective } from './objective.js';

export interface ChainQuestion {
  /** About the middle of the posterior, and {@link spreadOf} its curvature there: the chain walks in those units. */
  readonly centre: Float64Array;
  readonly spread: readonly Float64Array[];
  readonly warmUp: number;
  readonly draws: number;
}

export interface Chain {
  /** One row a draw, in the objective's coordinates. */
  readonly points: readonly Float64Array[];
  /** Mean probability of acceptance after the warm-up. */
  readonly accepted: number;
}

/**
 * Draws from the density whose logarithm is the objective by Hamiltonian Monte Carlo (Duane et al. 1987; Neal 2011): a
 * point is thrown in a random direction, follows the slopes for a random time of up to half a turn of a standard normal,
 * and is kept with a probability that makes the draws exact whatever the step. The step is tuned in the warm-up towards
 * eight throws kept in ten by dual averaging (Hoffman and Gelman 2014, algorithm 5). Starts wide, at two standard
 * deviations, so that chains that agree have found the same place.
 */
export function hamiltonianChain(objective: Objective, question: ChainQuestion, next: Uniform): Chain {
  const { centre, spread, warmUp, draws } = question;
  const size = centre.length;
  const inUnits = whitened(objective, centre, spread);
  const normal = normalSource(next);
  let here = startWide(inUnits, { size, normal });
  const tuning = stepTuning(1);
  const points: Float64Array[] = [];
  let accepted = 0;

  for (let draw = 0; draw < warmUp + draws; draw++) {
    const tuned = draw < warmUp;
    const step = tuned ? tuning.step() : tuning.settled();
    const momentum = Float64Array.from({ length: size }, normal);
    const end = follow(inUnits, { from: here, momentum, step, leaps: leapsFor(step, next()) });
    const probability = Math.min(1, Math.exp(end.energy - (here.value - dot(momentum, momentum) / 2)));
    const chance = Number.isNaN(probability) ? 0 : probability;
    if (next() < chance) here = end.state;
    if (tuned) tuning.learn(chance);
    else {
      accepted += chance / draws;
      points.push(unwhitened(here.at, centre, spread));
    }
  }
  return { points, accepted };
}

interface State {
  readonly at: Float64Array;
  readonly value: number;
  readonly slopes: Float64Array;
}

/** Evaluates the objective at centre + spread · z, with slopes by z. */
type Units = (z: Float64Array) => State;

function whitened(objective: Objective, centre: Float64Array, spread: readonly Float64Array[]): Units {
  const outer = new Float64Array(centre.length);
  return (at) => {
    outer.fill(0);
    const value = objective(unwhitened(at, centre, spread), outer);
    const slopes = Float64Array.from(at, (_, j) => outer.reduce((sum, slope, i) => sum + slope * spread[i]![j]!, 0));
    return { at, value: Number.isNaN(value) ? -Infinity : value, slopes };
  };
}

function unwhitened(z: Float64Array, centre: Float64Array, spread: readonly Float64Array[]): Float64Array {
  return centre.map((middle, i) => middle + dot(spread[i]!, z));
}

/** Leapfrog steps (Neal 2011, section 2.3); energy is −∞ where the way leads through an impossible point. */
function follow(
  inUnits: Units,
  throwing: { readonly from: State; readonly momentum: Float64Array; readonly step: number; readonly leaps: number },
): { readonly state: State; readonly energy: number } {
  const { step, leaps } = throwing;
  let state = throwing.from;
  const momentum = Float64Array.from(throwing.momentum);
  for (let leap = 0; leap < leaps; leap++) {
    for (let i = 0; i < momentum.length; i++) momentum[i]! += (step / 2) * state.slopes[i]!;
    state = inUnits(state.at.map((z, i) => z + step * momentum[i]!));
    if (!Number.isFinite(state.value)) return { state, energy: -Infinity };
    for (let i = 0; i < momentum.length; i++) momentum[i]! += (step / 2) * state.slopes[i]!;
  }
  return { state, energy: state.value - dot(momentum, momentum) / 2 };
}

/** So many steps that the time is uniform up to π, at least one and at most fifty. */
function leapsFor(step: number, u: number): number {
  return Math.min(50, Math.max(1, Math.ceil((u * Math.PI) / step)));
}

function startWide(inUnits: Units, { size, normal }: { readonly size: number; readonly normal: () => number }): State {
  const direction = Float64Array.from({ length: size }, normal);
  for (let scale = 2; scale > 1e-3; scale /= 2) {
    const state = inUnits(direction.map((z) => z * scale));
    if (Number.isFinite(state.value)) return state;
  }
  return inUnits(new Float64Array(size));
}

function stepTuning(first: number): { step: () => number; settled: () => number; learn: (chance: number) => void } {
  const target = 0.8;
  let [trial, shortfall, logStep, logSettled] = [0, 0, Math.log(first), 0];
  return {
    step: () => Math.exp(logStep),
    settled: () => (trial === 0 ? first : Math.exp(logSettled)),
    learn: (chance) => {
      trial++;
      shortfall += (target - chance - shortfall) / (trial + 10);
      logStep = Math.log(10 * first) - (Math.sqrt(trial) / 0.05) * shortfall;
      logSettled += trial ** -0.75 * (logStep - logSettled);
    },
  };
}

/** Standard normals by Box and Muller, both of each pair. */
function normalSource(next: Uniform): () => number {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(next()));
    const angle = 2 * Math.PI * next();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}
