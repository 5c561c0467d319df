import { basename, resolve } from 'node:path';
import { checkClaims } from '../model/check-claims.js';
import type { Fault } from '../model/scenario/fault.js';
import { commandLine } from './command-words.js';
import type { ComparedInClaim, ComparedMember } from './compared-member.js';
import { setsPlan, worldSet } from './load-with-claims.js';

/** A scenario of a comparison, and the file that it is read from; undefined where a study holds the scenario itself. */
export interface MemberFile {
  readonly member: ComparedMember;
  readonly path: string | undefined;
  /** In which the paths of its claims begin. */
  readonly folder: string;
}

interface Linked {
  readonly members: readonly ComparedMember[];
  readonly faults: readonly { readonly key: string; readonly faults: readonly Fault[] }[];
}

/**
 * Finds the scenarios that claims compare with among those of the comparison, which are simulated anyway, and checks the
 * claims against their outcomes. A claim on a scenario that is not compared, or not with the same changes, is left out
 * with a warning that says which command tells it.
 */
export function linkClaims(all: readonly MemberFile[]): Linked {
  const linked = all.map((one) => linkOne(one, all));
  return {
    members: linked.map(({ member }) => member),
    faults: linked.flatMap(({ member: { key }, faults }) => (faults.length > 0 ? [{ key, faults }] : [])),
  };
}

function linkOne(
  one: MemberFile,
  all: readonly MemberFile[],
): { readonly member: ComparedMember; readonly faults: readonly Fault[] } {
  const { member } = one;
  const compared: ComparedInClaim[] = [];
  const left = new Map<string, string[]>();
  const toItself: string[] = [];
  for (const { name, than } of member.compiled.scenario.claims) {
    if (typeof than === 'number' || than.scenario === undefined) continue;
    const named = than.scenario;
    const path = resolve(one.folder, named);
    if (path === one.path) {
      toItself.push(`"${name}"`);
      continue;
    }
    const other = all.find((candidate) => candidate.path === path && isSameWorld(member, candidate.member));
    if (!other) left.set(named, [...(left.get(named) ?? []), `"${name}"`]);
    else if (!compared.some((each) => each.named === named)) compared.push({ named, key: other.member.key });
  }
  const others = new Map(
    compared.map(({ named, key }) => [named, all.find((each) => each.member.key === key)!.member.compiled]),
  );
  const checked = checkClaims(member.compiled, others);
  const warnings = [
    ...member.warnings,
    ...checked.warnings,
    ...[...left].map(([named, names]) => leftOut({ named, names, one })),
    ...(toItself.length > 0
      ? [
          `Claims that compare this scenario with itself are left out (${toItself.join(', ')}); a variant can say which claims it keeps, none with claims: [].`,
        ]
      : []),
  ];
  return { member: { ...member, warnings, compared }, faults: checked.faults };
}

/** As in a run alone, what is set is set in both; but a plan of its own is not what the claim's file says. */
function isSameWorld(member: ComparedMember, other: ComparedMember): boolean {
  return worldSet(member.set).join('\n') === worldSet(other.set).join('\n') && !other.set.some(setsPlan);
}

function leftOut(about: {
  readonly named: string;
  readonly names: readonly string[];
  readonly one: MemberFile;
}): string {
  const { named, names, one } = about;
  const why = `Claims that compare with ${named} are left out (${names.join(', ')}): it is not compared here, or with other numbers`;
  if (one.path === undefined) return `${why}. Written to a file of its own, garrison run tells them.`;
  const words = ['run', basename(one.path), ...one.member.set.flatMap((each) => ['--set', each])];
  return `${why}. ${commandLine(words)} tells them.`;
}
