import type { CommandModule, Options } from 'yargs';
import type { Choose } from '../job.js';
import { alongOption, askBy, designOptions, oneOrTwo, scenarioFiles, type DesignArguments } from './design-options.js';
import { wholeNumber } from './options.js';

interface SweepArguments extends DesignArguments {
  readonly replications: number;
  readonly values: number | undefined;
}

export const sweepOptions = {
  replications: {
    alias: 'n',
    describe: 'How many times to simulate at each point',
    default: 300,
    requiresArg: true,
    coerce: wholeNumber('replications', 2),
  },
  values: {
    describe: 'Values along each number. Default: 11 along one, 6 along each of two',
    requiresArg: true,
    coerce: wholeNumber('values', 2),
  },
  ...designOptions,
  over: alongOption,
} as const satisfies Record<string, Options>;

const about = `garrison sweep <scenario> [other] --over PATH [--over PATH]

Tells the mean outcome along one uncertain number, as a line for each scenario, or over two as a map:
of one scenario its mean, of two their difference (other minus scenario).
Every point has the same luck; all other numbers are drawn as in a run. Ctrl-C keeps what is finished.`;

export function sweep(choose: Choose): CommandModule<object, SweepArguments> {
  return {
    command: 'sweep <files..>',
    describe: 'The mean outcome along one uncertain number, or over two',
    builder: (yargs) =>
      yargs
        .usage(about)
        .positional('files', scenarioFiles('A scenario, or two to be swept together'))
        .options(sweepOptions)
        .check(oneOrTwo)
        .example('garrison sweep stay.ts leave.ts --over strikes.meanLagDays', 'two lines')
        .example('garrison sweep stay.ts leave.ts --over PATH=0..1 --over OTHER', 'a map of the difference')
        .epilogue(''),
    handler: (given) => {
      const { over = [], replications, values = over.length > 1 ? 6 : 11 } = given;
      askBy({ kind: 'sweep', replications, values }, { choose, given });
    },
  };
}
