import { negativeBinomialLaw, poissonLaw, type CountLaw } from '../../stats/index.js';

/** What a simple forecast knows: days of past attacks, in a past of `pastDays` that ends where the window begins. */
export interface SimplePast {
  readonly attackDays: readonly number[];
  readonly pastDays: number;
  readonly horizonDays: number;
}

/** A forecast that a model of the process must beat to be worth its trouble. */
export interface SimpleForecast {
  readonly name: string;
  /** One sentence: what it takes the next window to be like. */
  readonly about: string;
  readonly law: (past: SimplePast) => CountLaw;
}

/**
 * The simple forecasts. Half an attack is added to every count (Jeffreys), so that a base without an attack so far is not
 * one that can have none.
 */
export const simpleForecasts = {
  poisson: {
    name: 'Poisson at the past rate',
    about: 'A homogeneous Poisson process at the rate of the whole past',
    law: ({ attackDays, pastDays, horizonDays }) => poissonLaw(((attackDays.length + 0.5) / pastDays) * horizonDays),
  },
  gammaPoisson: {
    name: 'gamma-Poisson',
    about: 'The same, with what the past leaves open about the rate: its Jeffreys posterior',
    law: ({ attackDays, pastDays, horizonDays }) => {
      const size = attackDays.length + 0.5;
      return negativeBinomialLaw({ mean: (size / pastDays) * horizonDays, size });
    },
  },
  negativeBinomial: {
    name: 'negative binomial',
    about:
      'The past rate, as dispersed as past windows of this length were (by moments; Poisson with fewer than three)',
    law: (past) => {
      const mean = ((past.attackDays.length + 0.5) / past.pastDays) * past.horizonDays;
      return negativeBinomialLaw({ mean, size: sizeOf(pastWindows(past)) });
    },
  },
  lastPeriod: {
    name: 'last period again',
    about: 'As the window just before, with what one window leaves open about its rate',
    law: ({ attackDays, pastDays, horizonDays }) => {
      const known = Math.min(pastDays, horizonDays);
      const size = attackDays.filter((day) => day >= pastDays - known).length + 0.5;
      return negativeBinomialLaw({ mean: (size / known) * horizonDays, size });
    },
  },
} as const satisfies Readonly<Record<string, SimpleForecast>>;

export type SimpleForecastKey = keyof typeof simpleForecasts;

/** Counts of the whole windows of the past, counted back from its end. */
function pastWindows({ attackDays, pastDays, horizonDays }: SimplePast): number[] {
  const counts = Array.from({ length: Math.floor(pastDays / horizonDays) }, () => 0);
  for (const day of attackDays) {
    const window = Math.floor((pastDays - 1 - day) / horizonDays);
    if (window < counts.length) counts[window]! += 1;
  }
  return counts;
}

/** Size of the negative binomial law by moments, m²/(s² − m); infinite, Poisson, where counts vary no more than that. */
function sizeOf(counts: readonly number[]): number {
  const n = counts.length;
  if (n < 3) return Infinity;
  const mean = counts.reduce((sum, count) => sum + count, 0) / n;
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (n - 1);
  return variance > mean ? (mean * mean) / (variance - mean) : Infinity;
}
