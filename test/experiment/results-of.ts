import { Assembly } from '../../src/experiment/assemble.js';
import type { Results } from '../../src/experiment/results.js';
import { openRunner } from '../../src/experiment/run-replications.js';
import type { CompiledScenario } from '../../src/model/compile.js';

/** Results of the first `n` replications, in this thread. */
export function resultsOf(compiled: CompiledScenario, { n, seed = 1 }: { readonly n: number; readonly seed?: number }) {
  const assembly = new Assembly(compiled, seed);
  assembly.add(openRunner(compiled, seed)({ from: 0, to: n }));
  return assembly.results(n) satisfies Results;
}
