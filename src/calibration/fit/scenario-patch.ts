import { describeLaw } from '../../random/laws/law.js';
import type { FittedNumber, FittedTable } from './fitted-number.js';

/** A fitted number as a scenario takes it. */
export interface FittedQuantity {
  readonly value: { readonly joint: { readonly of: string; readonly values: readonly number[] } };
  readonly source: string;
  readonly note: string;
}

/** Parts of a scenario, to be spread into one. */
export interface ScenarioPatch {
  readonly [key: string]: ScenarioPatch | FittedQuantity;
}

/** A table of draws and its name. */
export interface NamedTable {
  readonly of: string;
  readonly table: FittedTable;
}

/** Figures that a draw keeps: far finer than what any record tells. */
const figuresKept = 4;

/**
 * Fitted numbers at their places in a scenario, each a column of its table of posterior draws. Of each table at most `rows` rows are
 * kept, evenly over the chains.
 */
export function scenarioPatch(
  tables: readonly NamedTable[],
  { source, rows: wanted }: { readonly source: string; readonly rows: number },
): ScenarioPatch {
  const placed = tables.flatMap(({ of, table: { numbers, rows } }) => {
    const kept = Math.min(rows, wanted);
    const chosen = Array.from({ length: kept }, (_, k) => Math.floor(((k + 0.5) * rows) / kept));
    return numbers.flatMap((number) => {
      const { path, draws } = number;
      if (path === undefined) return [];
      const values = chosen.map((row) => Number(draws[row]!.toPrecision(figuresKept)));
      return [{ steps: path.split('.'), quantity: { value: { joint: { of, values } }, source, note: noteOf(number) } }];
    });
  });
  return nested(placed);
}

/** Numbers by their first step, and below it by the next. */
function nested(
  placed: readonly { readonly steps: readonly string[]; readonly quantity: FittedQuantity }[],
): ScenarioPatch {
  const keys = [...new Set(placed.map(({ steps }) => steps[0] ?? ''))];
  return Object.fromEntries(
    keys.map((key) => {
      const below = placed.filter(({ steps }) => steps[0] === key);
      const own = below.find(({ steps }) => steps.length === 1);
      return [key, own?.quantity ?? nested(below.map(({ steps, quantity }) => ({ steps: steps.slice(1), quantity })))];
    }),
  );
}

function noteOf({ prior, learnt }: FittedNumber): string {
  if (learnt === undefined) return 'posterior; it follows from the others of its table';
  return `posterior; ${prior ? `before: ${describeLaw(prior)}; ` : ''}the record told ${learnt}`;
}

/** A scenario's data with a patch put in: what the patch does not name stays. */
export function patched(data: unknown, patch: ScenarioPatch | FittedQuantity): unknown {
  if (isQuantity(patch) || data === null || typeof data !== 'object' || Array.isArray(data)) return patch;
  const entries = Object.entries(patch).map(([key, inner]) => [key, patched(Reflect.get(data, key), inner)]);
  return { ...data, ...Object.fromEntries(entries) };
}

function isQuantity(patch: ScenarioPatch | FittedQuantity): patch is FittedQuantity {
  return typeof Reflect.get(patch, 'source') === 'string';
}
