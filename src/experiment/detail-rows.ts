import type { CompiledScenario } from '../model/compile.js';
import { Detail } from '../model/detail.js';
import { weekCount } from '../model/outcome-columns.js';
import { isoDate, isoDay } from '../model/scenario/iso-date.js';
import type { Span } from './run-replications.js';

/** What is kept of a {@link Detail} of each of some replications, row after row. A row of one that failed is none. */
export interface DetailRows extends Span {
  /** Attacks by place and week, by cause and week, and on bases by month. */
  readonly counts: Uint16Array;
  /** Person-attacks by place and week, person-days by base and week, person-attacks by month. */
  readonly sums: Float64Array;
}

const MOST = 500;
/** Counts kept at most, two bytes each: a world of many bases and years is told from fewer replications. */
const MOST_COUNTS = 2e7;

/** How many of n replications are told in detail: the first that run to their end. */
export function detailedOf(compiled: CompiledScenario, n: number): number {
  const width = countsOf(openDetail(compiled)).reduce((sum, { length }) => sum + length, 0);
  return Math.min(n, MOST, Math.max(1, Math.floor(MOST_COUNTS / width)));
}

export function openDetail(compiled: CompiledScenario): Detail {
  return new Detail({
    bases: compiled.baseKeys.length,
    actors: compiled.actorKeys.length,
    weeks: weekCount(compiled.horizonDays),
    periodOfDay: monthsOf(compiled).monthOfDay,
  });
}

/** `YYYY-MM` of every month of a scenario, and which of them each of its days lies in. */
export function monthsOf({ scenario, horizonDays }: Pick<CompiledScenario, 'scenario' | 'horizonDays'>) {
  const start = isoDay(scenario.start);
  const named = Array.from({ length: Math.ceil(horizonDays) }, (_, day) => isoDate(start + day).slice(0, 7));
  const months = [...new Set(named)];
  return { months, monthOfDay: named.map((month) => months.indexOf(month)) };
}

/** The parts of a row of counts, in their order. */
export function countsOf({ attacks, causes, onBasesByPeriod }: Detail): Float64Array[] {
  return [attacks, causes, onBasesByPeriod];
}

/** The parts of a row of sums, in their order. */
export function sumsOf({ personAttacks, personDays, personAttacksByPeriod }: Detail): Float64Array[] {
  return [personAttacks, personDays, personAttacksByPeriod];
}

/** Room for the rows of a span. */
export function openDetailRows(detail: Detail, { from, to }: Span): DetailRows {
  const widthOf = (parts: Float64Array[]): number => parts.reduce((sum, { length }) => sum + length, 0);
  return {
    from,
    to,
    counts: new Uint16Array((to - from) * widthOf(countsOf(detail))),
    sums: new Float64Array((to - from) * widthOf(sumsOf(detail))),
  };
}

/** Keeps what a detail holds as the row of a replication. */
export function putDetailRow(
  rows: DetailRows,
  { replication, detail }: { readonly replication: number; readonly detail: Detail },
): void {
  const { counts, sums } = detailRow(rows, replication);
  for (const [row, parts] of [
    [counts, countsOf(detail)],
    [sums, sumsOf(detail)],
  ] as const) {
    let at = 0;
    for (const part of parts) {
      row.set(part, at);
      at += part.length;
    }
  }
}

/** The row of one replication. */
export function detailRow({ from, to, counts, sums }: DetailRows, replication: number) {
  const ofCounts = counts.length / (to - from);
  const ofSums = sums.length / (to - from);
  const at = replication - from;
  return {
    counts: counts.subarray(at * ofCounts, (at + 1) * ofCounts),
    sums: sums.subarray(at * ofSums, (at + 1) * ofSums),
  };
}
