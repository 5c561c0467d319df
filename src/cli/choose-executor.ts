import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { queueOf, type Executor } from '../experiment/executor.js';
import { openRunner, type Chunk } from '../experiment/run-replications.js';
import { firstSpan, workerExecutor } from './worker-executor.js';

/** Threads take half a second to start and warm up; work below this is done sooner without them. */
const worthThreadsMs = 1000;
/** About so long runs a chunk in this thread, so that Ctrl-C and the live line are answered soon. */
const chunkMs = 50;

/**
 * The executor for a wished number of workers. One means this thread; `auto` begins in this thread, and hands over to as
 * many as there are cores if much is left. The numbers do not depend on it.
 */
export function executorFor(workers: number | 'auto'): Executor {
  return async function* (job): AsyncGenerator<Chunk> {
    if (workers !== 'auto' && workers > 1 && queueOf(job).left() > firstSpan) {
      yield* workerExecutor({ ...job, workers });
      return;
    }
    const run = openRunner(job.compiled, job);
    const queue = queueOf(job);
    const cores = availableParallelism();
    let spentMs = 0;
    let done = 0;
    for (;;) {
      const msEach = spentMs / Math.max(1, done);
      const size = done === 0 ? 5 : Math.min(250, Math.max(1, Math.round(chunkMs / msEach)));
      const span = queue.next(size);
      if (!span) return;
      const before = performance.now();
      const chunk = run(span);
      spentMs += performance.now() - before;
      done += span.to - span.from;
      yield chunk;
      const leftMs = (spentMs / done) * queue.left();
      // The first replications run slower than the rest, before the engine has been compiled: 50 tell enough.
      if (workers === 'auto' && cores > 1 && leftMs > worthThreadsMs && (done >= 50 || spentMs > 200)) {
        yield* workerExecutor({ ...job, workers: cores, queue });
        return;
      }
    }
  };
}
