import { openRunner } from '../../src/experiment/run-replications.js';
import { compileScenario, type CompiledScenario } from '../../src/model/compile.js';
import { outcomeColumns } from '../../src/model/outcome-columns.js';
import { faultText } from '../../src/model/scenario/fault.js';
import { readScenario } from '../../src/model/scenario/read-scenario.js';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';
import type { Scenario } from '../../src/model/scenario/schema.js';

/** One base, one contingent, one actor without excitation or emboldening, 100 days; a test changes what it is about. */
export const plain = {
  title: 'test',
  start: '2020-01-01',
  end: '2020-04-09',
  contingents: { us: {} },
  bases: { alpha: { location: { lat: 0, lon: 0 }, garrison: { us: 1000 } } },
  actors: {
    militias: {
      baselinePerDay: 0.2,
      branching: { militias: 0 },
      fatalBoost: 0,
      targetChoice: { effortElasticity: 0 },
      emboldening: { perShareWithdrawn: 0 },
    },
  },
} satisfies ScenarioInput;

/** Last day of a scenario that starts on 1 January 2020 and lasts so many days. */
export function endAfter(days: number): string {
  return new Date(Date.UTC(2020, 0, days)).toISOString().slice(0, 10);
}

export function readOrFail(input: unknown): Scenario {
  const read = readScenario(input);
  if (read.kind === 'faults') throw new Error(read.faults.map(faultText).join('\n'));
  return read.scenario;
}

export function compiled(input: ScenarioInput): CompiledScenario {
  return compileScenario(readOrFail(input));
}

/** Outcomes by name over `n` replications. */
export function simulate(scenario: CompiledScenario, { n, seed = 1 }: { readonly n: number; readonly seed?: number }) {
  const columns = outcomeColumns(scenario);
  const { values } = openRunner(scenario, seed)({ from: 0, to: n });
  return (name: string): number[] => {
    const at = columns.findIndex((column) => column.name === name);
    if (at < 0) throw new Error(`no outcome ${name}`);
    return Array.from({ length: n }, (_, r) => values[r * columns.length + at]!);
  };
}
