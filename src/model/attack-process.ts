import type { EventCalendar, EventHandle } from '../kernel/index.js';
import { keyOf } from '../random/mark.js';
import { openStream } from '../random/stream.js';
import { ActorState } from './actor-state.js';
import { Cause, firstSource } from './cause.js';
import type { CompiledScenario } from './compile.js';
import { convoyFactors } from './convoy-hazard.js';
import type { Defences } from './defences.js';
import { EventKind, Priority } from './event-kind.js';
import { Excitation } from './excitation.js';
import { integrateSmooth, visitSmooth } from './integrate-smooth.js';
import { Marks, purpose } from './marks.js';
import type { MovementListener } from './movement.js';
import { PoissonMeasure } from './poisson-measure.js';
import type { Tally } from './tally.js';
import { Status, type World } from './world.js';

/** Which seed and replication: the luck that all strategies of a study share. */
export interface Luck {
  readonly seed: number;
  readonly replication: number;
}

/** What a candidate turned out to be. */
export type Hit =
  { readonly kind: 'none' } | { readonly kind: 'base' | 'convoy'; readonly index: number; readonly cause: number };

/**
 * The attack intensity of every actor (model, sections 3 to 6) and the choice of targets. Levels and weights stand as of
 * `at`, the last change; {@link settle} brings them up to a day before something changes, {@link refresh} puts the next
 * candidates into the calendar afterwards. Attacks are thinned from a Poisson random measure, one for each actor, whose
 * covered height is asserted to bound the rate.
 */
export class AttackProcess implements MovementListener {
  readonly states: readonly ActorState[];
  readonly excitation: Excitation;
  readonly marks = new Marks();
  private readonly compiled: CompiledScenario;
  private readonly world: World;
  private readonly calendar: EventCalendar;
  private readonly tally: Tally;
  private readonly values: Float64Array;
  private readonly baseNumbers: Int32Array;
  private readonly handOverDay: Float64Array;
  /** 1 where a base's frozen weight stands among the residuals. */
  private readonly keepsResidual: Uint8Array;
  private readonly measures: PoissonMeasure[] = [];
  private readonly markKeys: Int32Array;
  private readonly pending: EventHandle[] = [];
  private at = 0;
  private residualFirst = 0;
  private residualFinal = 0;
  private residualDecay = 1;
  /** Σ h_k over the convoys on the road, and Σ h_k n_k. */
  private convoyHazard = 0;
  private convoyPersonHazard = 0;
  private readonly hasRoad: boolean;
  readonly hasVacuum: boolean;
  /** Σ k_c persons in the theatre at the start. */
  private presenceReference = 0;
  /** ∫ exp(η_v v) dt per actor. */
  readonly vacuumIndexDays: Float64Array;

  constructor(parts: {
    readonly compiled: CompiledScenario;
    readonly world: World;
    readonly calendar: EventCalendar;
    readonly tally: Tally;
    readonly values: Float64Array;
    readonly defences: Defences;
  }) {
    this.compiled = parts.compiled;
    this.world = parts.world;
    this.calendar = parts.calendar;
    this.tally = parts.tally;
    this.values = parts.values;
    this.states = this.compiled.actors.map(
      (_, number) => new ActorState(this.compiled, { number, defences: parts.defences }),
    );
    const repeats = this.compiled.actors.some(
      ({ sameTargetRepeat }) => this.compiled.parameters.points[sameTargetRepeat] !== 0,
    );
    this.excitation = new Excitation({ actors: this.states.length, bases: repeats ? this.world.bases : 0 });
    this.hasVacuum = this.compiled.actors.some(
      ({ vacuumSensitivity }) => this.compiled.parameters.points[vacuumSensitivity] !== 0,
    );
    this.vacuumIndexDays = new Float64Array(this.states.length);
    this.markKeys = new Int32Array(this.states.length);
    this.baseNumbers = Int32Array.from(this.compiled.baseKeys, (key) => keyOf(key));
    this.handOverDay = new Float64Array(this.compiled.baseKeys.length);
    this.keepsResidual = new Uint8Array(this.compiled.baseKeys.length);
    this.hasRoad =
      this.compiled.supply !== undefined ||
      this.compiled.plan.some((item) => item.kind === 'departure' && item.byRoad) ||
      this.compiled.rules.some(({ actions }) => actions.some((action) => 'byRoad' in action && action.byRoad));
  }

