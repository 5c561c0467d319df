import type { Slot } from './compile.js';
import { greatCircleKm } from './great-circle.js';
import type { Quantity } from './scenario/quantity.js';
import { STRIKES } from './scenario/reference-faults.js';
import type { Scenario } from './scenario/schema.js';

/** One actor: its numbers as slots, by actor, mode and base. */
export interface CompiledActor {
  readonly key: string;
  readonly baselinePerDay: Slot;
  /** Slot of the branching by each source: the actors in their order, then strikes. */
  readonly branching: readonly Slot[];
  readonly meanLagDays: Slot;
  readonly fatalBoost: Slot;
  readonly sizeExponent: Slot;
  readonly effortElasticity: Slot;
  readonly hardeningAversion: Slot;
  readonly distanceAversion: Slot;
  readonly maxEffort: Slot;
  readonly perShareWithdrawn: Slot;
  readonly emboldeningDecayDays: Slot;
  readonly betweenBasesFactor: Slot;
  readonly announcementFactor: Slot;
  readonly returnFactor: Slot;
  readonly deterrenceDepth: Slot;
  readonly deterrenceDecayDays: Slot;
  readonly vacuumSensitivity: Slot;
  readonly vacuumAdjustDays: Slot;
  readonly seasonAmplitude: Slot;
  readonly seasonPeakDayOfYear: Slot;
  readonly sameTargetRepeat: Slot;
  readonly roadWeight: Slot;
  readonly airDefenceAversion: Slot;
  readonly interceptionAversion: Slot;
  /** Slot of the share of each mode, -1 for none; all -1 means the first mode only. */
  readonly modeShares: readonly Slot[];
  /** Slot of each base's own pull, -1 for 1. */
  readonly baseWeights: readonly Slot[];
  /** Slot, or -1 where shares are equal. */
  readonly convoyShare: Slot;
  /** Distance of each base to the nearest point of the actor's region, in units of 100 km; 0 without a region. */
  readonly distances: Float64Array;
}

/** The actors of a scenario whose branching cells are filled, in their order. */
export function compileActors(scenario: Scenario, slotOf: (quantity: Quantity) => Slot): CompiledActor[] {
  const actorKeys = Object.keys(scenario.actors);
  const modeKeys = Object.keys(scenario.modes);
  const baseKeys = Object.keys(scenario.bases);
  const bases = Object.values(scenario.bases);
  return Object.entries(scenario.actors).map(([key, actor]): CompiledActor => {
    const choice = actor.targetChoice;
    return {
      key,
      baselinePerDay: slotOf(actor.baselinePerDay),
      branching: [...actorKeys, STRIKES].map((from) => {
        const cell = actor.branching[from];
        return cell ? slotOf(cell) : -1;
      }),
      meanLagDays: slotOf(actor.meanLagDays),
      fatalBoost: slotOf(actor.fatalBoost),
      sizeExponent: slotOf(choice.sizeExponent),
      effortElasticity: slotOf(choice.effortElasticity),
      hardeningAversion: slotOf(choice.hardeningAversion),
      distanceAversion: slotOf(choice.distanceAversion),
      maxEffort: slotOf(choice.maxEffort),
      perShareWithdrawn: slotOf(actor.emboldening.perShareWithdrawn),
      emboldeningDecayDays: slotOf(actor.emboldening.decayDays),
      betweenBasesFactor: slotOf(actor.emboldening.betweenBasesFactor),
      announcementFactor: slotOf(actor.emboldening.announcementFactor),
      returnFactor: slotOf(actor.emboldening.returnFactor),
      deterrenceDepth: slotOf(actor.deterrence.depth),
      deterrenceDecayDays: slotOf(actor.deterrence.decayDays),
      vacuumSensitivity: slotOf(actor.vacuum.sensitivity),
      vacuumAdjustDays: slotOf(actor.vacuum.adjustDays),
      seasonAmplitude: slotOf(actor.season.amplitude),
      seasonPeakDayOfYear: slotOf(actor.season.peakDayOfYear),
      sameTargetRepeat: slotOf(choice.sameTargetRepeat),
      roadWeight: slotOf(choice.roadWeight),
      airDefenceAversion: slotOf(choice.airDefenceAversion),
      interceptionAversion: slotOf(choice.interceptionAversion),
      modeShares: modeKeys.map((mode) => (actor.modeShares[mode] ? slotOf(actor.modeShares[mode]) : -1)),
      baseWeights: baseKeys.map((base) => (choice.baseWeights[base] ? slotOf(choice.baseWeights[base]) : -1)),
      convoyShare: actor.convoyShare ? slotOf(actor.convoyShare) : -1,
      distances: Float64Array.from(bases, ({ location }) =>
        actor.region.length === 0 ? 0 : Math.min(...actor.region.map((point) => greatCircleKm(point, location))) / 100,
      ),
    };
  });
}
