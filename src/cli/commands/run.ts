import type { CommandModule, Options } from 'yargs';
import type { Choose } from '../job.js';
import { parsePrecision, type PrecisionOption } from '../parse-precision.js';
import { antitheticOption, fromOption, jsonOption, oneText, setOption, wholeNumber } from './options.js';

interface RunArguments {
  readonly file: string;
  readonly replications: number | undefined;
  readonly precision: PrecisionOption | undefined;
  readonly 'max-replications': number | undefined;
  readonly seed: number;
  readonly workers: number | 'auto';
  readonly out: string;
  readonly antithetic: boolean;
  readonly from: string | undefined;
  readonly set: readonly string[] | undefined;
  readonly figures: boolean;
  readonly format: 'csv' | 'parquet' | 'both';
  readonly report: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

const workersOf = wholeNumber('workers', 1);

export const runOptions = {
  replications: {
    alias: 'n',
    describe: 'How many times to simulate it; one alone has no intervals. Default: 2000',
    requiresArg: true,
    coerce: wholeNumber('replications', 1),
  },
  precision: {
    describe:
      'Simulate until precise enough: 5% (attacks and personAttacks), or OUTCOME=HALF-WIDTH or OUTCOME=SHARE%, with commas. Default: none',
    type: 'string',
    requiresArg: true,
    coerce: parsePrecision,
  },
  'max-replications': {
    describe: 'At most so many, where a precision is asked for. Default: 100000',
    requiresArg: true,
    coerce: wholeNumber('max-replications', 2),
  },
  seed: {
    describe: 'Same seed, same numbers; 0 is a seed like another',
    default: 1,
    requiresArg: true,
    coerce: wholeNumber('seed', -Infinity),
  },
  workers: {
    describe: 'Threads: a number, or auto. The results do not depend on it',
    default: 'auto',
    requiresArg: true,
    coerce: (given: unknown) => (given === 'auto' ? 'auto' : workersOf(given)),
  },
  out: {
    describe: 'Folder for results; nothing finished in it is ever overwritten',
    type: 'string',
    requiresArg: true,
    default: 'output',
    coerce: oneText('out'),
  },
  antithetic: antitheticOption,
  from: fromOption,
  set: setOption,
  figures: { describe: 'Draw figures; --no-figures leaves them out', type: 'boolean', default: true },
  format: {
    describe: 'Files of the rows by replication: csv, parquet or both',
    choices: ['csv', 'parquet', 'both'],
    default: 'both',
    requiresArg: true,
  },
  report: {
    describe: 'Write report.html and report.md; --no-report leaves them out',
    type: 'boolean',
    default: true,
  },
  json: jsonOption,
  quiet: { describe: 'No progress on stderr', type: 'boolean', default: false },
} as const satisfies Record<string, Options>;

const about = `garrison run <file>

Simulates a scenario many times and tells what comes of it: a card here, the rest in a folder.
Ctrl-C keeps what is finished.`;

export function run(choose: Choose): CommandModule<object, RunArguments> {
  return {
    command: 'run <file>',
    describe: 'Simulate a scenario: a result card, and a folder of results and figures',
    builder: (yargs) =>
      yargs
        .usage(about)
        .positional('file', { describe: 'The scenario: .ts, .yaml or .json', type: 'string', demandOption: true })
        .options(runOptions)
        .check(clashes)
        .example('garrison run scenario.ts', '2,000 replications with seed 1')
        .example('garrison run scenario.ts --precision 5%', 'until means are known to 5 %')
        .example('garrison run scenario.ts --set end=2020-06-30', 'with one value changed')
        .example('garrison run scenario.ts --from past-2020-06-01.json', 'what may follow a past')
        .example('garrison run scenario.ts --json > card.json', 'for another program')
        .epilogue(''),
    handler: (given) => {
      choose(async (terminal) => {
        const { runScenario } = await import('../run-scenario.js');
        const { replications, precision, 'max-replications': most } = given;
        return runScenario({ ...given, replications, precision, most, set: given.set ?? [] }, terminal);
      }, given.json);
    },
  };
}

/** Options that say different things of one matter. */
function clashes(given: Readonly<Record<string, unknown>>): true {
  const { replications, precision, antithetic, from, 'max-replications': most } = given;
  if (antithetic === true && precision !== undefined)
    throw new Error('--antithetic goes with a number of replications (-n), not with --precision');
  if (antithetic === true && from !== undefined)
    throw new Error('--antithetic is for whole replications, not for the futures of a past (--from)');
  if (precision !== undefined && replications !== undefined)
    throw new Error('--precision finds out how many replications it takes: bound them with --max-replications, not -n');
  if (most !== undefined && precision === undefined)
    throw new Error('--max-replications is for --precision: without it, -n says how many');
  return true;
}
