import { UserFault } from '../model/scenario/fault.js';
import { figure } from './number-text.js';

/** Rows lie on disk, but estimates are made of a few whole columns at a time: of so many replications about 2 GiB. */
const mostReplications = 50_000_000;

/** @throws UserFault where so many replications give columns that do not fit in memory. */
export function mustBeEstimable(n: number, option = '--replications'): void {
  if (n <= mostReplications) return;
  const rule = `must be at most ${figure(mostReplications)}: estimates are made of whole columns in memory`;
  throw new UserFault([{ path: option, value: n, rule, hint: 'run parts with several seeds' }]);
}
