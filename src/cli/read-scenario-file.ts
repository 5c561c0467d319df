import { accessSync, constants, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { didYouMean } from '../model/scenario/did-you-mean.js';
import { UserFault } from '../model/scenario/fault.js';
import { errorCode } from './error-code.js';
import { parseText } from './parse-text.js';
import { runScenarioCode } from './run-scenario-code.js';
import type { Terminal } from './terminal.js';

/** What a scenario file holds, not yet checked. */
export interface ScenarioSource {
  readonly input: unknown;
  /** Where in the file a path of keys stands, as `file:line:column`; undefined where that is not known. */
  readonly locate: (path: string) => string | undefined;
}

const codeEndings = ['.ts', '.mts', '.js', '.mjs'];
const textEndings = ['.yaml', '.yml', '.json'];

/** Reads a scenario file by its ending: .ts is run (in a thread, within a time limit), .yaml and .json only parsed. */
export async function readScenarioFile(
  { path, name }: { readonly path: string; readonly name: string },
  terminal: Terminal,
): Promise<ScenarioSource> {
  const ending = extname(path).toLowerCase();
  mustBeFile(path, name);
  if (codeEndings.includes(ending)) {
    mustBeReadable(path, name);
    return { input: await runScenarioCode({ path, name }, terminal), locate: () => undefined };
  }
  if (textEndings.includes(ending)) return parseText({ text: readText(path, name), name, json: ending === '.json' });
  const rule = `must end in .ts, .yaml or .json`;
  throw new UserFault([{ path: name, rule, hint: 'garrison init writes a scenario to start from' }]);
}

function mustBeFile(path: string, name: string): void {
  let found;
  try {
    found = statSync(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') {
      const near = didYouMean(basename(path), scenarioNames(dirname(path)));
      throw new UserFault([
        { path: name, rule: 'must be a file that exists', hint: near ?? 'garrison init writes one' },
      ]);
    }
    throw unreadable(name, error);
  }
  if (found.isDirectory()) {
    const names = scenarioNames(path);
    const hint = names.length === 0 ? 'name a scenario file' : `it holds ${names.slice(0, 10).join(', ')}`;
    throw new UserFault([{ path: name, rule: 'must be a scenario file, not a folder', hint }]);
  }
}

/** Asked before the file is run: what runs it would put the fault down to itself. */
function mustBeReadable(path: string, name: string): void {
  try {
    accessSync(path, constants.R_OK);
  } catch (error) {
    throw unreadable(name, error);
  }
}

function readText(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw unreadable(name, error);
  }
}

function unreadable(name: string, error: unknown): UserFault {
  const rule = `must be a file that can be read (${errorCode(error) ?? 'no reason given'})`;
  return new UserFault([{ path: name, rule, hint: 'you may lack the right to read it' }]);
}

function scenarioNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => [...codeEndings, ...textEndings].includes(extname(name)));
  } catch {
    return [];
  }
}
