import type { Slot } from './compile.js';
import { isoDay } from './scenario/iso-date.js';
import type { Quantity } from './scenario/quantity.js';
import type { Base, Scenario } from './scenario/schema.js';

type SlotOf = (quantity: Quantity) => Slot;

export interface CompiledSeverity {
  readonly isChain: boolean;
  readonly fatalProbability: Slot;
  readonly fatalityExponent: Slot;
  readonly woundedMean: Slot;
  readonly woundedSize: Slot;
  readonly warningProbability: Slot;
  readonly casualtiesPerImpact: Slot;
  readonly impactSize: Slot;
  readonly densityExponent: Slot;
  readonly densityReference: Slot;
  readonly shelterEffect: Slot;
  readonly warningEffect: Slot;
  readonly tailProbability: Slot;
  readonly killedAlpha: Slot;
  readonly killedBeta: Slot;
  readonly salvoCap: Slot;
  readonly modes: readonly {
    readonly salvoMean: Slot;
    readonly salvoSize: Slot;
    readonly effectiveProbability: Slot;
  }[];
}

/** What air defence does where it works. */
export interface CompiledDefence {
  /** Slot of the interception probability of each mode, -1 for 0. */
  readonly interception: readonly Slot[];
  /** Slot, -1 for none. */
  readonly capacityRounds: Slot;
}

/** Air defence of one base by date: none before `sinceDay`; Infinity where there is none at all. */
export interface CompiledAirDefence extends CompiledDefence {
  readonly sinceDay: number;
}

export function compileSeverity({ severity, modes }: Scenario, slotOf: SlotOf): CompiledSeverity {
  const { chain } = severity;
  return {
    isChain: severity.law === 'chain',
    fatalProbability: slotOf(severity.fatalProbability),
    fatalityExponent: slotOf(severity.fatalityExponent),
    woundedMean: slotOf(severity.woundedMean),
    woundedSize: slotOf(severity.woundedSize),
    warningProbability: slotOf(severity.warningProbability),
    casualtiesPerImpact: slotOf(chain.casualtiesPerImpact),
    impactSize: slotOf(chain.impactSize),
    densityExponent: slotOf(chain.densityExponent),
    densityReference: slotOf(chain.densityReference),
    shelterEffect: slotOf(chain.shelterEffect),
    warningEffect: slotOf(chain.warningEffect),
    tailProbability: slotOf(chain.tailProbability),
    killedAlpha: slotOf(chain.killedAlpha),
    killedBeta: slotOf(chain.killedBeta),
    salvoCap: slotOf(chain.salvoCap),
    modes: Object.values(modes).map((mode) => ({
      salvoMean: slotOf(mode.salvoMean),
      salvoSize: slotOf(mode.salvoSize),
      effectiveProbability: slotOf(mode.effectiveProbability),
    })),
  };
}

export function compileAirDefence(about: {
  readonly base: Base;
  readonly modeKeys: readonly string[];
  readonly start: number;
  readonly slotOf: SlotOf;
}): CompiledAirDefence {
  const { airDefence } = about.base;
  if (!airDefence) return { sinceDay: Infinity, interception: about.modeKeys.map(() => -1), capacityRounds: -1 };
  return {
    sinceDay: airDefence.since === undefined ? 0 : Math.max(0, isoDay(airDefence.since) - about.start),
    ...compileDefence({ defence: airDefence, modeKeys: about.modeKeys, slotOf: about.slotOf }),
  };
}

export function compileDefence({
  defence,
  modeKeys,
  slotOf,
}: {
  readonly defence: { readonly interception: Readonly<Record<string, Quantity>>; readonly capacityRounds: Quantity };
  readonly modeKeys: readonly string[];
  readonly slotOf: SlotOf;
}): CompiledDefence {
  return {
    interception: modeKeys.map((mode) => {
      const probability = defence.interception[mode];
      return probability ? slotOf(probability) : -1;
    }),
    capacityRounds: slotOf(defence.capacityRounds),
  };
}
