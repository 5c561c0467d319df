import type { CompiledScenario } from '../model/compile.js';
import { outcomeColumns, weekCount } from '../model/outcome-columns.js';
import { UserFault } from '../model/scenario/fault.js';
import { figure } from './number-text.js';

/** How many replications of all these scenarios fit: results are held in memory, twice while they are put together. */
export function mostInMemory(all: readonly CompiledScenario[]): number {
  const numbersEach = all.map((each) => outcomeColumns(each).length + 3 * weekCount(each.horizonDays));
  const bytesEach = 8 * 2 * numbersEach.reduce((sum, numbers) => sum + numbers, 0);
  return Math.floor(2 ** 31 / bytesEach);
}

/** @throws UserFault where so many replications do not fit. */
export function mustFitInMemory(all: readonly CompiledScenario[], n: number): void {
  const most = mostInMemory(all);
  if (n <= most) return;
  const rule = `must be at most ${figure(most)} for ${all.length === 1 ? 'this scenario, whose' : 'these scenarios, whose'} results are held in memory`;
  throw new UserFault([{ path: '--replications', value: n, rule, hint: 'run parts with several seeds' }]);
}
