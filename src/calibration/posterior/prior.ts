import { lawFaults, supportOf, type Law } from '../../random/laws/law.js';
import { betaShapes } from '../../random/laws/beta.js';
import { gammaShape } from '../../random/laws/gamma.js';
import { logMoments } from '../../random/laws/lognormal.js';
import { pertShapes } from '../../random/laws/pert.js';

/**
 * A prior law on a coordinate that runs over all real numbers: the logarithm of what is positive, the logit of what lies
 * between two bounds. Searches and samplers move coordinates and can never leave the law's support.
 */
export interface Prior {
  readonly law: Law;
  readonly valueAt: (coordinate: number) => number;
  readonly coordinateOf: (value: number) => number;
  /** dvalue/dcoordinate. */
  readonly riseAt: (coordinate: number) => number;
  /** Log density of the coordinate up to a constant, with its derivative by the coordinate. */
  readonly logDensityAt: (coordinate: number) => { readonly value: number; readonly slope: number };
}

/**
 * @throws RangeError for a law without a smooth density (choice, empirical, triangular), one point alone, or one with
 * faults of its own.
 */
export function priorOf(law: Law): Prior {
  const faults = lawFaults(law);
  if (faults.length > 0) throw new RangeError(faults.join('; '));
  const { low, high } = supportOf(law);
  if (low === high) throw new RangeError(`a prior must leave room, got the one value ${low}`);
  const line = lineOver(low, high);
  const density = densityOf(law);
  return {
    law,
    valueAt: line.valueAt,
    coordinateOf: line.coordinateOf,
    riseAt: line.riseAt,
    logDensityAt: (coordinate) => {
      const value = line.valueAt(coordinate);
      const rise = line.riseAt(coordinate);
      const at = density(value);
      return { value: at.log + Math.log(rise), slope: at.slope * rise + line.logRiseSlopeAt(coordinate) };
    },
  };
}

/** A map of the real line onto an open interval. */
interface Line {
  readonly valueAt: (coordinate: number) => number;
  readonly coordinateOf: (value: number) => number;
  readonly riseAt: (coordinate: number) => number;
  readonly logRiseSlopeAt: (coordinate: number) => number;
}

function lineOver(low: number, high: number): Line {
  if (low === -Infinity && high === Infinity) {
    return { valueAt: (c) => c, coordinateOf: (v) => v, riseAt: () => 1, logRiseSlopeAt: () => 0 };
  }
  if (high === Infinity) {
    return {
      valueAt: (c) => low + Math.exp(c),
      coordinateOf: (v) => Math.log(v - low),
      riseAt: Math.exp,
      logRiseSlopeAt: () => 1,
    };
  }
  if (low === -Infinity) {
    return {
      valueAt: (c) => high - Math.exp(-c),
      coordinateOf: (v) => -Math.log(high - v),
      riseAt: (c) => Math.exp(-c),
      logRiseSlopeAt: () => -1,
    };
  }
  const share = (c: number): number => 1 / (1 + Math.exp(-c));
  return {
    valueAt: (c) => low + (high - low) * share(c),
    coordinateOf: (v) => Math.log((v - low) / (high - v)),
    riseAt: (c) => (high - low) * share(c) * share(-c),
    logRiseSlopeAt: (c) => share(-c) - share(c),
  };
}

type Density = (value: number) => { readonly log: number; readonly slope: number };

/** Log density of a value, up to a constant, and its derivative by the value. A cut changes only the constant. */
function densityOf(law: Law): Density {
  if ('uniform' in law) return () => ({ log: 0, slope: 0 });
  if ('pert' in law) return betaDensity(pertShapes(law.pert), law.pert);
  if ('beta' in law) return betaDensity(betaShapes(law.beta), { low: 0, high: 1 });
  if ('normal' in law) return normalDensity(law.normal);
  if ('lognormal' in law) {
    const { mu, sigma } = logMoments(law.lognormal);
    const ofLog = normalDensity({ mean: mu, sd: sigma });
    return (value) => {
      const { log, slope } = ofLog(Math.log(value));
      return { log: log - Math.log(value), slope: (slope - 1) / value };
    };
  }
  if ('gamma' in law) {
    const { shape, scale } = gammaShape(law.gamma);
    return (value) => ({
      log: (shape - 1) * Math.log(value) - value / scale,
      slope: (shape - 1) / value - 1 / scale,
    });
  }
  throw new RangeError(
    `a prior must be uniform, pert, beta, gamma, lognormal or normal, got ${Object.keys(law).join(', ')}`,
  );
}

function normalDensity({ mean, sd }: { readonly mean: number; readonly sd: number }): Density {
  return (value) => ({ log: -(((value - mean) / sd) ** 2) / 2, slope: (mean - value) / (sd * sd) });
}

function betaDensity(
  { alpha, beta }: { readonly alpha: number; readonly beta: number },
  { low, high }: { readonly low: number; readonly high: number },
): Density {
  return (value) => ({
    log: (alpha - 1) * Math.log(value - low) + (beta - 1) * Math.log(high - value),
    slope: (alpha - 1) / (value - low) - (beta - 1) / (high - value),
  });
}
