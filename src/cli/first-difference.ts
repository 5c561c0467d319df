import type { Rows } from '../experiment/rows.js';

/** A field of a replication in which two files with the same replications differ; undefined where they agree bit for bit. */
export function firstDifference(
  one: Rows,
  other: Rows,
): { readonly replication: number; readonly field: number } | undefined {
  const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
  if (from >= to) return undefined;
  const [here, there] = [new Float64Array(to - from), new Float64Array(to - from)];
  for (let field = 0; field < one.fields; field++) {
    one.read({ field, from, to }, here);
    other.read({ field, from, to }, there);
    const at = here.findIndex((value, i) => !Object.is(value, there[i]));
    if (at >= 0) return { replication: from + at, field };
  }
  return undefined;
}
