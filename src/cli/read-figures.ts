import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { didYouMean } from '../model/scenario/did-you-mean.js';
import { UserFault } from '../model/scenario/fault.js';
import { errorCode } from './error-code.js';
import { storedFigure, type StoredFigure } from './stored-figure.js';

const ENDING = '.json';

/** A folder that holds figures: they lie in its `figures`, or, as the timeline of a trace, in itself. */
export interface FigureFolder {
  readonly path: string;
  /** Names of the figures that are stored there, in order. */
  readonly names: readonly string[];
}

/**
 * Finds the figures of a finished folder.
 * @throws UserFault where it is none, or holds no figure that can be drawn again.
 */
export function figureFolder(folder: string, cwd: string): FigureFolder {
  const given = resolve(cwd, folder);
  const fault = (rule: string, hint: string): UserFault => new UserFault([{ path: folder, rule, hint }]);
  const made = 'give a folder that garrison run, compare or trace wrote, such as output/scenario/1-2000-1a2b3c4d';
  if (!existsSync(given)) throw fault('must be a folder that is there', made);
  if (!statSync(given).isDirectory()) throw fault('must be a folder, not a file', made);
  for (const path of [join(given, 'figures'), given]) {
    const names = existsSync(path) ? storedIn(path) : [];
    if (names.length > 0) return { path, names };
  }
  if (existsSync(join(given, 'figures')))
    throw fault('holds figures of a garrison that did not keep their rows', 'run it again to get them');
  if (existsSync(join(given, 'manifest.json')))
    throw fault('has no figures: it was written with --no-figures', 'run it again without');
  throw fault('must be a finished folder of results', made);
}

/** A figure is stored where a .json has the spec of the same name beside it. */
function storedIn(path: string): string[] {
  const files = new Set(readdirSync(path));
  return [...files]
    .filter((file) => file.endsWith('.vl.json'))
    .map((file) => file.slice(0, -'.vl.json'.length))
    .filter((name) => files.has(`${name}${ENDING}`))
    .sort();
}

/**
 * Reads what a figure was drawn from.
 * @throws UserFault where there is none of that name, or it cannot be read.
 */
export function readFigure(name: string, { path, names }: FigureFolder): StoredFigure {
  if (!names.includes(name)) {
    const hint = didYouMean(name, names) ?? `there are ${names.join(', ')}`;
    throw new UserFault([{ path: 'name', value: name, rule: `must be a figure of ${path}`, hint }]);
  }
  const file = join(path, `${name}${ENDING}`);
  const damaged = (why: string): UserFault =>
    new UserFault([{ path: file, rule: `must be as garrison wrote it (${why})`, hint: 'run it again' }]);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw damaged(errorCode(error) ?? 'it is no JSON');
  }
  const read = storedFigure.safeParse(content);
  if (read.success) return read.data;
  throw damaged(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
}
