import type { BacktestSummary, BacktestTarget } from '../../calibration/backtest/backtest-summary.js';
import type { MethodNames } from '../../calibration/tables/index.js';
import { longDate } from '../../model/scenario/iso-date.js';
import { counted, duration, figure } from '../number-text.js';
import { placedText } from '../result-card.js';
import { coloursOf, type Terminal } from '../terminal.js';
import { textTable } from '../text-table.js';
import { wrapWords } from '../wrap-words.js';
import type { BacktestQuestion } from './backtest-question.js';
import type { PlacedBacktest } from './place-backtest.js';
import { methodNames } from './scored-methods.js';

export interface ToldBacktest {
  readonly question: BacktestQuestion;
  readonly placed: PlacedBacktest;
  /** The folder as it is shown. */
  readonly path: string;
  readonly seconds: number;
}

/** Of a line of text, in letters. */
const WIDTH = 110;

/** What the terminal shows of a back-test. */
export function backtestCard({ question, placed, path, seconds }: ToldBacktest, terminal: Terminal): string {
  const { bold, dim, yellow } = coloursOf(terminal.stdout, terminal.env);
  const { loaded, warnings, wishes, hash } = question;
  const { record } = loaded;
  const { result } = placed;
  const period = `${longDate(record.from)} to ${longDate(record.to)}`;
  const blocks = [
    bold(wrapWords(result.answer, WIDTH).join('\n')),
    backtestTable(result, methodNames),
    wrapWords(scoreNote, WIDTH).join('\n'),
    warnings.map((warning) => `${yellow('warning')}: ${warning}`).join('\n'),
    [
      dim(
        `${counted(record.attacks.length, 'attack')}, ${period} · ${counted(record.leftOut.length, 'row')} left out · seed ${wishes.seed} · ${hash.slice(0, 8)} · ${duration(seconds)}`,
      ),
      record.countingRule,
      `Results: ${path}${placedText(placed)}`,
      `Read on: ${placed.report ? 'report.html, ' : ''}forecasts.csv, origins.csv, scores.csv, differences.csv, left-out.csv, backtest.json${placed.figures ? ', figures/' : ''}`,
    ].join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** The same as one JSON object. */
export function backtestJson({ question, placed, path }: ToldBacktest): string {
  const { hash, wishes, warnings } = question;
  const object = { ok: true, hash, seed: wishes.seed, folder: path, folderIs: placed.kind, warnings, ...placed.result };
  return `${JSON.stringify(object, null, 2)}\n`;
}

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
    const windows = `Of all attacks in ${origins} windows, forecast from the past alone`;
    const subject = target === 'total' ? windows : 'Base by base';
    if (better.length === mine.length) return `${subject}, the fitted process ${said} (by CRPS).`;
    const verdict = better.length === 0 ? 'does not beat any simple rule' : 'beats only some simple rules';
    return `${subject}, the fitted process ${verdict} (by CRPS): it ${said}.`;
  };
  return [of('total'), of('byBase')].filter(Boolean).join(' ');
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
