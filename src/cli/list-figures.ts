import { exitCode } from './exit-code.js';
import { figureFolder, readFigure } from './read-figures.js';
import type { Terminal } from './terminal.js';
import { textTable } from './text-table.js';

/** `garrison figure DIR`: the figures that can be drawn again, with their titles. */
export function listFigures(folder: string, terminal: Terminal): number {
  const found = figureFolder(folder, terminal.cwd);
  const rows = found.names.map((name) => [name, readFigure(name, found).caption.title]);
  terminal.stdout.write(`Figures that can be drawn again:\n${textTable(rows)}\n`);
  terminal.stdout.write(`\nDraw one: garrison figure ${found.names[0] ?? 'NAME'} ${folder} --width 85mm\n`);
  return exitCode.done;
}
