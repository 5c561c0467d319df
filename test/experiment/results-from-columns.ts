import type { Results } from '../../src/experiment/results.js';
import type { CompiledScenario } from '../../src/model/compile.js';
import { outcomeColumns } from '../../src/model/outcome-columns.js';
import { tableRows } from './small-results.js';

/** Results in which the columns given hold what is given, by replication, and all others 0. */
export function resultsFromColumns(
  compiled: CompiledScenario,
  given: Readonly<Record<string, readonly number[]>>,
): Results {
  const columns = outcomeColumns(compiled);
  const n = Object.values(given)[0]?.length ?? 0;
  const values = new Float64Array(n * columns.length);
  for (const [name, column] of Object.entries(given)) {
    const at = columns.findIndex((known) => known.name === name);
    if (at < 0) throw new Error(`no outcome ${name}`);
    column.forEach((value, r) => (values[r * columns.length + at] = value));
  }
  return {
    scenario: compiled.scenario,
    seed: 1,
    n,
    columns,
    weeks: 0,
    rows: tableRows({ n, values }),
    firstReplication: [],
    failures: [],
  };
}
