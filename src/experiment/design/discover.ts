import { quantileSorted } from 'simple-statistics';
import type { Uniform } from '../../random/stream.js';
import {
  balancedBox,
  pastedBox,
  peelingTrajectory,
  probabilityInterval,
  prunedBox,
  quasiP,
  type Box,
  type Cases,
  type Estimate,
} from '../../stats/index.js';
import { answerAt, type Evaluated } from './evaluated.js';

/** What makes a state of the world a case of interest. */
export interface Condition {
  readonly outcome: string;
  /** Order of the quantile over a state's replications; undefined: their mean. */
  readonly quantile: number | undefined;
  readonly relation: '>' | '>=' | '<' | '<=';
  readonly threshold: number;
}

/** One restriction of a box: a number, its limits, and how far to trust them. */
export interface Restriction {
  readonly path: string;
  readonly low: number;
  readonly high: number;
  /** Central 95 % of the limits in resamples that restrict the same side; NaN where fewer than half of them do. */
  readonly lowRange: readonly [number, number];
  readonly highRange: readonly [number, number];
  readonly quasiP: number;
  /** Share of the resamples whose box restricts this number too. */
  readonly resampled: number;
}

export interface Discovery {
  readonly states: number;
  readonly cases: number;
  /** Share of cases among all states. */
  readonly overall: Estimate;
  readonly trajectory: readonly Box[];
  /** The box that is told. */
  readonly box: Box;
  readonly density: Estimate;
  readonly restrictions: readonly Restriction[];
}

const resamples = 40;
const mostByChance = 0.05;

/**
 * Which states are cases of interest, in a box of numbers. `valueOf` turns a share of a number's law into its value. A
 * state with a failed replication is left out.
 */
export function discover(
  done: Evaluated,
  about: {
    readonly condition: Condition;
    readonly valueOf: (path: string, share: number) => number;
    readonly draw: Uniform;
  },
): Discovery {
  const { condition, valueOf, draw } = about;
  const answers = done.points.map((_, point) => summaryOf(answerAt(done, point), condition.quantile));
  const known = answers.flatMap((answer, i) => (Number.isNaN(answer) ? [] : [i]));
  const cases: Cases = {
    columns: done.paths.map((path, c) => Float64Array.from(known, (i) => valueOf(path, done.points[i]!.places[c]!))),
    isCase: Float64Array.from(known, (i) => Number(holds(answers[i]!, condition))),
  };
  const hits = cases.isCase.length === 0 ? 0 : Array.from(cases.isCase).reduce((sum, each) => sum + each, 0);
  const { trajectory, box } = searched(cases);
  const again = Array.from({ length: resamples }, () => searched(resampled(cases, draw)).box);
  const p = quasiP(cases, box);
  const states = Math.round(box.mass * known.length);
  return {
    states: known.length,
    cases: hits,
    overall: probabilityInterval({ hits, n: known.length }),
    trajectory,
    box,
    density: probabilityInterval({ hits: Math.round(box.density * states), n: states }),
    restrictions: box.restricted.map((column) => ({
      path: done.paths[column]!,
      ...box.limits[column]!,
      lowRange: rangeOf(again.map(({ limits }) => limits[column]!.low)),
      highRange: rangeOf(again.map(({ limits }) => limits[column]!.high)),
      quasiP: p.find((each) => each.column === column)!.value,
      resampled: again.filter(({ restricted }) => restricted.includes(column)).length / resamples,
    })),
  };
}

function searched(cases: Cases): { readonly trajectory: Box[]; readonly box: Box } {
  const trajectory = peelingTrajectory(cases);
  const box = pastedBox(cases, balancedBox(trajectory));
  return { trajectory, box: prunedBox(cases, { box, most: mostByChance }) };
}

function resampled({ columns, isCase }: Cases, draw: Uniform): Cases {
  const rows = Array.from({ length: isCase.length }, () => Math.floor(draw() * isCase.length));
  return {
    columns: columns.map((column) => Float64Array.from(rows, (i) => column[i]!)),
    isCase: Float64Array.from(rows, (i) => isCase[i]!),
  };
}

function rangeOf(limits: readonly number[]): readonly [number, number] {
  const finite = limits.filter(Number.isFinite).toSorted((a, b) => a - b);
  if (finite.length < limits.length / 2) return [NaN, NaN];
  return [quantileSorted(finite, 0.025), quantileSorted(finite, 0.975)];
}

function summaryOf(values: Float64Array, order: number | undefined): number {
  if (values.some(Number.isNaN)) return NaN;
  if (order === undefined) return values.reduce((sum, value) => sum + value, 0) / values.length;
  return quantileSorted(
    [...values].sort((a, b) => a - b),
    order,
  );
}

function holds(answer: number, { relation, threshold }: Condition): boolean {
  switch (relation) {
    case '>':
      return answer > threshold;
    case '>=':
      return answer >= threshold;
    case '<':
      return answer < threshold;
    case '<=':
      return answer <= threshold;
    default:
      return relation satisfies never;
  }
}
