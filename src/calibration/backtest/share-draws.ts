import { gamma } from '../../random/laws/gamma.js';
import type { Uniform } from '../../random/stream.js';

export interface SharesQuestion {
  /** Persons at each base on the day of the forecast, weighted by salience; 0 where it hosts nobody. */
  readonly personnel: readonly number[];
  /** Past attacks at each base. */
  readonly attacks: readonly number[];
}

/** How a share grows with the garrison before any attack is seen: the size exponent of `data/model-parameters.csv`. */
const SIZE_EXPONENT = 0.7;
/** What is left of a base's weight when nobody is there: the hand-over residual of `data/model-parameters.csv`. */
const RESIDUAL = 0.1;

/**
 * One draw of the shares of the next attacks over the bases, adding up to 1: Dirichlet, with garrisons to the power
 * 0.7 as a prior worth as many attacks as there are hosting bases, and past attacks added; those at a base that hosts nobody
 * any more count a tenth. All 0 where there is neither.
 */
export function shareDraw(question: SharesQuestion, next: Uniform): number[] {
  return scaled(
    strengths(question).map((shape) => {
      const u = next();
      return shape === 0 ? 0 : gamma.quantile({ shape, scale: 1 })(u);
    }),
  );
}

/** The mean of those draws. */
export function meanShares(question: SharesQuestion): number[] {
  return scaled(strengths(question));
}

function strengths({ personnel, attacks }: SharesQuestion): number[] {
  const weights = personnel.map((persons) => (persons > 0 ? persons ** SIZE_EXPONENT : 0));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const hosting = weights.filter((weight) => weight > 0).length;
  return weights.map((weight, base) =>
    weight > 0 ? (hosting * weight) / all + attacks[base]! : RESIDUAL * attacks[base]!,
  );
}

function scaled(values: readonly number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => (total === 0 ? 0 : value / total));
}