  /** Starts a replication: numbers, earlier attacks, weights of the garrisons in place, and the first candidates. */
  reset(luck: Luck): void {
    const { values, compiled, states, excitation } = this;
    this.at = 0;
    this.keepsResidual.fill(0);
    this.convoyHazard = this.convoyPersonHazard = 0;
    this.residualFirst = values[compiled.residual.first]!;
    this.residualFinal = values[compiled.residual.final]!;
    this.residualDecay = 1 / values[compiled.residual.decayDays]!;
    states.forEach((state, g) => {
      state.reset(values);
      excitation.decays[g] = 1 / values[state.actor.meanLagDays]!;
      state.actor.branching.forEach(
        (slot, j) => (excitation.branching[g * excitation.sources + j] = slot < 0 ? 0 : values[slot]!),
      );
    });
    excitation.decays[states.length] = 1 / values[compiled.strikeMeanLagDays]!;
    excitation.clear();
    const { actor, attacks } = compiled.history;
    for (const { day, killed } of attacks) {
      const size = killed ? 1 + states[actor]!.fatalBoost : 1;
      excitation.jump(actor, size * Math.exp(excitation.decays[actor]! * day));
    }
    if (this.hasRoad) this.setConvoyFactors();
    compiled.hardening.forEach((slot, b) => (this.world.hardening[b] = values[slot]!));
    for (let b = 0; b < this.world.bases; b++) this.populationChanged(b);
    for (const state of states) state.referenceWeight = state.hostWeight;
    this.presenceReference = this.presence();
    this.vacuumIndexDays.fill(0);

    states.forEach((state, g) => {
      const entity = state.actor.key;
      this.markKeys[g] = openStream({ ...luck, purpose: 'marks', entity })() * 2 ** 32;
      this.measures[g] = new PoissonMeasure((strip) =>
        openStream({ ...luck, purpose: 'attacks', entity: `${entity}/${strip}` }),
      );
      this.pending[g] = -1;
    });
  }

  /** ω_g/λ_g,ref, with λ_ref = (I − G)⁻¹μ. */
  private setConvoyFactors(): void {
    const factors = convoyFactors(this.compiled, this.values);
    this.states.forEach((state, g) => (state.convoyFactor = factors[g]!));
  }

  /** λ_g on the day, attacks per day on bases; convoys come on top with λ_g times {@link convoyRatio}. */
  rate(g: number, day: number): number {
    const state = this.states[g]!;
    const days = day - this.at;
    return state.gate * this.restraint(state, days) * (this.baseline(state, days) + this.excitation.rate(g, days));
  }

  /** μ s(t) A exp(η_w z_w + η_v v), `days` after the last change. */
  private baseline(state: ActorState, days: number): number {
    const effort = state.effort(this.totalWeight(state, days));
    return (
      state.baselinePerDay *
      this.season(state, days) *
      effort *
      Math.exp(this.mood(state, days) + this.pull(state, days))
    );
  }

  /** A bound of base and convoy attacks together that holds from the day on until something changes. */
  private bound(g: number, day: number): number {
    const state = this.states[g]!;
    const days = day - this.at;
    const now = state.effort(this.totalWeight(state, days));
    const later = state.effort(state.hostWeight + this.residualFinal * state.residualWeight);
    const season = Math.exp(state.seasonAmplitude) * state.seasonScale;
    const pull = Math.max(this.pull(state, days), state.vacuumSensitivity * state.vacuumTarget);
    const signal = Math.exp(Math.max(0, this.mood(state, days)) + pull);
    const baseline = state.baselinePerDay * season * Math.max(now, later) * signal;
    return state.gate * (baseline + this.excitation.rate(g, days)) * (1 + this.convoyRatio(state));
  }

