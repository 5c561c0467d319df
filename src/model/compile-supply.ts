import type { CompiledPlan } from './compile-plan.js';
import type { Slot } from './compile.js';
import type { Quantity } from './scenario/quantity.js';
import type { Scenario } from './scenario/schema.js';

/** Routine supply convoys. */
export interface CompiledSupply {
  readonly contingent: number;
  readonly convoysPerBaseDay: Slot;
  readonly pausedSupplyShare: Slot;
  readonly personsPerConvoy: Slot;
  readonly transitDays: Slot;
  readonly routeFactor: Slot;
  /** Bases that can host at any time: with a garrison, or where the plan brings people. */
  readonly mostBases: number;
}

/** Routine supply as slots, and how many bases it can ever go to; undefined where the scenario has none. */
export function compileSupply(
  scenario: Scenario,
  { plan, slotOf }: { readonly plan: CompiledPlan; readonly slotOf: (quantity: Quantity) => Slot },
): CompiledSupply | undefined {
  const { supply } = scenario;
  return (
    supply && {
      contingent: Object.keys(scenario.contingents).indexOf(supply.contingent),
      convoysPerBaseDay: slotOf(supply.convoysPerBaseDay),
      pausedSupplyShare: slotOf(supply.pausedSupplyShare),
      personsPerConvoy: slotOf(supply.personsPerConvoy),
      transitDays: slotOf(supply.transitDays),
      routeFactor: slotOf(supply.routeFactor),
      mostBases: Object.values(scenario.bases).filter(
        ({ garrison }, b) =>
          Object.values(garrison).some(({ value }) => value !== 0) ||
          plan.some((item) => 'to' in item && item.to === b),
      ).length,
    }
  );
}
