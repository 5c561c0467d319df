import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { executorFor } from './choose-executor.js';
import { exitCode } from './exit-code.js';
import { hostFacts } from './manifest.js';
import { openOutputFolder } from './output-folder.js';
import { placeComparison } from './place-comparison.js';
import type { ReadComparison } from './read-comparison-manifest.js';
import { formatOf, tellReproduced, type ReproduceOptions } from './reproduced-text.js';
import { reportFiles } from './report/write-report.js';
import { runReplicationsLive } from './run-replications-live.js';
import { openScratchStore, type SpillingStore } from './spilling-store.js';
import type { Terminal } from './terminal.js';
import { workHeader } from './work-folder.js';
import type { FinishedMember } from './write-member.js';

/** `garrison reproduce` of a comparison: every scenario again, and all that was made of them. */
export async function reproduceComparison(
  { manifest, members }: ReadComparison,
  options: ReproduceOptions,
  terminal: Terminal,
): Promise<number> {
  const { seed, replications: n, title, question, metrics } = manifest;
  const { workers } = options;
  const original = dirname(resolve(terminal.cwd, options.manifest));
  const folder = openOutputFolder(resolve(terminal.cwd, options.out, basename(dirname(original))));
  const stores: SpillingStore[] = [];
  try {
    const facts = {
      set: manifest.run.set,
      command: `garrison reproduce ${options.manifest}`,
      workers,
      node: process.version,
      host: hostFacts(),
    };
    const begun = { started: new Date().toISOString(), before: performance.now() };
    const done: FinishedMember[] = [];
    for (const member of members) {
      const started = new Date().toISOString();
      const before = performance.now();
      const { compiled, hash } = member;
      const store = openScratchStore(dirname(folder.path), workHeader(compiled, { hash, seed }));
      stores.push(store);
      const results = await runReplicationsLive({
        compiled,
        seed,
        n,
        executor: executorFor(workers),
        signal: terminal.signal,
        store,
        onRows: () => undefined,
      });
      if (!results || results.n < n) {
        folder.discard();
        terminal.stderr.write('Interrupted: nothing is kept.\n');
        return exitCode.interrupted;
      }
      const seconds = (performance.now() - before) / 1000;
      done.push({ member, results, run: { ...facts, file: member.file, set: member.set, started, seconds } });
    }
    const card = await placeComparison(
      {
        study: { title, question, metrics, seed },
        members: done,
        run: {
          ...manifest.run,
          ...facts,
          started: begun.started,
          seconds: (performance.now() - begun.before) / 1000,
        },
        figures: existsSync(join(original, 'figures')),
        format: formatOf(join(original, 'scenarios', members[0]!.key)),
        report: existsSync(join(original, reportFiles.html)),
      },
      { folder, cwd: terminal.cwd },
    );
    const failed = card.manifest.scenarios.some(({ failures }) => failures > 0);
    return tellReproduced({ placed: card.placed.path, original, run: manifest.run, failed }, terminal);
  } catch (error) {
    folder.discard();
    throw error;
  } finally {
    for (const store of stores) store.remove();
  }
}
