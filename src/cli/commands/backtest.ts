import type { CommandModule, Options } from 'yargs';
import type { Choose } from '../job.js';
import { oneDate, oneText, setOption, wholeNumber } from './options.js';
import { runOptions } from './run.js';

interface BacktestArguments {
  readonly record: string;
  readonly scenario: string;
  readonly rules: string | undefined;
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly origins: 'monthly' | number;
  readonly horizon: number | undefined;
  readonly past: number;
  readonly replications: number;
  readonly seed: number;
  readonly out: string;
  readonly set: readonly string[] | undefined;
  readonly figures: boolean;
  readonly report: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

export const backtestOptions = {
  scenario: {
    describe:
      'The scenario whose bases, armed groups and plan the record is read with; it must be given. Default: none',
    type: 'string',
    requiresArg: true,
    demandOption: true,
    coerce: oneText('scenario'),
  },
  rules: {
    describe: 'File of rules of what counts and who is whom (docs/calibration.md). Default: the usual ones',
    type: 'string',
    requiresArg: true,
    coerce: oneText('rules'),
  },
  from: {
    describe: 'First day of the record that counts. Default: that of its first row',
    type: 'string',
    requiresArg: true,
    coerce: oneDate('from'),
  },
  until: {
    describe: 'Last day of the record that counts. Default: that of its last row',
    type: 'string',
    requiresArg: true,
    coerce: oneDate('until'),
  },
  origins: {
    describe: 'When a forecast is made: monthly (on the first), or every so many days, such as 30d',
    type: 'string',
    requiresArg: true,
    default: 'monthly',
    coerce: (given: unknown) => (given === 'monthly' ? given : days('origins', 'monthly, or ')(given)),
  },
  horizon: {
    describe: 'How far a forecast looks, in days, such as 30d. Default: up to the next origin',
    type: 'string',
    requiresArg: true,
    coerce: days('horizon'),
  },
  past: {
    describe: 'Least number of days that the first forecast must know',
    type: 'string',
    requiresArg: true,
    default: '90d',
    coerce: days('past'),
  },
  replications: {
    alias: 'n',
    describe: 'How many times each window is simulated',
    default: 4000,
    requiresArg: true,
    coerce: wholeNumber('replications', 100),
  },
  seed: runOptions.seed,
  out: runOptions.out,
  set: setOption,
  figures: runOptions.figures,
  report: runOptions.report,
  json: runOptions.json,
  quiet: runOptions.quiet,
} as const satisfies Record<string, Options>;

const about = `garrison backtest <record> --scenario <file>

Would the attack process have forecast this record? At each origin it is fitted to what came before,
and nothing later; then it forecasts how many attacks come in the next window, in all and at each
base, as a whole distribution. The same is asked of simple rules. Says plainly where the process is
no better than they are. Ctrl-C keeps the origins that are finished.`;

export function backtest(choose: Choose): CommandModule<object, BacktestArguments> {
  return {
    command: 'backtest <record>',
    describe: 'Forecast a dated record from its own past, and score that against simple rules',
    builder: (yargs) =>
      yargs
        .usage(about)
        .positional('record', {
          describe: 'The record: CSV of garrison’s own form, or an export of ACLED or UCDP GED',
          type: 'string',
          demandOption: true,
        })
        .options(backtestOptions)
        .example('garrison backtest data/attacks-2019-2020.csv --scenario iraq.ts', 'month by month')
        .example('garrison backtest attacks.csv --scenario iraq.ts --origins 14d', 'every two weeks')
        .example('garrison backtest attacks.csv --scenario iraq.ts --horizon 60d', 'two months ahead')
        .epilogue(''),
    handler: (given) => {
      choose(async (terminal) => {
        const { runBacktest } = await import('../backtest/run-backtest.js');
        return runBacktest({ ...given, file: given.record, set: given.set ?? [] }, terminal);
      }, given.json);
    },
  };
}

/** A number of days: 30d, or 30. */
function days(name: string, other = '') {
  return (given: unknown): number => {
    const match = typeof given === 'string' || typeof given === 'number' ? /^(\d{1,5})d?$/.exec(String(given)) : null;
    const count = Number(match?.[1]);
    if (count >= 1) return count;
    const got = Array.isArray(given) ? given.join(' and ') : String(given);
    throw new Error(`--${name} must be ${other}a number of days such as 30d, at least 1, given once, got ${got}`);
  };
}
