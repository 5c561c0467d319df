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
export function shareDraw({ personnel, attacks }: SharesQuestion, next: Uniform): number[] {
  const weights = personnel.map((persons) => (persons > 0 ? persons ** SIZE_EXPONENT : 0));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const hosting = weights.filter((weight) => weight > 0).length;
  const drawn = weights.map((weight, base) => {
    const u = next();
    const shape = weight > 0 ? (hosting * weight) / all + attacks[base]! : RESIDUAL * attacks[base]!;
    return shape === 0 ? 0 : gamma.quantile({ shape, scale: 1 })(u);
  });
  const total = drawn.reduce((sum, value) => sum + value, 0);
  return total === 0 ? drawn : drawn.map((value) => value / total);
}