  /** D = exp(−d z_d), at most 1. */
  private restraint(state: ActorState, days: number): number {
    if (state.deterred === 0 || state.deterrenceDepth === 0) return 1;
    return Math.exp(-state.deterrenceDepth * state.deterred * Math.exp(-days / state.deterrenceDecayDays));
  }

  /** s(t) = exp(a cos(2π(t − φ)/365.25))/I₀(a), t counted from 1 January of the start's year. */
  private season(state: ActorState, days: number): number {
    if (state.seasonAmplitude === 0) return 1;
    const dayOfYear = this.compiled.startDayOfYear + this.at + days - state.seasonPeakDayOfYear;
    return Math.exp(state.seasonAmplitude * Math.cos((2 * Math.PI * dayOfYear) / 365.25)) * state.seasonScale;
  }

  /** η_v v: v tends to the share of personnel that has gone, with mean time τ_v. */
  private pull(state: ActorState, days: number): number {
    if (state.vacuumSensitivity === 0) return 0;
    return state.vacuumSensitivity * this.vacuumAt(state, days);
  }

  private vacuumAt(state: ActorState, days: number): number {
    return state.vacuumTarget + (state.vacuum - state.vacuumTarget) * Math.exp(-days / state.vacuumAdjustDays);
  }

  /** P = Σ k_c × persons in the theatre, on the way included; not those of routine supply, who belong outside. */
  private presence(): number {
    let sum = 0;
    for (let c = 0; c < this.world.contingents; c++) {
      sum +=
        this.values[this.compiled.combatWeight[c]!]! *
        (this.world.everywhere(c) - this.world.outside[c]! - this.world.onSupply[c]!);
    }
    return sum;
  }

  private convoyRatio(state: ActorState): number {
    return state.convoyFactor * this.convoyHazard;
  }

  /** η_w z_w, `days` after the last change. */
  private mood(state: ActorState, days: number): number {
    return state.emboldened === 0
      ? 0
      : state.perShareWithdrawn * state.emboldened * Math.exp(-days / state.emboldeningDecayDays);
  }

  /** S_g: weights of hosting bases, and what handed-over ones keep, r_∞ + (r_0 − r_∞)e^{−t/τ_h} of theirs. */
  private totalWeight(state: ActorState, days: number): number {
    if (state.residualWeight === 0) return state.hostWeight;
    const fading =
      (this.residualFirst - this.residualFinal) * state.residualFading * Math.exp(-this.residualDecay * days);
    return Math.max(0, state.hostWeight + this.residualFinal * state.residualWeight + fading);
  }

  /** A candidate of actor g is due: looks whether an attack happens there, and on whom. */
  tryCandidate(g: number, day: number): Hit {
    const state = this.states[g]!;
    const measure = this.measures[g]!;
    const height = measure.nextHeight;
    const onBases = this.rate(g, day);
    const inAll = onBases * (1 + this.convoyRatio(state));
    if (inAll > measure.edge * (1 + 1e-9))
      throw new Error(
        `the bound ${measure.edge} of actor ${state.actor.key} must hold, but the rate is ${inAll} on day ${day}`,
      );
    this.marks.turnTo(this.markKeys[g]!, measure.nextIdentity);
    measure.advance();
    if (height > inAll) return none;
    const cause = this.chooseCause(g, day);
    if (height > onBases) return { kind: 'convoy', index: this.chooseConvoy(), cause };
    const index = this.chooseTarget(state, cause, day);
    return index < 0 ? none : { kind: 'base', index, cause };
  }

