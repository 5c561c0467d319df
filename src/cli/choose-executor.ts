import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { queueOf, type Executor } from '../experiment/executor.js';
import { openRunner, type Chunk } from '../experiment/run-replications.js';
import { endingTogether, firstSpan, openHelpers, type Helpers } from './worker-executor.js';

/** A thread takes a fifth of a second to start and a while to warm up; work below this is done sooner without. */
const worthThreadsMs = 700;
/** About so long runs a chunk in this thread, so that Ctrl-C and the live line are answered soon. */
const chunkMs = 50;

/**
 * The executor for a wished number of workers, of which this thread is one. `auto` begins alone, and takes in as many as
 * there are cores if much is left. The numbers do not depend on it.
 */
export function executorFor(workers: number | 'auto'): Executor {
  return async function* (job): AsyncGenerator<Chunk> {
    const queue = queueOf(job);
    const threads = threadsOf(workers);
    const help = (): Helpers => openHelpers({ ...job, queue, count: threads - 1 });
    let helpers = workers !== 'auto' && workers > 1 && queue.left() > firstSpan ? help() : undefined;
    let spentMs = 0;
    let done = 0;
    try {
      const run = openRunner(job.compiled, job);
      for (;;) {
        const msEach = spentMs / Math.max(1, done);
        const size = done === 0 ? 5 : Math.min(250, Math.max(1, Math.round(chunkMs / msEach)));
        const span = queue.next(helpers ? endingTogether({ size, queue, threads }) : size);
        if (!span) break;
        const before = performance.now();
        const chunk = run(span);
        spentMs += performance.now() - before;
        done += span.to - span.from;
        yield chunk;
        if (helpers) {
          // What they have sent is heard in a turn of the event loop only, and they wait for more to do.
          await new Promise((resolve) => setImmediate(resolve));
          yield* helpers.take();
        }
        const leftMs = (spentMs / done) * queue.left();
        // The first replications run slower than the rest, before the engine has been compiled: 50 tell enough.
        const isWorth = leftMs > worthThreadsMs && (done >= 50 || spentMs > 200);
        if (!helpers && workers === 'auto' && threads > 1 && isWorth) helpers = help();
      }
      while (helpers?.busy()) {
        await helpers.wait();
        yield* helpers.take();
      }
    } finally {
      await helpers?.close();
    }
  };
}

/** How many threads a wish comes to, this one among them. */
export function threadsOf(workers: number | 'auto'): number {
  return workers === 'auto' ? availableParallelism() : workers;
}
