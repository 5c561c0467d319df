import type { CommandModule, Options } from 'yargs';
import type { Choose } from '../job.js';
import { fromOption, jsonOption, oneDate, oneText, setOption, wholeNumber } from './options.js';
import { runOptions } from './run.js';

interface TraceArguments {
  readonly file: string;
  readonly replication: number | undefined;
  readonly quantile: number | undefined;
  readonly of: string | undefined;
  readonly replications: number | undefined;
  readonly seed: number;
  readonly workers: number | 'auto';
  readonly out: string;
  readonly from: string | undefined;
  readonly 'save-at': string | undefined;
  readonly set: readonly string[] | undefined;
  readonly figures: boolean;
  readonly rows: boolean;
  readonly format: 'text' | 'csv' | 'json' | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
}

const { seed, workers, out, quiet } = runOptions;

export const traceOptions = {
  replication: {
    describe: 'Which one, by its index in replications.csv: the first is 0. Default: picked by quantile',
    requiresArg: true,
    coerce: wholeNumber('replication', 0),
  },
  quantile: {
    describe: 'The one nearest to this quantile of an outcome, such as 0.95. Default: 0.5, a middling one',
    requiresArg: true,
    coerce: quantileOf,
  },
  of: {
    describe: 'Outcome whose quantile it is: a column of replications.csv. Default: personAttacks',
    type: 'string',
    requiresArg: true,
    coerce: oneText('of'),
  },
  replications: {
    alias: 'n',
    describe:
      'How many to simulate, to pick from or to compare with. Default: 2000, or none where a replication is named',
    requiresArg: true,
    coerce: wholeNumber('replications', 2),
  },
  seed,
  workers,
  out,
  from: fromOption,
  'save-at': {
    describe: 'Save what happened before this date as a past that futures can share. Default: none',
    type: 'string',
    requiresArg: true,
    coerce: oneDate('save-at'),
  },
  set: setOption,
  figures: { describe: 'Draw the timeline; --no-figures leaves it out', type: 'boolean', default: true },
  rows: { describe: 'Show which rows of rows.csv each line rests on', type: 'boolean', default: false },
  format: {
    describe: 'What stdout carries: the story, or the rows behind it. Default: text',
    choices: ['text', 'csv', 'json'],
    requiresArg: true,
  },
  json: jsonOption,
  quiet,
} as const satisfies Record<string, Options>;

const about = `garrison trace <file>

Tells one replication, one possible future, in dates and plain words: who moved, who was hit, why
the model made each attack come, and what followed. Each line names the rows it rests on. It is one
draw of chance, and no forecast.`;

export function trace(choose: Choose): CommandModule<object, TraceArguments> {
  return {
    command: 'trace <file>',
    describe: 'One replication told in dates: attacks, moves, causes, and a timeline',
    builder: (yargs) =>
      yargs
        .usage(about)
        .positional('file', { describe: 'The scenario: .ts, .yaml or .json', type: 'string', demandOption: true })
        .options(traceOptions)
        .check(clashes)
        .example('garrison trace scenario.ts', 'the middling future, by person-attacks')
        .example('garrison trace scenario.ts --replication 17', 'one that a file names')
        .example('garrison trace scenario.ts --replication 17 --save-at 2020-06-01', 'a past to go on from')
        .example('garrison trace scenario.ts --quantile 0.95', 'one of the worst')
        .epilogue(''),
    handler: (given) => {
      const format = given.format ?? (given.json ? 'json' : 'text');
      choose(async (terminal) => {
        const { traceScenario } = await import('../trace-scenario.js');
        return traceScenario({ ...given, saveAt: given['save-at'], format, set: given.set ?? [] }, terminal);
      }, format === 'json');
    },
  };
}

/** Options that say different things of one matter. */
function clashes(given: {
  readonly replication?: unknown;
  readonly quantile?: unknown;
  readonly of?: unknown;
  readonly json?: unknown;
  readonly format?: unknown;
  readonly from?: unknown;
  readonly 'save-at'?: unknown;
}): true {
  if (given.from !== undefined && given['save-at'] !== undefined)
    throw new Error('--from takes up a past and --save-at saves one: give one of them');
  const { replication, quantile, of, json, format } = given;
  if (replication !== undefined && (quantile !== undefined || of !== undefined)) {
    const other = quantile === undefined ? '--of' : '--quantile';
    throw new Error(`--replication names one replication and ${other} picks one: give one of them`);
  }
  if (json === true && format !== undefined && format !== 'json')
    throw new Error(`--json and --format ${String(format)} exclude each other`);
  return true;
}

function quantileOf(given: unknown): number {
  const value = typeof given === 'string' ? Number(given) : given;
  if (typeof value === 'number' && value > 0 && value < 1) return value;
  const got = Array.isArray(given) ? given.join(' and ') : String(given);
  const meant = typeof value === 'number' && value > 1 && value < 100 ? `; did you mean ${value / 100}?` : '';
  throw new Error(`--quantile must be a number above 0 and below 1, given once, got ${got}${meant}`);
}
