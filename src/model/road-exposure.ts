import type { ActorState } from './actor-state.js';
import type { CompiledScenario } from './compile.js';
import { convoyFactors } from './convoy-hazard.js';
import type { World } from './world.js';

/** What the convoys on the road add up to, for the attacks that fall on them (model, section 5). */
export class RoadExposure {
  private readonly compiled: CompiledScenario;
  private readonly world: World;
  private readonly states: readonly ActorState[];
  /** Whether convoys can be on the road at all. */
  private readonly used: boolean;
  /** Σ h_k over the convoys on the road, and Σ h_k n_k. */
  private hazard = NaN;
  private personHazard = NaN;

  constructor(parts: {
    readonly compiled: CompiledScenario;
    readonly world: World;
    readonly states: readonly ActorState[];
  }) {
    this.compiled = parts.compiled;
    this.world = parts.world;
    this.states = parts.states;
    const { supply, plan, rules } = this.compiled;
    this.used =
      supply !== undefined ||
      plan.some((item) => item.kind === 'departure' && item.byRoad) ||
      rules.some(({ actions }) => actions.some((action) => 'byRoad' in action && action.byRoad));
  }

  /** Starts a replication with nobody on the road. `reference` is λ_ref by actor where it is another scenario's. */
  reset(values: Float64Array, reference?: ReadonlyMap<string, number>): void {
    this.hazard = this.personHazard = 0;
    if (!this.used) return;
    const factors = convoyFactors(this.compiled, values, reference);
    this.states.forEach((state, g) => (state.convoyFactor = factors[g]!));
  }

  /** Adds them up anew. */
  convoysChanged(): void {
    const { world, states } = this;
    const { convoys, underWay } = world;
    let hazard = 0;
    let personHazard = 0;
    for (let i = 0; i < underWay.length; i++) {
      const convoy = convoys[underWay[i]!]!;
      hazard += convoy.hazard;
      personHazard += convoy.hazard * convoy.persons;
    }
    this.hazard = hazard;
    this.personHazard = personHazard;
    for (let g = 0; g < states.length; g++) states[g]!.weighRoad(world);
  }

  /** ω_g/λ_g,ref Σ h_k: attacks on the road that come on top, for each of λ_g. */
  ratio(state: ActorState): number {
    return state.convoyFactor * this.hazard;
  }

  /** The same times the persons in each convoy. */
  personRatio(state: ActorState): number {
    return state.convoyFactor * this.personHazard;
  }
}
