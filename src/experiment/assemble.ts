import type { CompiledScenario } from '../model/compile.js';
import type { Past } from '../model/luck.js';
import { outcomeColumns, weekCount } from '../model/outcome-columns.js';
import type { Results } from './results.js';
import { chunkRows, joinedRows, type Rows } from './rows.js';
import { futuresOf, traceReplication, type Chunk, type Futures } from './run-replications.js';

/** Puts chunks at their places, whatever their order: the same results however the work was cut. */
export class Assembly {
  private readonly compiled: CompiledScenario;
  private readonly seed: number;
  private readonly parts: Rows[] = [];

  private readonly past: Past | undefined;

  constructor(compiled: CompiledScenario, of: number | Futures) {
    const { seed, past } = futuresOf(of);
    this.past = past;
    this.compiled = compiled;
    this.seed = seed;
  }

  add(chunk: Chunk): void {
    this.parts.push(chunkRows(chunk));
  }

  /** Replications done without a gap from 0. */
  get prefix(): number {
    let done = 0;
    for (const { from, to } of this.inOrder()) if (from === done) done = to;
    return done;
  }

  /** Results of replications 0 … n − 1; all of them must be there. */
  results(n: number): Results {
    if (n > this.prefix)
      throw new RangeError(`replications must be at most the ${this.prefix} that are done, got ${n}`);
    const { compiled, seed, past } = this;
    const rows = joinedRows(this.inOrder(), n);
    const { failures } = rows;
    const failed = new Set(failures.map(({ replication }) => replication));
    let first = 0;
    while (failed.has(first)) first++;
    const firstReplication = first < n ? traceReplication(compiled, { seed, replication: first, past }) : [];
    return {
      scenario: compiled.scenario,
      seed,
      past,
      n,
      columns: outcomeColumns(compiled),
      weeks: weekCount(compiled.horizonDays),
      rows,
      firstReplication,
      failures,
    };
  }

  private inOrder(): Rows[] {
    return this.parts.sort((a, b) => a.from - b.from);
  }
}
