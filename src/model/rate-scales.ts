import type { ActorState } from './actor-state.js';
import type { Excitation } from './excitation.js';
import type { Residuals } from './residuals.js';
import { rowOf, type SpanDecay } from './span-decay.js';

/** Days; where a rate is added up point by point, though nothing in it changes by itself. */
const longestScale = 1e9;

/** What there is of all that decays, and over which times the rates of actors change by themselves. */
export class RateScales {
  /** By actor, as of the last {@link mark} that changed anything: shortest time over which its rate changes by itself, Infinity where it does not, 0 where it cannot attack. */
  readonly ofActors: Float64Array;
  /** Shortest time over which what has to be added up point by point changes; Infinity where nothing has to be. */
  shortest = Infinity;
  private readonly states: readonly ActorState[];
  private readonly excitation: Excitation;
  private readonly residuals: Residuals;
  private readonly decays: SpanDecay;

  constructor(parts: {
    readonly states: readonly ActorState[];
    readonly excitation: Excitation;
    readonly residuals: Residuals;
    readonly decays: SpanDecay;
  }) {
    this.states = parts.states;
    this.excitation = parts.excitation;
    this.residuals = parts.residuals;
    this.decays = parts.decays;
    this.ofActors = new Float64Array(this.states.length);
  }

  /** Names what there is of all that decays, and over which times rates change by themselves; to be called after every change. */
  mark(): void {
    const { states, excitation } = this;
    let isNew = excitation.turned;
    for (let g = 0; g < states.length; g++) {
      const state = states[g]!;
      if (state.turned === false) continue;
      state.turned = false;
      isNew = true;
    }
    // Mostly all is there that was, and what follows stands.
    if (!isNew) return;
    excitation.turned = false;
    this.nameAll();
  }

  private nameAll(): void {
    const { decays, residuals, states, ofActors } = this;
    const { rows, present } = decays;
    const { levels } = this.excitation;
    const { scaleDays } = residuals;
    let count = 0;
    let quickest = 0;
    let isFading = false;
    let shortest = Infinity;
    for (let j = 0; j < levels.length; j++) {
      if (levels[j] === 0) continue;
      present[count++] = j << 3;
      const decay = rows[j << 3]!;
      if (decay > quickest) quickest = decay;
    }
    for (let g = 0; g < states.length; g++) {
      const state = states[g]!;
      const own = ownSlot(states.length, g) << 3;
      let scale = Infinity;
      state.isPlain =
        state.seasonAmplitude === 0 &&
        state.vacuumSensitivity === 0 &&
        state.deterred === 0 &&
        state.sameTargetRepeat === 0;
      if (state.emboldened !== 0) {
        present[count++] = own;
        scale = state.emboldeningDecayDays;
      }
      if (state.deterred !== 0) {
        present[count++] = own + 8;
        if (state.deterrenceDecayDays < scale) scale = state.deterrenceDecayDays;
      }
      if (state.vacuum !== state.vacuumTarget) {
        present[count++] = own + 16;
        if (state.vacuumSensitivity !== 0 && state.vacuumAdjustDays < scale) scale = state.vacuumAdjustDays;
      }
      if (state.residualFading > 0) {
        isFading = true;
        if (scaleDays < scale) scale = scaleDays;
      }
      if (state.seasonAmplitude > 0) scale = Math.min(scale, 30 / Math.max(1, state.seasonAmplitude));
      if (state.sameTargetRepeat > 0 && scale > longestScale) scale = longestScale;
      if (!this.attacks(g)) scale = 0;
      else if (scale < shortest) shortest = scale;
      ofActors[g] = scale;
    }
    if (isFading) present[count++] = rowOf(residualSlot(states.length));
    decays.named(count);
    // A source that nobody reacts to and nothing else that changes need no points either, but are rare.
    if (shortest !== Infinity) {
      if (1 / quickest < shortest) shortest = 1 / quickest;
      if (longestScale < shortest) shortest = longestScale;
    }
    this.shortest = shortest;
  }

  /** Whether the rate of an actor can be other than 0 now. One that never attacks must not change the sums of others. */
  private attacks(g: number): boolean {
    const { gate, baselinePerDay } = this.states[g]!;
    return gate !== 0 && (baselinePerDay !== 0 || this.excitation.reaches(g));
  }
}

/** Slot of what handed-over bases keep, behind those of the actors as sources and of strikes; three of each actor follow. */
export function residualSlot(actors: number): number {
  return actors + 1;
}

/** Slot of z_w of an actor; those of z_d and v are next to it. */
export function ownSlot(actors: number, actor: number): number {
  return actors + 2 + 3 * actor;
}
