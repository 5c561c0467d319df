import { parentPort, workerData } from 'node:worker_threads';
import { openRunner, type Chunk, type Futures, type Span } from '../experiment/run-replications.js';
import { compilePlain, type PlainScenario } from '../model/compared-together.js';
import { UserFault, type Fault } from '../model/scenario/fault.js';

// Runs in a thread of its own: a span of replications comes in, its chunk goes out.

export interface WorkerOrder extends Futures {
  /** The resolved scenario, with those that it is compared with. */
  readonly plain: PlainScenario;
}

export type WorkerAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'chunk'; readonly chunk: Chunk }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

const { plain, ...futures }: WorkerOrder = workerData;
const run = openRunner(compilePlain(plain), futures);

parentPort?.on('message', (span: Span) => {
  const answer = answerTo(span);
  parentPort?.postMessage(answer, answer.kind === 'chunk' ? buffersOf(answer.chunk) : []);
});

const ready: WorkerAnswer = { kind: 'ready' };
parentPort?.postMessage(ready);

function answerTo(span: Span): Exclude<WorkerAnswer, { readonly kind: 'ready' }> {
  try {
    return { kind: 'chunk', chunk: run(span) };
  } catch (error) {
    if (error instanceof UserFault) return { kind: 'faults', faults: error.faults };
    throw error;
  }
}

/** The memory of a chunk, handed over instead of copied. */
function buffersOf({ values, weeklyAttacks, weeklyPersonAttacks, weeklyPersonDays }: Chunk): ArrayBuffer[] {
  return [values, weeklyAttacks, weeklyPersonAttacks, weeklyPersonDays].flatMap(({ buffer }) =>
    buffer instanceof ArrayBuffer ? [buffer] : [],
  );
}
