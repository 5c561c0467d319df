import type { ActorState } from './actor-state.js';
import type { CompiledScenario } from './compile.js';
import type { Excitation } from './excitation.js';
import type { Residuals } from './residuals.js';
import type { RoadExposure } from './road-exposure.js';
import { quickExponential } from './small-exponential.js';
import { mostNodes, type SpanDecay } from './span-decay.js';
import { vacuumPull } from './vacuum.js';

/**
 * λ_g(t) of every actor, its factors, and a bound of it (model, section 1). Levels stand as of `at`, the last change;
 * `days` are counted from there.
 */
export class AttackIntensity {
  at = 0;
  /** S_g, γD and the rate before it at the nodes of the span along which {@link lookAlong} looked last. */
  readonly totalWeights = new Float64Array(mostNodes);
  readonly openShares = new Float64Array(mostNodes);
  readonly rates = new Float64Array(mostNodes);
  private readonly states: readonly ActorState[];
  private readonly excitation: Excitation;
  private readonly residuals: Residuals;
  private readonly road: RoadExposure;
  private readonly startDayOfYear: number;

  constructor(parts: {
    readonly compiled: CompiledScenario;
    readonly states: readonly ActorState[];
    readonly excitation: Excitation;
    readonly residuals: Residuals;
    readonly road: RoadExposure;
  }) {
    this.states = parts.states;
    this.excitation = parts.excitation;
    this.residuals = parts.residuals;
    this.road = parts.road;
    this.startDayOfYear = parts.compiled.startDayOfYear;
  }

  reset(): void {
    this.at = 0;
  }

  /** λ_g on the day, attacks per day; the road's own hazard comes on top with λ_g times {@link RoadExposure.ratio}. */
  rate(g: number, day: number): number {
    const state = this.states[g]!;
    const days = day - this.at;
    return state.gate * restraint(state, days) * (this.baseline(state, days) + this.excitation.rate(g, days));
  }

  /** A bound of all attacks of an actor together that holds from the day on until something changes. Notes effort at its cap. */
  bound(g: number, day: number): number {
    const state = this.states[g]!;
    const days = day - this.at;
    const total = this.residuals.totalWeight(state, days);
    const now = state.effort(total);
    if (now >= state.maxEffort && state.referenceWeight > 0 && total > 0) state.effortCapped = true;
    const later = state.finalEffort(this.residuals.finalWeight(state));
    const season = state.seasonAmplitude === 0 ? 1 : Math.exp(state.seasonAmplitude) * state.seasonScale;
    const pull =
      state.vacuumSensitivity === 0
        ? 0
        : Math.max(vacuumPull(state, days), state.vacuumSensitivity * state.vacuumTarget);
    const raised = Math.max(0, mood(state, days)) + pull;
    const signal = raised === 0 ? 1 : Math.exp(raised);
    const baseline = state.baselinePerDay * season * Math.max(now, later) * signal;
    return state.gate * (baseline + this.excitation.rate(g, days)) * (1 + this.road.ratio(state));
  }

  /** μ s(t) A exp(η_w z_w + η_v v). */
  baseline(state: ActorState, days: number): number {
    return this.baselineAt(state, days, this.residuals.totalWeight(state, days));
  }

  /** The same where S is known. */
  baselineAt(state: ActorState, days: number, totalWeight: number): number {
    const signal = mood(state, days) + vacuumPull(state, days);
    const base = state.baselinePerDay * this.season(state, days) * state.effort(totalWeight);
    return signal === 0 ? base : base * Math.exp(signal);
  }

  /** s(t) = exp(a cos(2π(t − φ)/365.25))/I₀(a), t counted from 1 January of the start's year. */
  private season(state: ActorState, days: number): number {
    if (state.seasonAmplitude === 0) return 1;
    const dayOfYear = this.startDayOfYear + this.at + days - state.seasonPeakDayOfYear;
    return Math.exp(state.seasonAmplitude * Math.cos((2 * Math.PI * dayOfYear) / 365.25)) * state.seasonScale;
  }

  /** Shortest time over which a factor of the rate changes by itself, other than the excitation; Infinity where none does. */
  shortestScale(state: ActorState): number {
    let scale = Infinity;
    if (state.emboldened !== 0) scale = state.emboldeningDecayDays;
    if (state.deterred !== 0) scale = Math.min(scale, state.deterrenceDecayDays);
    scale = Math.min(scale, this.residuals.scaleDays(state));
    if (state.vacuumSensitivity !== 0 && state.vacuum !== state.vacuumTarget)
      scale = Math.min(scale, state.vacuumAdjustDays);
    if (state.seasonAmplitude > 0) scale = Math.min(scale, 30 / Math.max(1, state.seasonAmplitude));
    return scale;
  }

  /** Reads the rates at which levels decay; to be called when numbers are drawn. */
  readDecays({ perDay }: SpanDecay): void {
    perDay.set(this.excitation.decays);
    perDay[this.residuals.slot] = this.residuals.decayPerDay;
    this.states.forEach((state, g) => {
      const slot = this.firstSlotOf(g);
      perDay[slot] = 1 / state.emboldeningDecayDays;
      perDay[slot + 1] = 1 / state.deterrenceDecayDays;
      perDay[slot + 2] = 1 / state.vacuumAdjustDays;
    });
  }

