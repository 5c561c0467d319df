import { existsSync } from 'node:fs';
import { basename, dirname, join, posix, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Results } from '../experiment/results.js';
import type { Past } from '../model/luck.js';
import { compilePlain } from '../model/compared-together.js';
import type { CompiledScenario } from '../model/compile.js';
import { UserFault } from '../model/scenario/fault.js';
import { readBacktest } from './backtest/backtest-manifest.js';
import { reproduceBacktest } from './backtest/reproduce-backtest.js';
import { readCalibration } from './calibrate/calibration-manifest.js';
import { reproduceCalibration } from './calibrate/reproduce-calibration.js';
import { readDesign } from './design/design-manifest.js';
import { reproduceDesign } from './design/reproduce-design.js';
import { executorFor } from './choose-executor.js';
import { exitCode } from './exit-code.js';
import { countsOf, hostFacts, warningsOf, type Manifest } from './manifest.js';
import { openOutputFolder, type OutputFolder } from './output-folder.js';
import { placeResults } from './place-results.js';
import { reportFiles } from './report/write-report.js';
import type { Card } from './result-card.js';
import { readComparison } from './read-comparison-manifest.js';
import { readManifest } from './read-manifest.js';
import { reproduceComparison } from './reproduce-comparison.js';
import { formatOf, tellReproduced, type ReproduceOptions } from './reproduced-text.js';
import { runReplicationsLive } from './run-replications-live.js';
import { claimsLeftOut } from './run-scenario.js';
import { openScratchStore, type SpillingStore } from './spilling-store.js';
import type { Terminal } from './terminal.js';
import { workHeader } from './work-folder.js';

/** `garrison reproduce`: writes the folder of a manifest again from the manifest alone, and says whether it is the same. */
export async function reproduceRun(options: ReproduceOptions, terminal: Terminal): Promise<number> {
  const comparison = readComparison(options.manifest, terminal.cwd);
  if (comparison) return reproduceComparison(comparison, options, terminal);
  const design = readDesign(options.manifest, terminal.cwd);
  if (design) return reproduceDesign(design, options, terminal);
  const calibration = readCalibration(options.manifest, terminal.cwd);
  if (calibration) return reproduceCalibration(calibration, options, terminal);
  const backtest = readBacktest(options.manifest, terminal.cwd);
  if (backtest) return reproduceBacktest(backtest, options, terminal);
  const { manifest, compiled, past } = readManifest(options.manifest, terminal.cwd);
  if (manifest.kind === 'trace') {
    const hint = 'garrison verify with its folder computes a trace again';
    throw new UserFault([
      { path: options.manifest, value: 'of a trace', rule: 'must be the manifest of a run or of a comparison', hint },
    ]);
  }
  const original = dirname(resolve(terminal.cwd, options.manifest));
  const compared = (manifest.compared ?? []).map((other) => ({ ...other, compiled: compilePlain(other) }));
  const folder = openOutputFolder(resolve(terminal.cwd, options.out, basename(dirname(original))));
  const stores: SpillingStore[] = [];
  try {
    const card = await runAgain({ manifest, compiled, past, compared, options, terminal, folder, original, stores });
    if (!card) {
      folder.discard();
      terminal.stderr.write('Interrupted: nothing is kept.\n');
      return exitCode.interrupted;
    }
    const failed = manifest.counts.failures > 0;
    return tellReproduced({ placed: card.placed.path, original, run: manifest.run, failed }, terminal);
  } catch (error) {
    folder.discard();
    throw error;
  } finally {
    for (const store of stores) store.remove();
  }
}

type ComparedScenario = NonNullable<Manifest['compared']>[number] & {
  readonly compiled: CompiledScenario;
};

async function runAgain(again: {
  readonly manifest: Manifest;
  readonly compiled: CompiledScenario;
  readonly past: Past | undefined;
  readonly compared: readonly ComparedScenario[];
  readonly options: ReproduceOptions;
  readonly terminal: Terminal;
  readonly folder: OutputFolder;
  readonly original: string;
  /** Takes what is opened to keep rows in. */
  readonly stores: SpillingStore[];
}): Promise<Card | undefined> {
  const { manifest, compiled, past, compared, options, terminal, folder, original, stores } = again;
  const { seed, replications: n, scenario } = manifest;
  const started = new Date().toISOString();
  const before = performance.now();
  const resultsOf = async (of: CompiledScenario): Promise<Results | undefined> => {
    const job = { compiled: of, seed, past, n, executor: executorFor(options.workers), signal: terminal.signal };
    const store = openScratchStore(dirname(folder.path), workHeader(of, { hash: manifest.hash, seed }));
    stores.push(store);
    const results = await runReplicationsLive({ ...job, store, onRows: () => undefined });
    return results && results.n === n ? results : undefined;
  };
  const results = await resultsOf(compiled);
  if (!results) return undefined;
  const others = new Map<string, Results>();
  // A run that was interrupted while it compared says so, and has no such claims.
  const wereCompared = !manifest.warnings.includes(claimsLeftOut);
  for (const { file, compiled: other } of wereCompared ? compared : []) {
    const found = await resultsOf(other);
    if (!found) return undefined;
    for (const text of textsOf(scenario, file)) others.set(text, found);
  }
  // Warnings that came from reading the files follow those of the numbers; they are taken as they stand, for the files may be gone.
  const fromReading = manifest.warnings.slice(warningsOf(results, countsOf(results)).length);
  return placeResults(
    {
      compiled,
      hash: manifest.hash,
      results,
      compared: others,
      comparedScenarios: manifest.compared,
      warnings: fromReading,
      run: {
        ...manifest.run,
        command: `garrison reproduce ${options.manifest}`,
        started,
        seconds: (performance.now() - before) / 1000,
        workers: options.workers,
        node: process.version,
        host: hostFacts(),
      },
      past: manifest.past,
      figures: existsSync(join(original, 'figures')),
      format: formatOf(original),
      report: existsSync(join(original, reportFiles.html)),
    },
    { folder, cwd: terminal.cwd },
  );
}

/** How the claims of a scenario write the file that they compare it with. */
function textsOf({ claims }: Manifest['scenario'], file: string): string[] {
  const texts = claims.flatMap(({ than }) => (typeof than === 'number' ? [] : [than.scenario ?? []].flat()));
  return texts.filter((text) => posix.normalize(text) === posix.normalize(file));
}
