import type { ActorState } from './actor-state.js';
import type { CompiledScenario } from './compile.js';
import { integrateSmooth } from './integrate-smooth.js';
import type { World } from './world.js';

/** The vacuum that personnel leave behind, and what it does to the baseline of actors that feel it (model, section 1). */
export class Vacuum {
  /** Whether any actor feels it. */
  readonly matters: boolean;
  /** ∫ exp(η_v v) dt per actor. */
  readonly indexDays: Float64Array;
  readonly compiled: CompiledScenario;
  readonly world: World;
  readonly values: Float64Array;
  /** Σ k_c persons in the theatre at the start. */
  private presenceReference = NaN;

  constructor(parts: Place) {
    this.compiled = parts.compiled;
    this.world = parts.world;
    this.values = parts.values;
    const { actors, parameters } = this.compiled;
    this.matters = actors.some(({ vacuumSensitivity }) => parameters.points[vacuumSensitivity] !== 0);
    this.indexDays = new Float64Array(actors.length);
  }

  /** Starts a replication: garrisons must be in place. `reference` is P_ref where it is another scenario's. */
  reset(reference?: number): void {
    this.presenceReference = reference ?? presenceOf(this);
    if (this.matters) this.indexDays.fill(0);
  }

  /** After people came or went: what v tends to. */
  retarget(states: readonly ActorState[]): void {
    if (!this.matters || this.presenceReference <= 0) return;
    const target = Math.max(0, 1 - presenceOf(this) / this.presenceReference);
    for (const state of states) {
      if (target !== state.vacuumTarget) state.turned = true;
      state.vacuumTarget = target;
    }
  }

  /** Adds the `days` after the last change to the index of one actor; to be called where it {@link matters}. */
  accrue({ actor, state, days }: Passed): void {
    const scale = state.vacuumAdjustDays;
    this.indexDays[actor]! += integrateSmooth({ from: 0, to: days, scale }, (s) =>
      Math.exp(vacuumPull(state, Math.exp(-s / scale))),
    );
  }
}

/** P = Σ k_c × persons in the theatre, on the way included; not those of routine supply, who belong outside. */
export function presenceOf({ compiled, world, values }: Place): number {
  let sum = 0;
  for (let c = 0; c < world.contingents; c++) {
    sum += values[compiled.combatWeight[c]!]! * (world.everywhere(c) - world.outside[c]! - world.onSupply[c]!);
  }
  return sum;
}

interface Place {
  readonly compiled: CompiledScenario;
  readonly world: World;
  readonly values: Float64Array;
}

interface Passed {
  readonly actor: number;
  readonly state: ActorState;
  readonly days: number;
}

/** η_v v, where so much is left of what stood at the last change: v tends to the share of personnel that has gone, with mean time τ_v. */
export function vacuumPull(state: ActorState, left: number): number {
  if (state.vacuumSensitivity === 0) return 0;
  return state.vacuumSensitivity * (state.vacuumTarget + (state.vacuum - state.vacuumTarget) * left);
}
