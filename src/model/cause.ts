/** Why an attack came, as a number: these, or {@link firstSource} + j for a child of source j (the actors, then strikes). */
export const Cause = { background: 0, emboldened: 1, vacuum: 2 } as const;
export const firstSource = 3;
