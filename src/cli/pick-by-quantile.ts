import { headlines, pickReplication, type Picked } from '../experiment/pick-replication.js';
import type { Results } from '../experiment/results.js';
import type { CompiledScenario } from '../model/compile.js';
import { outcomeColumns } from '../model/outcome-columns.js';
import { didYouMean } from '../model/scenario/did-you-mean.js';
import { UserFault } from '../model/scenario/fault.js';
import { figure } from './number-text.js';

/** @throws UserFault where the scenario has no such outcome. Asked before anything is simulated. */
export function mustBeOutcome(compiled: CompiledScenario, name: string): void {
  const names = outcomeColumns(compiled).map((column) => column.name);
  if (names.includes(name)) return;
  const hint = didYouMean(name, names) ?? 'replications.csv of a run has them as columns';
  throw new UserFault([{ path: '--of', value: name, rule: 'must be an outcome of this scenario', hint }]);
}

/** @throws UserFault where the outcome exists in no replication. */
export function pickByQuantile(
  results: Results,
  asked: { readonly outcome: string; readonly quantile: number },
): Picked {
  const picked = pickReplication(results, asked);
  if (picked) return picked;
  const rule = `must exist in a replication to be picked by, but ${asked.outcome} exists in none of ${figure(results.n)}`;
  throw new UserFault([{ path: '--of', rule, hint: 'name another outcome, or run more replications' }]);
}

/** How it was picked: "Replication 1,204 of 2,000: killed 6, the 95 % quantile; 3 others share that value." */
export function pickedSentence(picked: Picked): string {
  const { outcome, quantile, n, replication, value, target, sharedBy, without } = picked;
  const order = quantile === 0.5 ? 'median' : `${figure(100 * quantile)} % quantile`;
  const exact = figure(value) === figure(target) ? `the ${order}` : `nearest to the ${order} of ${figure(target)}`;
  const nearest = headlines.filter((name) => name !== outcome).join(' and ');
  const others = `${figure(sharedBy)} ${sharedBy === 1 ? 'other shares' : 'others share'} that value`;
  const shared = sharedBy === 0 ? '' : `; ${others}, and of them all this one’s ${nearest} lie nearest to the medians`;
  const left = without === 0 ? '' : ` ${figure(without)} replications without that outcome are left out.`;
  return `Picked: replication ${figure(replication)} of ${figure(n)} (counted from 0), ${outcome} ${figure(value)}, ${exact}${shared}.${left}`;
}
