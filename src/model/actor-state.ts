import { besselI } from '../theory/bessel.js';
import type { BaseSizes } from './base-sizes.js';
import type { CompiledActor, CompiledScenario } from './compile.js';
import type { Convoy } from './convoy.js';
import { Effort } from './effort.js';
import type { World } from './world.js';

/** The numbers of one actor as drawn for a replication, and what it makes of the world: weights of targets and effort. */
export class ActorState {
  readonly actor: CompiledActor;
  private readonly sizes: BaseSizes;
  /** κ: weight of a convoy against that of a base. */
  private roadWeight = NaN;
  hardeningAversion = NaN;
  distanceAversion = NaN;
  airDefenceAversion = NaN;
  interceptionAversion = NaN;
  baselinePerDay = NaN;
  sizeExponent = NaN;
  perShareWithdrawn = NaN;
  emboldeningDecayDays = NaN;
  betweenBasesFactor = NaN;
  announcementFactor = NaN;
  returnFactor = NaN;
  fatalBoost = NaN;
  deterrenceDepth = NaN;
  deterrenceDecayDays = NaN;
  vacuumSensitivity = NaN;
  vacuumAdjustDays = NaN;
  seasonAmplitude = NaN;
  seasonPeakDayOfYear = NaN;
  /** 1/I₀(a): makes the season's mean over a year 1. */
  seasonScale = NaN;
  sameTargetRepeat = NaN;
  /** ω_g/λ_g,ref: attack rate on a convoy of hazard 1 per unit of this actor's intensity. */
  convoyFactor = NaN;
  /** Whether its rate has nothing of what is rare now: no season, no vacuum, nothing that deters, no returns to bases. */
  isPlain = false;
  /** γ: product over the tracks of regimes. */
  gate = NaN;
  /** Product of the gates of truces that rules brought; a factor of {@link gate}. */
  truceGate = NaN;
  /** z_w, z_d and v at the last change, and what v tends to. */
  emboldened = NaN;
  deterred = NaN;
  vacuum = NaN;
  vacuumTarget = NaN;
  /** Most that each base draws from now on: w_gb of a hosting one, and what a handed-over one keeps at most. */
  readonly draws: Float64Array;
  /** Σ w_gb over hosting bases, and Σ N_b w_gb over them: persons present at a typical attack are the second over the first. */
  hostWeight = NaN;
  personWeight = NaN;
  /** R_g = Σ w_gk over the convoys on the road, and Σ n_k w_gk. */
  roadWeights = NaN;
  roadPersonWeight = NaN;
  readonly effort = new Effort();
  effortCapped = false;
  /** Whether something may have come into its rate that decays, or gone out of it, since this was set to false. */
  turned = true;
  /** Σ over handed-over bases of their frozen weight, and the same decaying since each hand-over. */
  residualWeight = NaN;
  residualFading = NaN;
  /** Weight of each base just before its last evacuation, for the residual after a hand-over. */
  readonly frozen: Float64Array;

  constructor(compiled: CompiledScenario, { number, sizes }: { readonly number: number; readonly sizes: BaseSizes }) {
    const actor = compiled.actors[number];
    if (!actor) throw new RangeError(`actor must be one of the scenario, got ${number}`);
    this.actor = actor;
    this.sizes = sizes;
    const bases = compiled.baseKeys.length;
    this.draws = new Float64Array(bases);
    this.frozen = new Float64Array(bases);
  }

  /** Reads the replication's numbers. Weights follow by `TargetWeights`, and their sums, NaN until then. */
  reset(values: Float64Array): void {
    const { actor } = this;
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
    this.convoyFactor = 0;
    this.gate = this.truceGate = 1;
    this.emboldened = this.deterred = this.vacuum = this.vacuumTarget = 0;
    this.effortCapped = false;
    this.turned = true;
    this.residualWeight = 0;
    this.residualFading = 0;
    this.roadWeights = this.roadPersonWeight = 0;
    this.draws.fill(0);
    this.frozen.fill(0);
    this.hardeningAversion = values[actor.hardeningAversion]!;
    this.distanceAversion = values[actor.distanceAversion]!;
  }

  /** People have left, so many of all: for home, or for another base. */
  departed(share: number, home: boolean): void {
    this.embolden(home ? share : this.betweenBasesFactor * share);
  }

  /** It was made known that so many of all will leave. */
  announced(share: number, home: boolean): void {
    this.embolden(this.announcementFactor * (home ? share : this.betweenBasesFactor * share));
  }

  /** People have come back, so many of all. */
  returned(share: number): void {
    this.embolden(this.returnFactor * share);
  }

  private embolden(by: number): void {
    const before = this.emboldened;
    const after = before + by;
    if (before === 0 || after === 0) this.turned = true;
    this.emboldened = after;
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
  sizeWeight(logSize: number): number {
    return logSize === -Infinity ? 0 : Math.exp(this.sizeExponent * logSize);
  }
}
