import { besselI } from '../theory/bessel.js';
import type { BaseSizes } from './base-sizes.js';
import type { CompiledActor, CompiledScenario } from './compile.js';
import type { Defences } from './defences.js';
import { Effort } from './effort.js';
import { TargetSums } from './target-sums.js';
import { Status, type Convoy, type World } from './world.js';

// Constants of this file are numbers to the engine; those of another it looks up at every change.
const { hosting } = Status;

/** The numbers of one actor as drawn for a replication, and what it makes of the world: weights of targets and effort. */
export class ActorState {
  readonly actor: CompiledActor;
  private readonly number: number;
  private readonly defences: Defences;
  private readonly sizes: BaseSizes;
  /** κ: weight of a convoy against that of a base. */
  private roadWeight = 0;
  airDefenceAversion = 0;
  interceptionAversion = 0;
  baselinePerDay = 0;
  sizeExponent = 0;
  perShareWithdrawn = 0;
  emboldeningDecayDays = 1;
  betweenBasesFactor = 1;
  announcementFactor = 0;
  returnFactor = 0;
  fatalBoost = 0;
  deterrenceDepth = 0;
  deterrenceDecayDays = 1;
  vacuumSensitivity = 0;
  vacuumAdjustDays = 1;
  seasonAmplitude = 0;
  seasonPeakDayOfYear = 0;
  /** 1/I₀(a): makes the season's mean over a year 1. */
  seasonScale = 1;
  sameTargetRepeat = 0;
  /** ω_g/λ_g,ref: attack rate on a convoy of hazard 1 per unit of this actor's intensity. */
  convoyFactor = 0;
  /** γ: product over the tracks of regimes. */
  gate = 1;
  /** Product of the gates of truces that rules brought; a factor of {@link gate}. */
  truceGate = 1;
  /** z_w, z_d and v at the last change, and what v tends to. */
  emboldened = 0;
  deterred = 0;
  vacuum = 0;
  vacuumTarget = 0;
  /** Most that each base draws from now on: w_gb of a hosting one, and what a handed-over one keeps at most. */
  readonly draws: Float64Array;
  /** Σ w_gb over hosting bases, and Σ N_b w_gb over them: persons present at a typical attack are the second over the first. */
  hostWeight = 0;
  personWeight = 0;
  /** R_g = Σ w_gk over the convoys on the road, and Σ n_k w_gk. */
  roadWeights = 0;
  roadPersonWeight = 0;
  readonly effort = new Effort();
  effortCapped = false;
  /** Σ over handed-over bases of their frozen weight, and the same decaying since each hand-over. */
  residualWeight = 0;
  residualFading = 0;
  /** Weight of each base just before its last evacuation, for the residual after a hand-over. */
  readonly frozen: Float64Array;
  private readonly fixed: Float64Array;
  /** What air defence leaves of each base's weight. */
  private readonly undefended: Float64Array;
  private readonly sums: TargetSums;
  private hardeningAversion = 0;
  private distanceAversion = 0;
  private readonly pulls: Float64Array;
  private readonly compiled: CompiledScenario;

  constructor(
    compiled: CompiledScenario,
    parts: { readonly number: number; readonly defences: Defences; readonly sizes: BaseSizes },
  ) {
    const { number } = parts;
    const actor = compiled.actors[number];
    if (!actor) throw new RangeError(`actor must be one of the scenario, got ${number}`);
    this.compiled = compiled;
    this.actor = actor;
    this.number = number;
    this.defences = parts.defences;
    this.sizes = parts.sizes;
    const bases = compiled.baseKeys.length;
    this.draws = new Float64Array(bases);
    this.frozen = new Float64Array(bases);
    this.fixed = new Float64Array(bases);
    this.undefended = new Float64Array(bases);
    this.sums = new TargetSums(bases);
    this.pulls = new Float64Array(bases);
  }

