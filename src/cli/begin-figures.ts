import { mkdirSync, rmSync } from 'node:fs';
import { detailOf, type DetailedReplications } from '../experiment/detail.js';
import type { Results } from '../experiment/results.js';
import type { CompiledScenario } from '../model/compile.js';
import type { FigureThread } from './figure-thread.js';

/**
 * Figures that are being drawn. A figure that cannot be drawn is a bug, but none for which hours of simulation may be
 * lost: it is given back instead of thrown, and no figure is left then.
 */
export interface FiguresBegun {
  /** When all are there but for their PNG. */
  readonly drawn: () => Promise<Error | undefined>;
  /** The same, with the PNG. */
  readonly done: () => Promise<Error | undefined>;
}

interface Place {
  /** Is made. */
  readonly folder: string;
  readonly thread: FigureThread;
}

/** Works out what every figure of a run is drawn from, and hands each over to the thread, which draws it into the folder. */
export async function beginFigures(
  of: { readonly compiled: CompiledScenario; readonly results: Results },
  { folder, thread }: Place,
): Promise<FiguresBegun> {
  const bugIn = async (work: () => Promise<void>): Promise<Error | undefined> => {
    try {
      await work();
      return undefined;
    } catch (error) {
      // It must not go on writing there.
      await thread.close();
      rmSync(folder, { recursive: true, force: true });
      return error instanceof Error ? error : new Error(String(error));
    }
  };
  const bug = await bugIn(() => handOver(of, { folder, thread }));
  return {
    drawn: async () => bug ?? (await bugIn(thread.drawn)),
    done: async () => bug ?? (await bugIn(thread.done)),
  };
}

async function handOver(
  { compiled, results }: { readonly compiled: CompiledScenario; readonly results: Results },
  { folder, thread }: Place,
): Promise<void> {
  // Only where figures are wanted.
  const [{ figuresOf }, { ownGeography }, { loadGeography }] = await Promise.all([
    import('./figure-set.js'),
    import('../figures/index.js'),
    import('../render/load-geography.js'),
  ]);
  mkdirSync(folder);
  const { country, map } = results.scenario;
  const geography = map ? ownGeography(map) : await loadGeography(country);
  // May simulate again: by then the thread has figures to draw that need no detail.
  let detail: { readonly found: DetailedReplications | undefined } | undefined;
  const material = {
    geography,
    get detail() {
      detail ??= { found: detailOf(compiled, results) };
      return detail.found;
    },
  };
  for (const figure of figuresOf(results, material)) thread.draw(figure, folder);
}
