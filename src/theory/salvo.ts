/** Rounds of one attack, K: a negative binomial law given that it is at least 1. */
export interface Salvo {
  /** k̄, above 0. */
  readonly meanBeforeTruncation: number;
  /** r, above 0; the variance before truncation is k̄ + k̄²/r. */
  readonly size: number;
  /** A larger salvo counts as this many rounds; no limit if left out. */
  readonly cap?: number;
}

/** p₀ = (1 + k̄/r)^−r: the probability of no round, which truncation takes away. */
export function salvoNoneProbability(salvo: Salvo): number {
  return Math.exp(logNone(salvo));
}

/**
 * Mean and variance of the rounds. Without a cap k̄/(1 − p₀), and (k̄ + k̄²/r + k̄²)/(1 − p₀) less the squared mean;
 * with one Σ P(K ≥ k), and Σ (2k − 1) P(K ≥ k) less the squared mean.
 */
export function salvoMoments(salvo: Salvo): { readonly mean: number; readonly variance: number } {
  const { meanBeforeTruncation, size, cap } = salvo;
  if (cap === undefined) {
    const mean = meanBeforeTruncation / -Math.expm1(logNone(salvo));
    return { mean, variance: mean * (1 + meanBeforeTruncation / size + meanBeforeTruncation - mean) };
  }
  const tails = Array.from({ length: cap }, (_, i) => salvoTail(salvo, i + 1));
  const mean = tails.reduce((sum, tail) => sum + tail, 0);
  return { mean, variance: tails.reduce((sum, tail, i) => sum + (2 * i + 1) * tail, 0) - mean ** 2 };
}

/** P(K = k) for k = 1 … largest, at index k − 1. */
export function salvoProbabilities(salvo: Salvo, largest: number): number[] {
  const { cap = Infinity } = salvo;
  return Array.from({ length: largest }, (_, i) => {
    if (i + 1 < cap) return Math.exp(logUncapped(salvo, i + 1));
    return i + 1 === cap ? salvoTail(salvo, cap) : 0;
  });
}

/** P(K ≥ k), added up from k on, so that a small tail keeps its digits. */
export function salvoTail(salvo: Salvo, atLeast: number): number {
  const { meanBeforeTruncation, cap = Infinity } = salvo;
  if (atLeast <= 1) return 1;
  if (atLeast > cap) return 0;
  let log = logUncapped(salvo, atLeast);
  let sum = 0;
  for (let rounds = atLeast; rounds < meanBeforeTruncation || sum + Math.exp(log) > sum; rounds++) {
    sum += Math.exp(log);
    log += logStep(salvo, rounds);
  }
  return sum;
}

/** ln of (1 − p₀)⁻¹ Γ(k + r)/(k! Γ(r)) p₀ (k̄/(k̄ + r))^k. */
function logUncapped(salvo: Salvo, rounds: number): number {
  const none = logNone(salvo);
  let log = none - Math.log(-Math.expm1(none));
  for (let k = 0; k < rounds; k++) log += logStep(salvo, k);
  return log;
}

/** ln P(k + 1)/P(k) before truncation. */
function logStep({ meanBeforeTruncation, size }: Salvo, k: number): number {
  return Math.log(((k + size) / (k + 1)) * (meanBeforeTruncation / (meanBeforeTruncation + size)));
}

function logNone({ meanBeforeTruncation, size }: Salvo): number {
  return -size * Math.log1p(meanBeforeTruncation / size);
}
