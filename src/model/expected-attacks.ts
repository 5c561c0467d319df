import type { ActorState } from './actor-state.js';
import { restraint, type AttackIntensity } from './attack-intensity.js';
import type { Excitation } from './excitation.js';
import { panelsOf, ruleFor } from './integrate-smooth.js';
import type { Residuals } from './residuals.js';
import type { RoadExposure } from './road-exposure.js';
import type { Tally } from './tally.js';
import { isTarget, type World } from './world.js';

/** The integral of the rates: how many attacks, and person-attacks, are expected on the personnel counted. */
export class ExpectedAttacks {
  private readonly states: readonly ActorState[];
  private readonly world: World;
  private readonly tally: Tally;
  private readonly excitation: Excitation;
  private readonly intensity: AttackIntensity;
  private readonly residuals: Residuals;
  private readonly road: RoadExposure;

  constructor(parts: {
    readonly states: readonly ActorState[];
    readonly world: World;
    readonly tally: Tally;
    readonly excitation: Excitation;
    readonly intensity: AttackIntensity;
    readonly residuals: Residuals;
    readonly road: RoadExposure;
  }) {
    this.states = parts.states;
    this.world = parts.world;
    this.tally = parts.tally;
    this.excitation = parts.excitation;
    this.intensity = parts.intensity;
    this.residuals = parts.residuals;
    this.road = parts.road;
  }

  /** Adds what an actor is expected to do in the `days` after the last change to the tally. */
  accrue(actor: number, days: number): void {
    const state = this.states[actor]!;
    if (state.gate === 0) return;
    const { excitation, intensity, residuals } = this;
    const scale = intensity.shortestScale(state);
    if (scale === Infinity && state.sameTargetRepeat === 0) {
      // Nothing moves but the excitation, whose integral is known.
      const attacks = state.gate * (days * intensity.baseline(state, 0) + excitation.integral(actor, days));
      this.expect(state, residuals.totalWeight(state, 0), attacks);
      return;
    }
    const shortest = Math.min(scale, excitation.shortestLag);
    const panels = panelsOf(days / shortest);
    const half = days / panels / 2;
    const { nodes, weights } = ruleFor((2 * half) / shortest);
    for (let panel = 0; panel < panels; panel++) {
      const middle = (2 * panel + 1) * half;
      for (let i = 0; i < nodes.length; i++) this.accrueAt(actor, middle + nodes[i]! * half, weights[i]! * half);
    }
  }

  /** What an actor does in so many days around a moment, given in days after the last change. */
  private accrueAt(actor: number, moment: number, days: number): void {
    const { excitation, intensity } = this;
    const state = this.states[actor]!;
    const total = this.residuals.totalWeight(state, moment);
    const factor = days * state.gate * restraint(state, moment);
    const baseline = intensity.baselineAt(state, moment, total);
    if (state.sameTargetRepeat === 0) {
      this.expect(state, total, factor * (baseline + excitation.rate(actor, moment)));
      return;
    }
    this.expect(state, total, factor * baseline);
    for (let j = 0; j < excitation.sources; j++)
      this.expectProvoked({ state, source: j, total, attacks: factor * excitation.sourceRate(actor, j, moment) });
  }

  /** Attacks that choose their target by weight, and those on the road that come with them. */
  private expect(state: ActorState, total: number, attacks: number): void {
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
