import { isoDay } from '../../model/scenario/iso-date.js';
import type { Scenario } from '../../model/scenario/schema.js';
import { instant } from './instant.js';
import { numberText } from './number-text.js';

/** A regime, cut to the stretch of time that a figure shows. */
export interface RegimeRow {
  readonly part: 'regime';
  /** With its chance, where it is not sure to come. */
  readonly name: string;
  readonly regimeStart: string;
  readonly regimeEnd: string;
  /** The same, as days since the scenario's start. */
  readonly fromDay: number;
  readonly toDay: number;
}

/** Regimes of the scenario between two days since its start; those outside are left out. */
export function regimeRows(
  scenario: Scenario,
  shown: { readonly fromDay: number; readonly toDay: number },
): RegimeRow[] {
  const start = isoDay(scenario.start);
  return scenario.regimes.flatMap(({ name, firstDay, lastDay, probability }): RegimeRow[] => {
    const fromDay = Math.max(shown.fromDay, isoDay(firstDay) - start);
    const toDay = Math.min(shown.toDay, lastDay === undefined ? Infinity : isoDay(lastDay) - start + 1);
    if (fromDay >= toDay) return [];
    const branch = scenario.branches.find((point) =>
      [point.then, point.otherwise].some(({ regimes }) => regimes.includes(name)),
    );
    const sure = probability.value === 1 && !branch;
    const chance = branch
      ? ` (as ${branch.name} goes)`
      : typeof probability.value === 'number'
        ? ` (in ${numberText(100 * probability.value)} % of replications)`
        : ' (uncertain)';
    return [
      {
        part: 'regime',
        name: sure ? name : name + chance,
        regimeStart: instant(scenario, fromDay),
        regimeEnd: instant(scenario, toDay),
        fromDay,
        toDay,
      },
    ];
  });
}
