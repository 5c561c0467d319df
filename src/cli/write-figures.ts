import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { detailOf } from '../experiment/detail.js';
import type { Results } from '../experiment/results.js';
import type { CompiledScenario } from '../model/compile.js';
import { csvLine } from './csv-text.js';
import type { FigureDrawing } from './figure-set.js';
import { storedFigureText } from './stored-figure.js';

/** Draws every figure of a run into a new folder: its spec, its rows, and the picture as SVG and PNG. */
export async function writeFigures(
  { compiled, results }: { readonly compiled: CompiledScenario; readonly results: Results },
  folder: string,
): Promise<void> {
  // Drawing is heavy to load: only where it is used.
  const [{ drawFigures }, { ownGeography, pageOf, usualLook }, { loadGeography }] = await Promise.all([
    import('./figure-set.js'),
    import('../figures/index.js'),
    import('../render/index.js'),
  ]);
  mkdirSync(folder);
  const { country, map } = results.scenario;
  const geography = map ? ownGeography(map) : await loadGeography(country);
  const detail = detailOf(compiled, results);
  for (const drawing of drawFigures(results, { geography, page: pageOf(usualLook), detail }))
    await writeDrawing(drawing, folder);
}

/** Writes one figure as spec, rows, SVG and PNG, and what it was drawn from, into a folder that is there. */
export async function writeDrawing(drawing: FigureDrawing, folder: string): Promise<void> {
  const { name, spec, rows } = drawing;
  const { renderPng, renderSvg } = await import('../render/index.js');
  const write = (ending: string, content: string | Uint8Array): void => {
    writeFileSync(join(folder, `${name}.${ending}`), content);
  };
  const svg = await renderSvg(spec);
  write('vl.json', `${JSON.stringify(spec, null, 2)}\n`);
  write('json', storedFigureText(drawing));
  write('csv', csvTable(rows));
  write('svg', svg);
  write('png', await renderPng(svg));
}

/** Flat rows as CSV; a column that only some of them have is blank in the others. */
function csvTable(rows: readonly object[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cellOf = (value: unknown): string | number | undefined =>
    value === undefined || value === null ? undefined : typeof value === 'number' ? value : String(value);
  const lines = rows.map((row) => csvLine(columns.map((column) => cellOf(Reflect.get(row, column)))));
  return csvLine(columns) + lines.join('');
}
