import type { CompiledScenario } from './compile.js';

/** Whether the moves of the plan come to the same in every replication, whatever is drawn. */
export function isPlanSettled(compiled: CompiledScenario): boolean {
  const { parameters, lift, supply, planConditions, rules } = compiled;
  if (supply || lift.byRoad >= 0 || lift.byAir >= 0) return false;
  if (planConditions.some((conditions) => conditions.length > 0)) return false;
  if (rules.some(({ actions }) => actions.some(({ kind }) => !standing.has(kind)))) return false;
  return slotsOfMoves(compiled).every((slot) => slot < 0 || !Number.isNaN(parameters.points[slot]!));
}

/** What rules do without sending anybody anywhere or holding anybody up. */
const standing: ReadonlySet<string> = new Set(['strike', 'pause', 'harden', 'truce']);

/** Slots of the numbers that say who is where when; -1 among them stands for none. */
function slotsOfMoves({ garrison, convoys, plan }: CompiledScenario): number[] {
  const slots = [...garrison, convoys.convoySize, convoys.transitDays];
  for (const item of plan) {
    if (item.kind === 'hardening') continue;
    slots.push(item.overDays);
    if (item.kind === 'arrival') slots.push(item.everyDays, ...item.persons);
    else {
      slots.push(item.transitDays, item.routeFactor);
      const counts = 'kind' in item.persons ? [item.persons] : item.persons;
      for (const count of counts) if (count && 'slot' in count) slots.push(count.slot);
    }
  }
  return slots;
}
