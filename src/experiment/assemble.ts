import type { CompiledScenario } from '../model/compile.js';
import { outcomeColumns, weekCount } from '../model/outcome-columns.js';
import type { DetailRows } from './detail-rows.js';
import type { Results } from './results.js';
import { chunkRows, copiedRows, joinedRows, type Rows } from './rows.js';
import { futuresOf, traceReplication, type Chunk, type Futures } from './run-replications.js';

/** Where the rows of a run are kept until it is told what came of it. */
export interface RowStore {
  readonly add: (rows: Rows) => void;
  /** All that is kept, in the order of the replications, without overlap. */
  readonly parts: () => readonly Rows[];
}

/** Keeps rows in memory. */
export function openRowMemory(): RowStore {
  const kept: Rows[] = [];
  return {
    add: (rows) => void kept.push(rows),
    parts: () => kept.toSorted((a, b) => a.from - b.from),
  };
}

/** Puts chunks at their places, whatever their order: the same results however the work was cut. */
export class Assembly {
  private readonly compiled: CompiledScenario;
  private readonly futures: Futures;
  private readonly store: RowStore;
  private readonly detail: DetailRows[] = [];

  constructor(compiled: CompiledScenario, of: number | Futures, store: RowStore = openRowMemory()) {
    this.compiled = compiled;
    this.futures = futuresOf(of);
    this.store = store;
  }

  add(chunk: Chunk): Rows {
    // Field by field, once: every estimate and every file reads a field of all replications.
    const rows = copiedRows(chunkRows(chunk), chunk);
    this.store.add(rows);
    if (chunk.detail) this.detail.push(chunk.detail);
    return rows;
  }

  /** Replications done without a gap from 0. */
  get prefix(): number {
    let done = 0;
    for (const { from, to } of this.store.parts()) if (from === done) done = to;
    return done;
  }

  /** Results of replications 0 … n − 1; all of them must be there. */
  results(n: number): Results {
    if (n > this.prefix)
      throw new RangeError(`replications must be at most the ${this.prefix} that are done, got ${n}`);
    const { compiled, futures } = this;
    const { seed, past } = futures;
    const rows = joinedRows(this.store.parts(), { from: 0, to: n });
    const { failures } = rows;
    const failed = new Set(failures.map(({ replication }) => replication));
    let first = 0;
    while (failed.has(first)) first++;
    return {
      scenario: compiled.scenario,
      seed,
      past,
      ...(compiled.antithetic ? { antithetic: compiled.antithetic } : {}),
      n,
      columns: outcomeColumns(compiled),
      weeks: weekCount(compiled.horizonDays),
      rows,
      firstReplication: first < n ? traceReplication(compiled, { seed, replication: first, past }) : [],
      failures,
      ...(this.detail.length > 0 ? { detail: this.detail } : {}),
    };
  }
}
