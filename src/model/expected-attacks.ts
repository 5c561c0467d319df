import type { ActorState } from './actor-state.js';
import type { AttackIntensity } from './attack-intensity.js';
import type { Excitation } from './excitation.js';
import { panelsOf, ruleFor, type SmoothRule } from './integrate-smooth.js';
import { RateAlong } from './rate-along.js';
import type { Residuals } from './residuals.js';
import type { RoadExposure } from './road-exposure.js';
import { endPlace, nodePlace, rowOf, type SpanDecay } from './span-decay.js';
import type { Tally } from './tally.js';
import { isTarget, type World } from './world.js';

/** V8 knows constants of the file, and looks imports up at each use. */
const panelsIn = panelsOf;
const ruleAlong = ruleFor;
const toEnd = endPlace;

/** The integral of the rates: how many attacks, and person-attacks, are expected on the personnel counted. */
export class ExpectedAttacks {
  private readonly states: readonly ActorState[];
  private readonly world: World;
  private readonly tally: Tally;
  private readonly excitation: Excitation;
  private readonly intensity: AttackIntensity;
  private readonly residuals: Residuals;
  private readonly road: RoadExposure;
  private readonly span: SpanDecay;
  private readonly alongs: readonly RateAlong[];

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
    this.span = this.intensity.decays;
    this.alongs = parts.states.map((_, actor) => new RateAlong(actor, parts));
  }

  /** Adds what all actors are expected to do up to a day to the tally, and brings all that decays up to it. */
  passTo(day: number): void {
    const { intensity, span } = this;
    const shortest = intensity.scales.shortest;
    const days = day - intensity.at;
    const scales = days / shortest;
    const panels = panelsIn(scales);
    span.days = days;
    if (shortest === Infinity) this.passBy(undefined);
    else if (panels === 1) this.passBy(ruleAlong(scales));
    else this.passPanels(days, panels);
    // A sum of panels may be off by a last bit.
    intensity.at = this.residuals.day = day;
  }

  /** The same for a span that is too long for one rule. */
  private passPanels(days: number, panels: number): void {
    const { intensity, span } = this;
    const length = days / panels;
    const rule = ruleAlong(length / intensity.scales.shortest);
    span.days = length;
    for (let panel = 0; panel < panels; panel++) {
      this.passBy(rule);
      intensity.at += length;
    }
  }

  /** The same along {@link span}, for which one rule is good, or none is needed. */
  private passBy(rule: SmoothRule | undefined): void {
    const { alongs, intensity, span } = this;
    const { ofActors } = intensity.scales;
    if (rule === undefined) span.lookAhead(toEnd, span.days);
    else span.pass(rule);
    for (let g = 0; g < alongs.length; g++) {
      const along = alongs[g]!;
      const scale = ofActors[g]!;
      if (rule !== undefined && scale > 0 && scale < Infinity) {
        along.addUp(span, rule);
        if (along.returns) this.addReturning(g, rule);
      } else if (scale > 0) this.addSteady(g);
      along.settle(span);
    }
    this.excitation.decay(span);
  }

  /** Adds what an actor is expected to do within the span where nothing moves but the excitation, whose integral is known. */
  private addSteady(actor: number): void {
    const state = this.states[actor]!;
    const { excitation, intensity, residuals, span } = this;
    const { intact } = intensity;
    const attacks = state.gate * (span.days * intensity.baseline(actor) + excitation.integral(actor, span));
    this.expect(state, residuals.totalWeight(state, intact), attacks);
  }

  /** Adds what sources provoke along the span, of an actor that returns to bases. */
  private addReturning(actor: number, rule: SmoothRule): void {
    const { excitation, span } = this;
    const state = this.states[actor]!;
    const { totalWeights, openShares } = this.alongs[actor]!;
    for (let node = 0; node < span.nodes; node++)
      for (let source = 0; source < excitation.sources; source++) {
        const left = span.rows[rowOf(source) + nodePlace + node]!;
        const rate = openShares[node]! * excitation.sourceRate(actor, source, left);
        const attacks = (rate * span.days * rule.weights[node]!) / 2;
        this.expectProvoked({ state, source, total: totalWeights[node]!, attacks });
      }
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
