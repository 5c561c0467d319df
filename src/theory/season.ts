import { besselI } from './bessel.js';

/** s(t) = exp(a cos(2π(t − φ)/365.25))/I₀(a): a yearly swing of a rate, of mean 1 over a year. */
export interface Season {
  /** a: half the log ratio of the highest to the lowest; negative turns the year round. */
  readonly amplitude: number;
  /** φ: the day of the height. */
  readonly peakDay: number;
}

export interface SeasonSpan {
  readonly fromDay: number;
  readonly toDay: number;
}

const YEAR_DAYS = 365.25;

/** s at a day of the clock on which `peakDay` is told. */
export function seasonAt({ amplitude, peakDay }: Season, day: number): number {
  return Math.exp(amplitude * Math.cos(angleOf(day - peakDay))) / besselI(0, amplitude);
}

/** The most that s ever is, e^{|a|}/I₀(a): what bounds a thinned rate. */
export function seasonMaximum({ amplitude }: Pick<Season, 'amplitude'>): number {
  return Math.exp(Math.abs(amplitude)) / besselI(0, amplitude);
}

/**
 * ∫ s dt over a span, in days: as if so many days had the mean rate. Fourier series
 * s = 1 + 2 Σ_k I_k(a)/I₀(a) cos kθ (Abramowitz and Stegun 9.6.34), integrated term by term.
 */
export function seasonalDays({ amplitude, peakDay }: Season, { fromDay, toDay }: SeasonSpan): number {
  const [from, to] = [angleOf(fromDay - peakDay), angleOf(toDay - peakDay)];
  let swing = 0;
  for (let k = 1; ; k++) {
    const weight = besselI(k, amplitude) / besselI(0, amplitude);
    if (Math.abs(weight) < 1e-17) break;
    swing += (weight * (Math.sin(k * to) - Math.sin(k * from))) / k;
  }
  return toDay - fromDay + (swing * YEAR_DAYS) / Math.PI;
}

/** The mean of s over a span; 1 over whole years. */
export function meanSeason(season: Season, span: SeasonSpan): number {
  return seasonalDays(season, span) / (span.toDay - span.fromDay);
}

/** Poisson events expected in a span, when `ratePerDay` is the mean over the year. */
export function expectedSeasonalEvents(season: Season, plan: SeasonSpan & { readonly ratePerDay: number }): number {
  return plan.ratePerDay * seasonalDays(season, plan);
}

function angleOf(days: number): number {
  return (2 * Math.PI * days) / YEAR_DAYS;
}
