import { Worker } from 'node:worker_threads';
import { compiledFile } from './engine.js';
import type { FigureData } from './figure-set.js';
import type { FigureAnswer } from './figure-worker.js';

/** A thread that draws figures while this one goes on. */
export interface FigureThread {
  /** Hands a figure over, to be drawn into a folder that is there. */
  readonly draw: (figure: FigureData, folder: string) => void;
  /** When all that were handed over are there but for their PNG. Rejects with the first thing that went wrong. */
  readonly drawn: () => Promise<void>;
  /** The same, with the PNG. */
  readonly done: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Drawing makes much that is soon forgotten: in the usual room for young objects it would be copied again and again. */
const resourceLimits = { maxYoungGenerationSizeMb: 48 };

/** Opens a thread, which loads at once what it draws with. Does not keep the program alive. */
export function openFigureThread(): FigureThread {
  const worker = new Worker(compiledFile('cli/figure-worker.js'), { resourceLimits });
  worker.unref();
  let given = 0;
  const count = { drawn: 0, done: 0 };
  let fault: unknown;
  let wake: () => void = () => undefined;
  const fail = (error: unknown): void => {
    fault ??= error;
    wake();
  };
  worker.on('message', (answer: FigureAnswer) => {
    if (answer.kind === 'failed') {
      fail(answer.error);
      return;
    }
    count[answer.kind]++;
    wake();
  });
  worker.on('error', fail);
  worker.on('exit', () => {
    fail(new Error('the thread that draws figures ended before they were drawn'));
  });
  const until = async (kind: keyof typeof count): Promise<void> => {
    worker.ref();
    while (count[kind] < given && fault === undefined) await new Promise<void>((resolve) => (wake = resolve));
    worker.unref();
    if (fault !== undefined) throw fault instanceof Error ? fault : new Error(String(fault));
  };
  return {
    draw: ({ name, rows, caption, geography }, folder) => {
      const figure = { figure: name, rows, caption, ...(geography ? { geography } : {}) };
      worker.postMessage({ number: given++, figure, folder });
    },
    drawn: () => until('drawn'),
    done: () => until('done'),
    close: async () => {
      await worker.terminate();
    },
  };
}
