import type { Scenario } from '../model/scenario/schema.js';
import { assumptionDifferences } from './assumption-differences.js';
import type { Alternative } from './comparison-tables.js';

interface Member {
  readonly key: string;
  readonly name: string;
  readonly scenario: Scenario;
}

/**
 * What differs in each alternative from the baseline, which comes first, and from the alternative before it that it is
 * nearest to, if that is near.
 */
export function alternativesOf(members: readonly Member[]): Alternative[] {
  return members.slice(1).map((_, index) => alternativeOf(members, index + 1));
}

function alternativeOf(members: readonly Member[], index: number): Alternative {
  const { key, name, scenario: own } = members[index]!;
  const baseline = members[0]!.scenario;
  const differences = assumptionDifferences(baseline, own);
  const nearest = members
    .slice(1, index)
    .map((member) => ({ key: member.key, name: member.name, differences: assumptionDifferences(member.scenario, own) }))
    .filter((other) => 2 * other.differences.length <= differences.length)
    .sort((a, b) => a.differences.length - b.differences.length)[0];
  const title = own.title === baseline.title ? '' : own.title;
  return { key, name, title, differences, ...(nearest ? { nearest } : {}) };
}
