import type { ActorState } from './actor-state.js';
import { restraint, type AttackIntensity } from './attack-intensity.js';
import type { Excitation } from './excitation.js';
import { visitSmooth } from './integrate-smooth.js';
import type { Residuals } from './residuals.js';
import type { RoadExposure } from './road-exposure.js';
import type { Tally } from './tally.js';
import { isTarget, type World } from './world.js';

/** The integral of the rates: how many attacks, and person-attacks, are expected on the personnel counted. */
export class ExpectedAttacks {
  private readonly world: World;
  private readonly tally: Tally;
  private readonly excitation: Excitation;
  private readonly intensity: AttackIntensity;
  private readonly residuals: Residuals;
  private readonly road: RoadExposure;

  constructor(parts: {
    readonly world: World;
    readonly tally: Tally;
    readonly excitation: Excitation;
    readonly intensity: AttackIntensity;
    readonly residuals: Residuals;
    readonly road: RoadExposure;
  }) {
    this.world = parts.world;
    this.tally = parts.tally;
    this.excitation = parts.excitation;
    this.intensity = parts.intensity;
    this.residuals = parts.residuals;
    this.road = parts.road;
  }

  /** Adds what an actor is expected to do in the `days` after the last change to the tally. */
  accrue(of: { readonly actor: number; readonly state: ActorState; readonly days: number }): void {
    const { actor, state, days } = of;
    if (state.gate === 0) return;
    const { excitation, intensity, residuals } = this;
    const scale = intensity.shortestScale(state);
    if (scale === Infinity && state.sameTargetRepeat === 0) {
      // Nothing moves but the excitation, whose integral is known.
      const attacks = state.gate * (days * intensity.baseline(state, 0) + excitation.integral(actor, days));
      this.expect({ state, total: residuals.totalWeight(state, 0), attacks });
      return;
    }
    visitSmooth({ from: 0, to: days, scale: Math.min(scale, excitation.shortestLag) }, (s, weight) => {
      const total = residuals.totalWeight(state, s);
      const factor = weight * state.gate * restraint(state, s);
      this.expect({ state, total, attacks: factor * intensity.baseline(state, s) });
      for (let j = 0; j < excitation.sources; j++)
        this.expectProvoked({ state, source: j, total, attacks: factor * excitation.sourceRate(actor, j, s) });
    });
  }

  /** Attacks that choose their target by weight, and those on the road that come with them. */
  private expect(part: { readonly state: ActorState; readonly total: number; readonly attacks: number }): void {
    const { state, total, attacks } = part;
    this.tally.expectedAttacks += attacks * (shareOnPersonnel(state, total) + this.road.ratio(state));
    this.tally.expectedPersonAttacks += attacks * (personsPerChoice(state, total) + this.road.personRatio(state));
  }

  /** Attacks provoked by one source: some return to the base of the attack that provoked them. */
  private expectProvoked(part: {
    readonly state: ActorState;
    readonly source: number;
    readonly total: number;
    readonly attacks: number;
  }): void {
    const { state, source, total, attacks } = part;
    if (attacks === 0) return;
    let repeats = 0;
    let persons = 0;
    if (state.sameTargetRepeat > 0 && source < this.excitation.actors && total > 0) {
      for (let b = 0; b < this.world.bases; b++) {
        if (!isTarget(this.world, b)) continue;
        const share = state.sameTargetRepeat * this.excitation.shareOfBase(source, b);
        repeats += share;
        persons += share * this.world.atBase[b]!;
      }
    }
    const chosen = 1 - repeats;
    this.tally.expectedAttacks +=
      attacks * (repeats + chosen * shareOnPersonnel(state, total) + this.road.ratio(state));
    this.tally.expectedPersonAttacks +=
      attacks * (persons + chosen * personsPerChoice(state, total) + this.road.personRatio(state));
  }
}

/** (Σ_hosting w + R)/(S + R): share of those that choose by weight which falls on the personnel counted. */
function shareOnPersonnel(state: ActorState, total: number): number {
  const all = total + state.roadWeights;
  return all > 0 ? (state.hostWeight + state.roadWeights) / all : 0;
}

/** Persons present at a choice by weight, in the mean. */
function personsPerChoice(state: ActorState, total: number): number {
  const all = total + state.roadWeights;
  return all > 0 ? (state.personWeight + state.roadPersonWeight) / all : 0;
}
