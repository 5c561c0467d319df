import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { compareStrategies, type Metric } from '../experiment/compare/index.js';
import { alternativesOf } from './alternatives.js';
import { plainOf } from '../model/compared-together.js';
import type { ComparedMember } from './compared-member.js';
import type { ComparisonCard } from './comparison-card.js';
import type { ComparisonManifest } from './comparison-manifest.js';
import { engine } from './engine.js';
import type { OutputFolder } from './output-folder.js';
import { seedName } from './place-results.js';
import { reportInto } from './report/write-report.js';
import { scenarioHash } from './scenario-hash.js';
import { writeComparison } from './write-comparison.js';
import { writeMember, type FinishedMember, type WrittenMember } from './write-member.js';
import type { RowsFormat } from './write-results.js';
import { shownPath } from './shown-path.js';

/** What is asked of the scenarios of a comparison. */
export interface ComparisonQuestion {
  readonly title: string;
  readonly question: string | undefined;
  readonly metrics: readonly Metric[];
  readonly seed: number;
}

/** Scenarios whose replications are done, and what is to be said of them: enough to write the folder of a comparison. */
export interface FinishedComparison {
  readonly study: ComparisonQuestion;
  /** The baseline first; all of as many replications. */
  readonly members: readonly FinishedMember[];
  readonly run: ComparisonManifest['run'];
  readonly figures: boolean;
  readonly format: RowsFormat;
  /** Write report.html and report.md. */
  readonly report: boolean;
}

/** Writes the folder of a comparison, and puts it in its place: the same bytes whoever computed the replications. */
export async function placeComparison(
  finished: FinishedComparison,
  { folder, cwd }: { readonly folder: OutputFolder; readonly cwd: string },
): Promise<ComparisonCard> {
  const { study, run } = finished;
  const { title, question, metrics, seed } = study;
  const all = finished.members.map((each) => withDone(each, finished.members));
  const written = all.map((each) =>
    writeMember({
      finished: each,
      all,
      metrics,
      folder: join(folder.path, 'scenarios', each.member.key),
      format: finished.format,
    }),
  );
  const comparison = compareStrategies(
    written.map(({ strategy }) => strategy),
    metrics,
  );
  const members = all.map(({ member }) => member);
  const alternatives = alternativesOf(
    members.map(({ key, compiled }, i) => ({ key, name: comparison.strategies[i]!.name, scenario: compiled.scenario })),
  );
  const hash = comparisonHash({ members, metrics });
  const manifest: ComparisonManifest = {
    formatVersion: 1,
    kind: 'comparison',
    title,
    ...(question === undefined ? {} : { question }),
    hash,
    seed,
    replications: comparison.n,
    garrison: engine().version,
    metrics,
    warnings: [...comparison.warnings, ...sharedWarnings(written, comparison)],
    scenarios: written.map(({ member, failures }) => scenarioIn(member, failures)),
    ...togetherIn(written.map(({ member }) => member)),
    run,
  };
  writeComparison({ folder: folder.path, comparison, alternatives, manifest });
  const figureBug = finished.figures
    ? await drawInto(join(folder.path, 'figures'), { comparison, title, seed })
    : undefined;
  const reportBug = finished.report ? reportInto(folder.path) : undefined;
  const placed = folder.finish(`${seedName(seed)}-${comparison.n}-${hash.slice(0, 8)}`);
  return {
    comparison,
    manifest,
    alternatives,
    placed: { ...placed, path: shownPath(placed.path, cwd) },
    figures: finished.figures && figureBug === undefined,
    figureBug,
    report: finished.report && reportBug === undefined,
    reportBug,
  };
}

/** SHA-256 of what decides the numbers of a comparison beside seed and n. */
export function comparisonHash(about: {
  readonly members: readonly Pick<ComparedMember, 'key' | 'compiled'>[];
  readonly metrics: readonly Metric[];
}): string {
  const { members, metrics } = about;
  const scenarios = members.map(({ key, compiled }) => [key, compiled.scenario]);
  return scenarioHash({ scenarios, metrics, ...togetherIn(members) });
}

/** How all members are simulated beside what each of them is. */
function togetherIn(
  members: readonly Pick<ComparedMember, 'compiled'>[],
): Pick<ComparisonManifest, 'drawnWith' | 'antithetic'> {
  const [first] = members;
  const { drawnWith, antithetic } = first ? plainOf(first.compiled) : {};
  return { ...(drawnWith ? { drawnWith } : {}), ...(antithetic ? { antithetic } : {}) };
}

function scenarioIn(member: ComparedMember, failures: number): ComparisonManifest['scenarios'][number] {
  const { key, hash, set, compiled, warnings, compared } = member;
  return {
    key,
    hash,
    measuredAgainstBaseline: compiled.reference !== undefined,
    failures,
    set,
    warnings,
    ...(compared.length > 0 ? { compared } : {}),
    scenario: compiled.scenario,
  };
}

/** Claims on a scenario that an interrupted comparison did not come to are left out, and said so. */
function withDone(finished: FinishedMember, members: readonly FinishedMember[]): FinishedMember {
  const { member } = finished;
  const isDone = ({ key }: { readonly key: string }): boolean => members.some((each) => each.member.key === key);
  const missing = member.compared.filter((other) => !isDone(other)).map(({ named }) => named);
  if (missing.length === 0) return finished;
  const warning = `Interrupted: claims that compare with ${missing.join(', ')} are left out, as it was not simulated to the end.`;
  return {
    ...finished,
    member: { ...member, compared: member.compared.filter(isDone), warnings: [...member.warnings, warning] },
  };
}

/** Warnings of single scenarios, those of several told once with their names. */
function sharedWarnings(done: readonly WrittenMember[], { strategies }: ComparisonCard['comparison']): string[] {
  const few = /^Only \d+ replications/;
  const texts = [...new Set(done.flatMap(({ warnings }) => warnings))].filter((text) => !few.test(text));
  return texts.map((text) => {
    const names = strategies.filter((_, i) => done[i]?.warnings.includes(text)).map(({ name }) => name);
    return names.length === done.length ? `all scenarios: ${text}` : `${names.join(', ')}: ${text}`;
  });
}

/** A figure that cannot be drawn is a bug, but none for which hours of simulation may be lost. */
async function drawInto(
  folder: string,
  about: { readonly comparison: ComparisonCard['comparison']; readonly title: string; readonly seed: number },
): Promise<Error | undefined> {
  try {
    const { writeComparisonFigures } = await import('./write-comparison-figures.js');
    await writeComparisonFigures(about, folder);
    return undefined;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return error instanceof Error ? error : new Error(String(error));
  }
}
