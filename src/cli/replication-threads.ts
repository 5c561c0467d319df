import { Worker } from 'node:worker_threads';
import { compiledFile } from './engine.js';
import type { WorkerMessage, WorkerOrder } from './replication-worker.js';

/** A replication allocates little: the usual room for young objects would only fill, in each thread. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 };

/** Threads that wait for work, their code loaded and warm; they do not keep the program alive. */
const idle: Worker[] = [];

/** Starts threads for work that is likely to come, while something else is done. */
export function warmThreads(count: number): void {
  while (idle.length < count) rest(started());
}

/** A thread that has been given a scenario, and takes spans of it. */
export function takeThread(order: WorkerOrder): Worker {
  const worker = idle.pop() ?? started();
  worker.removeAllListeners();
  worker.ref();
  send(worker, { kind: 'open', order });
  return worker;
}

/** Gives back a thread that has nothing left to do. */
export function rest(worker: Worker): void {
  worker.removeAllListeners();
  // Of a thread that dies there is one less.
  worker.on('error', () => {
    const at = idle.indexOf(worker);
    if (at >= 0) idle.splice(at, 1);
  });
  worker.unref();
  idle.push(worker);
}

/** Ends the threads that wait: their memory is wanted for something else, or nothing is left to do. */
export async function closeIdleThreads(): Promise<void> {
  await Promise.all(idle.splice(0).map((worker) => worker.terminate()));
}

export function send(worker: Worker, message: WorkerMessage): void {
  worker.postMessage(message);
}

function started(): Worker {
  return new Worker(compiledFile('cli/replication-worker.js'), { resourceLimits });
}
