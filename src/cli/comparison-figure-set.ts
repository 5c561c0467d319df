import type { Comparison } from '../experiment/compare/index.js';
import {
  differenceCaption,
  differenceRows,
  strategyCaption,
  strategyRows,
} from '../experiment/tables/comparison-figures.js';
import { comparisonFigures } from '../figures/index.js';
import type { FigureDrawing } from './figure-set.js';

/** The figures of a comparison that have something to show. */
export function drawComparison(about: {
  readonly comparison: Comparison;
  readonly title: string;
  readonly seed: number;
}): FigureDrawing[] {
  const [strategies, differences] = [strategyRows(about.comparison), differenceRows(about.comparison)];
  const { strategies: spread, differences: paired } = comparisonFigures;
  return [
    ...(strategies.length === 0
      ? []
      : [
          {
            name: spread.name,
            about: spread.about,
            spec: spread.make(strategies, strategyCaption(about, strategies)),
            rows: strategies,
          },
        ]),
    ...(differences.length === 0
      ? []
      : [
          {
            name: paired.name,
            about: paired.about,
            spec: paired.make(differences, differenceCaption(about, differences)),
            rows: differences,
          },
        ]),
  ];
}
