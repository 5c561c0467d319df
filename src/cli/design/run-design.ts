import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { evaluated, type Evaluated } from '../../experiment/design/evaluated.js';
import { designTasks, openEvaluator, type Evaluation, type TaskResult } from '../../experiment/design/evaluate.js';
import { missingSpans, openSpanQueue } from '../../experiment/span-queue.js';
import { plainOf } from '../../model/compared-together.js';
import { duration, figure } from '../number-text.js';
import { scenarioHash } from '../scenario-hash.js';
import type { Terminal } from '../terminal.js';
import { runDesignTasks } from './design-executor.js';
import { openDesignWork, type DesignWork } from './design-work.js';
import type { LabelledEvaluation } from './place-design.js';

interface Running {
  readonly asked: LabelledEvaluation;
  readonly workers: number | 'auto';
  readonly quiet: boolean;
  /** Folder that keeps the work. */
  readonly parent: string;
}

export interface RanDesign {
  readonly done: Evaluated;
  readonly work: DesignWork;
}

/**
 * Evaluates a design, on top of what an earlier command left of the same one. Undefined where Ctrl-C came: what is done
 * is kept, and the same command goes on from there.
 */
export async function runDesign(running: Running, terminal: Terminal): Promise<RanDesign | undefined> {
  const { workers, quiet, parent } = running;
  const { label, ...asked } = running.asked;
  const tasks = designTasks(asked.points);
  const work = openDesignWork(join(parent, `.design-${asked.seed}-${designHash(asked).slice(0, 16)}`));
  if (!isComputedAlike(asked, work.found)) work.remove();
  const results: TaskResult[] = [];
  const found = [...work.found].filter(([task]) => task < tasks.length);
  for (const [task, result] of found) results[task] = result;
  if (!quiet && found.length > 0)
    terminal.stderr.write(`${label}: continuing, ${share(found.length, tasks.length)} were done\n`);
  const spans = found.map(([task]) => ({ from: task, to: task + 1 }));
  const queue = openSpanQueue(missingSpans(spans, tasks.length));
  const total = tasks.reduce((sum, { from, to }) => sum + to - from, 0) * asked.scenarios.length;
  const progress = openProgress({ total, left: queue.left() / tasks.length, label, quiet }, terminal);
  try {
    for await (const { from, results: some } of runDesignTasks({ asked, queue, workers })) {
      some.forEach((result, i) => {
        results[from + i] = result;
        work.add(from + i, result);
      });
      progress.add(some.reduce((sum, { values }) => sum + values.length / asked.outcomes.length, 0));
      // A turn of the event loop, in which Ctrl-C is heard.
      await new Promise((resolve) => setImmediate(resolve));
      if (terminal.signal.aborted) break;
    }
  } finally {
    progress.end();
    work.close();
  }
  for (let task = 0; task < tasks.length; task++) if (!results[task]) return undefined;
  return { done: evaluated(asked, results), work };
}

/** SHA-256 of what decides the numbers of a design. */
function designHash({ scenarios, ...asked }: Evaluation): string {
  return scenarioHash({
    ...asked,
    points: asked.points.map(({ places, from, to }) => [...places.map(String), from, to]),
    scenarios: scenarios.map(plainOf),
  });
}

/** The version in the hash does not tell two states of one version apart: one task does. */
function isComputedAlike(asked: Evaluation, found: ReadonlyMap<number, TaskResult>): boolean {
  const [first] = found;
  if (!first) return true;
  const [task, kept] = first;
  const one = designTasks(asked.points)[task];
  if (!one) return false;
  const again = openEvaluator(asked)({ ...one, to: one.from + 1 });
  return again.values.every((value, i) => Object.is(value, kept.values[i]));
}

/** A line that lives while a design is evaluated, where somebody watches: how much is done, the rate, the time left. */
function openProgress(
  about: { readonly total: number; readonly left: number; readonly label: string; readonly quiet: boolean },
  { stderr }: Terminal,
) {
  const { total, left, label, quiet } = about;
  const started = performance.now();
  const before = (1 - left) * total;
  let done = 0;
  let shown = -Infinity;
  return {
    add: (evaluations: number): void => {
      done += evaluations;
      const now = performance.now();
      if (quiet || !stderr.isTTY || now - shown < 100) return;
      shown = now;
      const perSecond = done / ((now - started) / 1000);
      const text = `${label}: ${figure(before + done)} of ${figure(total)} evaluations · ${figure(perSecond)} a second · ${duration((total - before - done) / perSecond)} left`;
      stderr.write(`\r${text.slice(0, (stderr.columns ?? 80) - 1)}\u001b[K`);
    },
    end: (): void => {
      if (shown > -Infinity) stderr.write('\r\u001b[K');
    },
  };
}

function share(some: number, all: number): string {
  return `${Math.round((100 * some) / all)} %`;
}
