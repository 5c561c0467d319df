import type { DifferenceGoal, Metric } from '../experiment/compare/index.js';
import { didYouMean } from '../model/scenario/did-you-mean.js';
import { UserFault, type Fault } from '../model/scenario/fault.js';
import { mustBeEven } from './antithetic.js';
import type { LoadedStudy } from './load-study.js';
import { mustBeEstimable } from './must-be-estimable.js';
import type { PrecisionOption } from './parse-precision.js';
import type { ComparisonSize } from './run-members.js';

/** What the command line says of how many replications; it goes before the study. */
export interface AskedSize {
  readonly replications: number | undefined;
  readonly precision: PrecisionOption | undefined;
  readonly most: number | undefined;
  readonly antithetic: boolean;
}

const usualCap = 100_000;

/**
 * How many replications a comparison is to have.
 * @throws UserFault where they are too many, or a precision is asked of what is no metric.
 */
export function comparisonSize(study: LoadedStudy, asked: AskedSize): ComparisonSize {
  const { metrics } = study;
  const precision = precisionOf(study, asked);
  if (precision && asked.antithetic) {
    const rule = 'goes with a number of replications, not with a precision';
    throw new UserFault([{ path: '--antithetic', rule, hint: 'say how many with --replications' }]);
  }
  if (precision) {
    const cap = asked.most ?? study.maxReplications ?? usualCap;
    mustBeEstimable(cap, '--max-replications');
    return { kind: 'precise', asked: precision.text, goals: goalsOf(precision, metrics), cap };
  }
  if (asked.most !== undefined) {
    const rule = 'is for a precision, by --precision or by the study: without it, -n says how many';
    throw new UserFault([{ path: '--max-replications', value: asked.most, rule }]);
  }
  const n = asked.replications ?? study.replications;
  mustBeEstimable(n);
  mustBeEven(n, asked.antithetic);
  return { kind: 'fixed', n };
}

/** The precision that is asked for, by the command line before the study; undefined where it is a number of replications. */
export function precisionOf(study: LoadedStudy, asked: AskedSize): PrecisionOption | undefined {
  return asked.precision ?? (asked.replications === undefined ? study.precision : undefined);
}

function goalsOf({ asked }: PrecisionOption, metrics: readonly Metric[]): DifferenceGoal[] {
  const names = metrics.map(({ name }) => name);
  const faults = asked.flatMap(({ outcome }): Fault[] => {
    if (outcome === undefined || names.includes(outcome)) return [];
    const rule = 'must name a metric of the comparison';
    const hint = didYouMean(outcome, names) ?? `they are ${names.join(', ')}`;
    return [{ path: '--precision', value: outcome, rule, hint }];
  });
  if (faults.length > 0) throw new UserFault(faults);
  return asked.flatMap(({ outcome, target }) =>
    metrics.filter(({ name }) => outcome === undefined || name === outcome).map((metric) => ({ metric, target })),
  );
}
