export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/**
 * The total over a random number of attacks, each with independent casualties of one law: mean E N · E Y, variance
 * E N · Var Y + Var N · (E Y)². For a Poisson count give its mean as its variance. P(total = 0) is the generating
 * function of the count at P(Y = 0): `countGeneratingFunction`.
 */
export function totalMoments({ count, each }: { readonly count: Moments; readonly each: Moments }): Moments {
  return {
    mean: count.mean * each.mean,
    variance: count.mean * each.variance + count.variance * each.mean ** 2,
  };
}

/** A negative binomial law of mean ≥ 0 and size above 0, with variance mean + mean²/size. */
export interface CasualtyLaw {
  readonly mean: number;
  readonly size: number;
}

export function casualtyMoments({ mean, size }: CasualtyLaw): Moments {
  return { mean, variance: mean + mean ** 2 / size };
}

/** P(Y = y) for y = 0 … largest. */
export function casualtyProbabilities({ mean, size }: CasualtyLaw, largest: number): number[] {
  let log = -size * Math.log1p(mean / size);
  return Array.from({ length: largest + 1 }, (_, y) => {
    const probability = Math.exp(log);
    log += Math.log(((y + size) / (y + 1)) * (mean / (mean + size)));
    return probability;
  });
}

/** Whoever is hit is killed with a probability of its own attack: Beta(alpha, beta), mean alpha/(alpha + beta). */
export interface KilledShare {
  readonly alpha: number;
  readonly beta: number;
}

/** Mean and variance of the killed among so many casualties: the beta-binomial law. */
export function killedMoments({ alpha, beta }: KilledShare, casualties: number): Moments {
  const share = alpha / (alpha + beta);
  const spread = (alpha + beta + casualties) / (alpha + beta + 1);
  return { mean: casualties * share, variance: casualties * share * (1 - share) * spread };
}

/** P(D = d) for d = 0 … casualties: C(y, d) B(d + alpha, y − d + beta)/B(alpha, beta). */
export function killedProbabilities({ alpha, beta }: KilledShare, casualties: number): number[] {
  let log = 0;
  for (let i = 0; i < casualties; i++) log += Math.log((beta + i) / (alpha + beta + i));
  return Array.from({ length: casualties + 1 }, (_, d) => {
    const probability = Math.exp(log);
    log += Math.log(((casualties - d) * (alpha + d)) / ((d + 1) * (beta + casualties - d - 1)));
    return probability;
  });
}
