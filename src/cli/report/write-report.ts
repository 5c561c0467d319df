import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserFault, type Fault } from '../../model/scenario/fault.js';
import { fontFaces } from '../../render/font-faces.js';
import { markdownId, reportHtml, reportId, reportMarkdown, type Report } from '../../report/index.js';
import { errorCode } from '../error-code.js';
import { backtestReport } from './backtest-report.js';
import { calibrationReport } from './calibration-report.js';
import { comparisonReport } from './comparison-report.js';
import { designReport } from './design-report.js';
import { readResultFolder, type ResultFolder } from './read-result-folder.js';
import { runReport } from './run-report.js';

export const reportFiles = { html: 'report.html', markdown: 'report.md' } as const;

/**
 * Writes the report of a folder of results into it, each file whole or not at all. A report of the same result is
 * replaced; anything else of that name is not.
 * @throws UserFault where the folder is none of results, is damaged, or cannot be written.
 */
export function writeReport(folder: string): void {
  const found = readResultFolder(folder);
  const report = reportOf(found);
  const files = [
    {
      path: join(folder, reportFiles.html),
      text: reportHtml(report, { sha256, fontFaces: fontFaces() }),
      idOf: reportId,
    },
    { path: join(folder, reportFiles.markdown), text: reportMarkdown(report), idOf: markdownId },
  ];
  const faults = files.flatMap(({ path, idOf }) => foreign(path, idOf, report.id));
  if (faults.length > 0) throw new UserFault(faults);
  for (const { path, text } of files) writeWhole(path, text);
}

function reportOf(found: ResultFolder): Report {
  switch (found.kind) {
    case 'run':
      return runReport(found);
    case 'comparison':
      return comparisonReport(found);
    case 'design':
      return designReport(found);
    case 'calibration':
      return calibrationReport(found);
    case 'backtest':
      return backtestReport(found);
    default:
      return found satisfies never;
  }
}

/** A report that cannot be made is a bug, but none for which hours of simulation may be lost. */
export function reportInto(folder: string): Error | undefined {
  try {
    writeReport(folder);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function foreign(path: string, idOf: (text: string) => string | undefined, id: string): Fault[] {
  if (!existsSync(path) || idOf(readFileSync(path, 'utf8')) === id) return [];
  return [
    {
      path,
      rule: 'must be the report of this result, or not be there: it is another file and is kept',
      hint: 'move it away',
    },
  ];
}

function writeWhole(path: string, text: string): void {
  const partial = `${path}.partial-${process.pid}`;
  try {
    writeFileSync(partial, text);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw new UserFault([
      { path, rule: `must be a file that can be written (${errorCode(error) ?? 'no reason given'})` },
    ]);
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
