import type { TopLevelSpec } from 'vega-lite';
import { drawComparison } from '../src/cli/comparison-figure-set.js';
import { drawFigures, type FigureDrawing } from '../src/cli/figure-set.js';
import { storedFigure } from '../src/cli/stored-figure.js';
import { compareStrategies } from '../src/experiment/compare/index.js';
import { allFigures, pageOf, usualLook, type Page } from '../src/figures/index.js';
import { attacks, madeUpStrategy } from '../test/experiment/compare/made-up-strategy.js';
import { worstResults } from '../test/experiment/small-results.js';

/** A figure with data of its own, to be drawn on any page. */
export interface GalleryFigure {
  readonly name: string;
  readonly about: string;
  readonly draw: (page: Page) => TopLevelSpec;
}

/** The data to look at figures with, by name: the example that `npm run gallery` keeps, then the worst there are. */
export function galleryCases(stored: readonly unknown[]): Readonly<Record<string, () => GalleryFigure[]>> {
  return {
    example: () => stored.map(storedExample).sort((a, b) => orderOf(a.name) - orderOf(b.name)),
    ...Object.fromEntries(
      Object.entries(worstResults).map(([name, results]) => [
        name,
        () => redrawn((page) => drawFigures(results(), { geography: { neighbours: [] }, page })),
      ]),
    ),
    ...Object.fromEntries(Object.entries(worstComparisons).map(([name, draw]) => [name, () => redrawn(draw)])),
  };
}

function orderOf(name: string): number {
  return allFigures.findIndex((figure) => figure.name === name);
}

function storedExample(file: unknown): GalleryFigure {
  const { figure: name, caption, rows, geography } = storedFigure.parse(file);
  const figure = allFigures.find((one) => one.name === name);
  if (!figure) throw new Error(`the gallery's data must be of a figure that is there, got ${name}`);
  return {
    name,
    about: figure.about,
    draw: (page) => figure.make(rows, { caption, page, ...(geography ? { geography } : {}) }),
  };
}

function redrawn(drawings: (page: Page) => readonly FigureDrawing[]): GalleryFigure[] {
  // All figures of a page at once, as they are drawn together: one by one each would cost as much as all.
  const drawn = new WeakMap<Page, readonly FigureDrawing[]>();
  const drawingsOn = (page: Page): readonly FigureDrawing[] => {
    const all = drawn.get(page) ?? drawings(page);
    drawn.set(page, all);
    return all;
  };
  return drawingsOn(pageOf(usualLook)).map(({ name, about }) => ({
    name,
    about,
    draw: (page) => drawingsOn(page).find((drawing) => drawing.name === name)!.spec,
  }));
}

const values = (shift: number): number[] => Array.from({ length: 30 }, (_, r) => shift + ((r * 7) % 11));
const comparisonOf = (columns: Readonly<Record<string, readonly number[]>>) => (page: Page) =>
  drawComparison({
    comparison: compareStrategies(
      Object.entries(columns).map(([key, column]) => madeUpStrategy(key, { attacks: [...column] })),
      [{ ...attacks, indifference: 0.5 }],
    ),
    title: 'A made-up study of nothing in particular',
    seed: 4,
    page,
  });

const worstComparisons: Readonly<Record<string, (page: Page) => readonly FigureDrawing[]>> = {
  'twelve strategies with long names': comparisonOf(
    Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [
        `leaveEveryBaseOfTheNorthAtOnceAndTheOthersLaterNumber${i}`,
        values((i * 5) % 7),
      ]),
    ),
  ),
  'strategies all equal': comparisonOf({ a: values(0).fill(2), b: values(0).fill(2) }),
  'strategies without an attack': comparisonOf({ a: values(0).fill(0), b: values(0).fill(0) }),
};
