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
  type MapRow,
} from '../experiment/tables/index.js';
import { figures, type Geography } from '../figures/index.js';

/** One figure of a run: its spec, and the rows it was drawn from as a flat table (cells absent where a row has none). */
export interface FigureDrawing {
  readonly name: string;
  readonly about: string;
  readonly spec: TopLevelSpec;
  readonly rows: readonly object[];
}

/** All figures of one scenario's results; the one by window only where there are windows to put side by side. Without a country in `geography` the map shows the bases on a graticule. */
export function drawFigures(results: Results, geography: Geography): FigureDrawing[] {
  const draw = <Row extends object>(
    figure: {
      readonly name: string;
      readonly about: string;
      readonly make: (rows: readonly Row[], caption: Caption) => TopLevelSpec;
    },
    rows: readonly Row[],
    captionOf: (results: Results, rows: readonly Row[]) => Caption,
  ): FigureDrawing => ({
    name: figure.name,
    about: figure.about,
    spec: figure.make(rows, captionOf(results, rows)),
    rows,
  });
  const map = {
    ...figures.map,
    make: (rows: readonly MapRow[], caption: Caption) => figures.map.make(rows, caption, geography),
  };
  const byWindow = byWindowRows(results);
  return [
    draw(figures.exposure, exposureRows(results), exposureCaption),
    draw(figures.weekly, weeklyRows(results), weeklyCaption),
    draw(figures.byBase, byBaseRows(results), byBaseCaption),
    ...(byWindow.length > 0 ? [draw(figures.byWindow, byWindow, byWindowCaption)] : []),
    draw(figures.exceedance, exceedanceRows(results), exceedanceCaption),
    draw(figures.risk, riskRows(results), riskCaption),
    draw(figures.personnel, personnelRows(results), personnelCaption),
    draw(map, mapRows(results), mapCaption),
  ];
}
