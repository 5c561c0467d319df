import { performance } from 'node:perf_hooks';
import { parentPort } from 'node:worker_threads';
import { openRunner, type Chunk, type Runner, type Span, type Wanted } from '../experiment/run-replications.js';
import { compilePlain, type PlainScenario } from '../model/compared-together.js';
import { UserFault, type Fault } from '../model/scenario/fault.js';

// Runs in a thread of its own: first a scenario comes in, then spans of replications, and their chunks go out.

export interface WorkerOrder extends Wanted {
  /** The resolved scenario, with those that it is compared with. */
  readonly plain: PlainScenario;
}

export type WorkerMessage =
  { readonly kind: 'open'; readonly order: WorkerOrder } | { readonly kind: 'run'; readonly span: Span };

export type WorkerAnswer =
  /** `ms`: how long it took. */
  | { readonly kind: 'chunk'; readonly chunk: Chunk; readonly ms: number }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

let run: Runner;

parentPort?.on('message', (message: WorkerMessage) => {
  if (message.kind === 'open') {
    const { plain, ...wanted } = message.order;
    run = openRunner(compilePlain(plain), wanted);
    return;
  }
  const answer = answerTo(message.span);
  parentPort?.postMessage(answer, answer.kind === 'chunk' ? buffersOf(answer.chunk) : []);
});

function answerTo(span: Span): WorkerAnswer {
  const before = performance.now();
  try {
    return { kind: 'chunk', chunk: run(span), ms: performance.now() - before };
  } catch (error) {
    if (error instanceof UserFault) return { kind: 'faults', faults: error.faults };
    throw error;
  }
}

/** The memory of a chunk, handed over instead of copied. */
function buffersOf({ values, weeklyAttacks, weeklyPersonAttacks, weeklyPersonDays, detail }: Chunk): ArrayBuffer[] {
  const ofDetail = detail ? [detail.counts, detail.sums] : [];
  return [values, weeklyAttacks, weeklyPersonAttacks, weeklyPersonDays, ...ofDetail].flatMap(({ buffer }) =>
    buffer instanceof ArrayBuffer ? [buffer] : [],
  );
}
