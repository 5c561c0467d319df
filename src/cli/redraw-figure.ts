import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { allFigures, pageOf, type Look } from '../figures/index.js';
import { UserFault, type Fault } from '../model/scenario/fault.js';
import { renderPdf, renderPng, renderSvg } from '../render/index.js';
import { compileLate } from './compile-late.js';
import { errorCode } from './error-code.js';
import { exitCode } from './exit-code.js';
import { formats, type Format } from './figure-format.js';
import { figureFolder, readFigure } from './read-figures.js';
import type { StoredFigure } from './stored-figure.js';
import type { Terminal } from './terminal.js';

export interface FigureOptions {
  readonly name: string;
  readonly folder: string;
  readonly look: Look;
  /** Undefined: all, or the one that `out` ends in. */
  readonly format: readonly Format[] | undefined;
  readonly out: string;
}

/** `garrison figure NAME DIR`: draws a stored figure in another look, and overwrites nothing. */
export async function redrawFigure(options: FigureOptions, terminal: Terminal): Promise<number> {
  compileLate(terminal);
  const { name, folder, look } = options;
  const targets = targetsOf(options, terminal.cwd);
  const drawn = await draw(readFigure(name, figureFolder(folder, terminal.cwd)), look, [...targets.keys()]);
  const faults = [...targets].flatMap(([format, path]) => differing(path, drawn.get(format)));
  if (faults.length > 0) throw new UserFault(faults);
  for (const [format, path] of targets) {
    const same = existsSync(path);
    if (!same) writeWhole(path, drawn.get(format) ?? '');
    terminal.stdout.write(`${relative(terminal.cwd, path)}${same ? ' (identical to the one that is there)' : ''}\n`);
  }
  return exitCode.done;
}

/** Where each format goes: into a folder under a name that tells the look, or into the one file that was named. */
function targetsOf({ name, look, format, out }: FigureOptions, cwd: string): Map<Format, string> {
  const path = resolve(cwd, out);
  const ending = formats.find((known) => extname(path) === `.${known}`);
  if (ending !== undefined) {
    if (format === undefined || (format.length === 1 && format[0] === ending)) return new Map([[ending, path]]);
    const rule = `must be a folder where --format is ${format.join(',')}`;
    throw new UserFault([{ path: '--out', value: out, rule, hint: 'give one of the two' }]);
  }
  if (existsSync(path) && !statSync(path).isDirectory())
    throw new UserFault([{ path: '--out', value: out, rule: `must be a folder or end in .${formats.join(', .')}` }]);
  const theme = look.theme === 'print' ? '' : `-${look.theme}`;
  return new Map((format ?? formats).map((one) => [one, join(path, `${name}-${look.widthMm}mm${theme}.${one}`)]));
}

/** Each format's bytes, from one drawing. */
async function draw(
  { figure, caption, geography, rows }: StoredFigure,
  look: Look,
  asked: readonly Format[],
): Promise<ReadonlyMap<Format, string | Uint8Array>> {
  const known = allFigures.find(({ name }) => name === figure);
  if (!known)
    throw new UserFault([{ path: 'figure', value: figure, rule: 'must be one that this version of garrison draws' }]);
  const setting = { caption, page: pageOf(look), ...(geography ? { geography } : {}) };
  const svg = await renderSvg(known.make(rows, setting));
  const bytes = new Map<Format, string | Uint8Array>([['svg', svg]]);
  if (asked.includes('png')) bytes.set('png', await renderPng(svg));
  if (asked.includes('pdf')) bytes.set('pdf', await renderPdf(svg, caption));
  return bytes;
}

/** A file that is there already may only be the same one. */
function differing(path: string, bytes: string | Uint8Array | undefined): Fault[] {
  if (!existsSync(path) || bytes === undefined) return [];
  if (statSync(path).isFile() && readFileSync(path).equals(Buffer.from(bytes))) return [];
  const rule = 'is there already and holds something else: nothing was written';
  return [{ path, rule, hint: 'name another with --out, or remove it' }];
}

/** A file appears whole or not at all. */
function writeWhole(path: string, bytes: string | Uint8Array): void {
  const partial = join(dirname(path), `.partial-${basename(path)}`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(partial, bytes);
    renameSync(partial, path);
  } catch (error) {
    const rule = `must be a place that can be written (${errorCode(error) ?? 'no reason given'})`;
    throw new UserFault([{ path: '--out', value: path, rule, hint: 'name another with --out' }]);
  }
}
