import { meanInterval, ratioInterval, type Estimate } from '../../stats/index.js';
import type { Comparison } from '../compare/index.js';
import type { Caption } from './caption.js';
import { comparisonCaption } from './comparison-figures.js';
import { numberText } from './number-text.js';

/** One scenario: risk in total across, risk to each person upwards, with 95 % intervals of the means (null where there is none). */
export interface TradeOffRow {
  readonly part: 'scenario';
  readonly scenario: string;
  readonly isBaseline: boolean;
  /** Mean person-attacks over the whole period. */
  readonly total: number;
  readonly totalLow: number | null;
  readonly totalHigh: number | null;
  /** Person-attacks per 1,000 person-days, ratio of sums. */
  readonly perPerson: number;
  readonly perPersonLow: number | null;
  readonly perPersonHigh: number | null;
}

/** Every scenario that has both numbers. None where there are not two, nobody is attacked, or scenarios differ in length. */
export function tradeOffRows({ strategies }: Comparison): TradeOffRow[] {
  if (new Set(strategies.map(({ horizonDays }) => horizonDays)).size > 1) return [];
  const rows = strategies.flatMap(({ name, outcomes }, i): TradeOffRow[] => {
    const { personAttacks, personDays } = outcomes;
    if (!personAttacks || !personDays) return [];
    const run = Array.from(personAttacks.keys()).filter((r) => !Number.isNaN(personAttacks[r]));
    const attacked = run.map((r) => personAttacks[r] ?? NaN);
    const total = meanInterval(attacked);
    const perPerson = ratioInterval({
      numerators: attacked.map((count) => 1000 * count),
      denominators: run.map((r) => personDays[r] ?? NaN),
    });
    if (!Number.isFinite(total.value) || !Number.isFinite(perPerson.value)) return [];
    const [across, up] = [endsOf(total), endsOf(perPerson)];
    return [
      {
        part: 'scenario',
        scenario: name,
        isBaseline: i === 0,
        total: total.value,
        totalLow: across.low,
        totalHigh: across.high,
        perPerson: perPerson.value,
        perPersonLow: up.low,
        perPersonHigh: up.high,
      },
    ];
  });
  return rows.length < 2 || rows.every(({ total }) => total === 0) ? [] : rows;
}

/** Neither lies below zero, where the interval of a mean near it may reach. */
function endsOf({ low, high }: Estimate): { readonly low: number | null; readonly high: number | null } {
  const known = (end: number): number | null => (Number.isFinite(end) ? Math.max(0, end) : null);
  return { low: known(low), high: known(high) };
}

export function tradeOffCaption(
  about: { readonly comparison: Comparison; readonly title: string; readonly seed: number },
  rows: readonly TradeOffRow[],
): Caption {
  const baseline = rows.find(({ isBaseline }) => isBaseline)?.scenario ?? '';
  const said = rows.map(
    ({ scenario, total, perPerson }) =>
      `${scenario} ${numberText(total)} in total, ${numberText(perPerson)} per person`,
  );
  return comparisonCaption(about, {
    title: 'Risk in total against risk per person',
    reading: `Left is less in total, down is less for each person; lines cross at “${baseline}”. Bars: 95 % intervals of the means. All share their luck, so that differences are known better than these bars say.`,
    finding: `Person-attacks: ${said.join('; ')} (per 1,000 person-days).`,
  });
}
