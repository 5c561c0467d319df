import { completeRows } from './complete-rows.js';

/** Means of each system over the replications that share a draw of the parameters: one state of the world each. */
export interface InnerMeans {
  /** `means[system][state]`. */
  readonly means: readonly (readonly number[])[];
  /** `rows[state]`: the rows of the columns that make up a state, ascending; their number is the inner sample size. */
  readonly rows: readonly (readonly number[])[];
  /** The label of each state, in the order of its first replication. */
  readonly draws: readonly number[];
  readonly droppedRows: number;
}

/**
 * Averages chance out within each parameter draw, so that what is left between states is ignorance: the form in which to
 * ask for regret, robustness and "the probability that A is the better policy". `draws` labels every replication with its
 * parameter draw; without it every replication is a state of its own and chance stays in. A row with a blank is dropped
 * for all systems. Throws RangeError unless all columns and `draws` are as long.
 */
export function innerMeans({ columns, draws }: StateColumns): InnerMeans {
  const complete = completeRows(columns);
  const length = columns[0]?.length ?? 0;
  if (draws !== undefined && draws.length !== length)
    throw new RangeError(`draws must be as many as replications (${length}), got ${draws.length}`);
  const indices = new Map<number, number[]>();
  for (const [index, row] of complete.rows.entries()) {
    const draw = draws === undefined ? row : draws[row]!;
    const state = indices.get(draw);
    if (state === undefined) indices.set(draw, [index]);
    else state.push(index);
  }
  const states = [...indices.values()];
  return {
    means: complete.columns.map((column) =>
      states.map((state) => state.reduce((total, index) => total + column[index]!, 0) / state.length),
    ),
    rows: states.map((state) => state.map((index) => complete.rows[index]!)),
    draws: [...indices.keys()],
    droppedRows: complete.dropped,
  };
}

/** `columns[system][replication]`, and which parameter draw each replication belongs to. */
export interface StateColumns {
  readonly columns: readonly ArrayLike<number>[];
  readonly draws?: ArrayLike<number>;
}
