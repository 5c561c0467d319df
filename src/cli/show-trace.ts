import { join } from 'node:path';
import type { Picked } from '../experiment/pick-replication.js';
import { drawnNumbers } from '../experiment/story/drawn-numbers.js';
import type { Story } from '../experiment/story/tell-story.js';
import type { Trace } from '../experiment/trace.js';
import type { LoadedScenario } from './load-scenario.js';
import type { Placed } from './output-folder.js';
import { pickedSentence } from './pick-by-quantile.js';
import { storyText } from './story-text.js';
import type { Terminal } from './terminal.js';
import type { TraceOptions } from './trace-options.js';
import { wrapWords } from './wrap-words.js';
import { traceRows, traceRowsCsv } from './write-trace.js';

/** A past that was saved with a trace. */
export interface SavedAs {
  readonly file: string;
  readonly words: readonly string[];
}

export interface ShownTrace {
  readonly trace: Trace;
  readonly title: string;
  readonly story: Story;
  readonly picked: Picked | undefined;
  readonly options: TraceOptions;
  readonly loaded: LoadedScenario;
  readonly placed: Placed;
  readonly saved: SavedAs | undefined;
  readonly n: number | undefined;
  readonly drawn: boolean;
}

/** Tells a trace as story, rows or JSON, and where its files are. */
export function showTrace(shown: ShownTrace, terminal: Terminal): void {
  const { trace, title, story, options, placed, saved } = shown;
  const again = {
    new: '',
    same: ' (identical to the earlier one)',
    grown: ' (identical; files were added)',
    differs: ' (one told otherwise is there already; both are kept)',
  };
  const where = `Results: ${placed.path}${again[placed.kind]}\n`;
  switch (options.format) {
    case 'text':
      terminal.stdout.write(storyText({ title, story, withRows: options.rows }, terminal));
      terminal.stdout.write(
        `\n${where}Read on: ${shown.drawn ? 'timeline.png, ' : ''}story.md, rows.csv (every happening), story.csv (which rows a line rests on), parameters.csv (what was drawn)\n`,
      );
      if (saved)
        terminal.stdout.write(
          `Saved: ${join(placed.path, saved.file)}\n${wrapWords(saved.words.join(' '), 100).join('\n')}\n`,
        );
      return;
    case 'csv':
      terminal.stdout.write(traceRowsCsv(trace));
      if (!options.quiet) terminal.stderr.write(where);
      return;
    case 'json':
      terminal.stdout.write(traceJson(shown));
      return;
    default:
      options.format satisfies never;
  }
}

function traceJson({ trace, title, story, picked, loaded, placed, saved, n, options }: ShownTrace): string {
  const object = {
    ok: true,
    title,
    hash: loaded.hash,
    seed: options.seed,
    replication: trace.replication,
    picked: picked ? { ...picked, sentence: pickedSentence(picked) } : { replication: trace.replication },
    ...(n === undefined ? {} : { comparedWith: n }),
    folder: placed.path,
    folderIs: placed.kind,
    ...(saved ? { saved: { ...saved, file: join(placed.path, saved.file) } } : {}),
    ...(trace.past ? { past: trace.past } : {}),
    parameters: drawnNumbers(trace),
    outcomes: Object.fromEntries(trace.outcomes),
    story,
    rows: traceRows(trace),
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}
