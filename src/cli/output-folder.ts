import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { UserFault } from '../model/scenario/fault.js';
import { samePicture } from '../render/same-picture.js';
import { markdownId, reportId } from '../report/index.js';
import { withoutRun } from '../report/run-marks.js';
import { canonicalJson } from './scenario-hash.js';
import { errorCode } from './error-code.js';

/** What became of a finished folder. */
export interface Placed {
  readonly path: string;
  /** `new`; `same`: as an earlier run, bit for bit; `grown`: the same, and files were added; `differs`: kept beside. */
  readonly kind: 'new' | 'same' | 'grown' | 'differs';
}

export interface OutputFolder {
  /** Where to write: a hidden folder that becomes the result's only when it is whole. */
  readonly path: string;
  /** What a run that was killed had left there, and is removed: a sentence each. */
  readonly remarks: readonly string[];
  /** Puts the folder in its place under that name. Nothing finished is ever overwritten. */
  readonly finish: (name: string) => Placed;
  readonly discard: () => void;
}

/**
 * Opens a folder for one run's results in `parent`, before any work is done.
 * @throws UserFault where it cannot be written.
 */
export function openOutputFolder(parent: string, option = '--out'): OutputFolder {
  const missing = missingFolders(parent);
  const path = join(parent, `${partialOf(process.pid)}${randomUUID()}`);
  try {
    for (const folder of missing.toReversed()) makeFolder(folder);
    mkdirSync(path);
  } catch (error) {
    const rule = `must be a folder that can be written (${errorCode(error) ?? 'no reason given'})`;
    throw new UserFault([{ path: option, value: parent, rule, hint: `name another with ${option}` }]);
  }
  return {
    path,
    remarks: removeAbandoned(parent),
    finish: (name) => place({ path, parent, name }),
    discard: () => {
      rmSync(path, { recursive: true, force: true });
      for (const folder of missing) removeIfEmpty(folder);
    },
  };
}

function place({
  path,
  parent,
  name,
}: {
  readonly path: string;
  readonly parent: string;
  readonly name: string;
}): Placed {
  for (let copy = 1; ; copy++) {
    const target = join(parent, copy === 1 ? name : `${name}-${copy}`);
    if (existsSync(target)) {
      const added = addedFiles(path, target);
      if (!added) continue;
      for (const file of added) {
        mkdirSync(dirname(join(target, file)), { recursive: true });
        renameSync(join(path, file), join(target, file));
      }
      rmSync(path, { recursive: true, force: true });
      return { path: target, kind: added.length === 0 ? 'same' : 'grown' };
    }
    try {
      renameSync(path, target);
    } catch (error) {
      // Another run was faster: compare with what it left.
      if (existsSync(target) && errorCode(error) !== 'EXDEV') {
        copy--;
        continue;
      }
      throw error;
    }
    return { path: target, kind: copy === 1 ? 'new' : 'differs' };
  }
}

/** Files that only the new folder has, and with them its report; undefined where another file of both differs. */
function addedFiles(path: string, target: string): string[] | undefined {
  const added: string[] = [];
  const reports: string[] = [];
  for (const file of filesOf(path)) {
    const [mine, earlier] = [join(path, file), join(target, file)];
    if (!existsSync(earlier)) added.push(file);
    else if (sameFile(mine, earlier)) continue;
    else if (isReportAgain(mine, earlier)) reports.push(file);
    else return undefined;
  }
  // An earlier report tells of more files than this one where nothing is added.
  return added.length > 0 ? [...added, ...reports] : added;
}

/** Two reports of one result: made when the folder held more or fewer figures. */
function isReportAgain(one: string, other: string): boolean {
  const idOf = one.endsWith('report.html') ? reportId : one.endsWith('report.md') ? markdownId : undefined;
  if (!idOf) return false;
  const [id, otherId] = [one, other].map((path) => idOf(readFileSync(path, 'utf8')));
  return id !== undefined && id === otherId;
}

/** The same bytes; of pictures the same pixels; of manifests and reports the same but for how the run came about. */
export function sameFile(one: string, other: string): boolean {
  const [a, b] = [readFileSync(one), readFileSync(other)];
  if (a.equals(b)) return true;
  if (one.endsWith('.png')) return samePicture(a, b);
  if (one.endsWith('manifest.json')) return sameManifest(a.toString(), b.toString());
  return /report\.(html|md)$/.test(one) && withoutRun(a.toString()) === withoutRun(b.toString());
}

/** How a run came about (machine, time, command) is no part of its result. */
function sameManifest(one: string, other: string): boolean {
  const resultOf = (text: string): string => {
    const manifest: { readonly run?: unknown } = JSON.parse(text);
    return canonicalJson({ ...manifest, run: null });
  };
  try {
    return resultOf(one) === resultOf(other);
  } catch {
    return false;
  }
}

/** Every file in a folder and below, by its path from there. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** How folders of a process begin; only this machine can tell whether it still runs. */
function partialOf(process: number | string): string {
  return `.partial-${hostname()}-${process}-`;
}

/** Removes what runs on this machine left unfinished that are no more. */
function removeAbandoned(parent: string): string[] {
  return readdirSync(parent).flatMap((name) => {
    const [start = '', pid] = new RegExp(`^\\.partial-.+-(\\d+)-[-0-9a-f]{36}$`).exec(name) ?? [];
    if (pid === undefined || !start.startsWith(partialOf(pid)) || isRunning(Number(pid))) return [];
    rmSync(join(parent, name), { recursive: true, force: true });
    return [`Removed ${join(parent, name)}: a run that was killed had left it.`];
  });
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 is none: it only asks whether one could be sent.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

/** Folders that have to be made for this one, the innermost first. */
function missingFolders(folder: string): string[] {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.push(at);
  return missing;
}

/** One by one: where no folder can be made at all (as in /proc), Node's own recursion never ends. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something else stands in it now.
  }
}