  /** Reads the replication's numbers. Weights follow by {@link weigh}. */
  reset(values: Float64Array): void {
    const { actor, compiled } = this;
    this.baselinePerDay = values[actor.baselinePerDay]!;
    this.sizeExponent = values[actor.sizeExponent]!;
    this.effort.reset(values[actor.effortElasticity]!, values[actor.maxEffort]!);
    this.perShareWithdrawn = values[actor.perShareWithdrawn]!;
    this.emboldeningDecayDays = values[actor.emboldeningDecayDays]!;
    this.betweenBasesFactor = values[actor.betweenBasesFactor]!;
    this.announcementFactor = values[actor.announcementFactor]!;
    this.returnFactor = values[actor.returnFactor]!;
    this.fatalBoost = values[actor.fatalBoost]!;
    this.deterrenceDepth = values[actor.deterrenceDepth]!;
    this.deterrenceDecayDays = values[actor.deterrenceDecayDays]!;
    this.vacuumSensitivity = values[actor.vacuumSensitivity]!;
    this.vacuumAdjustDays = values[actor.vacuumAdjustDays]!;
    this.seasonAmplitude = values[actor.seasonAmplitude]!;
    this.seasonPeakDayOfYear = values[actor.seasonPeakDayOfYear]!;
    this.seasonScale = this.seasonAmplitude === 0 ? 1 : 1 / besselI(0, this.seasonAmplitude);
    this.sameTargetRepeat = values[actor.sameTargetRepeat]!;
    this.roadWeight = values[actor.roadWeight]!;
    this.airDefenceAversion = values[actor.airDefenceAversion]!;
    this.interceptionAversion = values[actor.interceptionAversion]!;
    this.gate = this.truceGate = 1;
    this.emboldened = this.deterred = this.vacuum = this.vacuumTarget = 0;
    this.effortCapped = false;
    this.residualWeight = 0;
    this.residualFading = 0;
    this.roadWeights = this.roadPersonWeight = 0;
    this.draws.fill(0);
    this.sums.clear();
    this.frozen.fill(0);
    this.hardeningAversion = values[actor.hardeningAversion]!;
    this.distanceAversion = values[actor.distanceAversion]!;
    for (let b = 0; b < this.fixed.length; b++) {
      const pull = actor.baseWeights[b]!;
      this.pulls[b] = pull < 0 ? 1 : values[pull]!;
      this.protect(b, values[compiled.hardening[b]!]!);
    }
  }

  /** People have left, so many of all: for home, or for another base. */
  departed(share: number, home: boolean): void {
    this.emboldened += home ? share : this.betweenBasesFactor * share;
  }

  /** It was made known that so many of all will leave. */
  announced(share: number, home: boolean): void {
    this.emboldened += this.announcementFactor * (home ? share : this.betweenBasesFactor * share);
  }

  /** People have come back, so many of all. */
  returned(share: number): void {
    this.emboldened += this.returnFactor * share;
  }

  /** Takes a base's hardening over. Its weight follows by {@link weigh}. */
  protect(base: number, hardening: number): void {
    this.fixed[base] =
      this.pulls[base]! *
      Math.exp(-this.hardeningAversion * hardening - this.distanceAversion * this.actor.distances[base]!);
  }

  /** Looks up how a base is defended from the air. Its weight follows by {@link weigh}. */
  defend(base: number): void {
    const { airDefenceAversion: aversion } = this;
    this.undefended[base] =
      aversion === 0 ? 1 : Math.exp(-aversion * this.defences.meanInterception(this.number, base));
  }

  /** w_gb as it was found last. */
  weightAt(base: number): number {
    return this.sums.weightAt(base);
  }

  /** w_gk = κ ρ (Ñ_k/N_ref)^α_N of a convoy (model, section 5); 0 of those who go by air, for every exponent. */
  weightOnRoad({ counts, onTheWay, byRoad, routeFactor }: Convoy): number {
    if (this.roadWeight === 0 || !onTheWay || !byRoad) return 0;
    return this.roadWeight * routeFactor * this.sizeWeight(this.sizes.logOf(counts, 0));
  }

  /** Works the sums over convoys on the road out again. */
  weighRoad(world: World): void {
    this.roadWeights = this.roadPersonWeight = 0;
    if (this.roadWeight === 0) return;
    for (const k of world.underWay) {
      const convoy = world.convoys[k]!;
      const weight = this.weightOnRoad(convoy);
      this.roadWeights += weight;
      this.roadPersonWeight += weight * convoy.persons;
    }
  }

  /** (Ñ/N_ref)^α_N by the logarithm of Ñ/N_ref; 0 where there is nobody, for every exponent. */
  private sizeWeight(logSize: number): number {
    return logSize === -Infinity ? 0 : Math.exp(this.sizeExponent * logSize);
  }

  /** Works w_gb of one base out again (model, section 4), and the sums; called when its {@link BaseSizes} or its status changed. */
  weigh(world: World, base: number): void {
    const { sums } = this;
    let weight = 0;
    if (world.status[base] === hosting) {
      weight = this.sizeWeight(this.sizes.logs[base]!) * this.fixed[base]! * this.undefended[base]!;
      this.draws[base] = weight;
    }
    sums.set(base, weight, world.atBase[base]!);
    this.hostWeight = sums.weight;
    this.personWeight = sums.personWeight;
  }

  /** Works the weight of every base out anew, and the sums. */
  weighAll(world: World): void {
    for (let b = 0; b < world.bases; b++) {
      this.defend(b);
      this.weigh(world, b);
    }
  }
}
