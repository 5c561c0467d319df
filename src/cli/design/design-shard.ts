import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TaskResult } from '../../experiment/design/evaluate.js';
import type { Span } from '../../experiment/run-replications.js';
import { readTaskLines, taskLine } from './design-work.js';

/** One piece of a design, as its file holds it. */
export interface DesignShard {
  /** Hash of the job list. */
  readonly jobs: string;
  readonly index: number;
  readonly results: ReadonlyMap<number, TaskResult>;
}

const format = 'garrison design shard';

/** The file appears whole: a line that says what it is, then the results of a task a line. */
export function writeDesignShard(path: string, { jobs, index, results }: DesignShard): void {
  mkdirSync(dirname(path), { recursive: true });
  const lines = [...results].map(([task, result]) => taskLine(task, result));
  const header = JSON.stringify({ format, formatVersion: 1, jobs, index, tasks: results.size });
  writeFileSync(`${path}.partial-${process.pid}`, [header, ...lines, ''].join('\n'));
  renameSync(`${path}.partial-${process.pid}`, path);
}

/** Reads a shard; undefined where there is no file, or the fault of one that is damaged or something else. */
export function readDesignShard(path: string): DesignShard | { readonly rule: string } | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  const [first = '', ...lines] = text.split('\n');
  const header = headerOf(first);
  if (!header) return { rule: 'must be a shard of a design' };
  const results = readTaskLines(lines);
  return results.size === header.tasks
    ? { ...header, results }
    : { rule: 'must be whole, but is damaged or cut short' };
}

/** Whether a shard holds the tasks that the job list gives it. */
export function isOfSpan({ results }: DesignShard, { from, to }: Span): boolean {
  return (
    results.size === to - from && Array.from({ length: to - from }, (_, i) => from + i).every((t) => results.has(t))
  );
}

interface Header {
  readonly jobs: string;
  readonly index: number;
  readonly tasks: number;
}

function headerOf(line: string): Header | undefined {
  try {
    const header: Partial<Header> & { readonly format?: string } = JSON.parse(line);
    const { jobs, index, tasks } = header;
    const isOne = header.format === format && typeof jobs === 'string';
    return isOne && Number.isInteger(index) && Number.isInteger(tasks)
      ? { jobs, index: index!, tasks: tasks! }
      : undefined;
  } catch {
    return undefined;
  }
}
