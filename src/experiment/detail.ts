import type { CompiledScenario } from '../model/compile.js';
import { causeKinds, type CauseKind } from '../model/detail.js';
import { weekCount } from '../model/outcome-columns.js';
import { Simulator } from '../model/replication.js';
import { UserFault } from '../model/scenario/fault.js';
import {
  detailedOf,
  detailRow,
  monthsOf,
  openDetail,
  openDetailRows,
  putDetailRow,
  type DetailRows,
} from './detail-rows.js';
import type { Results } from './results.js';
import type { Futures } from './run-replications.js';

/** Where, when and why attacks fell in the first replications of a run: what its results are too coarse to tell. */
export interface DetailedReplications {
  /** Replications behind it: the first that ran to their end. */
  readonly n: number;
  readonly weeks: number;
  /** `YYYY-MM` of every month of the scenario; the first and the last may be cut. */
  readonly months: readonly string[];
  /** Attacks on a base (or `road`) in one week, a value each replication. */
  readonly attacks: (place: string, week: number) => Uint16Array;
  /** Attacks of one kind of cause in one week, a value each replication. */
  readonly causes: (cause: CauseKind, week: number) => Uint16Array;
  /** Attacks on bases, and person-attacks on bases and the road, in a month: a value each replication. */
  readonly attacksInMonth: (month: number) => Uint16Array;
  readonly personAttacksInMonth: (month: number) => Float64Array;
  /** Means over the replications. */
  readonly meanPersonAttacks: (place: string, week: number) => number;
  readonly meanPersonDays: (base: string, week: number) => number;
}

/**
 * The first replications of `results`, 500 at most, in detail: as they were kept when they ran, or run again. A replication
 * is a function of scenario, seed and index, so that is the same. Those that failed there are left out here. Undefined
 * where none is left.
 */
export function detailOf(
  compiled: CompiledScenario,
  results: Pick<Results, 'n' | 'seed' | 'past' | 'failures' | 'detail'>,
): DetailedReplications | undefined {
  const { n, failures } = results;
  const { baseKeys, horizonDays } = compiled;
  const weeks = weekCount(horizonDays);
  const { months } = monthsOf(compiled);
  const places = new Map([...baseKeys, ROAD].map((key, i) => [key, i * weeks]));
  const firstOf = { cause: places.size * weeks, month: (places.size + causeKinds.length) * weeks };
  const failed = new Set(failures.map(({ replication }) => replication));
  const most = detailedOf(compiled, n);
  const rowOf = rowsOf(compiled, results);
  let counts = new Uint16Array();
  let sums = new Float64Array();
  const personAttacksByMonth = new Float64Array(months.length * most);
  let done = 0;
  for (let replication = 0; done < most && replication < n + failed.size; replication++) {
    const row = failed.has(replication) ? undefined : rowOf(replication);
    if (!row) continue;
    if (done === 0) {
      counts = new Uint16Array(row.counts.length * most);
      sums = new Float64Array(row.sums.length);
    }
    for (let i = 0; i < row.counts.length; i++) counts[i * most + done] = row.counts[i]!;
    for (let i = 0; i < sums.length; i++) sums[i]! += row.sums[i]!;
    const byMonth = row.sums.subarray(-months.length);
    for (let month = 0; month < months.length; month++) personAttacksByMonth[month * most + done] = byMonth[month]!;
    done++;
  }
  if (done === 0) return undefined;
  const column = (at: number): Uint16Array => counts.subarray(at * most, at * most + done);
  const at = (place: string, week: number): number => {
    const first = places.get(place);
    if (first === undefined) throw new RangeError(`place must be a base or ${ROAD}, got ${place}`);
    return first + week;
  };
  return {
    n: done,
    weeks,
    months,
    attacks: (place, week) => column(at(place, week)),
    causes: (cause, week) => column(firstOf.cause + causeKinds.indexOf(cause) * weeks + week),
    attacksInMonth: (month) => column(firstOf.month + month),
    personAttacksInMonth: (month) => personAttacksByMonth.subarray(month * most, month * most + done),
    meanPersonAttacks: (place, week) => sums[at(place, week)]! / done,
    meanPersonDays: (base, week) => sums[places.size * weeks + at(base, week)]! / done,
  };
}

/** The row of a replication, kept or simulated; undefined where it fails. */
function rowsOf(
  compiled: CompiledScenario,
  { seed, past, detail: kept = [] }: Pick<Results, 'seed' | 'past' | 'detail'>,
): (replication: number) => Pick<DetailRows, 'counts' | 'sums'> | undefined {
  let run: ((replication: number) => DetailRows | undefined) | undefined;
  return (replication) => {
    const rows = kept.find(({ from, to }) => from <= replication && replication < to);
    if (rows) return detailRow(rows, replication);
    run ??= openDetailRunner(compiled, { seed, past });
    return run(replication);
  };
}

function openDetailRunner(
  compiled: CompiledScenario,
  futures: Futures,
): (replication: number) => DetailRows | undefined {
  const detail = openDetail(compiled);
  const open = (): Simulator => {
    const simulator = new Simulator(compiled);
    simulator.tally.detail = detail;
    return simulator;
  };
  let simulator = open();
  return (replication) => {
    try {
      simulator.run({ ...futures, replication });
    } catch (error) {
      if (error instanceof UserFault) throw error;
      // What it left behind is not to be trusted.
      simulator = open();
      return undefined;
    }
    const row = openDetailRows(detail, { from: replication, to: replication + 1 });
    putDetailRow(row, { replication, detail });
    return row;
  };
}

/** Stands for the bases' key where attacks fell on the road; no key of a base has a space. */
export const ROAD = 'the road';
