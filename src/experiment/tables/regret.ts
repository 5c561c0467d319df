import type { Estimate } from '../../stats/index.js';
import type { Comparison, Metric } from '../compare/index.js';
import type { Caption } from './caption.js';
import { comparisonCaption, titleOf } from './comparison-figures.js';
import { designCaption, type DesignAbout } from './design-caption.js';
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
  return regretCells(metrics, (metric) =>
    strategies.flatMap((strategy) => {
      const found = ranked.find((row) => row.metric === metric && row.strategy === strategy);
      return found && Number.isFinite(found.meanRegret.value)
        ? [{ scenario: strategy.name, regret: found.meanRegret }]
        : [];
    }),
  );
}

interface NamedRegret {
  readonly scenario: string;
  readonly regret: Estimate;
}

/** Cells of all metrics, shaded within each. */
export function regretCells(
  metrics: readonly Metric[],
  regretsOf: (metric: Metric) => readonly NamedRegret[],
): RegretRow[] {
  return metrics.flatMap((metric) => {
    const regrets = regretsOf(metric);
    const most = Math.max(0, ...regrets.map(({ regret }) => regret.value));
    const least = Math.min(...regrets.map(({ regret }) => regret.value));
    return regrets.map(({ scenario, regret: { value, low, high } }): RegretRow => {
      const known = (end: number): number | null => (Number.isFinite(end) ? Math.max(0, end) : null);
      const half = (high - low) / 2;
      return {
        part: 'cell',
        scenario,
        metric: metric.name,
        title: titleOf(metric),
        regret: value,
        low: known(low),
        high: known(high),
        shade: most > 0 ? value / most : 0,
        label: numberText(value),
        halfWidth: Number.isFinite(half) ? `± ${Number(half.toPrecision(2)).toLocaleString('en-US')}` : '',
        least: value === least,
      };
    });
  });
}

export function regretCaption(
  about: { readonly comparison: Comparison; readonly title: string; readonly seed: number },
  rows: readonly RegretRow[],
): Caption {
  return comparisonCaption(about, {
    title: 'How far each scenario falls short of the best',
    reading:
      'Mean regret: how much worse than the best of the same replication, ± half of its 95 % interval; the stronger a shade, the worse within its column. Hindsight of chance is in it, which biases it upward.',
    finding: regretFinding(rows),
  });
}

/** The same over states of the world, in which chance is averaged out. */
export function robustnessCaption(
  { inner, ...about }: DesignAbout & { readonly inner: number },
  rows: readonly RegretRow[],
): Caption {
  return designCaption(about, {
    title: 'How far each scenario falls short of the best, whatever the numbers are',
    reading: [
      `Mean regret: how much worse than the best of the same state of the world, ± half of its 95 % interval; the stronger a shade, the worse within its column. A state is a draw of all numbers, its answer the mean of ${inner} replications: what chance is left in it biases regret upward.`,
    ],
    finding: regretFinding(rows),
  });
}

function regretFinding(rows: readonly RegretRow[]): string {
  const cells = rows.map(({ title, scenario, label }) => `${title}, ${scenario}: ${label}`);
  const best = rows.filter(({ least }) => least).map(({ title, scenario }) => `${title}: ${scenario}`);
  return `Heat map of mean regret. ${cells.join('; ')}. Least: ${best.join('; ')}.`;
}
