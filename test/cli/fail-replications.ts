import { onTestFinished, vi } from 'vitest';
import { Simulator } from '../../src/model/replication.js';

/** Makes some replications of this process throw, until the test ends: no option of garrison does that. */
export function failReplications(replications: readonly number[], message = 'made to fail'): void {
  const run: Simulator['run'] = Reflect.get(Simulator.prototype, 'run');
  const spy = vi.spyOn(Simulator.prototype, 'run').mockImplementation(function (this: Simulator, luck, sink) {
    const end = run.call(this, luck, sink);
    if (replications.includes(luck.replication)) throw new Error(message);
    return end;
  });
  onTestFinished(() => {
    spy.mockRestore();
  });
}
