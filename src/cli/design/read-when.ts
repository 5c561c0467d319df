import type { Condition } from '../../experiment/design/discover.js';

export const whenRule =
  "must be OUTCOME > NUMBER, or OUTCOME.p95 > NUMBER for a quantile over a state's replications (also >=, <, <=)";

/** Reads `killed > 5` or `killed.p95 >= 10`; undefined where it is neither. */
export function readWhen(text: string): Condition | undefined {
  const parts = /^\s*([^\s<>=]+?)(?:\.p(\d{1,2}))?\s*(>=|<=|>|<)\s*(-?[\d.]+(?:e-?\d+)?)\s*$/.exec(text);
  const [, outcome = '', order, sign, number] = parts ?? [];
  const relation = (['>', '>=', '<', '<='] as const).find((each) => each === sign);
  const threshold = Number(number);
  if (!parts || relation === undefined || !Number.isFinite(threshold)) return undefined;
  return { outcome, quantile: order === undefined ? undefined : Number(order) / 100, relation, threshold };
}
