import type { CommandModule, Options } from 'yargs';
import type { Choose } from '../job.js';
import { recordFileOption, wholeNumber } from './options.js';

interface VerifyArguments {
  readonly folder: string;
  readonly sample: number;
  readonly replication: number | undefined;
  readonly record: string | undefined;
}

export const verifyOptions = {
  sample: {
    describe:
      'How many replications (of a design: evaluations; of a back-test: origins), picked at random, are computed again',
    default: 20,
    requiresArg: true,
    coerce: wholeNumber('sample', 1),
  },
  replication: {
    describe:
      'This one instead, by its index in replications.csv (of a design: row of evaluations.csv, of a back-test of origins.csv, from 0). Default: picked at random',
    requiresArg: true,
    coerce: wholeNumber('replication', 0),
  },
  record: recordFileOption,
} as const satisfies Record<string, Options>;

const about = `garrison verify <folder>

Computes some replications of a folder of results again, compares every outcome and the fingerprint
of all events, and names what differs first. In a folder of garrison trace every event is compared,
in one of a design (sensitivity, break-even and the like) some evaluations, in one of calibrate all
numbers, in one of backtest some origins and all scores. Exit code 1 where something differs.`;

export function verify(choose: Choose): CommandModule<object, VerifyArguments> {
  return {
    command: 'verify <folder>',
    describe: 'Compute some replications of a result again, and compare',
    builder: (yargs) =>
      yargs
        .usage(about)
        .positional('folder', {
          describe: 'A folder that run, merge, trace, calibrate, backtest or a command over uncertain numbers wrote',
          type: 'string',
          demandOption: true,
        })
        .options(verifyOptions)
        .example('garrison verify output/scenario/1-2000-1a2b3c4d', '20 of them')
        .epilogue(''),
    handler: (given) => {
      choose(async (terminal) => {
        const { verifyResults } = await import('../verify-results.js');
        return verifyResults(given, terminal);
      });
    },
  };
}
