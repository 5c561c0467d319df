import type { Law } from '../../random/laws/law.js';
import type { BeliefSummary, Learnt } from '../posterior/fitted-parameter.js';

/** One number that a record was asked about, before and after. */
export interface FittedNumber {
  /** Where it stands in the scenario; undefined for one that the scenario has no place for. */
  readonly path?: string;
  /** What it is, with its unit, in words: "attacks a day, with all they provoke". */
  readonly words: string;
  /** The belief before; undefined where it only follows from other numbers. */
  readonly prior?: Law;
  readonly before?: BeliefSummary;
  readonly after: BeliefSummary;
  /** How far the record moved the belief. */
  readonly learnt?: Learnt;
  readonly overlap?: number;
  readonly draws: Float64Array;
}

/** Numbers whose draws belong together row by row. */
export interface FittedTable {
  readonly numbers: readonly FittedNumber[];
  readonly rows: number;
}
