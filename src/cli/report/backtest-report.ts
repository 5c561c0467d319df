import type { BacktestTarget } from '../../calibration/backtest/backtest-summary.js';
import { simpleForecasts } from '../../calibration/backtest/simple-forecasts.js';
import { capitalised } from '../../experiment/story/words.js';
import { uncapital } from '../../experiment/tables/design-caption.js';
import {
  crpsEquation,
  recordChoiceEquation,
  recordLikelihoodEquation,
  recordRateEquation,
  scoreDifferenceEquation,
  type Block,
  type Figure,
  type Report,
  type Section,
  type Table,
} from '../../report/index.js';
import { scoreNote } from '../backtest/backtest-card.js';
import type { BacktestManifest } from '../backtest/backtest-manifest.js';
import type { BacktestFile } from '../backtest/backtest-schema.js';
import { methodNames } from '../backtest/scored-methods.js';
import { counted, figure } from '../number-text.js';
import { figureBlock } from './figure-order.js';
import type { ResultTable } from './read-design-tables.js';
import { recordFacts, recordMethods, recordSection, warningBlocks } from './record-sections.js';
import { registerSection } from './register-section.js';

interface About {
  readonly manifest: BacktestManifest;
  readonly result: BacktestFile;
  readonly figures: readonly Figure[];
  readonly tables: readonly ResultTable[];
}

const leading = 'backtest-forecasts';
const targets: Readonly<Record<BacktestTarget, string>> = {
  total: 'All attacks',
  byBase: 'Base by base, added up',
};

/** The report of a back-test: whether the fitted process forecasts better than simple rules do. */
export function backtestReport({ manifest, result, figures, tables }: About): Report {
  const { title, hash, seed, garrison, warnings, record, scenario, asked, origins } = manifest;
  const tableOf = (name: string): ResultTable | undefined => tables.find(({ file }) => file === name);
  const rest = figures.filter(({ name }) => name !== leading);
  return {
    id: `backtest ${hash} ${seed}`,
    title,
    question: 'Would the fitted process have forecast the attacks that came, and better than a simple rule?',
    answer: result.answer,
    first: [
      ...warningBlocks(warnings),
      ...figures.filter(({ name }) => name === leading).map(figureBlock),
      { kind: 'table', table: scoreTable(result, 'total') },
      {
        kind: 'facts',
        facts: [
          { term: 'Windows', value: figure(origins.length) },
          ...recordFacts(record),
          { term: 'Simulated windows each', value: figure(asked.replications) },
          { term: 'Seed', value: String(seed) },
          { term: 'Back-test', value: hash.slice(0, 8) },
        ],
      },
    ],
    sections: [
      {
        id: 'scores',
        title: 'Is it better than a simple rule?',
        blocks: [
          ...differenceTables(result),
          ...(result.methods.some(({ target }) => target === 'byBase')
            ? [{ kind: 'table', table: scoreTable(result, 'byBase') } as const]
            : []),
          { kind: 'text', text: scoreNote },
        ],
      },
      ...(rest.length === 0
        ? []
        : [{ id: 'figures', title: 'How sure, and how much better', blocks: rest.map(figureBlock) }]),
      rulesSection(),
      originsSection(tableOf('origins.csv'), tableOf('forecasts.csv')),
      recordSection(record, tableOf('left-out.csv')),
      registerSection(scenario),
      recordMethods({
        how: 'At each origin everything is fitted to what came before it and to nothing else: rates, branching and lags, and whom attacks fall on. The window up to the next origin is then simulated over all that is not known, and the whole distribution of counts is held against what came. Only the scenario’s plan (who is where on the day of the forecast) is taken as known.',
        equations: [
          recordRateEquation,
          recordLikelihoodEquation,
          recordChoiceEquation,
          crpsEquation,
          scoreDifferenceEquation,
        ],
        record,
      }),
      {
        id: 'limits',
        title: 'Limits: what not to read out of it',
        blocks: [{ kind: 'list', items: limits(origins.length) }],
      },
    ],
    origin: `garrison ${garrison} · backtest ${hash.slice(0, 8)} · seed ${seed} · ${counted(origins.length, 'origin')}. Model output, not observation.`,
  };
}

function scoreTable({ methods }: BacktestFile, target: BacktestTarget): Table {
  return {
    caption: `${targets[target]}: mean scores, and how often intervals held what came`,
    head: ['forecast by', 'CRPS', 'log score', '50 %', '80 %', '95 % held'],
    rows: methods
      .filter((method) => method.target === target)
      .map(({ key, crps, logScore, intervals }) => [
        capitalised(methodNames[key] ?? key),
        number(crps),
        number(logScore),
        ...intervals.map(({ coverage: { value, n } }) => `${Math.round((value ?? NaN) * n)} of ${n}`),
      ]),
    numeric: [1, 2, 3, 4, 5],
  };
}

const verdicts: Readonly<Record<BacktestFile['differences'][number]['verdict'], string>> = {
  'process better': 'the process is better',
  'simple forecast better': 'the simple rule is better',
  'not resolved': 'not told apart',
};

function differenceTables({ differences }: BacktestFile): Block[] {
  return (['total', 'byBase'] as const).flatMap((target): Block[] => {
    const own = differences.filter((each) => each.target === target);
    if (own.length === 0) return [];
    const rows = own.map(({ key, score, difference: { value, low, high }, verdict }) => [
      capitalised(methodNames[key] ?? key),
      score === 'crps' ? 'CRPS' : 'log score',
      number(value),
      `${number(low)} to ${number(high)}`,
      verdicts[verdict],
    ]);
    const table: Table = {
      caption: `${targets[target]}: simple rule less fitted process, 95 % for all rules together`,
      head: ['simple rule', 'score', 'difference', '95 %', ''],
      rows,
      numeric: [2, 3],
    };
    return [{ kind: 'table', table }];
  });
}

function rulesSection(): Section {
  return {
    id: 'rules',
    title: 'The simple rules',
    blocks: [
      {
        kind: 'list',
        items: Object.values(simpleForecasts).map(({ name, about }) => `${capitalised(name)}: ${uncapital(about)}.`),
      },
    ],
  };
}

function originsSection(origins: ResultTable | undefined, forecasts: ResultTable | undefined): Section {
  const fold = (title: string, found: ResultTable | undefined): Block[] =>
    found ? [{ kind: 'fold', title, blocks: [{ kind: 'table', table: found.table }] }] : [];
  return {
    id: 'origins',
    title: 'Window by window',
    blocks: [
      { kind: 'text', text: 'An origin is the day of a forecast; only what came before it is known to it.' },
      ...fold('What was known and fitted at each origin', origins),
      ...fold('Every forecast with its scores', forecasts),
    ],
  };
}

function number(value: number | null): string {
  if (value === null) return 'no bound';
  return value < 0 ? `−${figure(-value)}` : figure(value);
}

function limits(origins: number): string[] {
  return [
    `${counted(origins, 'window')} of one record share their years: one bad month decides much, and windows to come may be unlike all of these.`,
    'No difference told from zero does not say that two ways to forecast are equally good, only that this record does not tell them apart.',
    'Base by base the process is told who hosts whom on the day of the forecast, and the rules are not. A better score there is the plan speaking as much as the process.',
    'A process that forecasts counts well need not be right about what consolidation does: that rests on how attackers choose, which forecasts of counts hardly test.',
    'Scores are of this record as it was counted; attacks that nobody wrote down are in none of them.',
  ];
}
