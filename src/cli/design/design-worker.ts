import { parentPort, workerData } from 'node:worker_threads';
import { designTasks, openEvaluator, type Evaluation, type TaskResult } from '../../experiment/design/evaluate.js';
import type { Span } from '../../experiment/run-replications.js';
import { compileScenario } from '../../model/compile.js';
import type { Scenario } from '../../model/scenario/schema.js';

// Runs in a thread of its own: a span of tasks comes in, their results go out.

export interface DesignOrder extends Omit<Evaluation, 'scenarios'> {
  /** Resolved, as plain data, each with the scenario that it is measured against. */
  readonly scenarios: readonly { readonly scenario: Scenario; readonly reference?: Scenario }[];
}

export type DesignAnswer =
  { readonly kind: 'ready' } | (Span & { readonly kind: 'done'; readonly results: readonly TaskResult[] });

const { scenarios, ...asked }: DesignOrder = workerData;
const tasks = designTasks(asked.points);
const evaluate = openEvaluator({
  ...asked,
  scenarios: scenarios.map(({ scenario, reference }) => ({
    ...compileScenario(scenario),
    ...(reference ? { reference: compileScenario(reference) } : {}),
  })),
});

parentPort?.on('message', ({ from, to }: Span) => {
  const answer: DesignAnswer = { kind: 'done', from, to, results: tasks.slice(from, to).map(evaluate) };
  parentPort?.postMessage(answer);
});

const ready: DesignAnswer = { kind: 'ready' };
parentPort?.postMessage(ready);
