/** How many standard errors the sample mean lies from a claimed mean. */
export function meanScore(sample: readonly number[], claimed: number): number {
  const { mean, second } = centralMoments(sample);
  return (mean - claimed) / Math.sqrt(second / sample.length);
}

/** The same for the sample variance; its standard error comes from the fourth central moment of the sample. */
export function varianceScore(sample: readonly number[], claimed: number): number {
  const size = sample.length;
  const { second, fourth } = centralMoments(sample);
  const variance = (second * size) / (size - 1);
  const errorVariance = (fourth - ((size - 3) / (size - 1)) * variance ** 2) / size;
  return (variance - claimed) / Math.sqrt(errorVariance);
}

/** The same for a share of successes, with the standard error of the claimed probability. */
export function shareScore(sample: readonly boolean[], claimed: number): number {
  const share = sample.filter(Boolean).length / sample.length;
  return (share - claimed) / Math.sqrt((claimed * (1 - claimed)) / sample.length);
}

/** The same for the covariance of pairs. */
export function covarianceScore(pairs: readonly (readonly [number, number])[], claimed: number): number {
  const meanX = pairs.reduce((sum, [x]) => sum + x, 0) / pairs.length;
  const meanY = pairs.reduce((sum, [, y]) => sum + y, 0) / pairs.length;
  return meanScore(
    pairs.map(([x, y]) => (x - meanX) * (y - meanY)),
    claimed,
  );
}

function centralMoments(sample: readonly number[]): { mean: number; second: number; fourth: number } {
  const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length;
  const power = (k: number): number => sample.reduce((sum, value) => sum + (value - mean) ** k, 0) / sample.length;
  return { mean, second: power(2), fourth: power(4) };
}
