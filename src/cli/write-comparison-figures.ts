import type { Comparison } from '../experiment/compare/index.js';

export async function writeComparisonFigures(
  _about: { readonly comparison: Comparison; readonly title: string; readonly seed: number },
  _folder: string,
): Promise<void> {
  await Promise.resolve();
}
