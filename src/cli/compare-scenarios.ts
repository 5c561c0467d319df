import { rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { compareStrategies } from '../experiment/compare/index.js';
import { assumptionDifferences } from './assumption-differences.js';
import { comparisonCard, comparisonJson, type ComparisonCard } from './comparison-card.js';
import type { ComparisonManifest } from './comparison-manifest.js';
import type { Alternative } from './comparison-tables.js';
import { engine } from './engine.js';
import { exitCode } from './exit-code.js';
import { loadStudy, type LoadedMember, type LoadedStudy } from './load-study.js';
import { mustBeEstimable } from './must-be-estimable.js';
import { openOutputFolder } from './output-folder.js';
import { seedName } from './place-results.js';
import { runFacts, runMember, type CompareOptions, type Comparing, type Done } from './run-member.js';
import { scenarioHash } from './scenario-hash.js';
import type { Terminal } from './terminal.js';
import { writeComparison } from './write-comparison.js';

/** `garrison compare`: simulates every scenario with the same luck, and tells how they differ and how sure that is. */
export async function compareScenarios(options: CompareOptions, terminal: Terminal): Promise<number> {
  const read = await loadStudy(options, terminal);
  const study: LoadedStudy = {
    ...read,
    replications: options.replications ?? read.replications,
    seed: options.seed ?? read.seed,
  };
  mustBeEstimable(study.replications);
  const folder = openOutputFolder(resolve(terminal.cwd, options.out, study.name));
  try {
    const card = await compare({ study, options, terminal, folder });
    if (!card) {
      folder.discard();
      terminal.stderr.write('Interrupted before two scenarios were done. The same command goes on from there.\n');
      return exitCode.interrupted;
    }
    terminal.stdout.write(options.json ? comparisonJson(card) : comparisonCard(card, terminal));
    if (card.figureBug) throw card.figureBug;
    if (card.manifest.run.interrupted) return exitCode.interrupted;
    const failed = card.manifest.scenarios.some(({ failures }) => failures > 0);
    return failed ? exitCode.replicationsFailed : exitCode.done;
  } catch (error) {
    folder.discard();
    throw error;
  }
}

async function compare({ study, options, terminal, folder }: Comparing): Promise<ComparisonCard | undefined> {
  const { seed, replications: n } = study;
  const started = new Date().toISOString();
  const before = performance.now();
  const done: Done[] = [];
  for (const member of study.members) {
    const finished = await runMember({ study, options, terminal, folder }, member);
    if (!finished) break;
    done.push(finished);
  }
  if (done.length < 2) return undefined;
  const missing = study.members.slice(done.length).map(({ key }) => key);
  if (missing.length > 0)
    terminal.stderr.write(
      `Interrupted: compared is what was done, without ${missing.join(', ')}. The same command goes on from there.\n`,
    );

  const comparison = compareStrategies(
    done.map(({ strategy }) => strategy),
    study.metrics,
  );
  const members = done.map(({ member }) => member);
  const alternatives = members.slice(1).map((_, index) => alternativeOf(members, index + 1));
  const hash = scenarioHash({
    scenarios: members.map(({ key, loaded }) => [key, loaded.compiled.scenario]),
    metrics: study.metrics,
  });
  const manifest: ComparisonManifest = {
    formatVersion: 1,
    kind: 'comparison',
    title: study.title,
    ...(study.question === undefined ? {} : { question: study.question }),
    hash,
    seed,
    replications: n,
    garrison: engine().version,
    metrics: study.metrics,
    warnings: [...comparison.warnings, ...sharedWarnings(done)],
    scenarios: done.map(({ member: { key, loaded }, failures }) => ({
      key,
      hash: loaded.hash,
      measuredAgainstBaseline: loaded.compiled.reference !== undefined,
      failures,
      scenario: loaded.compiled.scenario,
    })),
    run: {
      files: options.files,
      ...runFacts({ options, study, started, before }),
      ...(missing.length > 0 ? { interrupted: { missing } } : {}),
    },
  };
  writeComparison({ folder: folder.path, comparison, alternatives, manifest });
  const figureBug = options.figures
    ? await drawInto(join(folder.path, 'figures'), { comparison, title: study.title, seed })
    : undefined;
  const placed = folder.finish(`${seedName(seed)}-${n}-${hash.slice(0, 8)}`);
  if (missing.length === 0) for (const { work } of done) work.remove();
  const shown = relative(terminal.cwd, placed.path);
  return {
    comparison,
    manifest,
    alternatives,
    placed: { ...placed, path: shown.startsWith('..') ? placed.path : shown },
    figures: options.figures && figureBug === undefined,
    figureBug,
  };
}

/** What differs in an alternative from the baseline, and from the alternative before it that it is nearest to, if that is near. */
function alternativeOf(members: readonly LoadedMember[], index: number): Alternative {
  const scenarioOf = (member: number) => members[member]!.loaded.compiled.scenario;
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

/** Warnings of single scenarios, those of several told once with their keys. */
function sharedWarnings(done: readonly Done[]): string[] {
  const few = /^Only \d+ replications/;
  const texts = [...new Set(done.flatMap(({ warnings }) => warnings))].filter((text) => !few.test(text));
  return texts.map((text) => {
    const keys = done.filter(({ warnings }) => warnings.includes(text)).map(({ member }) => member.key);
    return keys.length === done.length ? `all scenarios: ${text}` : `${keys.join(', ')}: ${text}`;
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
