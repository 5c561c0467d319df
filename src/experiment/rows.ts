import { weeklySeries, type WeeklySeries } from '../model/outcome-columns.js';
import type { Chunk, FailedReplication, Span } from './run-replications.js';

/**
 * The numbers of replications from … to − 1, field by field, wherever they lie. A replication's fields are its outcomes,
 * then its weekly attacks, person-attacks and person-days, week by week.
 */
export interface Rows extends Span {
  /** How many fields each replication has. */
  readonly fields: number;
  /** In the order of their index. */
  readonly failures: readonly FailedReplication[];
  /** Puts one field of some of the replications into an array of that length; NaN where it does not exist. */
  readonly read: (what: FieldSpan, into: Float64Array) => void;
}

export interface FieldSpan extends Span {
  readonly field: number;
}

/** The place of a week of a series among the fields. */
export function weekField(
  { columns, weeks }: { readonly columns: readonly unknown[]; readonly weeks: number },
  at: { readonly series: WeeklySeries; readonly week: number },
): number {
  return columns.length + weeklySeries.indexOf(at.series) * weeks + at.week;
}

/** One field of some of the replications; of all without `span`. */
export function fieldOf(rows: Rows, field: number, { from, to }: Span = rows): Float64Array {
  const into = new Float64Array(to - from);
  rows.read({ field, from, to }, into);
  return into;
}

/** A chunk's numbers, read where they lie. */
export function chunkRows(chunk: Chunk): Rows {
  const { from, to, failures, values, weeklyAttacks, weeklyPersonAttacks, weeklyPersonDays } = chunk;
  const tables: Table[] = [];
  let first = 0;
  for (const all of [values, weeklyAttacks, weeklyPersonAttacks, weeklyPersonDays]) {
    const width = to > from ? all.length / (to - from) : 0;
    tables.push({ all, width, first });
    first += width;
  }
  return {
    from,
    to,
    fields: first,
    failures,
    read: (what, into) => {
      const { all, width, first } = tableOf(tables, what.field);
      const start = (what.from - from) * width + what.field - first;
      for (let i = 0; i < into.length; i++) into[i] = all[start + i * width]!;
    },
  };
}

/** Row-major: `width` fields of a replication, from the field `first` on. */
interface Table {
  readonly all: Float64Array;
  readonly width: number;
  readonly first: number;
}

function tableOf(tables: readonly Table[], field: number): Table {
  const table = tables.find(({ first, width }) => field >= first && field < first + width);
  if (!table) throw new RangeError(`field must be one of a replication's, got ${field}`);
  return table;
}

/** Replications from … to − 1 out of parts in their order, which hold them without a gap. */
export function joinedRows(parts: readonly Rows[], { from, to }: Span): Rows {
  return {
    from,
    to,
    fields: parts[0]?.fields ?? 0,
    failures: parts
      .flatMap(({ failures }) => failures)
      .filter(({ replication }) => replication >= from && replication < to),
    read: (what, into) => {
      for (const part of parts) {
        const [first, end] = [Math.max(what.from, part.from), Math.min(what.to, part.to)];
        if (first >= end) continue;
        part.read({ field: what.field, from: first, to: end }, into.subarray(first - what.from, end - what.from));
      }
    },
  };
}

/** Some of the rows, copied into memory. */
export function copiedRows(rows: Rows, { from, to }: Span): Rows {
  const n = to - from;
  const all = new Float64Array(rows.fields * n);
  for (let field = 0; field < rows.fields; field++)
    rows.read({ field, from, to }, all.subarray(field * n, (field + 1) * n));
  return {
    ...joinedRows([rows], { from, to }),
    read: (what, into) => {
      const start = what.field * n + what.from - from;
      into.set(all.subarray(start, start + into.length));
    },
  };
}

/** The rows of replications that did not fail, moved up and counted from 0; of antithetic pairs those of which both did not. */
export function rowsWithoutFailed(rows: Rows, { antithetic }: { readonly antithetic?: true | undefined } = {}): Rows {
  const ofPair = (replication: number): number[] =>
    antithetic ? [replication, replication + (replication % 2 === 0 ? 1 : -1)] : [replication];
  const failed = new Set(rows.failures.flatMap(({ replication }) => ofPair(replication)));
  if (failed.size === 0) return rows;
  return {
    from: 0,
    to: rows.to - rows.from - failed.size,
    fields: rows.fields,
    failures: rows.failures,
    read: ({ field, from, to }, into) => {
      const all = fieldOf(rows, field);
      let at = 0;
      for (let r = rows.from; r < rows.to && at < to; r++) {
        if (failed.has(r)) continue;
        if (at >= from) into[at - from] = all[r - rows.from]!;
        at++;
      }
    },
  };
}