  /** Marks what there is of all that decays. */
  mark({ isThere }: SpanDecay): void {
    const { excitation, residuals, states } = this;
    const { levels } = excitation;
    for (let j = 0; j < levels.length; j++) isThere[j] = levels[j]! > 0 ? 1 : 0;
    let fading = 0;
    for (let g = 0; g < states.length; g++) {
      const state = states[g]!;
      const slot = this.firstSlotOf(g);
      if (state.residualFading > 0) fading = 1;
      isThere[slot] = state.emboldened !== 0 ? 1 : 0;
      isThere[slot + 1] = state.deterred !== 0 ? 1 : 0;
      isThere[slot + 2] = state.vacuum !== state.vacuumTarget ? 1 : 0;
    }
    isThere[residuals.slot] = fading;
  }

  /** Looks at the rate of an actor at every node of the span; without what sources provoke, where that is asked for apart. */
  lookAlong(g: number, { atNodes, nodes, nodeDays }: SpanDecay): void {
    const state = this.states[g]!;
    const { excitation, residuals, totalWeights, openShares, rates } = this;
    const { levels, decays, branching, sources } = excitation;
    const { gate, baselinePerDay } = state;
    const slot = this.firstSlotOf(g);
    const emboldened = mostNodes * slot;
    const deterred = emboldened + mostNodes;
    const vacuum = deterred + mostNodes;
    const residual = mostNodes * residuals.slot;
    const raise = state.perShareWithdrawn * state.emboldened;
    const restrain = state.deterrenceDepth * state.deterred;
    const pull = state.vacuumSensitivity * state.vacuumTarget;
    const pullGap = state.vacuumSensitivity * (state.vacuum - state.vacuumTarget);
    const isCalm = raise === 0 && pull === 0 && pullGap === 0;
    const lasting = residuals.finalWeight(state);
    const fading = residuals.fadingWeight(state);
    for (let i = 0; i < nodes; i++)
      totalWeights[i] = fading === 0 ? lasting : Math.max(0, lasting + fading * atNodes[residual + i]!);
    state.effortsAlong(totalWeights, nodes, rates);
    for (let i = 0; i < nodes; i++) {
      let rate = baselinePerDay * rates[i]!;
      if (state.seasonAmplitude !== 0) rate *= this.season(state, nodeDays[i]!);
      if (!isCalm) {
        let signal = pull;
        if (raise !== 0) signal += raise * atNodes[emboldened + i]!;
        if (pullGap !== 0) signal += pullGap * atNodes[vacuum + i]!;
        rate *= quickExponential(signal);
      }
      rates[i] = rate;
      openShares[i] = restrain === 0 ? gate : gate * Math.exp(-restrain * atNodes[deterred + i]!);
    }
    if (state.sameTargetRepeat > 0) return;
    const row = g * sources;
    for (let j = 0; j < sources; j++) {
      const first = branching[row + j]! * decays[j]! * levels[j]!;
      if (first === 0) continue;
      for (let i = 0; i < nodes; i++) rates[i]! += first * atNodes[mostNodes * j + i]!;
    }
  }

  /** Goes to the end of the span. */
  settle(span: SpanDecay): void {
    this.excitation.decay(span);
    this.residuals.fade(span);
    for (let g = 0; g < this.states.length; g++) {
      const state = this.states[g]!;
      const slot = this.firstSlotOf(g);
      if (state.emboldened !== 0) {
        const z = state.emboldened * span.atEnd[slot]!;
        state.emboldened = Math.abs(z * state.perShareWithdrawn) < 1e-12 ? 0 : z;
      }
      if (state.deterred !== 0) {
        const d = state.deterred * span.atEnd[slot + 1]!;
        state.deterred = d * state.deterrenceDepth < 1e-12 ? 0 : d;
      }
      if (state.vacuum !== state.vacuumTarget)
        state.vacuum = state.vacuumTarget + (state.vacuum - state.vacuumTarget) * span.atEnd[slot + 2]!;
    }
  }

  /** Slot of z_w in a {@link SpanDecay}; those of z_d and v are next to it. */
  private firstSlotOf(g: number): number {
    return this.states.length + 2 + 3 * g;
  }
}

/** Slots of a {@link SpanDecay} for so many actors: a source each and strikes, residuals, and three levels of each actor. */
export function decayingLevels(actors: number): number {
  return actors + 2 + 3 * actors;
}

/** Slot of what handed-over bases keep. */
export function residualSlot(actors: number): number {
  return actors + 1;
}

/** D = exp(−d z_d), at most 1. */
export function restraint(state: ActorState, days: number): number {
  if (state.deterred === 0 || state.deterrenceDepth === 0) return 1;
  return Math.exp(-state.deterrenceDepth * state.deterred * Math.exp(-days / state.deterrenceDecayDays));
}

/** η_w z_w. */
export function mood(state: ActorState, days: number): number {
  return state.emboldened === 0
    ? 0
    : state.perShareWithdrawn * state.emboldened * (days === 0 ? 1 : Math.exp(-days / state.emboldeningDecayDays));
}
