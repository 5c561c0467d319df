import { isListed } from './plain-name.js';
import type { RawRow, Reason } from './raw-row.js';
import type { RecordRules } from './record-rules.js';
import type { RecordFormat } from './record-format.js';
import type { RecordWorld } from './record-world.js';

/** The actor that an attack is put down to, or why none is. */
export type ActorMatch = { readonly kind: 'actor'; readonly actor: string } | ({ readonly kind: 'none' } & Reason);

/**
 * The first actor that the rules list one of the row's groups under, or that is named so in the scenario; else `others`.
 * Without rules for the rest, a record of attacks on bases (garrison's own) puts them down to the main actor, and one of
 * all violence in a country (ACLED, UCDP) does so only where the rules list nobody.
 */
export function matchActor(
  { groups }: Pick<RawRow, 'groups'>,
  about: {
    readonly world: RecordWorld;
    readonly rules: Pick<RecordRules, 'actors' | 'others'>;
    readonly format: RecordFormat;
  },
): ActorMatch {
  const { world, rules } = about;
  const found = world.actors.find(({ key, name }) =>
    groups.some((group) => isListed(group, [key, name, ...(rules.actors[key] ?? [])])),
  );
  if (found) return { kind: 'actor', actor: found.key };
  const others = othersOf(about);
  if (others !== undefined) return { kind: 'actor', actor: others };
  const who = groups.length > 0 ? groups.join('; ') : 'no group named';
  return { kind: 'none', reason: 'no actor of the scenario', why: who };
}

/** Key of the actor that stands for every group the rules do not list; undefined where their attacks are left out. */
export function othersOf(about: {
  readonly world: RecordWorld;
  readonly rules: Pick<RecordRules, 'actors' | 'others'>;
  readonly format: RecordFormat;
}): string | undefined {
  const { world, rules, format } = about;
  if (rules.others !== undefined) return rules.others === 'leaveOut' ? undefined : rules.others;
  const listsGroups = Object.keys(rules.actors).length > 0;
  return format === 'garrison' || !listsGroups ? world.mainActor : undefined;
}
