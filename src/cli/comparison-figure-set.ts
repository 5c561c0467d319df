import type { Comparison } from '../experiment/compare/index.js';
import {
  differenceCaption,
  differenceRows,
  strategyCaption,
  strategyRows,
} from '../experiment/tables/comparison-figures.js';
import { comparisonFigures, type Page } from '../figures/index.js';
import { drawFigure, type FigureDrawing } from './figure-set.js';

/** The figures of a comparison that have something to show. */
export function drawComparison(about: {
  readonly comparison: Comparison;
  readonly title: string;
  readonly seed: number;
  readonly page: Page;
}): FigureDrawing[] {
  const { page } = about;
  const [spread, paired] = [strategyRows(about.comparison), differenceRows(about.comparison)];
  const { strategies, differences } = comparisonFigures;
  return [
    ...(spread.length === 0
      ? []
      : [drawFigure(strategies, { rows: spread, caption: strategyCaption(about, spread), page })]),
    ...(paired.length === 0
      ? []
      : [drawFigure(differences, { rows: paired, caption: differenceCaption(about, paired), page })]),
  ];
}
