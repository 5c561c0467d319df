import { mkdirSync } from 'node:fs';
import type { Comparison } from '../experiment/compare/index.js';

interface About {
  readonly comparison: Comparison;
  readonly title: string;
  readonly seed: number;
}

/** Draws the figures of a comparison into a new folder, each as spec, rows, SVG and PNG. */
export async function writeComparisonFigures(about: About, folder: string): Promise<void> {
  const [{ drawComparison }, { pageOf, usualLook }, { writeDrawings }] = await Promise.all([
    import('./comparison-figure-set.js'),
    import('../figures/index.js'),
    import('./write-drawing.js'),
  ]);
  mkdirSync(folder);
  await writeDrawings(drawComparison({ ...about, page: pageOf(usualLook) }), folder);
}
