import type { CommandModule, Options } from 'yargs';
import type { Choose } from '../job.js';
import { jsonOption, oneDate, oneText, setOption, wholeNumber } from './options.js';
import { runOptions } from './run.js';

interface CalibrateArguments {
  readonly record: string;
  readonly scenario: string;
  readonly rules: string | undefined;
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly period: readonly string[] | undefined;
  readonly seed: number;
  readonly imputations: number;
  readonly draws: number;
  readonly out: string;
  readonly set: readonly string[] | undefined;
  readonly figures: boolean;
  readonly report: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

const dateOf = oneDate('period');

export const calibrateOptions = {
  scenario: {
    describe: 'The scenario whose bases, armed groups and strikes the record is matched to. No default',
    type: 'string',
    requiresArg: true,
    demandOption: true,
    coerce: oneText('scenario'),
  },
  rules: {
    describe: 'What counts, names of places and groups: a file (.yaml, .json or .ts). Default: see docs/calibration.md',
    type: 'string',
    requiresArg: true,
    coerce: oneText('rules'),
  },
  from: {
    describe: 'First day that the record covers. Default: that of its first row',
    requiresArg: true,
    coerce: oneDate('from'),
  },
  until: {
    describe: 'Last day to learn from. Default: the day before the scenario starts',
    requiresArg: true,
    coerce: oneDate('until'),
  },
  period: {
    describe: 'Let the unprovoked rate change on this day; may be given again. Default: one rate all along',
    type: 'string',
    requiresArg: true,
    coerce: (given: unknown) => [given].flat().map(dateOf),
  },
  seed: runOptions.seed,
  imputations: {
    describe: 'Ways of ordering the attacks of one day, drawn at random and pooled',
    default: 10,
    requiresArg: true,
    coerce: wholeNumber('imputations', 1),
  },
  draws: {
    describe: 'Rows of the table of posterior draws that scenarios take',
    default: 500,
    requiresArg: true,
    coerce: wholeNumber('draws', 10),
  },
  out: runOptions.out,
  set: setOption,
  figures: runOptions.figures,
  report: runOptions.report,
  json: jsonOption,
  quiet: runOptions.quiet,
} as const satisfies Record<string, Options>;

const about = `garrison calibrate <record> --scenario FILE

Fits the attack process of a scenario to a dated record of attacks: garrison's own CSV, an export of
ACLED or of UCDP GED, told by its columns. Every row is counted or left out with the reason. Tells
for each number what was believed before and what is after, and what the record cannot tell; writes
the posterior as a file that a scenario spreads, so that what is not known goes into every run.`;

export function calibrate(choose: Choose): CommandModule<object, CalibrateArguments> {
  return {
    command: 'calibrate <record>',
    describe: 'Learn the attack process from a dated record: what it tells, and what it cannot',
    builder: (yargs) =>
      yargs
        .usage(about)
        .positional('record', { describe: 'The record: CSV', type: 'string', demandOption: true })
        .options(calibrateOptions)
        .example('garrison calibrate attacks.csv --scenario scenario.ts', 'what was known before its start')
        .example('garrison calibrate attacks.csv --scenario scenario.ts --until 2020-12-31', 'later days too')
        .example('garrison calibrate acled.csv --scenario scenario.ts --rules rules.yaml', 'an ACLED export')
        .epilogue(''),
    handler: (given) => {
      choose(async (terminal) => {
        const { calibrateScenario } = await import('../calibrate/calibrate-scenario.js');
        const { set, period, rules, from, until, ...rest } = given;
        return calibrateScenario({ ...rest, rules, from, until, set: set ?? [], periods: period ?? [] }, terminal);
      }, given.json);
    },
  };
}
