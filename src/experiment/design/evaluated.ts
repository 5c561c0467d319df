import { designTasks, type Evaluation, type FailedEvaluation, type TaskResult } from './evaluate.js';

/** A design whose evaluations are all done. */
export interface Evaluated extends Evaluation {
  /** Of one outcome (by number, 0 without it) at a point, replication by replication of the point; NaN where it failed. */
  readonly column: (of: {
    readonly point: number;
    readonly scenario: number;
    readonly outcome?: number;
  }) => Float64Array;
  readonly failures: readonly FailedEvaluation[];
}

/** Puts the results of all tasks of a design at their places; `results` in the order of the tasks. */
export function evaluated(asked: Evaluation, results: readonly TaskResult[]): Evaluated {
  const { points, scenarios, outcomes } = asked;
  const width = scenarios.length * outcomes.length;
  const tasks = designTasks(points);
  const firstTask = new Int32Array(points.length).fill(-1);
  tasks.forEach(({ point }, t) => {
    if (firstTask[point] === -1) firstTask[point] = t;
  });
  return {
    ...asked,
    failures: results.flatMap(({ failures }) => failures),
    column: ({ point, scenario, outcome = 0 }) => {
      const { from, to } = points[point]!;
      const column = new Float64Array(to - from);
      let r = 0;
      for (let t = firstTask[point]!; r < column.length; t++) {
        const { values } = results[t]!;
        for (let i = scenario * outcomes.length + outcome; i < values.length; i += width) column[r++] = values[i]!;
      }
      return column;
    },
  };
}

/**
 * What a question is about, at one point and replication by replication: the first scenario alone, or the second minus
 * the first where there are two.
 */
export function answerAt(done: Evaluated, point: number): Float64Array {
  const first = done.column({ point, scenario: 0 });
  if (done.scenarios.length === 1) return first;
  return done.column({ point, scenario: 1 }).map((value, r) => value - first[r]!);
}

/** Mean over the replications of a point; NaN where one of them failed. */
export function meanAt(done: Evaluated, point: number): number {
  const values = answerAt(done, point);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** `after` less `before`; 0 where they differ by rounding only, as sums in another order do. */
export function changeOf({ after, before }: { readonly after: number; readonly before: number }): number {
  const change = after - before;
  return Math.abs(change) <= 1e-9 * Math.max(Math.abs(after), Math.abs(before)) ? 0 : change;
}
