import type { BacktestSummary, BacktestTarget } from '../../calibration/backtest/backtest-summary.js';
import type { MethodNames } from '../../calibration/tables/index.js';
import { figure } from '../number-text.js';
import { textTable } from '../text-table.js';

const targets: Readonly<Record<BacktestTarget, string>> = {
  total: 'all attacks',
  byBase: 'base by base, added up',
};

/** The answer in a sentence for each target: which simple rules the process beats, by CRPS. */
export function backtestAnswer({ differences, origins }: BacktestSummary, names: MethodNames): string {
  const of = (target: BacktestTarget): string => {
    const mine = differences.filter((one) => one.target === target && one.score === 'crps');
    if (mine.length === 0) return '';
    const named = (verdict: string): string[] =>
      mine.filter((one) => one.verdict === verdict).map(({ key }) => names[key] ?? key);
    const [better, worse, open] = [named('process better'), named('simple forecast better'), named('not resolved')];
    const said = [
      ...(better.length > 0 ? [`is better than ${list(better)}`] : []),
      ...(worse.length > 0 ? [`is worse than ${list(worse)}`] : []),
      ...(open.length > 0 ? [`is not told from ${list(open)}`] : []),
    ].join(', and ');
    const subject = target === 'total' ? 'By CRPS, of all attacks' : 'Base by base';
    if (better.length === mine.length) return `${subject}, the fitted process ${said}.`;
    const verdict = better.length === 0 ? 'does not beat any simple rule' : 'beats only some simple rules';
    return `${subject}, the fitted process ${verdict}: it ${said}.`;
  };
  return `${origins} windows forecast from the past alone. ${[of('total'), of('byBase')].filter(Boolean).join(' ')}`;
}

/** Scores of every method, with how often its intervals held what came. */
export function backtestTable({ methods }: BacktestSummary, names: MethodNames): string {
  const header = ['', 'CRPS', 'log score', '50 %', '80 %', '95 % held'];
  const rows = (['total', 'byBase'] as const).flatMap((target) => {
    const mine = methods.filter((one) => one.target === target);
    if (mine.length === 0) return [];
    return [
      [targets[target]],
      ...mine.map(({ key, crps, logScore, intervals }) => [
        `  ${names[key] ?? key}`,
        figure(crps),
        figure(logScore),
        ...intervals.map(({ coverage: { value, n } }) => `${Math.round(value * n)} of ${n}`),
      ]),
    ];
  });
  return textTable([header, ...rows], [1, 2, 3, 4, 5]);
}

export const scoreNote =
  'CRPS (in attacks) and log score: lower is better. Intervals of counts hold at least what they claim, so that more is no fault. Base by base the process knows who hosts whom on the day of the forecast; simple rules know only past attacks.';

function list(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
