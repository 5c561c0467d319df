import type { TopLevelSpec } from 'vega-lite';
import type { DetailedReplications } from '../experiment/detail.js';
import type { Results } from '../experiment/results.js';
import {
  baseByWeekCaption,
  beforeAfterCaption,
  beforeAfterRows,
  baseByWeekRows,
  byMonthCaption,
  byMonthRows,
  causeCaption,
  causeRows,
  contingentCaption,
  contingentRows,
  convergenceOfRun,
  convergenceRunCaption,
  quantileCaption,
  quantileRows,
  recordCaption,
  recordRows,
  weeklyByBaseCaption,
  weeklyByBaseRows,
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

/** What figures of a run are drawn from beside its results. */
export interface FigureMaterial {
  /** Without a country the map shows the bases on a graticule. */
  readonly geography: Geography;
  readonly page: Page;
  /** Replications told in detail; figures that need it are left out without it. */
  readonly detail?: DetailedReplications | undefined;
}

/** All figures of one scenario's results that have something to show. */
export function drawFigures(results: Results, { geography, page, detail }: FigureMaterial): FigureDrawing[] {
  const draw = <Row extends object>(
    figure: FigureOf<Row>,
    rows: readonly Row[],
    captionOf: (results: Results, rows: readonly Row[]) => Caption,
  ): FigureDrawing[] =>
    rows.length === 0 ? [] : [drawFigure(figure, { rows, caption: captionOf(results, rows), page })];
  const drawDetailed = <Row extends object>(
    figure: FigureOf<Row>,
    rowsOf: (results: Results, detail: DetailedReplications) => readonly Row[],
    captionOf: (results: Results, rows: readonly Row[], detail: DetailedReplications) => Caption,
  ): FigureDrawing[] =>
    detail ? draw(figure, rowsOf(results, detail), (_, rows) => captionOf(results, rows, detail)) : [];
  const mapped = mapRows(results);
  const changed = detail ? beforeAfterRows(results, detail) : [];
  return [
    ...draw(figures.exposure, exposureRows(results), exposureCaption),
    ...draw(figures.dots, quantileRows(results), quantileCaption),
    ...draw(figures.weekly, weeklyRows(results), weeklyCaption),
    ...drawDetailed(figures.weeklyByBase, weeklyByBaseRows, weeklyByBaseCaption),
    ...drawDetailed(figures.baseByWeek, baseByWeekRows, baseByWeekCaption),
    ...drawDetailed(figures.causes, causeRows, causeCaption),
    ...draw(figures.byBase, byBaseRows(results), byBaseCaption),
    ...draw(figures.byWindow, byWindowRows(results), byWindowCaption),
    ...drawDetailed(figures.byMonth, byMonthRows, byMonthCaption),
    ...draw(figures.record, recordRows(results), recordCaption),
    ...draw(figures.exceedance, exceedanceRows(results), exceedanceCaption),
    ...draw(figures.risk, riskRows(results), riskCaption),
    ...draw(figures.personnel, personnelRows(results), personnelCaption),
    ...draw(figures.contingents, contingentRows(results), contingentCaption),
    drawFigure(figures.map, { rows: mapped, caption: mapCaption(results, mapped), page, geography }),
    ...(changed.length > 0 && detail
      ? [
          drawFigure(figures.mapBeforeAfter, {
            rows: changed,
            caption: beforeAfterCaption(results, changed, detail),
            page,
            geography,
          }),
        ]
      : []),
    ...draw(figures.convergence, convergenceOfRun(results), convergenceRunCaption),
  ];
}
