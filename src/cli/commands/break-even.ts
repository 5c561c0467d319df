import type { CommandModule, Options } from 'yargs';
import type { Choose } from '../job.js';
import { alongOption, askBy, designOptions, scenarioFiles, type DesignArguments } from './design-options.js';
import { wholeNumber } from './options.js';

interface BreakEvenArguments extends DesignArguments {
  readonly replications: number | undefined;
}

export const breakEvenOptions = {
  replications: {
    alias: 'n',
    describe: 'How many times to simulate each scenario at each point. Default: 400 along one number, 150 over two',
    requiresArg: true,
    coerce: wholeNumber('replications', 2),
  },
  ...designOptions,
  over: alongOption,
} as const satisfies Record<string, Options>;

const about = `garrison break-even <scenario> <other> --over PATH [--over PATH]

Tells what one would have to believe of a number for one scenario to be better than the other: the
value at which the mean difference changes its sign, with its interval; over two numbers the map of
who is better where, looked at closely where the border runs. Fewer is better. Every point has the
same luck; all other numbers are drawn as in a run. Ctrl-C keeps what is finished.`;

export function breakEven(choose: Choose): CommandModule<object, BreakEvenArguments> {
  return {
    command: 'break-even <files..>',
    describe: 'At which value of a number the better of two scenarios changes',
    builder: (yargs) =>
      yargs
        .usage(about)
        .positional('files', scenarioFiles('Two scenarios'))
        .options(breakEvenOptions)
        .check(({ files }: Readonly<Record<string, unknown>>) => {
          if (Array.isArray(files) && files.length === 2) return true;
          throw new Error(`garrison break-even takes two scenarios, got ${Array.isArray(files) ? files.length : 0}`);
        })
        .example('garrison break-even stay.ts leave.ts --over PATH', 'the value with its interval')
        .example('garrison break-even stay.ts leave.ts --over PATH --over OTHER=0..2', 'the map of two numbers')
        .epilogue(''),
    handler: (given) => {
      const { over = [], replications = over.length > 1 ? 150 : 400 } = given;
      askBy({ kind: 'break-even', replications }, { choose, given });
    },
  };
}
