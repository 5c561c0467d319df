import type { Comparison } from '../compare/index.js';
import type { Caption } from './caption.js';
import { comparisonCaption, titleOf } from './comparison-figures.js';
import { numberText } from './number-text.js';

/** How much worse a scenario is than the best of each future, in the mean, by one metric. */
export interface RegretRow {
  readonly part: 'cell';
  readonly scenario: string;
  readonly metric: string;
  readonly title: string;
  readonly regret: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Over the largest regret by this metric; 0 where all are alike. */
  readonly shade: number;
  readonly label: string;
  /** "± 12", half of the 95 % interval; empty where there is none. */
  readonly halfWidth: string;
  /** Whether no other has a smaller mean regret by this metric. */
  readonly least: boolean;
}

/** Mean regret of every scenario by every metric, in the order of the comparison. None where there is none to tell. */
export function regretRows({ strategies, metrics, ranked }: Comparison): RegretRow[] {
  return metrics.flatMap((metric) => {
    const rows = ranked.filter((row) => row.metric === metric && Number.isFinite(row.meanRegret.value));
    const most = Math.max(0, ...rows.map(({ meanRegret }) => meanRegret.value));
    const least = Math.min(...rows.map(({ meanRegret }) => meanRegret.value));
    return strategies.flatMap((strategy): RegretRow[] => {
      const found = rows.find((row) => row.strategy === strategy);
      if (!found) return [];
      const { value, low, high } = found.meanRegret;
      const known = (end: number): number | null => (Number.isFinite(end) ? Math.max(0, end) : null);
      const half = (high - low) / 2;
      return [
        {
          part: 'cell',
          scenario: strategy.name,
          metric: metric.name,
          title: titleOf(metric),
          regret: value,
          low: known(low),
          high: known(high),
          shade: most > 0 ? value / most : 0,
          label: numberText(value),
          halfWidth: Number.isFinite(half) ? `± ${Number(half.toPrecision(2)).toLocaleString('en-US')}` : '',
          least: value === least,
        },
      ];
    });
  });
}

export function regretCaption(
  about: { readonly comparison: Comparison; readonly title: string; readonly seed: number },
  rows: readonly RegretRow[],
): Caption {
  const best = rows.filter(({ least }) => least).map(({ title, scenario }) => `${title}: ${scenario}`);
  return comparisonCaption(about, {
    title: 'How far each scenario falls short of the best',
    reading:
      'Mean regret: how much worse than the best of the same replication, ± half of its 95 % interval; the stronger a shade, the worse within its column. Hindsight of chance is in it, which biases it upward.',
    finding: `Heat map of mean regret. ${rows.map(({ title, scenario, label }) => `${title}, ${scenario}: ${label}`).join('; ')}. Least: ${best.join('; ')}.`,
  });
}
