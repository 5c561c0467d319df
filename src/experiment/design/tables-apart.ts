import type { Evaluation } from './evaluate.js';

/** A table of draws whose numbers a design would put where no row of it has them. */
export interface TableApart {
  readonly of: string;
  /** Its numbers among those that the design moves. */
  readonly paths: readonly string[];
}

/**
 * Tables of draws that a design takes apart: it moves several numbers at once, each over its own law, which knows nothing of
 * the others in a row. Moving one number by itself asks what if it were so, and takes nothing apart.
 */
export function tablesApart({
  scenarios,
  paths,
  space,
  points,
}: Pick<Evaluation, 'scenarios' | 'paths' | 'space' | 'points'>): TableApart[] {
  const moved = points.some(({ places }) => places.filter((place) => !Number.isNaN(place)).length > 1);
  if (space !== 'quantile' || !moved) return [];
  const uncertain = scenarios.flatMap(({ parameters }) => parameters.uncertain);
  const tableOf = (path: string): string | undefined => uncertain.find((number) => number.path === path)?.jointOf;
  const names = [...new Set(paths.flatMap((path) => tableOf(path) ?? []))];
  return names.map((of) => ({ of, paths: paths.filter((path) => tableOf(path) === of) }));
}
