import { empirical } from './empirical.js';
import type { LawForm } from './law-form.js';

/** One number's column of a table of draws. */
export interface JointParameters {
  /** Name of the table: all numbers with the same name take the same row of it. */
  readonly of: string;
  /** The column, row by row. */
  readonly values: readonly number[];
}

/**
 * A column of a table of draws that belong together, such as those of a fit: each row is as likely as the others. What this
 * form tells is the law of one number alone; whoever draws takes {@link rowOf} of one uniform for all columns.
 */
export const joint: LawForm<JointParameters> = {
  faults: ({ values }) => empirical.faults(values).map((fault) => fault.replace('empirical', 'values of joint')),
  quantile: ({ values }) => empirical.quantile(values),
  support: ({ values }) => empirical.support(values),
  mean: ({ values }) => empirical.mean(values),
  describe: ({ of, values }) => {
    const quantile = empirical.quantile(values);
    const [low, high] = [quantile(0.05), quantile(0.95)].map((value) => Number(value.toPrecision(3)));
    return `one of ${values.length} draws of ${of}, 90 % between ${low} and ${high}, together with its other numbers`;
  },
};

/** Row of a table that a uniform in (0, 1) picks, from 0. */
export function rowOf(u: number, rows: number): number {
  return Math.min(rows - 1, Math.floor(u * rows));
}
