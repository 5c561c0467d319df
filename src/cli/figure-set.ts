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

/** What a figure is drawn from: a caption, and rows as a flat table (cells absent where a row has none). */
export interface FigureData {
  readonly name: string;
  readonly about: string;
  readonly rows: readonly object[];
  readonly caption: Caption;
  /** Of maps only. */
  readonly geography?: Geography;
}

/** One figure, with its spec. */
export interface FigureDrawing extends FigureData {
  readonly spec: TopLevelSpec;
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
  /** Replications told in detail; figures that need it are left out without it. */
  readonly detail?: DetailedReplications | undefined;
}

/** All figures of one scenario's results that have something to show. */
export function drawFigures(
  results: Results,
  { page, ...material }: FigureMaterial & { readonly page: Page },
): FigureDrawing[] {
  return [...figuresOf(results, material)].map(({ draw, ...data }) => ({ ...data, spec: draw(page) }));
}

interface Drawable extends FigureData {
  readonly draw: (page: Page) => TopLevelSpec;
}

/** The same one after another, each worked out when it is asked for. */
export function* figuresOf(results: Results, material: FigureMaterial): Generator<Drawable> {
  const { geography } = material;
  function* one<Row extends object>(
    { name, about, make }: FigureOf<Row>,
    rows: readonly Row[],
    captionOf: (results: Results, rows: readonly Row[]) => Caption,
  ): Generator<Drawable> {
    if (rows.length === 0) return;
    const caption = captionOf(results, rows);
    yield { name, about, rows, caption, draw: (page) => make(rows, { caption, page }) };
  }
  function* detailed<Row extends object>(
    figure: FigureOf<Row>,
    rowsOf: (results: Results, detail: DetailedReplications) => readonly Row[],
    captionOf: (results: Results, rows: readonly Row[], detail: DetailedReplications) => Caption,
  ): Generator<Drawable> {
    const { detail } = material;
    if (detail) yield* one(figure, rowsOf(results, detail), (_, rows) => captionOf(results, rows, detail));
  }
  function* mapped<Row extends object>(...about: Parameters<typeof one<Row>>): Generator<Drawable> {
    const [{ make }, rows] = about;
    for (const data of one(...about))
      yield { ...data, geography, draw: (page) => make(rows, { caption: data.caption, page, geography }) };
  }
  yield* one(figures.exposure, exposureRows(results), exposureCaption);
  yield* one(figures.dots, quantileRows(results), quantileCaption);
  yield* one(figures.weekly, weeklyRows(results), weeklyCaption);
  yield* detailed(figures.weeklyByBase, weeklyByBaseRows, weeklyByBaseCaption);
  yield* detailed(figures.baseByWeek, baseByWeekRows, baseByWeekCaption);
  yield* detailed(figures.causes, causeRows, causeCaption);
  yield* one(figures.byBase, byBaseRows(results), byBaseCaption);
  yield* one(figures.byWindow, byWindowRows(results), byWindowCaption);
  yield* detailed(figures.byMonth, byMonthRows, byMonthCaption);
  yield* one(figures.record, recordRows(results), recordCaption);
  yield* one(figures.exceedance, exceedanceRows(results), exceedanceCaption);
  yield* one(figures.risk, riskRows(results), riskCaption);
  yield* one(figures.personnel, personnelRows(results), personnelCaption);
  yield* one(figures.contingents, contingentRows(results), contingentCaption);
  yield* mapped(figures.map, mapRows(results), mapCaption);
  const { detail } = material;
  if (detail)
    yield* mapped(figures.mapBeforeAfter, beforeAfterRows(results, detail), (_, rows) =>
      beforeAfterCaption(results, rows, detail),
    );
  yield* one(figures.convergence, convergenceOfRun(results), convergenceRunCaption);
}
