import { quantile } from 'simple-statistics';
import { independentDifference, independentPValue, probabilityInterval, type Estimate } from '../stats/index.js';
import { holmAdjusted } from '../stats/holm.js';
import type { ParameterDraws } from './parameter-draws.js';

/** Replications in which a number was drawn low, or high. */
export interface Third {
  /** Least and largest draw in it. */
  readonly from: number;
  readonly to: number;
  /** How often the claim holds there. */
  readonly probability: Estimate;
}

/** What one uncertain number does to how often a claim holds. */
export interface ThirdsRow {
  /** `actors.militias.targetChoice.effortElasticity` */
  readonly path: string;
  readonly lower: Third;
  readonly upper: Third;
  /** P(holds | upper third) − P(holds | lower third). */
  readonly difference: Estimate;
  /** Of no difference, adjusted after Holm for all numbers looked at. */
  readonly pValue: number;
}

/** Fewer replications in a third say nothing of it. */
const fewestInThird = 10;

/**
 * How often something holds where a number was drawn in its lower third against its upper third, for each uncertain
 * number; largest difference first. Draws are independent of each other, so a difference beyond chance is the number's
 * own doing (or its share in what it does together with others). Replications without an answer (NaN) are left out; so
 * are numbers whose draws make no two groups.
 *
 * @param holds 1, 0 or NaN by replication.
 */
export function comparedThirds(parameters: Iterable<ParameterDraws>, holds: ArrayLike<number>): ThirdsRow[] {
  return comparedThirdsOfAll(parameters, [holds])[0]!;
}

/** {@link comparedThirds} of several things, in one pass over the numbers. */
export function comparedThirdsOfAll(
  parameters: Iterable<ParameterDraws>,
  all: readonly ArrayLike<number>[],
): ThirdsRow[][] {
  const groups = all.map((): Compared[] => []);
  for (const { path, draws } of parameters) {
    all.forEach((holds, i) => {
      const found = lowAndHigh(draws, holds);
      if (found) groups[i]!.push({ path, ...found });
    });
  }
  return groups.map(rowsOf);
}

interface Compared {
  readonly path: string;
  readonly low: Group;
  readonly high: Group;
}

function rowsOf(compared: readonly Compared[]): ThirdsRow[] {
  const pValues = holmAdjusted(compared.map(({ low, high }) => independentPValue({ a: high.trials, b: low.trials })));
  return compared
    .map(({ path, low, high }, i) => ({
      path,
      lower: thirdOf(low),
      upper: thirdOf(high),
      difference: independentDifference({ a: high.trials, b: low.trials }),
      pValue: pValues[i]!,
    }))
    .sort((one, other) => Math.abs(other.difference.value) - Math.abs(one.difference.value));
}

interface Group {
  from: number;
  to: number;
  readonly trials: { hits: number; n: number };
}

function thirdOf({ from, to, trials }: Group): Third {
  return { from, to, probability: probabilityInterval(trials) };
}

/** Equal draws stay together: of a law with few values the thirds are as near as those allow. */
function lowAndHigh(
  draws: ArrayLike<number>,
  holds: ArrayLike<number>,
): { readonly low: Group; readonly high: Group } | undefined {
  const told = answered(draws, holds);
  const [least, most] = endsOf(told);
  if (!(least < most)) return undefined;
  // Picked out, which takes a fraction of the time of sorting; the same numbers.
  const [first, second] = [quantile(told, 1 / 3), quantile(told, 2 / 3)];
  const low: Group = { from: Infinity, to: -Infinity, trials: { hits: 0, n: 0 } };
  const high: Group = { from: Infinity, to: -Infinity, trials: { hits: 0, n: 0 } };
  for (let r = 0; r < holds.length; r++) {
    const draw = draws[r]!;
    if (Number.isNaN(holds[r])) continue;
    const isLow = draw <= first && draw < most;
    if (!isLow && draw < second) continue;
    const group = isLow ? low : high;
    group.trials.n++;
    group.trials.hits += holds[r]!;
    if (draw < group.from) group.from = draw;
    if (draw > group.to) group.to = draw;
  }
  return Math.min(low.trials.n, high.trials.n) < fewestInThird ? undefined : { low, high };
}

function endsOf(values: Float64Array): readonly [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** The draws of the replications that give an answer. */
function answered(draws: ArrayLike<number>, holds: ArrayLike<number>): Float64Array {
  const kept = new Float64Array(draws.length);
  let n = 0;
  for (let r = 0; r < draws.length; r++) if (!Number.isNaN(holds[r])) kept[n++] = draws[r]!;
  return kept.subarray(0, n);
}
