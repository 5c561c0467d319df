import type { HawkesProcess } from './hawkes-process.js';

export interface CountWindow {
  readonly process: HawkesProcess;
  readonly horizonDays: number;
  /** Counts from here on are folded back onto the small ones: take it well beyond the mean and its spread. */
  readonly counts: number;
}

/** Steps per mean lag or day, whichever is shorter; the error of the fourth-order rule is then below 1e-8. */
const STEPS_PER_UNIT = 16;

/**
 * P(N(0, T] = k) for k = 0 … counts − 1 from an empty history. The generating function
 *   G(z) = exp(−μ ∫₀ᵀ (1 − F) ds),  F = z e^{−H},  H′ = nβ(1 − F) − βH,  H(0) = 0
 * (clusters as branching families, Hawkes and Oakes 1974) is integrated at roots of unity and turned back by a
 * discrete Fourier sum. It shares nothing with the moment equations, so each checks the other.
 */
export function countProbabilities(window: CountWindow): number[] {
  const { counts } = window;
  const angles = Array.from({ length: counts }, (_, j) => (2 * Math.PI * j) / counts);
  const values = angles.map((angle) => generatingFunction(window, { size: 1, angle }));
  return angles.map((_, k) => {
    // The product is reduced first, so that the angle keeps its digits.
    const terms = values.map(({ re, im }, j) => {
      const angle = angles[(j * k) % counts]!;
      return re * Math.cos(angle) + im * Math.sin(angle);
    });
    return terms.reduce((sum, term) => sum + term, 0) / counts;
  });
}

/**
 * G(z) = E z^N(0, T] from an empty history, for z from 0 to 1: P(all of N events miss) when each misses with
 * probability z.
 */
export function countGeneratingFunction(window: Omit<CountWindow, 'counts'>, z: number): number {
  return generatingFunction(window, { size: z, angle: 0 }).re;
}

interface Complex {
  readonly re: number;
  readonly im: number;
}

/** G at z = size·e^{i·angle}, by the classical Runge–Kutta rule on H and ∫(1 − F). */
function generatingFunction(
  { process, horizonDays }: Omit<CountWindow, 'counts'>,
  z: { readonly size: number; readonly angle: number },
): Complex {
  const { baselinePerDay, branching, decayPerDay } = process;
  const steps = Math.ceil(STEPS_PER_UNIT * horizonDays * Math.max(1, decayPerDay));
  const step = horizonDays / steps;
  /** 1 − F. */
  const lost = (h: Complex): Complex => {
    const size = z.size * Math.exp(-h.re);
    return { re: 1 - size * Math.cos(z.angle - h.im), im: -size * Math.sin(z.angle - h.im) };
  };
  const slope = (h: Complex, gap: Complex): Complex => ({
    re: decayPerDay * (branching * gap.re - h.re),
    im: decayPerDay * (branching * gap.im - h.im),
  });
  let h: Complex = { re: 0, im: 0 };
  let area: Complex = { re: 0, im: 0 };
  for (let k = 0; k < steps; k++) {
    const gap1 = lost(h);
    const slope1 = slope(h, gap1);
    const h2 = plus(h, slope1, step / 2);
    const gap2 = lost(h2);
    const slope2 = slope(h2, gap2);
    const h3 = plus(h, slope2, step / 2);
    const gap3 = lost(h3);
    const slope3 = slope(h3, gap3);
    const h4 = plus(h, slope3, step);
    const gap4 = lost(h4);
    const slope4 = slope(h4, gap4);
    h = plus(plus(h, plus(slope1, slope4, 1), step / 6), plus(slope2, slope3, 1), step / 3);
    area = plus(plus(area, plus(gap1, gap4, 1), step / 6), plus(gap2, gap3, 1), step / 3);
  }
  const size = Math.exp(-baselinePerDay * area.re);
  const turn = -baselinePerDay * area.im;
  return { re: size * Math.cos(turn), im: size * Math.sin(turn) };
}

function plus(a: Complex, b: Complex, factor: number): Complex {
  return { re: a.re + factor * b.re, im: a.im + factor * b.im };
}
