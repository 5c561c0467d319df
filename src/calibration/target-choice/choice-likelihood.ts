import type { Objective } from '../posterior/objective.js';

/** A base that an attack may have fallen on. */
export interface TargetOption {
  /** Index of the base. */
  readonly base: number;
  /** Persons there, weighted as the actor weighs them; 0 or less is no target. */
  readonly personnel: number;
  /** Log of what else is taken as known of its weight: hand-over residual, hardening, distance; 0 by default. */
  readonly logWeight?: number;
}

/** Among which bases an attack fell on which. */
export interface TargetChoice {
  readonly options: readonly TargetOption[];
  /** Place in `options`. */
  readonly chosen: number;
}

/** What an actor goes by: weights are (personnel/1000)^sizeExponent · exp(effect of the base + logWeight). */
export interface TargetTaste {
  readonly sizeExponent: number;
  /** By base, as logarithms. */
  readonly effects: ArrayLike<number>;
}

/** The chance that an attack falls on each option, adding up to 1 (conditional logit; McFadden 1974). */
export function targetShares(options: readonly TargetOption[], { sizeExponent, effects }: TargetTaste): number[] {
  const weights = options.map(({ base, personnel, logWeight = 0 }) =>
    personnel > 0 ? Math.exp(sizeExponent * logSize(personnel) + effects[base]! + logWeight) : 0,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/**
 * Σ log share of the chosen, as a function of (size exponent, spread of effects, standard effects by base): an effect is
 * spread × standard effect.
 * @throws RangeError if a chosen option is not among the options or has nobody there.
 */
export function choiceLogLikelihood(choices: readonly TargetChoice[], bases: number): Objective {
  const { from, base, size, logWeight, chosen } = flattened(choices);
  const effects = new Float64Array(bases);
  const byEffect = new Float64Array(bases);
  const weights = new Float64Array(base.length);
  return (values, slopes) => {
    const [sizeExponent, spread] = [values[0]!, values[1]!];
    for (let b = 0; b < bases; b++) effects[b] = spread * values[2 + b]!;
    byEffect.fill(0);
    let [total, byExponent] = [0, 0];
    for (let choice = 0; choice < chosen.length; choice++) {
      let sum = 0;
      for (let k = from[choice]!; k < from[choice + 1]!; k++) {
        weights[k] = Math.exp(sizeExponent * size[k]! + effects[base[k]!]! + logWeight[k]!);
        sum += weights[k]!;
      }
      for (let k = from[choice]!; k < from[choice + 1]!; k++) {
        const share = weights[k]! / sum;
        const surplus = (k === chosen[choice] ? 1 : 0) - share;
        byExponent += surplus * size[k]!;
        byEffect[base[k]!]! += surplus;
        if (k === chosen[choice]) total += Math.log(share);
      }
    }
    slopes[0] = byExponent;
    slopes[1] = 0;
    for (let b = 0; b < bases; b++) {
      slopes[1] += byEffect[b]! * values[2 + b]!;
      slopes[2 + b] = byEffect[b]! * spread;
    }
    return total;
  };
}

/** The options of all choices in a row, those without people left out; those of one from `from[choice]` on. */
interface FlatChoices {
  readonly from: Int32Array;
  readonly base: Int32Array;
  readonly size: Float64Array;
  readonly logWeight: Float64Array;
  readonly chosen: Int32Array;
}

function flattened(choices: readonly TargetChoice[]): FlatChoices {
  const kept = choices.map(({ options, chosen }) => {
    const option = options[chosen];
    if (option === undefined || !(option.personnel > 0)) {
      throw new RangeError(`an attack must fall on an option with people, got option ${chosen} of ${options.length}`);
    }
    const peopled = options.filter(({ personnel }) => personnel > 0);
    return { peopled, chosen: peopled.indexOf(option) };
  });
  const all = kept.flatMap(({ peopled }) => peopled);
  const from = new Int32Array(choices.length + 1);
  kept.forEach(({ peopled }, choice) => (from[choice + 1] = from[choice]! + peopled.length));
  return {
    from,
    base: Int32Array.from(all, ({ base }) => base),
    size: Float64Array.from(all, ({ personnel }) => logSize(personnel)),
    logWeight: Float64Array.from(all, ({ logWeight = 0 }) => logWeight),
    chosen: Int32Array.from(kept, ({ chosen }, choice) => from[choice]! + chosen),
  };
}

function logSize(personnel: number): number {
  return Math.log(personnel / 1000);
}
