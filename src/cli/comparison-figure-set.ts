import type { Comparison } from '../experiment/compare/index.js';
import {
  differenceCaption,
  differenceRows,
  strategyCaption,
  strategyRows,
} from '../experiment/tables/comparison-figures.js';
import {
  convergenceComparisonCaption,
  convergenceOfComparison,
  regretCaption,
  regretRows,
  tradeOffCaption,
  tradeOffRows,
  type Caption,
} from '../experiment/tables/index.js';
import { comparisonFigures, type Page } from '../figures/index.js';
import { drawFigure, type FigureDrawing, type FigureOf } from './figure-set.js';

interface About {
  readonly comparison: Comparison;
  readonly title: string;
  readonly seed: number;
  readonly page: Page;
}

/** The figures of a comparison that have something to show. */
export function drawComparison(about: About): FigureDrawing[] {
  const { comparison, page } = about;
  const draw = <Row extends object>(
    figure: FigureOf<Row>,
    rows: readonly Row[],
    captionOf: (about: About, rows: readonly Row[]) => Caption,
  ): FigureDrawing[] =>
    rows.length === 0 ? [] : [drawFigure(figure, { rows, caption: captionOf(about, rows), page })];
  const { strategies, differences, tradeOff, regret, convergence } = comparisonFigures;
  return [
    ...draw(strategies, strategyRows(comparison), strategyCaption),
    ...draw(differences, differenceRows(comparison), differenceCaption),
    ...draw(tradeOff, tradeOffRows(comparison), tradeOffCaption),
    ...draw(regret, regretRows(comparison), regretCaption),
    ...draw(convergence, convergenceOfComparison(comparison), convergenceComparisonCaption),
  ];
}
