import type { Slot } from './compile.js';
import { OUTSIDE } from './compile-plan.js';
import { compileDefence, type CompiledDefence } from './compile-severity.js';
import type { Quantity } from './scenario/quantity.js';
import { actionsOf } from './scenario/rule-words.js';
import type { Rule, RuleAction } from './scenario/rules-schema.js';

/** What tests a rule. */
export type RuleCondition =
  | { readonly kind: 'killed'; readonly atLeast: Slot; readonly own: boolean }
  | { readonly kind: 'attacks'; readonly atLeast: Slot; readonly withinDays: Slot; readonly own: boolean }
  | { readonly kind: 'quiet'; readonly days: Slot };

interface Chance {
  readonly probability: Slot;
  /** Gamma law of the delay by its mean and shape. */
  readonly delay: { readonly mean: Slot; readonly shape: Slot };
}

/** People of one contingent go: all or half, home or to another base, for a time or for good. */
export interface GoAction extends Chance {
  readonly kind: 'leave' | 'halve' | 'relocate';
  /** Base index, or -1 for all bases. */
  readonly from: number;
  readonly to: number;
  readonly byRoad: boolean;
  /** Slot, or -1 for good. */
  readonly forDays: Slot;
  readonly overDays: Slot;
  readonly transitDays: Slot;
  readonly routeFactor: Slot;
}

export interface TruceAction extends Chance {
  readonly kind: 'truce';
  readonly gate: Slot;
  readonly forDays: Slot;
  readonly brokenByStrike: Slot;
  readonly actors: readonly number[];
}

export interface HardenAction extends Chance {
  readonly kind: 'harden';
  /** Base index, or -1 for the base that was attacked. */
  readonly base: number;
  /** Slot, or -1 where its hardening stays as it is. */
  readonly rise: Slot;
  readonly airDefence: CompiledDefence | undefined;
}

export type CompiledAction =
  | (Chance & { readonly kind: 'strike'; readonly magnitude: Slot })
  | GoAction
  | (Chance & { readonly kind: 'pause'; readonly forDays: Slot })
  | (Chance & { readonly kind: 'hold'; readonly forDays: Slot })
  | HardenAction
  | TruceAction;

export interface CompiledRule {
  readonly path: string;
  readonly name: string;
  /** Contingent index, -1 where the rule is about none. */
  readonly contingent: number;
  readonly conditions: readonly RuleCondition[];
  readonly actions: readonly CompiledAction[];
  readonly coolDownDays: Slot;
}

interface RulesInput {
  readonly rules: readonly Rule[];
  readonly baseKeys: readonly string[];
  readonly contingentKeys: readonly string[];
  readonly actorKeys: readonly string[];
  readonly modeKeys: readonly string[];
  readonly slotOf: (quantity: Quantity) => Slot;
}

/** Rules as indices and slots. */
export function compileRules({
  rules,
  baseKeys,
  contingentKeys,
  actorKeys,
  modeKeys,
  slotOf,
}: RulesInput): CompiledRule[] {
  const chanceOf = (given: { probability: Quantity; delayDays: { mean: Quantity; shape: Quantity } }): Chance => ({
    probability: slotOf(given.probability),
    delay: { mean: slotOf(given.delayDays.mean), shape: slotOf(given.delayDays.shape) },
  });
  const slotOrNone = (given: Quantity | undefined): Slot => (given ? slotOf(given) : -1);
  const goOf = (kind: GoAction['kind'], given: Going, to: number): GoAction => ({
    kind,
    ...chanceOf(given),
    from: given.fromBase === undefined ? -1 : baseKeys.indexOf(given.fromBase),
    to,
    byRoad: given.by === 'road',
    forDays: slotOrNone(given.forDays),
    overDays: slotOf(given.overDays),
    transitDays: slotOrNone(given.transitDays),
    routeFactor: slotOf(given.routeFactor),
  });
  const actionOf = (action: RuleAction): CompiledAction => {
    if ('strike' in action)
      return { kind: 'strike', ...chanceOf(action.strike), magnitude: slotOf(action.strike.magnitude) };
    if ('leave' in action) return goOf('leave', action.leave, OUTSIDE);
    if ('halve' in action) return goOf('halve', action.halve, OUTSIDE);
    if ('relocate' in action) return goOf('relocate', action.relocate, baseKeys.indexOf(action.relocate.toBase));
    if ('pause' in action) return { kind: 'pause', ...chanceOf(action.pause), forDays: slotOf(action.pause.forDays) };
    if ('hold' in action) return { kind: 'hold', ...chanceOf(action.hold), forDays: slotOf(action.hold.forDays) };
    if ('harden' in action) {
      const { base, rise, airDefence } = action.harden;
      return {
        kind: 'harden',
        ...chanceOf(action.harden),
        base: base === undefined ? -1 : baseKeys.indexOf(base),
        rise: slotOrNone(rise),
        airDefence: airDefence && compileDefence({ defence: airDefence, modeKeys, slotOf }),
      };
    }
    const { gate, forDays, brokenByStrike, actors } = action.truce;
    return {
      kind: 'truce',
      ...chanceOf(action.truce),
      gate: slotOf(gate),
      forDays: slotOf(forDays),
      brokenByStrike: slotOf(brokenByStrike),
      actors: (actors ?? actorKeys).map((key) => actorKeys.indexOf(key)),
    };
  };
  return rules.map((rule, index) => ({
    path: `rules[${index}]`,
    name: rule.name,
    contingent: rule.contingent === undefined ? -1 : contingentKeys.indexOf(rule.contingent),
    conditions: conditionsOf(rule, slotOf),
    actions: actionsOf(rule).map(actionOf),
    coolDownDays: slotOf(rule.coolDownDays),
  }));
}

interface Going {
  readonly probability: Quantity;
  readonly delayDays: { mean: Quantity; shape: Quantity };
  readonly fromBase?: string | undefined;
  readonly by: 'road' | 'air';
  readonly forDays?: Quantity | undefined;
  readonly overDays: Quantity;
  readonly transitDays?: Quantity | undefined;
  readonly routeFactor: Quantity;
}

function conditionsOf({ after }: Rule, slotOf: (quantity: Quantity) => Slot): RuleCondition[] {
  const found: RuleCondition[] = [];
  const { killedAtLeast, ownKilledAtLeast, attacksAtLeast, withinDays, daysWithoutStrike } = after;
  if (killedAtLeast) found.push({ kind: 'killed', atLeast: slotOf(killedAtLeast), own: false });
  if (ownKilledAtLeast) found.push({ kind: 'killed', atLeast: slotOf(ownKilledAtLeast), own: true });
  if (attacksAtLeast && withinDays) {
    const own = after.attacksOn === 'ownBases';
    found.push({ kind: 'attacks', atLeast: slotOf(attacksAtLeast), withinDays: slotOf(withinDays), own });
  }
  if (daysWithoutStrike) found.push({ kind: 'quiet', days: slotOf(daysWithoutStrike) });
  return found;
}