  /** In proportion to the terms of the rate; within the baseline by what raised it (model, section 3). */
  private chooseCause(g: number, day: number): number {
    const state = this.states[g]!;
    const days = day - this.at;
    const baseline = this.baseline(state, days);
    let left = this.marks.at(purpose.cause, 0) * (baseline + this.excitation.rate(g, days));
    if (left < baseline) {
      const [x, y] = [this.mood(state, days), this.pull(state, days)];
      if (x + y <= 0 || left <= baseline * Math.exp(-x - y)) return Cause.background;
      const raised = (left - baseline * Math.exp(-x - y)) / (baseline * -Math.expm1(-x - y));
      return raised * (Math.max(0, x) + Math.max(0, y)) < Math.max(0, x) ? Cause.emboldened : Cause.vacuum;
    }
    left -= baseline;
    let last = 0;
    for (let j = 0; j < this.excitation.sources; j++) {
      const rate = this.excitation.sourceRate(g, j, days);
      if (rate === 0) continue;
      last = firstSource + j;
      if (left < rate) return last;
      left -= rate;
    }
    return last;
  }

  /** Whether the last attack on a base returned to one of the source that provoked it. */
  repeated = false;

  /** A child may return to the base of its parent; else, or if nobody is there any more, it chooses like any other. */
  private chooseTarget(state: ActorState, cause: number, day: number): number {
    const source = cause - firstSource;
    this.repeated = false;
    if (
      state.sameTargetRepeat > 0 &&
      source >= 0 &&
      source < this.states.length &&
      this.totalWeight(state, day - this.at) > 0
    ) {
      if (this.marks.at(purpose.repeat, 0) < state.sameTargetRepeat) {
        let left = this.marks.at(purpose.parent, 0);
        for (let b = 0; b < this.world.bases; b++) {
          left -= this.excitation.shareOfBase(source, b);
          if (left < 0) {
            this.repeated = this.isEligible(b);
            if (this.repeated) return b;
            break;
          }
        }
      }
    }
    return this.chooseBase(state, day);
  }

  /** P(b|g) = w_gb/S_g by racing exponentials E_b/w_gb, each named by attack and base, so a base added shifts no other's. */
  private chooseBase(state: ActorState, day: number): number {
    let chosen = -1;
    let first = Infinity;
    for (let b = 0; b < this.baseNumbers.length; b++) {
      const weight = this.world.status[b] === Status.handedOver ? this.residual(state, b, day) : state.weights[b]!;
      if (weight <= 0) continue;
      const arrival = -Math.log(this.marks.at(purpose.target, this.baseNumbers[b]!)) / weight;
      if (arrival < first) [chosen, first] = [b, arrival];
    }
    return chosen;
  }

  private residual(state: ActorState, base: number, day: number): number {
    const fading =
      (this.residualFirst - this.residualFinal) * Math.exp(-this.residualDecay * (day - this.handOverDay[base]!));
    return (this.residualFinal + fading) * state.frozen[base]!;
  }

  private chooseConvoy(): number {
    let chosen = -1;
    let first = Infinity;
    for (let k = 0; k < this.world.convoyCount; k++) {
      const convoy = this.world.convoys[k]!;
      if (!convoy.onTheWay || convoy.hazard === 0) continue;
      const arrival = -Math.log(this.marks.at(purpose.target, convoy.identity)) / convoy.hazard;
      if (arrival < first) [chosen, first] = [k, arrival];
    }
    return chosen;
  }

  /** Adds the expected attacks up to the day, and brings all that decays up to it. Nothing may have changed since the last. */
  settle(day: number): void {
    const days = day - this.at;
    if (days <= 0) return;
    for (let g = 0; g < this.states.length; g++) this.accrue(g, days);
    this.excitation.decay(days);
    for (const state of this.states) {
      const z = state.emboldened * Math.exp(-days / state.emboldeningDecayDays);
      state.emboldened = Math.abs(z * state.perShareWithdrawn) < 1e-12 ? 0 : z;
      state.residualFading *= Math.exp(-this.residualDecay * days);
      const d = state.deterred * Math.exp(-days / state.deterrenceDecayDays);
      state.deterred = d * state.deterrenceDepth < 1e-12 ? 0 : d;
      state.vacuum = this.vacuumAt(state, days);
    }
    this.at = day;
  }

