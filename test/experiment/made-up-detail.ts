import { ROAD, type DetailedReplications } from '../../src/experiment/detail.js';
import type { Results } from '../../src/experiment/results.js';
import { causeKinds } from '../../src/model/detail.js';

/**
 * Replications told in detail that no simulation gave, for results of {@link smallResults}: in week w the attacks on base b
 * are (r + b + w) mod 3 in replication r, nobody is at base 2 after week 3, and the road is attacked in week 0 alone.
 */
export function madeUpDetail(
  { scenario, n, weeks }: Pick<Results, 'scenario' | 'n' | 'weeks'>,
  { none = false }: { readonly none?: boolean } = {},
): DetailedReplications {
  const keys = Object.keys(scenario.bases);
  const column = (count: (r: number) => number): Uint16Array =>
    Uint16Array.from({ length: n }, (_, r) => (none ? 0 : count(r)));
  const isEmpty = (place: string, week: number): boolean => keys.indexOf(place) === 2 && week > 3;
  return {
    n,
    weeks,
    months: ['2020-03', '2020-04', '2020-05'],
    attacks: (place, week) =>
      column((r) => {
        if (place === ROAD) return week === 0 ? 1 : 0;
        return isEmpty(place, week) ? 0 : (r + keys.indexOf(place) + week) % 3;
      }),
    causes: (cause, week) => column((r) => (cause === 'vacuum' ? 0 : (r + causeKinds.indexOf(cause) + week) % 2)),
    attacksInMonth: (month) => column((r) => month + r),
    personAttacksInMonth: (month) => Float64Array.from(column((r) => 100 * (month + r))),
    meanPersonAttacks: () => (none ? 0 : 100),
    meanPersonDays: (base, week) => (isEmpty(base, week) ? 0 : 700),
  };
}
