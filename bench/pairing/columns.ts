import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRunner } from '../../src/experiment/run-replications.js';
import type { CompiledScenario } from '../../src/model/compile.js';
import { outcomeColumns } from '../../src/model/outcome-columns.js';
import { writeModel } from '../model/write-model.js';

/** An outcome by name, a value a replication. */
export type Columns = ReadonlyMap<string, Float64Array>;

/** What is compared, in the order in which the C++ core prints it; `expected` has the same mean as the count. */
export const outcomes: readonly { readonly name: string; readonly expected?: string }[] = [
  { name: 'attacks', expected: 'expectedAttacks' },
  { name: 'personAttacks', expected: 'expectedPersonAttacks' },
  { name: 'killed' },
];

/** From garrison's own engine, in which scenarios of one seed draw their attacks from one Poisson measure. */
export function columnsOfGarrison(
  compiled: CompiledScenario,
  { n, seed }: { readonly n: number; readonly seed: number },
): Columns {
  const columns = outcomeColumns(compiled);
  const { values } = openRunner(compiled, seed)({ from: 0, to: n });
  const names = outcomes.flatMap(({ name, expected }) => (expected ? [name, expected] : [name]));
  return new Map(
    names.map((name) => {
      const at = columns.findIndex((column) => column.name === name);
      return [name, Float64Array.from({ length: n }, (_, r) => values[r * columns.length + at]!)];
    }),
  );
}

/** From the C++ core, which thins with streams for numbers, times and marks that scenarios of one seed share by name. */
export function columnsOfCore(
  compiled: CompiledScenario,
  { binary, folder, n }: { readonly binary: string; readonly folder: string; readonly n: number },
): Columns {
  const model = join(folder, 'paired.txt');
  writeFileSync(model, writeModel(compiled));
  const ran = spawnSync(binary, [model, 'columns', String(n), '1'], { encoding: 'utf8', maxBuffer: 1e9 });
  if (ran.status !== 0) throw new Error(`the C++ core must run, but ended with ${ran.status}: ${ran.stderr}`);
  const lines = ran.stdout.trim().split('\n');
  const cells = lines.map((line) => line.split(' ').map(Number));
  return new Map(outcomes.map(({ name }, column) => [name, Float64Array.from(cells, (line) => line[column]!)]));
}
