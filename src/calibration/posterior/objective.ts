/**
 * A smooth function that a search climbs or a sampler walks on: gives its value at a point and writes its derivatives
 * into `slopes` (same length). −Infinity, or NaN, where the point is impossible; the slopes then mean nothing.
 */
export type Objective = (point: Float64Array, slopes: Float64Array) => number;
