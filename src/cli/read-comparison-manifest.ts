import { compilePlain, type PlainScenario } from '../model/compared-together.js';
import { UserFault, type Fault } from '../model/scenario/fault.js';
import type { ComparedMember } from './compared-member.js';
import type { ComparisonManifest } from './comparison-manifest.js';
import { comparisonHash } from './place-comparison.js';
import { differenceOf, mustBeOfThisVersion, parseManifest } from './read-manifest.js';

export interface ReadComparison {
  readonly manifest: ComparisonManifest;
  /** The baseline first. */
  readonly members: readonly ComparedMember[];
}

/**
 * Reads the manifest of a comparison whose numbers this engine can give again; undefined where it is of something else.
 * @throws UserFault that names all that differs: version, scenarios, what is asked of them, or how this engine reads them.
 */
export function readComparison(file: string, cwd: string): ReadComparison | undefined {
  const parsed: Partial<ComparisonManifest> | null = parseManifest(file, cwd);
  if (parsed?.kind !== 'comparison') return undefined;
  if (!isWhole(parsed))
    throw new UserFault([{ path: file, rule: 'must be the whole manifest of a comparison, as garrison wrote it' }]);
  const manifest = parsed;
  mustBeOfThisVersion(file, manifest.garrison);
  const baseline = manifest.scenarios[0]!.scenario;
  const { drawnWith, antithetic } = manifest;
  const plainScenario = (each: ComparisonManifest['scenarios'][number]): PlainScenario => ({
    scenario: each.scenario,
    reference: each.measuredAgainstBaseline ? baseline : undefined,
    drawnWith,
    antithetic,
  });
  const faults: Fault[] = manifest.scenarios.flatMap((each) =>
    differenceOf({ path: `${file}: scenarios.${each.key}`, hash: each.hash, plain: plainScenario(each) }),
  );
  if (faults.length > 0) throw new UserFault(faults);
  const members = manifest.scenarios.map((each): ComparedMember => {
    const { key, hash, set, warnings, compared = [] } = each;
    const compiled = compilePlain(plainScenario(each));
    return { key, file: manifest.run.fileOf[key] ?? key, set, hash, compiled, warnings, compared };
  });
  if (comparisonHash({ members, metrics: manifest.metrics }) !== manifest.hash) {
    const rule = `differs in what is asked: keys and metrics must be those that were compared (${manifest.hash.slice(0, 8)})`;
    throw new UserFault([{ path: file, rule, hint: 'take the manifest as it was written' }]);
  }
  return { manifest, members };
}

function isWhole(manifest: Partial<ComparisonManifest>): manifest is ComparisonManifest {
  const { hash, seed, replications, metrics, scenarios, run } = manifest;
  return (
    typeof hash === 'string' &&
    typeof seed === 'number' &&
    typeof replications === 'number' &&
    Array.isArray(metrics) &&
    Array.isArray(scenarios) &&
    scenarios.length >= 2 &&
    scenarios.every(({ set, warnings }) => Array.isArray(set) && Array.isArray(warnings)) &&
    typeof run?.fileOf === 'object'
  );
}
