import type { Rule, RuleAction } from './rules-schema.js';

/** A rule in a few words: "retaliate: strike after an attack that killed". */
export function ruleWords(rule: Rule): string {
  const deeds = actionsOf(rule).map((action) => Object.keys(action)[0] ?? '');
  const whose = rule.contingent === undefined ? '' : ` (${rule.contingent})`;
  return `${rule.name}${whose}: ${deeds.join(' or ')} after ${Object.keys(rule.after)
    .filter((key) => key !== 'withinDays' && key !== 'attacksOn')
    .map((key) => conditionWords[key] ?? key)
    .join(', or ')}`;
}

/** The actions of a rule, of which at most one is done. */
export function actionsOf(rule: Rule): readonly RuleAction[] {
  return Array.isArray(rule.then) ? rule.then : [rule.then];
}

const conditionWords: Readonly<Record<string, string>> = {
  killedAtLeast: 'an attack that killed',
  ownKilledAtLeast: 'an attack that killed its own',
  attacksAtLeast: 'a run of attacks',
  daysWithoutStrike: 'days without a strike',
};