  /** Adds what actor g is expected to do in the `days` after the last change to the tally. */
  private accrue(g: number, days: number): void {
    const state = this.states[g]!;
    if (this.hasVacuum) {
      const scale = state.vacuumAdjustDays;
      this.vacuumIndexDays[g]! += integrateSmooth({ from: 0, to: days, scale }, (s) => Math.exp(this.pull(state, s)));
    }
    if (state.gate === 0) return;
    const scale = this.shortestScale(state);
    if (scale === Infinity && state.sameTargetRepeat === 0) {
      // Nothing moves but the excitation, whose integral is known.
      const total = this.totalWeight(state, 0);
      const attacks = state.gate * (days * this.baseline(state, 0) + this.excitation.integral(g, days));
      this.expect(state, total, attacks);
      return;
    }
    const lag = this.excitation.shortestLag;
    visitSmooth({ from: 0, to: days, scale: Math.min(scale, lag) }, (s, weight) => {
      const total = this.totalWeight(state, s);
      const factor = weight * state.gate * this.restraint(state, s);
      this.expect(state, total, factor * this.baseline(state, s));
      for (let j = 0; j < this.excitation.sources; j++)
        this.expectProvoked({ g, source: j, total, attacks: factor * this.excitation.sourceRate(g, j, s) });
    });
  }

  /** Shortest time over which a factor of the rate changes by itself, other than the excitation; Infinity where none does. */
  private shortestScale(state: ActorState): number {
    let scale = Infinity;
    if (state.emboldened !== 0) scale = state.emboldeningDecayDays;
    if (state.deterred !== 0) scale = Math.min(scale, state.deterrenceDecayDays);
    if (state.residualFading > 0 && this.residualFirst !== this.residualFinal)
      scale = Math.min(scale, 1 / this.residualDecay);
    if (state.vacuumSensitivity !== 0 && state.vacuum !== state.vacuumTarget)
      scale = Math.min(scale, state.vacuumAdjustDays);
    if (state.seasonAmplitude > 0) scale = Math.min(scale, 30 / Math.max(1, state.seasonAmplitude));
    return scale;
  }

  /** Attacks that choose their target by P(b|g), and those on the road that come with them. */
  private expect(state: ActorState, total: number, attacks: number): void {
    this.tally.expectedAttacks += attacks * ((total > 0 ? state.hostWeight / total : 0) + this.convoyRatio(state));
    this.tally.expectedPersonAttacks +=
      attacks * ((total > 0 ? state.personWeight / total : 0) + state.convoyFactor * this.convoyPersonHazard);
  }

  /** Attacks provoked by one source: some return to the base of the attack that provoked them. */
  private expectProvoked(part: {
    readonly g: number;
    readonly source: number;
    readonly total: number;
    readonly attacks: number;
  }): void {
    const { g, source, total, attacks } = part;
    if (attacks === 0) return;
    const state = this.states[g]!;
    let repeats = 0;
    let persons = 0;
    if (state.sameTargetRepeat > 0 && source < this.states.length && total > 0) {
      for (let b = 0; b < this.world.bases; b++) {
        if (!this.isEligible(b)) continue;
        const share = state.sameTargetRepeat * this.excitation.shareOfBase(source, b);
        repeats += share;
        persons += share * this.world.atBase[b]!;
      }
    }
    const chosen = total > 0 ? 1 - repeats : 0;
    this.tally.expectedAttacks +=
      attacks * (repeats + chosen * (total > 0 ? state.hostWeight / total : 0) + this.convoyRatio(state));
    this.tally.expectedPersonAttacks +=
      attacks *
      (persons + chosen * (total > 0 ? state.personWeight / total : 0) + state.convoyFactor * this.convoyPersonHazard);
  }

  private isEligible(base: number): boolean {
    return this.world.status[base] === Status.hosting && this.world.atBase[base]! > 0;
  }

