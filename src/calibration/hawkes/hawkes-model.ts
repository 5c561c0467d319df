/**
 * A multivariate Hawkes process with exponential kernels, a baseline that is constant in pieces, and gates. At time t
 * (days) receiver i has the rate
 *   gate_i(t) · ( baseline_i(t) + Σ_j branching[i][j] · decay[j] · e_j(t) ),  de_j = −decay[j] e_j dt,
 * and e_j rises by 1 at an event of j, by 1 + fatalBoost[j] at one that killed.
 * As in the simulator, the decay belongs to the source and a gate switches excitation off too.
 */
export interface HawkesModel {
  /** Where pieces begin (days; the first at 0), ascending; the last ends with the window. */
  readonly starts: readonly number[];
  /** Rates per day without excitation and before the gate, by piece, then receiver. */
  readonly baseline: readonly (readonly number[])[];
  /**
   * Mean number of attacks of the receiver (row) that one event of the source (column) provokes with an open gate.
   * Columns beyond the rows are sources that only excite, as strikes do.
   */
  readonly branching: readonly (readonly number[])[];
  /** Per day, by source: 1 / mean lag. */
  readonly decay: readonly number[];
  /** Extra weight of an event that killed, by source; 0 of each by default. */
  readonly fatalBoost?: readonly number[];
  /** Times the rate, by piece, then receiver; 1 of each by default. */
  readonly gates?: readonly (readonly number[])[];
  /** e_j(0) by source, in unit events: what happened before the window left at day 0; 0 of each by default. */
  readonly history?: readonly number[];
}

/**
 * Times of one source's events, ascending, in days from the start of the window; no two equal, in all sources together.
 * Those before the window are negative: they excite, and are not counted.
 */
export type EventTimes = readonly number[];
