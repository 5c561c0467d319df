/**
 * A multivariate Hawkes process with exponential kernels and a baseline that is constant in pieces. At time t (days)
 * node i has the rate gate(t) · baseline_i(t) + Σ_j Σ_{t_k < t of j} branching[i][j] · decay_i · exp(−decay_i (t − t_k)).
 */
export interface HawkesModel {
  /** Where pieces begin (days; the first at 0), ascending; the last ends with the window. */
  readonly starts: readonly number[];
  /** Rates per day without excitation, by piece, then node; gates are multiplied in. */
  readonly baseline: readonly (readonly number[])[];
  /** Mean number of attacks of the receiver (row) that one attack of the source (column) provokes. */
  readonly branching: readonly (readonly number[])[];
  /** Per day, by receiver: 1 / mean lag. */
  readonly decay: readonly number[];
  /** Σ of branching-weighted impulses of each receiver that attacks before the window left at day 0; 0 of each by default. */
  readonly history?: readonly number[];
}

/** Times of one node's attacks within the window, ascending, in days; no two equal. */
export type EventTimes = readonly number[];
