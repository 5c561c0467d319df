import { meanInterval, pairMeans, ratioInterval, type Estimate } from '../../stats/index.js';
import { weekOf, type Results } from '../results.js';
import { captionOf, type Caption } from './caption.js';
import { weekBounds } from './instant.js';
import { numberText } from './number-text.js';
import { regimeRows, type RegimeRow } from './regimes.js';

export type RiskMeasure = 'personAttacksPerWeek' | 'personAttacksPer1000PersonDays';

export type RiskRow = RiskWeekRow | RegimeRow;

/** One week: mean over the replications with the 95 % interval of the mean; null where there is none. */
export interface RiskWeekRow {
  readonly part: 'week';
  readonly measure: RiskMeasure;
  readonly week: number;
  readonly weekStart: string;
  readonly weekMiddle: string;
  /** Days since the scenario's start at the week's middle. */
  readonly middleDay: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Total risk (a short last week scaled to seven days) and risk per person (sum of person-attacks by sum of person-days),
 * and the regimes between the middles of the first week and the last.
 */
export function riskRows(results: Results): RiskRow[] {
  const rows = weekRows(results);
  const middles = rows.map(({ middleDay }) => middleDay);
  const shown = { fromDay: Math.min(...middles), toDay: Math.max(...middles) };
  return [...rows, ...regimeRows(results.scenario, shown)];
}

function weekRows(results: Results): RiskWeekRow[] {
  const weeks = Array.from({ length: results.weeks }, (_, week) => week);
  const independent = (values: Float64Array): Float64Array => (results.antithetic ? pairMeans(values) : values);
  return [
    ...weeks.map((week) => {
      const days = weekBounds(results.scenario, week).endDay - 7 * week;
      const perWeek = weekOf(results, 'personAttacks', week).map((count) => (count * 7) / days);
      return row(results, { measure: 'personAttacksPerWeek', week, estimate: meanInterval(independent(perWeek)) });
    }),
    ...weeks.map((week) => {
      const estimate = ratioInterval({
        numerators: independent(weekOf(results, 'personAttacks', week).map((count) => 1000 * count)),
        denominators: independent(weekOf(results, 'personDays', week)),
      });
      return row(results, { measure: 'personAttacksPer1000PersonDays', week, estimate });
    }),
  ];
}

function row(
  { scenario }: Results,
  about: { readonly measure: RiskMeasure; readonly week: number; readonly estimate: Estimate },
): RiskWeekRow {
  const { measure, week, estimate } = about;
  const { weekStart, weekMiddle, endDay } = weekBounds(scenario, week);
  const middleDay = (7 * week + endDay) / 2;
  const known = (value: number): number | null => (Number.isFinite(value) ? value : null);
  // Neither a count nor a rate lies below zero, where the interval of a mean near it may reach.
  const low = known(Math.max(0, estimate.low));
  const [value, high] = [known(estimate.value), known(estimate.high)];
  return { part: 'week', measure, week, weekStart, weekMiddle, middleDay, value, low, high };
}

export function riskCaption(results: Results, rows: readonly RiskRow[]): Caption {
  const said = (measure: RiskMeasure): string => {
    const values = rows.flatMap((row) =>
      row.part === 'week' && row.measure === measure && row.value !== null ? [row.value] : [],
    );
    const [first, last] = [values.at(0), values.at(-1)];
    return first === undefined || last === undefined
      ? 'no values'
      : `${numberText(first)} in the first week, ${numberText(last)} in the last`;
  };
  return captionOf(results, {
    title: 'Risk over time: in total and per person',
    reading: ['Line: mean of the replications by week. Band: 95 % interval of that mean, not the spread of outcomes.'],
    finding: `Person-attacks per week: ${said('personAttacksPerWeek')}. Per 1,000 person-days: ${said('personAttacksPer1000PersonDays')}.`,
  });
}
