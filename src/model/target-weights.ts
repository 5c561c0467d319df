import type { ActorState } from './actor-state.js';
import type { BaseSizes } from './base-sizes.js';
import type { CompiledScenario } from './compile.js';
import type { Defences } from './defences.js';
import { TargetSums } from './target-sums.js';
import { Status, type World } from './world.js';

// Constants of this file are numbers to the engine; those of another it looks up at every change.
const { hosting } = Status;

/** w_gb: how much each base draws each actor (model, section 4), for all actors in one place. Their sums stand in the states. */
export class TargetWeights {
  private readonly world: World;
  private readonly states: readonly ActorState[];
  private readonly sizes: BaseSizes;
  private readonly defences: Defences;
  private readonly compiled: CompiledScenario;
  private readonly sums: TargetSums;
  /** At g * bases + b: what a base draws whatever its size, what its own pull is of that, and what air defence leaves. */
  private readonly fixed: Float64Array;
  private readonly pulls: Float64Array;
  private readonly undefended: Float64Array;

  constructor(parts: {
    readonly compiled: CompiledScenario;
    readonly world: World;
    readonly states: readonly ActorState[];
    readonly sizes: BaseSizes;
    readonly defences: Defences;
  }) {
    this.compiled = parts.compiled;
    this.world = parts.world;
    this.states = parts.states;
    this.sizes = parts.sizes;
    this.defences = parts.defences;
    const { bases } = this.world;
    const actors = this.states.length;
    this.sums = new TargetSums({ actors, bases });
    this.fixed = new Float64Array(actors * bases);
    this.pulls = new Float64Array(actors * bases);
    this.undefended = new Float64Array(actors * bases);
  }

  /** Starts a replication with its numbers, which the states and sizes must have read, and those who are there. */
  reset(values: Float64Array): void {
    const { compiled, states, pulls, world } = this;
    this.sums.clear();
    for (let g = 0; g < states.length; g++) {
      const state = states[g]!;
      const { baseWeights } = state.actor;
      state.hostWeight = state.personWeight = 0;
      for (let b = 0; b < world.bases; b++) {
        const pull = baseWeights[b]!;
        pulls[g * world.bases + b] = pull < 0 ? 1 : values[pull]!;
      }
    }
    for (let b = 0; b < world.bases; b++) {
      this.protect(b, values[compiled.hardening[b]!]!);
      this.defend(b);
      this.weigh(b);
    }
  }

  /** Takes a base's hardening over. Its weight follows by {@link weigh}. */
  protect(base: number, hardening: number): void {
    const { states, pulls, fixed, world } = this;
    for (let g = 0; g < states.length; g++) {
      const { actor, hardeningAversion, distanceAversion } = states[g]!;
      const at = g * world.bases + base;
      fixed[at] = pulls[at]! * Math.exp(-hardeningAversion * hardening - distanceAversion * actor.distances[base]!);
    }
  }

  /** Looks up how a base is defended from the air. Its weight follows by {@link weigh}. */
  defend(base: number): void {
    const { states, undefended, defences, world } = this;
    for (let g = 0; g < states.length; g++) {
      const aversion = states[g]!.airDefenceAversion;
      undefended[g * world.bases + base] =
        aversion === 0 ? 1 : Math.exp(-aversion * defences.meanInterception(g, base));
    }
  }

  /** Works out again what one base draws, and the sums; called when its size or its status changed. */
  weigh(base: number, logSize = this.sizes.logs[base]!): void {
    const { fixed, undefended, states, sums, world } = this;
    const isHosting = world.status[base] === hosting;
    const persons = world.atBase[base]!;
    for (let g = 0; g < states.length; g++) {
      const state = states[g]!;
      let weight = 0;
      if (isHosting) {
        const at = g * world.bases + base;
        weight = state.sizeWeight(logSize) * fixed[at]! * undefended[at]!;
        state.draws[base] = weight;
      }
      sums.set({ actor: g, base, weight, persons }, state);
    }
  }

  /** w_gb as it was found last. */
  weightAt(actor: number, base: number): number {
    return this.sums.weightAt(actor, base);
  }
}
