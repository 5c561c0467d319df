import { assumptionDifferences } from './assumption-differences.js';
import type { ComparedMember } from './compared-member.js';
import type { Alternative } from './comparison-tables.js';

/** What differs between the scenarios of a comparison, the baseline being the first of them. */
export function alternativesOf(members: readonly ComparedMember[]): Alternative[] {
  return members.slice(1).map((_, index) => alternativeOf(members, index + 1));
}

/** What differs in an alternative from the baseline, and from the alternative before it that it is nearest to, if that is near. */
function alternativeOf(members: readonly ComparedMember[], index: number): Alternative {
  const scenarioOf = (member: number) => members[member]!.compiled.scenario;
  const { key } = members[index]!;
  const own = scenarioOf(index);
  const differences = assumptionDifferences(scenarioOf(0), own);
  const nearest = members
    .slice(1, index)
    .map((member, i) => ({ key: member.key, differences: assumptionDifferences(scenarioOf(i + 1), own) }))
    .filter((other) => 2 * other.differences.length <= differences.length)
    .sort((a, b) => a.differences.length - b.differences.length)[0];
  const title = own.title === scenarioOf(0).title ? '' : own.title;
  return { key, title, differences, ...(nearest ? { nearest } : {}) };
}
