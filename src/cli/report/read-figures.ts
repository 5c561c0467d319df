import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Fault } from '../../model/scenario/fault.js';
import type { Figure } from '../../report/index.js';

/** The figures of a folder of results, by name, and what is wrong with them; none where it was made without. */
/**
 * @param title Of the result, which stands over the page already and is left out of captions.
 */
export function readFigures(folder: string, title = ''): { readonly figures: Figure[]; readonly faults: Fault[] } {
  const at = join(folder, 'figures');
  if (!existsSync(at)) return { figures: [], faults: [] };
  const names = readdirSync(at)
    .filter((file) => file.endsWith('.svg'))
    .map((file) => file.slice(0, -'.svg'.length))
    .sort();
  const read = names.map((name) => readFigure({ at, name, title }));
  return { figures: read.flatMap(({ figure }) => figure ?? []), faults: read.flatMap(({ faults }) => faults) };
}

function readFigure({ at, name, title }: { readonly at: string; readonly name: string; readonly title: string }): {
  readonly figure?: Figure;
  readonly faults: readonly Fault[];
} {
  const faults: Fault[] = [];
  const fault = (ending: string, rule: string): undefined => {
    faults.push({
      path: join(at, `${name}.${ending}`),
      rule,
      hint: 'run the scenario again: its command is in manifest.json',
    });
    return undefined;
  };
  const text = (ending: string): string | undefined => {
    const path = join(at, `${name}.${ending}`);
    return existsSync(path) ? readFileSync(path, 'utf8') : fault(ending, 'must be there beside the drawing');
  };
  const [svg, csv, spec] = [text('svg'), text('csv'), text('vl.json')];
  if (svg !== undefined && !/^\s*(<\?xml[^>]*>\s*)?<svg[\s>][\s\S]*<\/svg>\s*$/.test(svg))
    fault('svg', 'must be a whole SVG drawing');
  const read = spec === undefined ? undefined : specIn(spec);
  const said =
    spec === undefined
      ? undefined
      : (captionOf(read, title) ?? fault('vl.json', 'must be a figure’s spec with a title and a description'));
  const rows = csv === undefined ? undefined : (rowsOf(csv) ?? fault('csv', 'must be a CSV table with a head'));
  if (svg === undefined || csv === undefined || spec === undefined || !said || !rows || faults.length > 0)
    return { faults };
  return { figure: { name, svg, csv, spec: JSON.stringify(read), rows, ...said }, faults };
}

interface Spec {
  readonly title?: { readonly text?: unknown; readonly subtitle?: unknown };
  readonly description?: unknown;
}

function specIn(text: string): Spec | null | undefined {
  try {
    const read: Spec | null = JSON.parse(text);
    return read;
  } catch {
    return undefined;
  }
}

/** Title, the lines under it in one, and the alternative text, as the spec has them. */
function captionOf(
  read: Spec | null | undefined,
  ofResult: string,
): Pick<Figure, 'title' | 'caption' | 'alt'> | undefined {
  const lines = (value: unknown): string => [value ?? []].flat().join(' ');
  const title = lines(read?.title?.text);
  if (title === '' || typeof read?.description !== 'string') return undefined;
  const caption = lines(read.title?.subtitle);
  return {
    title,
    caption: caption.startsWith(ofResult) ? caption.slice(ofResult.length).trim() : caption,
    alt: read.description,
  };
}

function rowsOf(csv: string): Figure['rows'] | undefined {
  try {
    const rows = csv.includes('"') ? quotedRows(csv) : plainRows(csv);
    return csv.trim() === '' ? undefined : rows;
  } catch {
    return undefined;
  }
}

function quotedRows(csv: string): Record<string, string>[] {
  const rows: Record<string, string>[] = parse(csv, { columns: true });
  return rows;
}

/** The same of a table without a quotation mark, in a fifth of the time. */
function plainRows(csv: string): Record<string, string>[] {
  const [head = '', ...lines] = csv.split(/\r?\n/);
  const columns = head.split(',');
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split(',');
      if (cells.length !== columns.length) throw new Error('a row must have as many cells as the head');
      return Object.fromEntries(columns.map((column, c) => [column, cells[c] ?? '']));
    });
}
