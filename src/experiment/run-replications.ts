import type { CompiledScenario } from '../model/compile.js';
import type { Happening } from '../model/happening.js';
import type { Luck, Past } from '../model/luck.js';
import { outcomeColumns, weekCount } from '../model/outcome-columns.js';
import { recordOutcomes } from '../model/record-outcomes.js';
import { Simulator } from '../model/replication.js';
import { UserFault } from '../model/scenario/fault.js';
import { openDetail, openDetailRows, putDetailRow, type DetailRows } from './detail-rows.js';

/** Replications from … to − 1 of one scenario and seed: the unit of work of every executor. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A replication that could not be run to its end, and why. Its row is blank. */
export interface FailedReplication {
  readonly replication: number;
  readonly message: string;
}

/** What a span gives, ready to be put at its place: see {@link Results} for the layout. */
export interface Chunk extends Span {
  readonly values: Float64Array;
  readonly weeklyAttacks: Float64Array;
  readonly weeklyPersonAttacks: Float64Array;
  readonly weeklyPersonDays: Float64Array;
  readonly failures: readonly FailedReplication[];
  /** Of those of its replications that are told in detail. */
  readonly detail?: DetailRows;
}

export type Runner = (span: Span) => Chunk;

/** Whose luck replications have: a seed's own from the start, or from the day of a shared past on. */
export interface Futures {
  readonly seed: number;
  /** Replication r is then future r of it. */
  readonly past?: Past | undefined;
}

/** What a runner runs, and what it keeps. */
export interface Wanted extends Futures {
  /** So many of the first replications are told in detail too; none without it. */
  readonly detailed?: number | undefined;
}

/** A seed alone has no past. */
export function futuresOf(of: number | Wanted): Wanted {
  return typeof of === 'number' ? { seed: of } : of;
}

/**
 * A function that runs spans of one scenario and seed. The same span gives the same chunk, whoever runs it and when. A
 * replication that throws is kept as a failure, and voids no other; only a UserFault, which is the scenario's, goes on.
 */
export function openRunner(compiled: CompiledScenario, of: number | Wanted): Runner {
  const { seed, past, detailed = 0 } = futuresOf(of);
  const detail = detailed > 0 ? openDetail(compiled) : undefined;
  let pastFingerprint = NaN;
  let simulator = new Simulator(compiled);
  const width = outcomeColumns(compiled).length;
  const weeks = weekCount(compiled.horizonDays);
  return ({ from, to }) => {
    const n = to - from;
    const failures: FailedReplication[] = [];
    const told = detail && from < detailed ? openDetailRows(detail, { from, to: Math.min(to, detailed) }) : undefined;
    const chunk = {
      from,
      to,
      values: new Float64Array(n * width),
      weeklyAttacks: new Float64Array(n * weeks),
      weeklyPersonAttacks: new Float64Array(n * weeks),
      weeklyPersonDays: new Float64Array(n * weeks),
      failures,
      ...(told ? { detail: told } : {}),
    };
    for (let i = 0; i < n; i++) {
      let isOfPast = true;
      const isTold = told !== undefined && from + i < told.to;
      simulator.tally.detail = isTold ? detail : undefined;
      try {
        const end = simulator.run({ seed, replication: from + i, past });
        if (Number.isNaN(pastFingerprint)) ({ pastFingerprint } = end);
        isOfPast = past === undefined || end.pastFingerprint === pastFingerprint;
        recordOutcomes(simulator, end, chunk.values.subarray(i * width, (i + 1) * width));
        chunk.weeklyAttacks.set(simulator.tally.weeklyAttacks, i * weeks);
        chunk.weeklyPersonAttacks.set(simulator.tally.weeklyPersonAttacks, i * weeks);
        chunk.weeklyPersonDays.set(simulator.tally.weeklyPersonDays, i * weeks);
        if (isTold && detail) putDetailRow(told, { replication: from + i, detail });
      } catch (error) {
        if (error instanceof UserFault) throw error;
        failures.push({ replication: from + i, message: error instanceof Error ? error.message : String(error) });
        chunk.values.fill(NaN, i * width, (i + 1) * width);
        for (const series of [chunk.weeklyAttacks, chunk.weeklyPersonAttacks, chunk.weeklyPersonDays])
          series.fill(NaN, i * weeks, (i + 1) * weeks);
        // What it left behind is not to be trusted.
        simulator = new Simulator(compiled);
      }
      // No failure of one replication: all of them would rest on it.
      if (!isOfPast) throw new Error(`futures must share the events of their past, got others in future ${from + i}`);
    }
    return chunk;
  };
}

/** Every happening of one replication, in order. */
export function traceReplication(compiled: CompiledScenario, luck: Luck): Happening[] {
  const rows: Happening[] = [];
  new Simulator(compiled).run(luck, (row) => rows.push(row));
  return rows;
}
