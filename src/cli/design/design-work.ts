import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { z } from 'zod';
import type { TaskResult } from '../../experiment/design/evaluate.js';

/** What is done of a design so far, on disk, so that a killed command goes on where it was. */
export interface DesignWork {
  /** By number of the task, as an earlier command left them. */
  readonly found: ReadonlyMap<number, TaskResult>;
  readonly add: (task: number, result: TaskResult) => void;
  readonly close: () => void;
  /** Forgets what is kept: by file, and what was found. */
  readonly remove: () => void;
}

const line = z.object({
  task: z.number().int().min(0),
  values: z.array(z.number().nullable()),
  failures: z.array(
    z.object({
      point: z.number(),
      replication: z.number(),
      scenario: z.number(),
      message: z.string(),
    }),
  ),
});

/**
 * Opens the file that keeps a design's work: a task a line, a hash before each, so that one cut short counts for nothing.
 * Numbers are written so that they come back bit for bit.
 */
export function openDesignWork(path: string): DesignWork {
  const found = readTaskLines(textOf(path).split('\n'));
  let file: number | undefined;
  const close = (): void => {
    if (file !== undefined) closeSync(file);
    file = undefined;
  };
  return {
    found,
    add: (task, result) => {
      file ??= openSync(path, 'a');
      // Begins with a line's end: what a killed command left cut short spoils no line after it.
      writeSync(file, `\n${taskLine(task, result)}\n`);
    },
    close,
    remove: () => {
      close();
      found.clear();
      rmSync(path, { force: true });
    },
  };
}

/** The results of one task, with their hash before them. */
export function taskLine(task: number, { values, failures }: TaskResult): string {
  const text = JSON.stringify({ task, values: Array.from(values, numberOrNull), failures });
  return `${hashOf(text)} ${text}`;
}

/** What such lines hold, by task; a line that is damaged counts for nothing. */
export function readTaskLines(lines: readonly string[]): Map<number, TaskResult> {
  const found = new Map<number, TaskResult>();
  for (const each of lines) {
    const text = each.slice(each.indexOf(' ') + 1);
    if (text === '' || each !== `${hashOf(text)} ${text}`) continue;
    const { task, values, failures } = line.parse(JSON.parse(text));
    found.set(task, { values: Float64Array.from(values, (value) => value ?? NaN), failures });
  }
  return found;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
