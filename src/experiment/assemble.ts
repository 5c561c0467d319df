import type { CompiledScenario } from '../model/compile.js';
import type { Past } from '../model/luck.js';
import { outcomeColumns, weekCount } from '../model/outcome-columns.js';
import type { Results } from './results.js';
import { futuresOf, traceReplication, type Chunk, type Futures } from './run-replications.js';

/** Puts chunks at their places, whatever their order: the same results however the work was cut. */
export class Assembly {
  private readonly compiled: CompiledScenario;
  private readonly seed: number;
  private readonly width: number;
  private readonly weeks: number;
  private readonly chunks: Chunk[] = [];

  private readonly past: Past | undefined;

  constructor(compiled: CompiledScenario, of: number | Futures) {
    const { seed, past } = futuresOf(of);
    this.past = past;
    this.compiled = compiled;
    this.seed = seed;
    this.width = outcomeColumns(compiled).length;
    this.weeks = weekCount(compiled.horizonDays);
  }

  add(chunk: Chunk): void {
    this.chunks.push(chunk);
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
    const { compiled, seed, past, width, weeks } = this;
    const values = new Float64Array(n * width);
    const weekly = {
      attacks: new Float64Array(n * weeks),
      personAttacks: new Float64Array(n * weeks),
      personDays: new Float64Array(n * weeks),
    };
    for (const chunk of this.inOrder()) {
      if (chunk.from >= n) break;
      const kept = Math.min(chunk.to, n) - chunk.from;
      values.set(chunk.values.subarray(0, kept * width), chunk.from * width);
      weekly.attacks.set(chunk.weeklyAttacks.subarray(0, kept * weeks), chunk.from * weeks);
      weekly.personAttacks.set(chunk.weeklyPersonAttacks.subarray(0, kept * weeks), chunk.from * weeks);
      weekly.personDays.set(chunk.weeklyPersonDays.subarray(0, kept * weeks), chunk.from * weeks);
    }
    const failures = this.inOrder()
      .flatMap((chunk) => chunk.failures)
      .filter(({ replication }) => replication < n);
    const failed = new Set(failures.map(({ replication }) => replication));
    let first = 0;
    while (failed.has(first)) first++;
    const firstReplication = first < n ? traceReplication(compiled, { seed, replication: first, past }) : [];
    return {
      scenario: compiled.scenario,
      seed,
      past,
      ...(compiled.antithetic ? { antithetic: compiled.antithetic } : {}),
      n,
      columns: outcomeColumns(compiled),
      values,
      weeks,
      weekly,
      firstReplication,
      failures,
    };
  }

  private inOrder(): Chunk[] {
    return this.chunks.sort((a, b) => a.from - b.from);
  }
}
