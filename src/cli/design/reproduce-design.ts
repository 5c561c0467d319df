import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { exitCode } from '../exit-code.js';
import { hostFacts } from '../manifest.js';
import { openOutputFolder } from '../output-folder.js';
import { reportFiles } from '../report/write-report.js';
import { tellReproduced, type ReproduceOptions } from '../reproduced-text.js';
import type { Terminal } from '../terminal.js';
import type { ReadDesign } from './design-manifest.js';
import { evaluateHere, Interrupted } from './evaluate-here.js';
import { placeDesign } from './place-design.js';

/** `garrison reproduce` of a design: every evaluation again, and all that was made of them. */
export async function reproduceDesign(
  { manifest, question, folder: original }: ReadDesign,
  options: ReproduceOptions,
  terminal: Terminal,
): Promise<number> {
  const { method, seed, run } = manifest;
  const { workers } = options;
  const folder = openOutputFolder(resolve(terminal.cwd, options.out, basename(dirname(original))));
  const here = evaluateHere({ workers, quiet: true, parent: dirname(folder.path) }, terminal);
  const started = new Date().toISOString();
  const before = performance.now();
  try {
    const placed = await placeDesign(
      {
        question,
        method,
        seed,
        run: () => ({
          ...run,
          command: `garrison reproduce ${options.manifest}`,
          started,
          seconds: (performance.now() - before) / 1000,
          workers,
          node: process.version,
          host: hostFacts(),
        }),
        figures: existsSync(join(original, 'figures')),
        report: existsSync(join(original, reportFiles.html)),
      },
      { evaluate: here.evaluate, folder },
    );
    here.forget();
    if (placed.bug) throw placed.bug;
    return tellReproduced({ placed: placed.path, original, run, failed: manifest.failures > 0 }, terminal);
  } catch (error) {
    folder.discard();
    if (!(error instanceof Interrupted)) throw error;
    terminal.stderr.write('Interrupted. What is done is kept, and the same command goes on from there.\n');
    return exitCode.interrupted;
  }
}
