import type { Worker } from 'node:worker_threads';
import type { Job } from '../experiment/executor.js';
import type { Chunk } from '../experiment/run-replications.js';
import type { SpanQueue } from '../experiment/span-queue.js';
import { plainOf } from '../model/compared-together.js';
import { UserFault } from '../model/scenario/fault.js';
import { rest, send, takeThread } from './replication-threads.js';
import type { WorkerAnswer } from './replication-worker.js';

/** Threads that run spans of a queue while this thread runs others. */
export interface Helpers {
  /** What has come in since. Throws what went wrong in a thread. */
  readonly take: () => Chunk[];
  /** Whether more is to come. */
  readonly busy: () => boolean;
  /** When something has come in. */
  readonly wait: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** About so long runs a span: short enough for Ctrl-C and the live line, long enough to be worth a message. */
const spanMs = 75;
/** A thread has the next span before it asks: this one may be busy with its own. */
const spansAhead = 2;
/** Replications that a thread begins with; so few are not worth one. */
export const firstSpan = 10;

/** Sets `count` threads to work, each with a copy of the scenario as data. */
export function openHelpers(job: Job & { readonly queue: SpanQueue; readonly count: number }): Helpers {
  const { compiled, seed, past, detailed, queue, count } = job;
  const inbox: (WorkerAnswer | Error)[] = [];
  let wake: () => void = () => undefined;
  const receive = (answer: WorkerAnswer | Error): void => {
    inbox.push(answer);
    wake();
  };
  const out = new Map<Worker, number>();
  const order = { plain: plainOf(compiled), seed, past, detailed };
  for (let thread = 0; thread < Math.min(count, Math.ceil(queue.left() / firstSpan)); thread++) {
    const worker = takeThread(order);
    let size = firstSpan;
    const hand = (): void => {
      // Towards the end the spans shrink, so that all threads end together.
      const span = queue.next(endingTogether({ size, queue, threads: count + 1 }));
      if (!span) return;
      out.set(worker, (out.get(worker) ?? 0) + 1);
      send(worker, { kind: 'run', span });
    };
    worker.on('message', (answer: WorkerAnswer) => {
      out.set(worker, (out.get(worker) ?? 0) - 1);
      if (answer.kind === 'chunk') {
        const msEach = answer.ms / (answer.chunk.to - answer.chunk.from);
        size = Math.min(500, Math.max(1, Math.round(spanMs / msEach)));
        hand();
      }
      receive(answer);
    });
    worker.on('error', receive);
    out.set(worker, 0);
    for (let ahead = 0; ahead < spansAhead; ahead++) hand();
  }
  const busy = (): boolean => inbox.length > 0 || [...out.values()].some((spans) => spans > 0);
  return {
    take: () =>
      inbox.splice(0).map((answer) => {
        if (answer instanceof Error) throw answer;
        if (answer.kind === 'faults') throw new UserFault(answer.faults);
        return answer.chunk;
      }),
    busy,
    wait: async () => {
      if (inbox.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    },
    close: async () => {
      const stopped = [...out].filter(([, spans]) => spans > 0).map(([worker]) => worker);
      for (const worker of out.keys()) if (!stopped.includes(worker)) rest(worker);
      await Promise.all(stopped.map((worker) => worker.terminate()));
    },
  };
}

/** How long the next span is: as wished, and at the end so short that no thread has long to go when the others are done. */
export function endingTogether(about: {
  readonly size: number;
  readonly queue: SpanQueue;
  readonly threads: number;
}): number {
  const { size, queue, threads } = about;
  return Math.min(size, Math.ceil(queue.left() / (spansAhead * 2 * threads)));
}
