import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { queueOf, type Job } from '../experiment/executor.js';
import type { Chunk } from '../experiment/run-replications.js';
import type { SpanQueue } from '../experiment/span-queue.js';
import { plainOf } from '../model/compared-together.js';
import { UserFault } from '../model/scenario/fault.js';
import { compiledFile } from './engine.js';
import type { WorkerAnswer, WorkerOrder } from './replication-worker.js';

interface WorkerJob extends Job {
  readonly workers: number;
  /** What is still to be run, where somebody has begun on the job. */
  readonly queue?: SpanQueue;
}

/** About so long runs a span: short enough for Ctrl-C and the live line, long enough to be worth a message. */
const spanMs = 150;
/** Replications that a thread begins with; so few are not worth one. */
export const firstSpan = 10;
/** A replication allocates little: the usual room for young objects would only fill, in each thread. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 };

/** Runs replications in threads, each with a copy of the scenario as data; gives chunks as they come in. */
export async function* workerExecutor(job: WorkerJob): AsyncGenerator<Chunk> {
  const { compiled, seed, past, workers, queue = queueOf(job) } = job;
  const todo = queue.left();
  const inbox: (WorkerAnswer | Error)[] = [];
  let wake: () => void = () => undefined;
  const receive = (answer: WorkerAnswer | Error): void => {
    inbox.push(answer);
    wake();
  };
  let size = firstSpan;

  const order: WorkerOrder = { plain: plainOf(compiled), seed, past };
  const count = Math.min(workers, Math.ceil(todo / firstSpan));
  const pool = Array.from({ length: count }, () => {
    const worker = new Worker(compiledFile('cli/replication-worker.js'), { workerData: order, resourceLimits });
    let sent = NaN;
    const send = (): void => {
      // Towards the end the spans shrink, so that all threads end together.
      const span = queue.next(Math.min(size, Math.ceil(queue.left() / (2 * workers))));
      sent = performance.now();
      if (span) worker.postMessage(span);
    };
    // The thread says when it is up: the time that it takes to start is no measure of its work.
    worker.on('message', (answer: WorkerAnswer) => {
      if (answer.kind === 'chunk') {
        const msEach = (performance.now() - sent) / (answer.chunk.to - answer.chunk.from);
        size = Math.min(500, Math.max(1, Math.round(spanMs / msEach)));
      }
      send();
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
        if (answer.kind === 'faults') throw new UserFault(answer.faults);
        if (answer.kind === 'ready') continue;
        done += answer.chunk.to - answer.chunk.from;
        yield answer.chunk;
      }
    }
  } finally {
    await Promise.all(pool.map((worker) => worker.terminate()));
  }
}
