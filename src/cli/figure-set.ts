import type { TopLevelSpec } from 'vega-lite';
import type { Results } from '../experiment/results.js';
import {
  byBaseCaption,
  byBaseRows,
  byWindowCaption,
  byWindowRows,
  exceedanceCaption,
  exceedanceRows,
  exposureCaption,
  exposureRows,
  mapCaption,
  mapRows,
  personnelCaption,
  personnelRows,
  riskCaption,
  riskRows,
  weeklyCaption,
  weeklyRows,
  type Caption,
} from '../experiment/tables/index.js';
import { figures, type Geography, type Page, type Setting } from '../figures/index.js';

/** One figure: its spec, and what it was drawn from: a caption, and rows as a flat table (cells absent where a row has none). */
export interface FigureDrawing {
  readonly name: string;
  readonly about: string;
  readonly spec: TopLevelSpec;
  readonly rows: readonly object[];
  readonly caption: Caption;
  /** Of maps only. */
  readonly geography?: Geography;
}

/** A figure as the registry has it. */
export interface FigureOf<Row extends object> {
  readonly name: string;
  readonly about: string;
  readonly make: (rows: readonly Row[], setting: Setting) => TopLevelSpec;
}

/** Draws one figure from rows of its kind. */
export function drawFigure<Row extends object>(
  { name, about, make }: FigureOf<Row>,
  given: Setting & { readonly rows: readonly Row[] },
): FigureDrawing {
  const { rows, caption, geography } = given;
  return { name, about, spec: make(rows, given), rows, caption, ...(geography ? { geography } : {}) };
}

/** All figures of one scenario's results; the one by window only where there are windows to put side by side. Without a country in `geography` the map shows the bases on a graticule. */
export function drawFigures(
  results: Results,
  { geography, page }: { readonly geography: Geography; readonly page: Page },
): FigureDrawing[] {
  const draw = <Row extends object>(
    figure: FigureOf<Row>,
    rows: readonly Row[],
    captionOf: (results: Results, rows: readonly Row[]) => Caption,
  ): FigureDrawing => drawFigure(figure, { rows, caption: captionOf(results, rows), page });
  const byWindow = byWindowRows(results);
  const mapped = mapRows(results);
  return [
    draw(figures.exposure, exposureRows(results), exposureCaption),
    draw(figures.weekly, weeklyRows(results), weeklyCaption),
    draw(figures.byBase, byBaseRows(results), byBaseCaption),
    ...(byWindow.length > 0 ? [draw(figures.byWindow, byWindow, byWindowCaption)] : []),
    draw(figures.exceedance, exceedanceRows(results), exceedanceCaption),
    draw(figures.risk, riskRows(results), riskCaption),
    draw(figures.personnel, personnelRows(results), personnelCaption),
    drawFigure(figures.map, { rows: mapped, caption: mapCaption(results, mapped), page, geography }),
  ];
}
