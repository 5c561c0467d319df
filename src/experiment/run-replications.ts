import type { CompiledScenario } from '../model/compile.js';
import type { Happening } from '../model/happening.js';
import type { Luck, Past } from '../model/luck.js';
import { outcomeColumns, weekCount } from '../model/outcome-columns.js';
import { recordOutcomes } from '../model/record-outcomes.js';
import { Simulator } from '../model/replication.js';

/** Replications from … to − 1 of one scenario and seed: the unit of work of every executor. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a span gives, ready to be put at its place: see {@link Results} for the layout. */
export interface Chunk extends Span {
  readonly values: Float64Array;
  readonly weeklyAttacks: Float64Array;
  readonly weeklyPersonAttacks: Float64Array;
  readonly weeklyPersonDays: Float64Array;
}

export type Runner = (span: Span) => Chunk;

/** Whose luck replications have: a seed's own from the start, or from the day of a shared past on. */
export interface Futures {
  readonly seed: number;
  /** Replication r is then future r of it. */
  readonly past?: Past | undefined;
}

/** A seed alone has no past. */
export function futuresOf(of: number | Futures): Futures {
  return typeof of === 'number' ? { seed: of } : of;
}

/** A function that runs spans of one scenario and seed. The same span gives the same chunk, whoever runs it and when. */
export function openRunner(compiled: CompiledScenario, of: number | Futures): Runner {
  const { seed, past } = futuresOf(of);
  let pastFingerprint = NaN;
  const simulator = new Simulator(compiled);
  const width = outcomeColumns(compiled).length;
  const weeks = weekCount(compiled.horizonDays);
  return ({ from, to }) => {
    const n = to - from;
    const chunk = {
      from,
      to,
      values: new Float64Array(n * width),
      weeklyAttacks: new Float64Array(n * weeks),
      weeklyPersonAttacks: new Float64Array(n * weeks),
      weeklyPersonDays: new Float64Array(n * weeks),
    };
    for (let i = 0; i < n; i++) {
      const end = simulator.run({ seed, replication: from + i, past });
      if (Number.isNaN(pastFingerprint)) ({ pastFingerprint } = end);
      if (past && end.pastFingerprint !== pastFingerprint)
        throw new Error(`futures must share the events of their past, got others in future ${from + i}`);
      recordOutcomes(simulator, end, chunk.values.subarray(i * width, (i + 1) * width));
      chunk.weeklyAttacks.set(simulator.tally.weeklyAttacks, i * weeks);
      chunk.weeklyPersonAttacks.set(simulator.tally.weeklyPersonAttacks, i * weeks);
      chunk.weeklyPersonDays.set(simulator.tally.weeklyPersonDays, i * weeks);
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