  /** After a change: looks at the measures as high as the new rates need, and puts the next candidates into the calendar. */
  refresh(day: number): void {
    if (this.hasVacuum && this.presenceReference > 0) {
      const target = Math.max(0, 1 - this.presence() / this.presenceReference);
      for (const state of this.states) state.vacuumTarget = target;
    }
    for (let g = 0; g < this.states.length; g++) this.refreshActor(g, day);
  }

  refreshActor(g: number, day: number): void {
    const measure = this.measures[g]!;
    const state = this.states[g]!;
    const total = this.totalWeight(state, day - this.at);
    if (state.effort(total) >= state.maxEffort && state.referenceWeight > 0 && total > 0) state.effortCapped = true;
    measure.cover(this.bound(g, day), day);
    const handle = this.pending[g]!;
    const next = measure.nextDay;
    const pending = this.calendar.isPending(handle);
    if (next > this.compiled.horizonDays) {
      if (pending) this.calendar.cancel(handle);
    } else if (!pending) this.pending[g] = this.calendar.schedule(next, Priority.attack, EventKind.candidate, g);
    else if (this.calendar.timeOf(handle) !== next) this.pending[g] = this.calendar.reschedule(handle, next);
  }

  /** An attack by g provokes others: its source jumps by 1, or by 1 + θ_f where it killed. */
  excite(g: number, { killed, base }: { readonly killed: boolean; readonly base: number }): void {
    this.excitation.jump(g, killed ? 1 + this.states[g]!.fatalBoost : 1, base);
  }

  /** A strike provokes attacks and deters them; `ago` days back (0 for now), what is left of both. */
  strike(magnitude: number, ago = 0): void {
    const source = this.states.length;
    this.excitation.jump(source, magnitude * Math.exp(-this.excitation.decays[source]! * ago));
    for (const state of this.states) state.deterred += magnitude * Math.exp(-ago / state.deterrenceDecayDays);
  }

  /** A base's hardening changes, and with it its weight. */
  harden(base: number, hardening: number): void {
    this.world.hardening[base] = hardening;
    for (const state of this.states) {
      state.protect(base, hardening);
      state.weigh(this.world, base);
    }
  }

  readonly beforeEvacuation = (base: number): void => {
    for (const state of this.states) state.frozen[base] = state.weights[base]!;
  };

  readonly announced = ({ share, home }: { readonly share: number; readonly home: boolean }): void => {
    for (const state of this.states)
      state.emboldened += state.announcementFactor * (home ? share : state.betweenBasesFactor * share);
  };

  readonly returned = (share: number): void => {
    for (const state of this.states) state.emboldened += state.returnFactor * share;
  };

  readonly departed = ({ share, home }: { readonly share: number; readonly home: boolean }): void => {
    for (const state of this.states) state.emboldened += home ? share : state.betweenBasesFactor * share;
  };

  readonly populationChanged = (base: number): void => {
    for (const state of this.states) state.weigh(this.world, base);
  };

  /** Handed over, its frozen weight joins the residuals; hosting again, it leaves them. Levels must stand at `at`. */
  readonly statusChanged = (base: number): void => {
    const keeps = this.world.status[base] === Status.handedOver ? 1 : 0;
    const kept = this.keepsResidual[base]!;
    if (keeps > kept) this.handOverDay[base] = this.at;
    this.keepsResidual[base] = keeps;
    const faded = Math.exp(-this.residualDecay * (this.at - this.handOverDay[base]!));
    for (const state of this.states) {
      const weight = state.frozen[base]! * (keeps - kept);
      state.residualWeight = Math.max(0, state.residualWeight + weight);
      state.residualFading = Math.max(0, state.residualFading + weight * faded);
      state.weigh(this.world, base);
    }
  };

  readonly convoysChanged = (): void => {
    this.convoyHazard = this.convoyPersonHazard = 0;
    for (let k = 0; k < this.world.convoyCount; k++) {
      const convoy = this.world.convoys[k]!;
      if (!convoy.onTheWay) continue;
      this.convoyHazard += convoy.hazard;
      this.convoyPersonHazard += convoy.hazard * convoy.persons;
    }
  };
}

const none: Hit = { kind: 'none' };
