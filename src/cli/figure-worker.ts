import { parentPort } from 'node:worker_threads';
import { allFigures, pageOf, usualLook } from '../figures/index.js';
import type { StoredFigure } from './stored-figure.js';
import { writeDrawing } from './write-drawing.js';

// Runs in a thread of its own: what a figure is drawn from comes in, and its files are written.

export interface FigureOrder {
  readonly number: number;
  readonly figure: Omit<StoredFigure, 'formatVersion'>;
  /** Folder that is there. */
  readonly folder: string;
}

/** `drawn`: all its files are there but the PNG; `done`: that too. */
export type FigureAnswer =
  | { readonly kind: 'drawn' | 'done'; readonly number: number }
  | { readonly kind: 'failed'; readonly number: number; readonly error: unknown };

let turn = Promise.resolve();
parentPort?.on('message', (order: FigureOrder) => {
  turn = turn
    .then(() => draw(order))
    .catch((error: unknown) => {
      answer({ kind: 'failed', number: order.number, error });
    });
});
// Heavy to load: done by the time that the first figure comes.
void Promise.all([import('vega'), import('vega-lite'), import('@resvg/resvg-js')]);

async function draw({ number, figure: { figure, rows, caption, geography }, folder }: FigureOrder): Promise<void> {
  const known = allFigures.find(({ name }) => name === figure);
  if (!known) throw new Error(`figure must be one that is known, got ${figure}`);
  const spec = known.make(rows, { caption, page: pageOf(usualLook), ...(geography ? { geography } : {}) });
  const drawing = { ...known, rows, caption, spec, ...(geography ? { geography } : {}) };
  const { png } = await writeDrawing(drawing, folder);
  answer({ kind: 'drawn', number });
  png.then(
    () => {
      answer({ kind: 'done', number });
    },
    (error: unknown) => {
      answer({ kind: 'failed', number, error });
    },
  );
}

function answer(message: FigureAnswer): void {
  parentPort?.postMessage(message);
}
