import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderPng, renderSvg } from '../render/index.js';
import { csvLine } from './csv-text.js';
import type { FigureDrawing } from './figure-set.js';
import { storedFigureText } from './stored-figure.js';

/**
 * Writes one figure as spec, rows and SVG, and what it was drawn from, into a folder that is there. The promise that it
 * gives is of the PNG, which is drawn beside this thread.
 */
export async function writeDrawing(drawing: FigureDrawing, folder: string): Promise<{ readonly png: Promise<void> }> {
  const { name, spec, rows } = drawing;
  const write = (ending: string, content: string | Uint8Array): void => {
    writeFileSync(join(folder, `${name}.${ending}`), content);
  };
  const svg = await renderSvg(spec);
  write('vl.json', `${JSON.stringify(spec, null, 2)}\n`);
  write('json', storedFigureText(drawing));
  write('csv', csvTable(rows));
  write('svg', svg);
  const png = renderPng(svg).then((bytes) => {
    write('png', bytes);
  });
  return { png };
}

/** Writes several, and waits for all of each. */
export async function writeDrawings(drawings: Iterable<FigureDrawing>, folder: string): Promise<void> {
  const pngs: Promise<void>[] = [];
  for (const drawing of drawings) pngs.push((await writeDrawing(drawing, folder)).png);
  await Promise.all(pngs);
}

/** Flat rows as CSV; a column that only some of them have is blank in the others. */
function csvTable(rows: readonly object[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cellOf = (value: unknown): string | number | undefined =>
    value === undefined || value === null ? undefined : typeof value === 'number' ? value : String(value);
  const lines = rows.map((row) => csvLine(columns.map((column) => cellOf(Reflect.get(row, column)))));
  return csvLine(columns) + lines.join('');
}
