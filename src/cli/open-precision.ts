import { headlines } from '../experiment/pick-replication.js';
import { estimatedOutcomes, outcomeEstimate } from '../experiment/outcome-estimate.js';
import { PrecisionWatch, type PrecisionGoal } from '../experiment/precision-watch.js';
import type { OutcomeColumn } from '../model/outcome-columns.js';
import { didYouMean } from '../model/scenario/did-you-mean.js';
import { UserFault, type Fault } from '../model/scenario/fault.js';
import type { PrecisionOption } from './parse-precision.js';

/**
 * The watch that a `--precision` asks for.
 * @throws UserFault where an outcome is none of the scenario's, or has no estimate that could be precise.
 */
export function openPrecision(about: {
  readonly option: PrecisionOption;
  readonly columns: readonly OutcomeColumn[];
  readonly cap: number;
}): PrecisionWatch {
  const { option, columns, cap } = about;
  const goals = option.asked.flatMap(({ outcome, target }): PrecisionGoal[] =>
    (outcome === undefined ? headlines : [outcome]).map((name) => ({ outcome: name, target })),
  );
  const faults = goals.flatMap(({ outcome }): Fault[] => {
    if (outcomeEstimate(outcome, columns)) return [];
    const rule = 'must name an outcome that has a mean, a rate or a share of replications';
    return [{ path: '--precision', value: outcome, rule, hint: didYouMean(outcome, estimatedOutcomes(columns)) }];
  });
  if (faults.length > 0) throw new UserFault(faults);
  return new PrecisionWatch({ columns, goals, cap });
}
