import { bonferroniLevel, DEFAULT_LEVEL, meanInterval, pairedDifference, type Estimate } from '../../stats/index.js';
import { answerAt, changeOf, type Evaluated } from './evaluated.js';
import type { DesignPoint } from './evaluate.js';
import { oneAtATime } from './grid.js';
import { coordinatesOf, type Input } from './inputs.js';

/** What one input does to the mean answer when it goes from low to high, and all others are drawn as in a run. */
export interface Swing {
  readonly input: Input;
  /** Mean answer with the input at the shares {@link tornadoLevels} of its law. */
  readonly atLow: Estimate;
  readonly atMiddle: Estimate;
  readonly atHigh: Estimate;
  /** High minus low on the same luck; the intervals of all inputs hold together (Bonferroni). */
  readonly swing: Estimate;
  /** The interval of the swing holds zero. */
  readonly isNothing: boolean;
}

export const tornadoLevels = [0.1, 0.5, 0.9] as const;

/** One input after the other at low, middle and high, with `n` replications of the same luck at each. */
export function tornadoPoints(inputs: readonly Input[], n: number): DesignPoint[] {
  const points = oneAtATime(coordinatesOf(inputs), tornadoLevels).flat();
  return points.map((places) => ({ places: [...places], from: 0, to: n }));
}

/** Swings, the largest first. A replication that failed anywhere in a swing is left out of it. */
export function tornado(done: Evaluated, inputs: readonly Input[]): Swing[] {
  const level = bonferroniLevel({ level: DEFAULT_LEVEL, intervals: inputs.length });
  const swings = inputs.map((input, i): Swing => {
    const [low, middle, high] = tornadoLevels.map((_, l) => answerAt(done, i * tornadoLevels.length + l));
    const cleared = high!.map((after, r) => low![r]! + changeOf({ after, before: low![r]! }));
    const swing = pairedDifference({ a: cleared, b: low!, level }).difference;
    const [atLow, atMiddle, atHigh] = [low!, middle!, high!].map((values) =>
      meanInterval(values.filter((value) => !Number.isNaN(value))),
    );
    const isNothing = !(swing.low > 0 || swing.high < 0);
    return { input, atLow: atLow!, atMiddle: atMiddle!, atHigh: atHigh!, swing, isNothing };
  });
  return swings.toSorted((a, b) => Math.abs(b.swing.value) - Math.abs(a.swing.value));
}
