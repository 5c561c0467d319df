import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import type { Job } from '../experiment/executor.js';
import type { Chunk, Span } from '../experiment/run-replications.js';
import { UserFault } from '../model/scenario/fault.js';
import { compiledFile } from './engine.js';
import type { WorkerAnswer, WorkerOrder } from './replication-worker.js';

interface WorkerJob extends Job {
  readonly workers: number;
  /** First replication to run. */
  readonly from: number;
}

/** About so long runs a span: short enough for Ctrl-C and the live line, long enough to be worth a message. */
const spanMs = 150;
const firstSpan = 10;

/** Runs replications from … n − 1 in threads, each with a copy of the scenario as data; gives chunks as they come in. */
export async function* workerExecutor({ compiled, seed, past, n, workers, from }: WorkerJob): AsyncGenerator<Chunk> {
  const inbox: (WorkerAnswer | Error)[] = [];
  let wake: () => void = () => undefined;
  const receive = (answer: WorkerAnswer | Error): void => {
    inbox.push(answer);
    wake();
  };
  let ordered = from;
  let size = firstSpan;
  const nextSpan = (): Span | undefined => {
    if (ordered >= n) return undefined;
    // Towards the end the spans shrink, so that all threads end together.
    const fair = Math.ceil((n - ordered) / (2 * workers));
    const span = { from: ordered, to: Math.min(n, ordered + Math.min(size, fair)) };
    ordered = span.to;
    return span;
  };

  const { scenario, reference } = compiled;
  const order: WorkerOrder = { scenario, seed, past, ...(reference ? { reference: reference.scenario } : {}) };
  const count = Math.min(workers, Math.ceil((n - from) / firstSpan));
  const pool = Array.from({ length: count }, () => {
    const worker = new Worker(compiledFile('cli/replication-worker.js'), { workerData: order });
    let sent = NaN;
    const send = (): void => {
      const span = nextSpan();
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
    for (let done = from; done < n;) {
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
