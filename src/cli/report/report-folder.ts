import { join, resolve } from 'node:path';
import { exitCode } from '../exit-code.js';
import type { Terminal } from '../terminal.js';
import { reportFiles, writeReport } from './write-report.js';

export interface ReportOptions {
  readonly folder: string;
  readonly json: boolean;
}

/** `garrison report`: makes the report of a folder of results again, from its files alone. */
export async function reportFolder({ folder, json }: ReportOptions, { stdout, cwd }: Terminal): Promise<number> {
  writeReport(resolve(cwd, folder));
  const [page, markdown] = [join(folder, reportFiles.html), join(folder, reportFiles.markdown)];
  stdout.write(
    json
      ? `${JSON.stringify({ ok: true, report: page, markdown }, null, 2)}\n`
      : `Report: ${page}\n        ${markdown} (for pasting into a document)\n`,
  );
  return exitCode.done;
}
