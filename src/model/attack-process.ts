import type { EventCalendar } from '../kernel/index.js';
import { ActorState } from './actor-state.js';
import { AttackIntensity, residualPlace } from './attack-intensity.js';
import { BaseSizes } from './base-sizes.js';
import { Candidates } from './candidates.js';
import { CauseChoice } from './choose-cause.js';
import type { CompiledScenario } from './compile.js';
import type { Defences } from './defences.js';
import { Excitation } from './excitation.js';
import { ExpectedAttacks } from './expected-attacks.js';
import type { Luck } from './luck.js';
import { Marks } from './marks.js';
import type { MovementListener } from './movement.js';
import { ReferenceStart } from './reference-start.js';
import { Residuals } from './residuals.js';
import { RoadExposure } from './road-exposure.js';
import type { Tally } from './tally.js';
import { TargetChoice, type Hit } from './target-choice.js';
import { TargetWeights } from './target-weights.js';
import { Vacuum } from './vacuum.js';
import type { World } from './world.js';

/**
 * The attacks of every actor: candidates come from a Poisson random measure, one for each actor, whose covered height is
 * asserted to bound the rate. Levels and weights stand as of the last change; {@link settle} brings them up to a day before
 * something changes, {@link refresh} puts the next candidates into the calendar afterwards.
 */
export class AttackProcess implements MovementListener {
  readonly states: readonly ActorState[];
  readonly sizes: BaseSizes;
  readonly weights: TargetWeights;
  readonly marks = new Marks();
  readonly vacuum: Vacuum;
  /** What effort, presence and the road are measured against, where that is not this scenario's own start. */
  readonly reference: ReferenceStart | undefined;
  /** What the last attack fell on. */
  readonly hit: Hit;
  readonly road: RoadExposure;
  readonly intensity: AttackIntensity;
  readonly residuals: Residuals;
  private readonly compiled: CompiledScenario;
  private readonly world: World;
  private readonly values: Float64Array;
  private readonly excitation: Excitation;
  private readonly expected: ExpectedAttacks;
  private readonly targets: TargetChoice;
  private readonly causes: CauseChoice;
  private readonly candidates: Candidates;
  private mirrored = false;

  constructor(parts: {
    readonly compiled: CompiledScenario;
    readonly world: World;
    readonly calendar: EventCalendar;
    readonly tally: Tally;
    readonly values: Float64Array;
    readonly defences: Defences;
  }) {
    const { compiled, world, tally, values } = parts;
    this.compiled = compiled;
    this.world = world;
    this.values = values;
    const sizes = new BaseSizes(compiled);
    const states = compiled.actors.map((_, number) => new ActorState(compiled, { number, sizes }));
    const repeats = compiled.actors.some(({ sameTargetRepeat }) => compiled.parameters.points[sameTargetRepeat] !== 0);
    const excitation = new Excitation({ actors: states.length, bases: repeats ? world.bases : 0 });
    const weights = new TargetWeights({ compiled, world, states, sizes, defences: parts.defences });
    const residuals = new Residuals({ world, states, weights, leftPlace: residualPlace(states.length) });
    const road = new RoadExposure({ compiled, world, states });
    const intensity = new AttackIntensity({ compiled, states, excitation, residuals, road });
    this.states = states;
    this.sizes = sizes;
    this.weights = weights;
    this.reference = compiled.reference && new ReferenceStart(compiled.reference);
    this.excitation = excitation;
    this.residuals = residuals;
    this.road = road;
    this.intensity = intensity;
    this.vacuum = new Vacuum({ compiled, world, values });
    this.expected = new ExpectedAttacks({ states, world, tally, excitation, intensity, residuals, road });
    this.targets = new TargetChoice({ baseKeys: compiled.baseKeys, world, excitation, residuals, marks: this.marks });
    this.hit = this.targets.hit;
    this.causes = new CauseChoice({ intensity, excitation, marks: this.marks });
    this.candidates = new Candidates({
      calendar: parts.calendar,
      horizonDays: compiled.horizonDays,
      actors: states.length,
    });
  }

  /** Starts a replication ({@link reference} must have been read): numbers, earlier attacks, weights of the garrisons in place, and the first candidates. */
  reset(luck: Luck): void {
    const { values, compiled, states, excitation } = this;
    this.residuals.reset({
      first: values[compiled.residual.first]!,
      final: values[compiled.residual.final]!,
      decayDays: values[compiled.residual.decayDays]!,
    });
    states.forEach((state, g) => {
      state.reset(values);
      excitation.decays[g] = 1 / values[state.actor.meanLagDays]!;
      state.actor.branching.forEach(
        (slot, j) => (excitation.branching[g * excitation.sources + j] = slot < 0 ? 0 : values[slot]!),
      );
    });
    this.road.reset(values, this.reference?.ratesPerDay);
    excitation.decays[states.length] = 1 / values[compiled.strikeMeanLagDays]!;
    this.intensity.reset();
    excitation.clear();
    const { actor, attacks } = compiled.history;
    for (const { day, killed } of attacks) {
      const size = killed ? 1 + states[actor]!.fatalBoost : 1;
      excitation.jump(actor, size * Math.exp(excitation.decays[actor]! * day));
    }
    compiled.hardening.forEach((slot, b) => (this.world.hardening[b] = values[slot]!));
    this.sizes.reset(values, this.world);
    this.weights.reset(values);
    for (const state of states)
      state.effort.measureAgainst(this.reference?.weightOf(state.actor.key) ?? state.hostWeight);
    this.vacuum.reset(this.reference?.presence);

    this.mirrored = luck.mirrored ?? false;
    this.candidates.reset(luck, compiled.actorKeys);
  }

