/** A group of people on the way. Reused between replications. */
export interface Convoy {
  to: number;
  persons: number;
  byRoad: boolean;
  /** Attacks per day on it when every actor stands at reference intensity: h_0 (n/n_ref)^α_c ρ; 0 by air. */
  hazard: number;
  /** ρ of its route. */
  routeFactor: number;
  /** Names it in draws: item of the plan and number of the departure. */
  identity: number;
  onTheWay: boolean;
  /** Base that a routine supply convoy supplies; -1 for people who move. */
  supplies: number;
  readonly counts: Int32Array;
}

/** A convoy with nobody in it. */
export function emptyConvoy(contingents: number): Convoy {
  return {
    to: -1,
    persons: 0,
    byRoad: true,
    hazard: 0,
    routeFactor: 1,
    identity: 0,
    onTheWay: false,
    supplies: -1,
    counts: new Int32Array(contingents),
  };
}
