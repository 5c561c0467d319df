import { supportOf } from '../random/laws/law.js';
import type { CompiledScenario, Slot } from './compile.js';
import type { Fault } from './scenario/fault.js';
import { quantitiesOf, type PlacedQuantity } from './scenario/quantities.js';

/** Faults of rules that show in their numbers: alternatives that add up to more than 1, days without a strike that cannot be. */
export function ruleFaults(compiled: CompiledScenario): Fault[] {
  if (compiled.rules.length === 0) return [];
  const placed = quantitiesOf(compiled.scenario);
  const faults: Fault[] = [];
  for (const { path, name, actions, conditions } of compiled.rules) {
    const most = actions.reduce((sum, { probability }) => sum + supportAt(placed, probability).high, 0);
    if (most > 1 + 1e-9) {
      const rule = `of ${name} must have probabilities that add up to at most 1`;
      const hint = 'at most one of them is done; lower them, or cut their laws with high';
      faults.push({ path: `${path}.then`, value: Number(most.toPrecision(6)), rule, hint });
    }
    for (const condition of conditions) {
      if (condition.kind !== 'quiet') continue;
      const days = supportAt(placed, condition.days).low;
      const longest = longestQuietDays(compiled);
      if (days <= longest) continue;
      const rule = `of ${name} must be reached within the scenario: the longest time without a strike is ${longest} days`;
      faults.push({ path: `${path}.after.daysWithoutStrike`, value: days, rule, hint: 'lower it, or end later' });
    }
  }
  return faults;
}

/** Longest time without one of the strikes that are certain, from the last before the start (else the first that may be, else the start) to the end. */
function longestQuietDays({ strikes, parameters, horizonDays }: CompiledScenario): number {
  const certain = strikes.filter(({ probability }) => parameters.points[probability] === 1).map(({ day }) => day);
  const before = certain.filter((day) => day < 0);
  const days = [...certain.filter((day) => day >= 0), horizonDays].sort((a, b) => a - b);
  let since = before.length > 0 ? Math.max(...before) : Math.min(0, ...strikes.map(({ day }) => day));
  let longest = 0;
  for (const day of days) {
    longest = Math.max(longest, day - since);
    since = day;
  }
  return longest;
}

function supportAt(placed: readonly PlacedQuantity[], slot: Slot): { readonly low: number; readonly high: number } {
  const { value } = placed[slot]!.quantity;
  return typeof value === 'number' ? { low: value, high: value } : supportOf(value);
}
