import type { CompiledScenario } from '../model/compile.js';
import type { Happening } from '../model/happening.js';
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

/** A function that runs spans of one scenario and seed. The same span gives the same chunk, whoever runs it and when. */
export function openRunner(compiled: CompiledScenario, seed: number): Runner {
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
      const end = simulator.run({ seed, replication: from + i });
      recordOutcomes(simulator, end, chunk.values.subarray(i * width, (i + 1) * width));
      chunk.weeklyAttacks.set(simulator.tally.weeklyAttacks, i * weeks);
      chunk.weeklyPersonAttacks.set(simulator.tally.weeklyPersonAttacks, i * weeks);
      chunk.weeklyPersonDays.set(simulator.tally.weeklyPersonDays, i * weeks);
    }
    return chunk;
  };
}

/** Every happening of one replication, in order. */
export function traceReplication(
  compiled: CompiledScenario,
  luck: { readonly seed: number; readonly replication: number },
): Happening[] {
  const rows: Happening[] = [];
  new Simulator(compiled).run(luck, (row) => rows.push(row));
  return rows;
}
