import type { CompiledScenario } from '../../src/model/compile.js';
import { openRunner } from '../../src/experiment/run-replications.js';
import { outcomeColumns, weekCount } from '../../src/model/outcome-columns.js';
import { askCore } from './build-core.js';
import { momentsOf, zScores, type Moments } from './moments.js';
import { outcomeOfCore } from './outcome-names.js';

/** How far apart the two programs are in one outcome. */
export interface Agreement {
  readonly outcome: string;
  readonly garrison: Moments;
  readonly core: Moments;
  readonly zMean: number;
  readonly zVariance: number;
}

/** Runs both on the same scenario and compares every outcome that the core has, by base, contingent, actor and week too. */
export function agreementOf(
  compiled: CompiledScenario,
  of: { readonly binary: string; readonly model: string; readonly replications: number; readonly seed?: number },
): Agreement[] {
  const { replications, seed = 7 } = of;
  const columns = outcomeColumns(compiled).map(({ name }) => name);
  const weeks = weekCount(compiled.horizonDays);
  const chunk = openRunner(compiled, seed)({ from: 0, to: replications });
  const weekly: Readonly<Record<string, Float64Array>> = {
    attacks: chunk.weeklyAttacks,
    personAttacks: chunk.weeklyPersonAttacks,
    personDays: chunk.weeklyPersonDays,
  };
  const coreReplications = 10 * replications;
  const told = askCore(of.binary, [of.model, 'rows', String(coreReplications), String(seed)]);
  return Object.entries(told).flatMap(([name, numbers]) => {
    if (!Array.isArray(numbers)) return [];
    const [, series = '', week = ''] = /^week\.(\w+)#(\d+)$/.exec(name) ?? [];
    const column = columns.indexOf(outcomeOfCore(compiled, name) ?? '');
    const values = weekly[series];
    if (!values && column < 0) return [];
    const valueAt = values
      ? (r: number): number => values[r * weeks + Number(week)]!
      : (r: number): number => chunk.values[r * columns.length + column]!;
    const garrison = momentsOf(replications, valueAt);
    const [mean, second, fourth] = numbers.map(Number);
    const core = { n: coreReplications, mean: mean!, second: second!, fourth: fourth! };
    const z = zScores(garrison, core);
    return [{ outcome: columns[column] ?? name, garrison, core, zMean: z.mean, zVariance: z.variance }];
  });
}
