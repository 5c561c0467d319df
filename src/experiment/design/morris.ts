import type { Uniform } from '../../random/stream.js';
import { elementaryEffects, type ElementaryEffects } from '../../stats/index.js';
import { changeOf, meanAt, type Evaluated } from './evaluated.js';
import type { DesignPoint } from './evaluate.js';
import { coordinatesOf, type Input } from './inputs.js';
import { morrisTrajectories, type MorrisTrajectory } from './morris-trajectories.js';

/** A Morris design, to be evaluated and then read. */
export interface MorrisDesign {
  readonly inputs: readonly Input[];
  readonly trajectories: readonly MorrisTrajectory[];
  readonly points: readonly DesignPoint[];
}

/** Of one input: what the answer changes by when it goes half the way through its law, in the unit of the answer. */
export interface MorrisEffects extends ElementaryEffects {
  readonly input: Input;
  /** Not told from zero: the interval of μ holds it (of a group, that of μ*). */
  readonly isNothing: boolean;
}

/** Trajectories, each with `inner` replications of its own luck at all of its points. */
export function morrisDesign(
  { inputs, count, inner }: { readonly inputs: readonly Input[]; readonly count: number; readonly inner: number },
  draw: Uniform,
): MorrisDesign {
  const trajectories = morrisTrajectories({ inputs: coordinatesOf(inputs), count }, draw);
  const points = trajectories.flatMap((trajectory, t) =>
    trajectory.points.map((places) => ({ places: [...places], from: t * inner, to: (t + 1) * inner })),
  );
  return { inputs, trajectories, points };
}

/**
 * Elementary effects, those of the largest μ* first. A trajectory with a hole gives no effect on either side of it. The
 * direction of a group means nothing: its μ is left out (NaN).
 */
export function morris(done: Evaluated, design: MorrisDesign, draw: Uniform): MorrisEffects[] {
  const effects = design.inputs.map((): number[] => []);
  let point = 0;
  for (const { steps } of design.trajectories) {
    const answers = [...steps, undefined].map(() => meanAt(done, point++));
    steps.forEach(({ input, by }, i) => {
      const change = changeOf({ after: answers[i + 1]!, before: answers[i]! });
      if (!Number.isNaN(change)) effects[input]!.push(Math.sign(by) * change);
    });
  }
  const found = design.inputs.map((input, i): MorrisEffects => {
    const all = elementaryEffects(effects[i]!, { draw, resamples: 1000 });
    const isGroup = input.paths.length > 1;
    const none = { ...all.mean, value: NaN, low: NaN, high: NaN };
    const isNothing = isGroup ? !(all.meanAbsolute.low > 0) : !(all.mean.low > 0 || all.mean.high < 0);
    return { ...all, input, ...(isGroup ? { mean: none, spread: NaN } : {}), isNothing };
  });
  return found.toSorted((a, b) => b.meanAbsolute.value - a.meanAbsolute.value);
}
