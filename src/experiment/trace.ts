import type { CompiledScenario } from '../model/compile.js';
import type { Happening } from '../model/happening.js';
import type { Luck } from '../model/luck.js';
import { outcomeColumns } from '../model/outcome-columns.js';
import { recordOutcomes } from '../model/record-outcomes.js';
import { Simulator } from '../model/replication.js';

/** One replication with all that happened in it. */
export interface Trace extends Luck {
  readonly compiled: CompiledScenario;
  /** In order of time; strikes before the start come first, with negative days. */
  readonly rows: readonly Happening[];
  /** The numbers it drew, by slot of the compiled scenario. */
  readonly values: Float64Array;
  /** Its outcomes by name; NaN where one does not exist. */
  readonly outcomes: ReadonlyMap<string, number>;
}

/** Runs one replication and keeps everything: the same numbers as in any run with this seed. */
export function traceFully(compiled: CompiledScenario, luck: Luck): Trace {
  const simulator = new Simulator(compiled);
  const rows: Happening[] = [];
  const end = simulator.run(luck, (row) => rows.push(row));
  const columns = outcomeColumns(compiled);
  const found = new Float64Array(columns.length);
  recordOutcomes(simulator, end, found);
  return {
    compiled,
    ...luck,
    rows,
    values: simulator.values.slice(),
    outcomes: new Map(columns.map(({ name }, i) => [name, found[i] ?? NaN])),
  };
}
