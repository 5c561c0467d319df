import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawnNumbers } from '../experiment/story/drawn-numbers.js';
import type { Story } from '../experiment/story/tell-story.js';
import { instant } from '../experiment/tables/instant.js';
import type { Trace } from '../experiment/trace.js';
import type { ByContingent, Happening } from '../model/happening.js';
import { csvLine } from './csv-text.js';
import { storyMarkdown } from './story-text.js';

/** A happening as a flat row, with its number and its instant. */
export interface TraceRow {
  readonly row: number;
  readonly at: string;
  readonly [column: string]: string | number | undefined;
}

const columns = [
  'kind',
  'day',
  'base',
  'toBase',
  'actor',
  'mode',
  'persons',
  'killed',
  'wounded',
  'cause',
  'repeat',
  'name',
  'action',
  'contingent',
  'order',
  'convoy',
  'byRoad',
  'share',
  'magnitude',
  'personsOf',
  'killedOf',
  'woundedOf',
] as const satisfies readonly (keyof Happening)[];

/** Every happening, numbered from 1, in the order in which it came. Counts by contingent are texts: "us 2; uk 1". */
export function traceRows({ rows, compiled }: Trace): TraceRow[] {
  return rows.map((happening, index) => ({
    row: index + 1,
    at: instant(compiled.scenario, happening.day),
    ...Object.fromEntries(columns.map((column) => [column, cellOf(happening[column])])),
  }));
}

function cellOf(value: string | number | boolean | ByContingent | undefined): string | number | undefined {
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, count]) => `${key} ${count}`)
      .join('; ');
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
}

export function traceRowsCsv(trace: Trace): string {
  const names = ['row', 'at', ...columns];
  return (
    csvLine(names) +
    traceRows(trace)
      .map((row) => csvLine(names.map((name) => row[name])))
      .join('')
  );
}

/** Writes what is told and what it rests on; all but the figure. */
export function writeTrace(written: {
  readonly folder: string;
  readonly trace: Trace;
  readonly title: string;
  readonly story: Story;
  readonly manifest: object;
}): void {
  const { folder, trace, title, story, manifest } = written;
  const write = (name: string, text: string): void => {
    writeFileSync(join(folder, name), text);
  };
  write('story.md', storyMarkdown({ title, story }));
  write(
    'story.csv',
    csvLine(['month', 'when', 'text', 'rows']) +
      story.months
        .flatMap(({ lines }) => lines)
        .map(({ month, when, text, rows }) => csvLine([month, when, text, rows.join(' ')]))
        .join(''),
  );
  write('rows.csv', traceRowsCsv(trace));
  write(
    'parameters.csv',
    csvLine(['path', 'value', 'law', 'shareBelow']) +
      drawnNumbers(trace)
        .map(({ path, value, law, shareBelow }) => csvLine([path, value, law, shareBelow]))
        .join(''),
  );
  write('outcomes.csv', csvLine(['outcome', 'value']) + [...trace.outcomes].map((pair) => csvLine(pair)).join(''));
  write('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
}
