import type { CompiledPlan } from './compile-plan.js';
import type { Slot } from './compile.js';
import type { Quantity } from './scenario/quantity.js';
import { actionsOf } from './scenario/rule-words.js';
import type { Scenario } from './scenario/schema.js';

/** Routine supply convoys. */
export interface CompiledSupply {
  readonly contingent: number;
  readonly convoysPerBaseDay: Slot;
  readonly pausedSupplyShare: Slot;
  readonly personsPerConvoy: Slot;
  readonly transitDays: Slot;
  readonly routeFactor: Slot;
  /** Bases that can host at any time: with a garrison, or where the plan or a rule brings people. */
  readonly mostBases: number;
}

/** Routine supply as slots, and how many bases it can ever go to; undefined where the scenario has none. */
export function compileSupply(
  scenario: Scenario,
  { plan, slotOf }: { readonly plan: CompiledPlan; readonly slotOf: (quantity: Quantity) => Slot },
): CompiledSupply | undefined {
  const { supply } = scenario;
  const relocated = scenario.rules.flatMap((rule) =>
    actionsOf(rule).map((action) => ('relocate' in action ? action.relocate.toBase : undefined)),
  );
  return (
    supply && {
      contingent: Object.keys(scenario.contingents).indexOf(supply.contingent),
      convoysPerBaseDay: slotOf(supply.convoysPerBaseDay),
      pausedSupplyShare: slotOf(supply.pausedSupplyShare),
      personsPerConvoy: slotOf(supply.personsPerConvoy),
      transitDays: slotOf(supply.transitDays),
      routeFactor: slotOf(supply.routeFactor),
      mostBases: Object.entries(scenario.bases).filter(
        ([key, { garrison }], b) =>
          relocated.includes(key) ||
          Object.values(garrison).some(({ value }) => value !== 0) ||
          plan.some((item) => 'to' in item && item.to === b),
      ).length,
    }
  );
}
