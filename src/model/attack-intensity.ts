import type { ActorState } from './actor-state.js';
import type { CompiledScenario } from './compile.js';
import type { Excitation } from './excitation.js';
import { ownSlot, RateScales, residualSlot } from './rate-scales.js';
import type { Residuals } from './residuals.js';
import type { RoadExposure } from './road-exposure.js';
import { quickExponential } from './small-exponential.js';
import { leftPlace, rowOf, SpanDecay } from './span-decay.js';
import { vacuumPull } from './vacuum.js';

/** V8 knows constants of the file, and looks imports up at each use. */
const exponential = quickExponential;
const pullOf = vacuumPull;
const toLeft = leftPlace;

/** D = exp(−d z_d), at most 1. */
const restrainedBy = (state: ActorState, left: number): number =>
  state.deterred === 0 || state.deterrenceDepth === 0 ? 1 : Math.exp(-state.deterrenceDepth * state.deterred * left);

/** η_w z_w. */
const moodOf = (state: ActorState, left: number): number => state.perShareWithdrawn * state.emboldened * left;

/**
 * λ_g(t) of every actor, its factors, and a bound of it (model, section 1). Levels stand as of `at`, the last change;
 * `days` are counted from there.
 */
export class AttackIntensity {
  at = NaN;
  readonly decays: SpanDecay;
  /**
   * Rows as of a {@link SpanDecay}, of which the second number says what is left on the day looked at of what stood at the
   * last change; in `intact` all of it is. A row is eight numbers, so that the next quantity's is 8 further.
   */
  left: Float64Array;
  readonly intact: Float64Array;
  /** What {@link findRate} found last, and its terms: μ s A exp(…), and what past attacks and strikes provoke. */
  lastRate = NaN;
  baselineRate = NaN;
  provokedRate = NaN;
  /** What {@link bound} found last. */
  lastBound = NaN;
  /** Over which times rates change by themselves. */
  readonly scales: RateScales;
  /** Row of what handed-over bases keep. */
  readonly residualRow: number;
  /** In rows such as {@link left}: what is left of z_w of the first actor. */
  private readonly firstOwnPlace: number;
  private days = NaN;
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
    const slots = this.firstSlotOf(this.states.length);
    this.decays = new SpanDecay(slots);
    this.firstOwnPlace = rowOf(this.firstSlotOf(0)) + toLeft;
    this.residualRow = rowOf(residualSlot(this.states.length));
    this.scales = new RateScales({ ...parts, decays: this.decays });
    this.intact = new Float64Array(rowOf(slots)).fill(1);
    this.left = this.intact;
  }

  /** Starts a replication: reads the rates at which levels decay. */
  reset(): void {
    const { rows } = this.decays;
    this.at = 0;
    this.excitation.decays.forEach((perDay, j) => (rows[rowOf(j)] = perDay));
    rows[this.residualRow] = this.residuals.decayPerDay;
    this.states.forEach((state, g) => {
      const slot = this.firstSlotOf(g);
      rows[rowOf(slot)] = 1 / state.emboldeningDecayDays;
      rows[rowOf(slot + 1)] = 1 / state.deterrenceDecayDays;
      rows[rowOf(slot + 2)] = 1 / state.vacuumAdjustDays;
    });
    this.left = this.intact;
  }

  /** Turns to a day, which is not before the last change. */
  look(day: number): void {
    const days = day - this.at;
    this.days = days;
    if (days === 0) this.left = this.intact;
    else {
      this.decays.lookAhead(toLeft, days);
      this.left = this.decays.rows;
    }
  }

  /** λ_g on the day looked at, attacks per day; the road's own hazard comes on top with λ_g times {@link RoadExposure.ratio}. */
  rate(g: number): number {
    this.findRate(g);
    return this.lastRate;
  }

  /** The same into {@link lastRate}, and its two terms. */
  findRate(g: number): void {
    const state = this.states[g]!;
    const { left, residuals } = this;
    const { effort, baselinePerDay, gate, hostWeight, residualWeight } = state;
    const own = this.leftOf(g);
    // Two sources there always are: an actor, and strikes. Written out, this is so long that V8 leaves it whole, and does not
    // cut it up among its callers.
    const { levels, ratesPerLevel, sources } = this.excitation;
    const row = Math.imul(g, sources);
    let provoked =
      ratesPerLevel[row]! * levels[0]! * left[toLeft]! + ratesPerLevel[(row + 1) | 0]! * levels[1]! * left[8 + toLeft]!;
    for (let j = 2; j < sources; j++) provoked += ratesPerLevel[row + j]! * levels[j]! * left[(j << 3) + toLeft]!;
    let total = hostWeight;
    if (residualWeight !== 0) {
      total = residuals.finalWeight(state) + residuals.fadingWeight(state) * left[(this.residualRow + toLeft) | 0]!;
      if (!(total > 0)) total = 0;
    }
    let signal = moodOf(state, left[own]!);
    let open = gate;
    let baseline = baselinePerDay;
    if (state.isPlain === false) {
      if (state.vacuumSensitivity !== 0) signal += pullOf(state, left[(own + 16) | 0]!);
      open *= restrainedBy(state, left[(own + 8) | 0]!);
      baseline *= this.season(state, this.days);
    }
    baseline = baseline * effort.at(total) * exponential(signal);
    this.baselineRate = baseline;
    this.provokedRate = provoked;
    this.lastRate = open * (baseline + provoked);
  }

  /**
   * Puts into {@link lastBound} what all attacks of an actor together cannot exceed from the day looked at until something
   * changes. Notes effort at its cap.
   */
  bound(g: number): void {
    const state = this.states[g]!;
    const { left, residuals } = this;
    const { effort, baselinePerDay, gate, hostWeight, residualWeight } = state;
    const mood = moodOf(state, left[this.leftOf(g)]!);
    const raised = (mood > 0 ? mood : 0) + (state.vacuumSensitivity === 0 ? 0 : this.mostPull(g));
    const season = state.seasonAmplitude === 0 ? 1 : Math.exp(state.seasonAmplitude) * state.seasonScale;
    // As {@link findRate} does it, and as long.
    const { levels, ratesPerLevel, sources } = this.excitation;
    const row = Math.imul(g, sources);
    let provoked =
      ratesPerLevel[row]! * levels[0]! * left[toLeft]! + ratesPerLevel[(row + 1) | 0]! * levels[1]! * left[8 + toLeft]!;
    for (let j = 2; j < sources; j++) provoked += ratesPerLevel[row + j]! * levels[j]! * left[(j << 3) + toLeft]!;
    const withRoad = 1 + this.road.ratio(state);
    // S now and in the end, as Residuals tells them.
    let final = hostWeight;
    let total = hostWeight;
    if (residualWeight !== 0) {
      final = residuals.finalWeight(state);
      total = final + residuals.fadingWeight(state) * left[(this.residualRow + toLeft) | 0]!;
      if (!(total > 0)) total = 0;
    }
    const now = effort.at(total);
    if (effort.isCapped) state.effortCapped = true;
    // A rises with S where ε ≥ 0 and falls with it else.
    const mayRise = effort.elasticity >= 0 ? final > total : final <= total;
    const most = mayRise ? effort.most(final) : now;
    this.lastBound = gate * (baselinePerDay * season * most * exponential(raised) + provoked) * withRoad;
  }

  /** μ s(t) A exp(η_w z_w + η_v v) at the last change, which is looked at then. */
  baseline(g: number): number {
    this.look(this.at);
    this.findRate(g);
    return this.baselineRate;
  }

  /** η_w z_w on the day looked at. */
  mood(g: number): number {
    return moodOf(this.states[g]!, this.left[this.leftOf(g)]!);
  }

  /** η_v v on the day looked at. */
  pull(g: number): number {
    return pullOf(this.states[g]!, this.left[this.leftOf(g) + 16]!);
  }

  /** The most that η_v v is from the day looked at on. */
  private mostPull(g: number): number {
    const { vacuumSensitivity, vacuumTarget } = this.states[g]!;
    return Math.max(this.pull(g), vacuumSensitivity * vacuumTarget);
  }

  /** s(t) = exp(a cos(2π(t − φ)/365.25))/I₀(a), t counted from 1 January of the start's year. */
  season(state: ActorState, days: number): number {
    if (state.seasonAmplitude === 0) return 1;
    const dayOfYear = this.startDayOfYear + this.at + days - state.seasonPeakDayOfYear;
    return Math.exp(state.seasonAmplitude * Math.cos((2 * Math.PI * dayOfYear) / 365.25)) * state.seasonScale;
  }

  /** In rows such as {@link left}: what is left of z_w; of z_d and v is 8 and 16 further. */
  private leftOf(g: number): number {
    return (this.firstOwnPlace + 24 * g) | 0;
  }

  /** How much is left of a source's level on the day looked at. */
  sourceLeft(j: number): number {
    return this.left[(j << 3) + toLeft]!;
  }

  private firstSlotOf(g: number): number {
    return ownSlot(this.states.length, g);
  }
}

/** Where rows such as {@link AttackIntensity.left} say what is left of what handed-over bases keep. */
export function residualPlace(actors: number): number {
  return rowOf(residualSlot(actors)) + leftPlace;
}
