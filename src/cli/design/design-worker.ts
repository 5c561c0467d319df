import { parentPort, workerData } from 'node:worker_threads';
import { designTasks, openEvaluator, type Evaluation, type TaskResult } from '../../experiment/design/evaluate.js';
import type { Span } from '../../experiment/run-replications.js';
import { compilePlain, type PlainScenario } from '../../model/compared-together.js';

// Runs in a thread of its own: a span of tasks comes in, their results go out.

export interface DesignOrder extends Omit<Evaluation, 'scenarios'> {
  /** Resolved, each with those that it is compared with. */
  readonly scenarios: readonly PlainScenario[];
}

export type DesignAnswer =
  { readonly kind: 'ready' } | (Span & { readonly kind: 'done'; readonly results: readonly TaskResult[] });

const { scenarios, ...asked }: DesignOrder = workerData;
const tasks = designTasks(asked.points);
const evaluate = openEvaluator({ ...asked, scenarios: scenarios.map(compilePlain) });

parentPort?.on('message', ({ from, to }: Span) => {
  const answer: DesignAnswer = { kind: 'done', from, to, results: tasks.slice(from, to).map(evaluate) };
  parentPort?.postMessage(answer);
});

const ready: DesignAnswer = { kind: 'ready' };
parentPort?.postMessage(ready);
