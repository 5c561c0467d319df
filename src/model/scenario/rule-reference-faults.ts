import { didYouMean } from './did-you-mean.js';
import type { Fault } from './fault.js';

interface KnownNames {
  readonly base: readonly string[];
  readonly contingent: readonly string[];
  readonly actor: readonly string[];
  readonly mode: readonly string[];
}

/** Conditions and actions that are about one contingent. */
const ownActions = ['leave', 'halve', 'relocate', 'pause'];
const conditionParts = ['withinDays', 'attacksOn'];
const conditions = ['killedAtLeast', 'ownKilledAtLeast', 'attacksAtLeast', 'daysWithoutStrike'];

/**
 * Faults of the rules that show when their parts are held against each other and against the scenario: names, conditions
 * that lack a part, actions without the contingent or base they are about. Reads the input as it was written.
 */
export function ruleReferenceFaults(input: unknown, known: KnownNames): Fault[] {
  const faults: Fault[] = [];
  const named = (kind: keyof KnownNames, name: unknown, path: string): void => {
    if (typeof name !== 'string' || known[kind].includes(name)) return;
    const rule = `must name ${kind === 'actor' ? 'an' : 'a'} ${kind} of this scenario`;
    faults.push({ path, value: name, rule, hint: didYouMean(name, known[kind]) });
  };
  listOf(field(input, 'rules')).forEach((rule, index) => {
    const at = `rules[${index}]`;
    const after = field(rule, 'after');
    const then = field(rule, 'then');
    named('contingent', field(rule, 'contingent'), `${at}.contingent`);
    const has = (key: string): boolean => field(after, key) !== undefined;
    // A key that is misspelt is a fault of form, told elsewhere.
    if (isObject(after) && Object.keys(after).every((key) => conditionParts.includes(key)))
      faults.push({ path: `${at}.after`, rule: `must hold at least one of ${conditions.join(', ')}` });
    for (const [part, whole] of [
      ['withinDays', 'attacksAtLeast'],
      ['attacksOn', 'attacksAtLeast'],
      ['attacksAtLeast', 'withinDays'],
    ] as const) {
      if (has(part) && !has(whole)) faults.push({ path: `${at}.after.${part}`, rule: `must come with ${whole}` });
    }
    const needsOwn: string[] = [];
    if (has('ownKilledAtLeast')) needsOwn.push('after.ownKilledAtLeast');
    if (field(after, 'attacksOn') === 'ownBases') needsOwn.push('after.attacksOn');
    const actions = Array.isArray(then) ? then : [then];
    actions.forEach((action: unknown, i) => {
      const place = Array.isArray(then) ? `then[${i}]` : 'then';
      for (const kind of isObject(action) ? Object.keys(action) : []) {
        const deed = field(action, kind);
        if (ownActions.includes(kind)) needsOwn.push(`${place}.${kind}`);
        for (const key of ['fromBase', 'toBase', 'base'])
          named('base', field(deed, key), `${at}.${place}.${kind}.${key}`);
        for (const actor of listOf(field(deed, 'actors'))) named('actor', actor, `${at}.${place}.${kind}.actors`);
        const to = field(deed, 'toBase');
        if (typeof to === 'string' && to === field(deed, 'fromBase')) {
          const path = `${at}.${place}.${kind}.toBase`;
          faults.push({ path, value: to, rule: 'must be another base than the one they leave' });
        }
        const byAttack = conditions.some((key) => key !== 'daysWithoutStrike' && has(key));
        if (kind === 'harden') {
          if (isObject(deed) && !('rise' in deed || 'airDefence' in deed))
            faults.push({ path: `${at}.${place}.harden`, rule: 'must hold rise, airDefence or both' });
          const interception = field(field(deed, 'airDefence'), 'interception');
          for (const mode of isObject(interception) ? Object.keys(interception) : [])
            named('mode', mode, `${at}.${place}.harden.airDefence.interception.${mode}`);
        }
        if (kind === 'harden' && field(deed, 'base') === undefined && !byAttack) {
          const path = `${at}.${place}.harden.base`;
          faults.push({ path, rule: 'must be given: days without a strike name no base that was attacked' });
        }
      }
    });
    if (field(rule, 'contingent') === undefined && needsOwn.length > 0) {
      const hint = `${needsOwn.join(' and ')} ${needsOwn.length === 1 ? 'is' : 'are'} about one contingent`;
      faults.push({ path: `${at}.contingent`, rule: 'must be given', hint });
    }
  });
  return faults;
}

function field(node: unknown, key: string): unknown {
  return isObject(node) && Object.hasOwn(node, key) ? Reflect.get(node, key) : undefined;
}

function isObject(node: unknown): node is object {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

function listOf(node: unknown): readonly unknown[] {
  return Array.isArray(node) ? node : [];
}