  /**
   * A candidate of actor g is due: whether an attack happens there. {@link hit} tells on whom. One that comes to nothing
   * changes nothing, and the bounds stand.
   */
  tryCandidate(g: number, day: number): boolean {
    const { candidates } = this;
    const isAttack = this.happens(g, day);
    candidates.pass(g);
    if (!isAttack) candidates.announce();
    return isAttack;
  }

  /** Whether a candidate is an attack, and on whom. A rate above its bound is a bug: attacks could be lost without a word. */
  private happens(g: number, day: number): boolean {
    const { candidates, intensity } = this;
    const state = this.states[g]!;
    const measure = candidates.measure(g);
    const { nextHeight: height } = measure;
    intensity.look(day);
    intensity.findRate(g);
    const chosen = intensity.lastRate;
    const inAll = chosen * (1 + this.road.ratio(state));
    const bound = candidates.bound(g);
    if (inAll > bound)
      throw new Error(
        `the bound ${bound} of actor ${state.actor.key} must hold, but the rate is ${inAll} on day ${day}`,
      );
    if (height > inAll) return false;
    const isPast = candidates.isPast(day);
    this.marks.turnTo(candidates.markPrefix(g, isPast), measure.nextIdentity, this.mirrored && !isPast);
    this.hit.cause = this.causes.choose(g);
    return height > chosen ? this.chooseOnRoad() : this.chooseBase(state, day);
  }

  private chooseOnRoad(): boolean {
    this.hit.isRepeat = false;
    this.targets.chooseConvoy();
    return true;
  }

  /** A base, or a convoy that is chosen as a base is: false where there is nobody. */
  private chooseBase(state: ActorState, day: number): boolean {
    const { hit, targets } = this;
    hit.isRepeat =
      state.sameTargetRepeat !== 0 &&
      this.residuals.totalWeight(state, this.intensity.left) > 0 &&
      targets.chooseAgain(state, hit.cause);
    return hit.isRepeat || targets.choose(state, day);
  }

  /** Adds the expected attacks up to the day, and brings all that decays up to it. Nothing may have changed since the last. */
  settle(day: number): void {
    const days = day - this.intensity.at;
    if (days <= 0) return;
    if (this.vacuum.matters)
      for (let g = 0; g < this.states.length; g++) this.vacuum.accrue({ actor: g, state: this.states[g]!, days });
    this.expected.passTo(day);
  }

  /** After a change: looks at the measures as high as the new rates need, and puts the next candidates into the calendar. */
  refresh(day: number): void {
    const { states, vacuum, intensity, candidates } = this;
    if (vacuum.matters) vacuum.retarget(states);
    intensity.scales.mark();
    intensity.look(day);
    for (let g = 0; g < states.length; g++) {
      intensity.bound(g);
      candidates.cover(g, intensity.lastBound, day);
    }
    candidates.announce();
  }

  /** An attack by g provokes others: its source jumps by 1, or by 1 + θ_f where it killed. */
  excite(g: number, { killed, base }: { readonly killed: boolean; readonly base: number }): void {
    this.excitation.jump(g, killed ? 1 + this.states[g]!.fatalBoost : 1, base);
  }

  /** e_j as of the last change: of an actor, or after them of strikes. */
  excitationOf(source: number): number {
    return this.excitation.levels[source] ?? 0;
  }

  /** Share of an actor's rate that attacks and strikes provoke, as of the last change. */
  provokedShare(g: number): number {
    const { intensity } = this;
    intensity.look(intensity.at);
    intensity.findRate(g);
    const { baselineRate, provokedRate } = intensity;
    return provokedRate === 0 ? 0 : provokedRate / (provokedRate + baselineRate);
  }

  /** A strike provokes attacks and deters them; `ago` days back (0 for now), what is left of both. */
  strike(magnitude: number, ago = 0): void {
    const source = this.states.length;
    this.excitation.jump(source, magnitude * Math.exp(-this.excitation.decays[source]! * ago));
    for (const state of this.states) {
      state.deterred += magnitude * Math.exp(-ago / state.deterrenceDecayDays);
      state.turned = true;
    }
  }

  /** A base's hardening changes, and perhaps its air defence, and with them its weight. */
  harden(base: number, hardening: number): void {
    this.world.hardening[base] = hardening;
    this.weights.protect(base, hardening);
    this.defend(base);
  }

  /** The air defence of a base changes, and with it its weight. */
  defend(base: number): void {
    this.weights.defend(base);
    this.weights.weigh(base);
  }

  readonly beforeEvacuation = (base: number): void => {
    this.residuals.freeze(base);
  };

  readonly announced = ({ share, home }: { readonly share: number; readonly home: boolean }): void => {
    for (const state of this.states) state.announced(share, home);
  };

  readonly returned = (share: number): void => {
    for (const state of this.states) state.returned(share);
  };

  readonly departed = ({ share, home }: { readonly share: number; readonly home: boolean }): void => {
    for (const state of this.states) state.departed(share, home);
  };

  readonly populationChanged = (base: number): void => {
    this.sizes.count(this.world, base);
    this.weights.weigh(base);
  };

  readonly statusChanged = (base: number): void => {
    this.sizes.count(this.world, base);
    this.residuals.statusChanged(base);
  };

  readonly convoysChanged = (): void => {
    this.road.convoysChanged();
  };
}
