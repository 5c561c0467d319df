import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { differingFiles } from './differing-files.js';
import { exitCode } from './exit-code.js';
import { hostFacts, type Manifest } from './manifest.js';
import { counted } from './number-text.js';
import { filesOf } from './output-folder.js';
import { shownPath } from './shown-path.js';
import type { Terminal } from './terminal.js';
import { usualFormat, type RowsFormat } from './write-results.js';

export interface ReproduceOptions {
  readonly manifest: string;
  readonly workers: number | 'auto';
  readonly out: string;
  /** Where the record's file lies that a fit or a back-test read; undefined: where the manifest says. */
  readonly record?: string | undefined;
}

/** The rows that the folder has; both where only its manifest is left. */
export function formatOf(folder: string): RowsFormat {
  const [csv, parquet] = ['csv', 'parquet'].map((ending) => existsSync(join(folder, `replications.${ending}`)));
  return csv === parquet ? usualFormat : csv ? 'csv' : 'parquet';
}

interface Reproduced {
  /** Where the new files lie. */
  readonly placed: string;
  /** Folder of the manifest. */
  readonly original: string;
  /** How the original came about. */
  readonly run: Pick<Manifest['run'], 'node' | 'host'>;
  /** Some replications failed, there as here. */
  readonly failed: boolean;
}

/** Tells whether every file is the same, and gives the exit code. */
export function tellReproduced({ placed: path, original, run, failed }: Reproduced, { stdout, cwd }: Terminal): number {
  const placed = resolve(cwd, path);
  const files = filesOf(placed);
  const isAlone = filesOf(original).every((name) => name === 'manifest.json');
  const different = isAlone ? [] : differingFiles(original, placed);
  const where = `Results: ${shownPath(placed, cwd)}`;
  if (different.length > 0) {
    const { node, host } = run;
    const [now, here] = [process.version, hostFacts()];
    const machine =
      node === now && host.platform === here.platform
        ? 'Version, scenario, Node and system are the same: files were changed since, or garrison was within the same version.'
        : `Version and scenario are the same. It was Node ${node} on ${host.platform}, it is Node ${now} on ${here.platform}.`;
    stdout.write(
      `Not reproduced: ${different.length} of ${counted(files.length, 'file')} differ.\n${different.map((each) => `  ${each}\n`).join('')}${machine}\n${where}\n`,
    );
    return exitCode.userFault;
  }
  stdout.write(
    isAlone
      ? `Reproduced from the manifest alone: there are no other files beside it to compare with.\n${where}\n`
      : `Reproduced: all ${files.length} files are the same, byte for byte (of manifest.json all but its run block).\n${where}\n`,
  );
  return failed ? exitCode.replicationsFailed : exitCode.done;
}
