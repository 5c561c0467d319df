import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { designTasks, openEvaluator, type Evaluation, type TaskResult } from '../../experiment/design/evaluate.js';
import type { Span } from '../../experiment/run-replications.js';
import type { SpanQueue } from '../../experiment/span-queue.js';
import { plainOf } from '../../model/compared-together.js';
import { compiledFile } from '../engine.js';
import type { DesignAnswer, DesignOrder } from './design-worker.js';

/** Results of the tasks from … to − 1 of a design. */
export interface DoneTasks extends Span {
  readonly results: readonly TaskResult[];
}

interface DesignJob {
  readonly asked: Evaluation;
  /** Tasks that are still to be run. */
  readonly queue: SpanQueue;
  readonly workers: number | 'auto';
}

/** About so long runs a span: short enough for Ctrl-C and the live line. */
const spanMs = 150;
/** Threads take half a second to start and warm up; work below this is done sooner without them. */
const worthThreadsMs = 1000;
const resourceLimits = { maxYoungGenerationSizeMb: 12 };

/** Runs the tasks of a design, in this thread or in several; the results do not depend on it, only their order does. */
export async function* runDesignTasks({ asked, queue, workers }: DesignJob): AsyncGenerator<DoneTasks> {
  if (workers !== 'auto' && workers > 1) {
    yield* inThreads({ asked, queue, count: workers });
    return;
  }
  const tasks = designTasks(asked.points);
  const evaluate = openEvaluator(asked);
  const cores = availableParallelism();
  let spentMs = 0;
  let done = 0;
  for (;;) {
    const msEach = spentMs / Math.max(1, done);
    const span = queue.next(done === 0 ? 1 : Math.max(1, Math.round(50 / msEach)));
    if (!span) return;
    const before = performance.now();
    const results = tasks.slice(span.from, span.to).map(evaluate);
    spentMs += performance.now() - before;
    done += span.to - span.from;
    yield { ...span, results };
    const leftMs = (spentMs / done) * queue.left();
    if (workers === 'auto' && cores > 1 && leftMs > worthThreadsMs && spentMs > 200) {
      yield* inThreads({ asked, queue, count: cores });
      return;
    }
  }
}

async function* inThreads(job: {
  readonly asked: Evaluation;
  readonly queue: SpanQueue;
  readonly count: number;
}): AsyncGenerator<DoneTasks> {
  const { asked, queue } = job;
  const todo = queue.left();
  const inbox: (DesignAnswer | Error)[] = [];
  let wake: () => void = () => undefined;
  const receive = (answer: DesignAnswer | Error): void => {
    inbox.push(answer);
    wake();
  };
  let size = 1;
  const count = Math.min(job.count, todo);
  const workerData = orderOf(asked);
  const pool = Array.from({ length: count }, () => {
    const worker = new Worker(compiledFile('cli/design/design-worker.js'), { workerData, resourceLimits });
    let sent = NaN;
    worker.on('message', (answer: DesignAnswer) => {
      if (answer.kind === 'done') {
        const msEach = (performance.now() - sent) / (answer.to - answer.from);
        size = Math.min(1000, Math.max(1, Math.round(spanMs / msEach)));
      }
      // Towards the end the spans shrink, so that all threads end together.
      const span = queue.next(Math.min(size, Math.ceil(queue.left() / (2 * count))));
      sent = performance.now();
      if (span) worker.postMessage(span);
      if (answer.kind !== 'ready') receive(answer);
    });
    worker.on('error', receive);
    return worker;
  });
  try {
    for (let done = 0; done < todo;) {
      if (inbox.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      for (const answer of inbox.splice(0)) {
        if (answer instanceof Error) throw answer;
        if (answer.kind === 'ready') continue;
        done += answer.to - answer.from;
        yield answer;
      }
    }
  } finally {
    await Promise.all(pool.map((worker) => worker.terminate()));
  }
}

/** The design as plain data. */
function orderOf(asked: Evaluation): DesignOrder {
  return { ...asked, scenarios: asked.scenarios.map(plainOf) };
}
