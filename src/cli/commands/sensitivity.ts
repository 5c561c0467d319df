import type { CommandModule, Options } from 'yargs';
import type { Choose } from '../job.js';
import { askBy, designOptions, oneOrTwo, scenarioFiles, type DesignArguments } from './design-options.js';
import { wholeNumber } from './options.js';

interface SensitivityArguments extends DesignArguments {
  readonly method: 'tornado' | 'morris' | 'sobol' | 'voi';
  readonly number: number | undefined;
  readonly inner: number | undefined;
}

export const sensitivityOptions = {
  method: {
    describe:
      'tornado: one number at a time, low and high. morris: many such steps from all over. sobol: shares of the variance, chance among them. voi: what knowing a number before choosing between scenarios would save',
    choices: ['tornado', 'morris', 'sobol', 'voi'],
    default: 'tornado',
    requiresArg: true,
  },
  number: {
    alias: 'n',
    describe:
      'How much of it: replications at each value (tornado), trajectories (morris), rows, a power of two (sobol), states (voi). Default: 500, 30, 512, 500',
    requiresArg: true,
    coerce: wholeNumber('number', 2),
  },
  inner: {
    describe: 'morris, sobol and voi: replications that an answer is the mean of. Default: 1, 1, 4',
    requiresArg: true,
    coerce: wholeNumber('inner', 1),
  },
  ...designOptions,
} as const satisfies Record<string, Options>;

const usualSize = { tornado: 500, morris: 30, sobol: 512, voi: 500 } as const;

const about = `garrison sensitivity <scenario> [other]

Tells which uncertain number an answer depends on: the mean outcome of one scenario, or the
difference that another makes to it (other minus scenario), which is what a decision rests on.
With voi the choice between two scenarios or more, or those of a study, is asked about: which number
would be worth finding out first. All points of a design have the same luck. Ctrl-C keeps what is finished.`;

export function sensitivity(choose: Choose): CommandModule<object, SensitivityArguments> {
  return {
    command: 'sensitivity <files..>',
    describe: 'Which uncertain number the answer depends on: tornado, Morris, Sobol’ indices, value of information',
    builder: (yargs) =>
      yargs
        .usage(about)
        .positional(
          'files',
          scenarioFiles(
            'A scenario, or two of which the second is held against the first; for voi two or more, or a study',
          ),
        )
        .options(sensitivityOptions)
        .check(({ method, ...rest }: Readonly<Record<string, unknown>>) => method === 'voi' || oneOrTwo(rest))
        .check(({ method, number }: Readonly<Record<string, unknown>>) => {
          if (method !== 'sobol' || typeof number !== 'number' || Number.isInteger(Math.log2(number))) return true;
          throw new Error(`--number must be a power of two for sobol, such as 256 or 512, got ${number}`);
        })
        .example('garrison sensitivity stay.ts leave.ts', 'what the difference depends on')
        .example('garrison sensitivity stay.ts --method sobol --outcome killed', 'chance or ignorance?')
        .example('garrison sensitivity study.ts --method voi', 'which number to find out before choosing')
        .example('garrison sensitivity stay.ts --over actors --over contingents', 'groups of numbers')
        .epilogue(''),
    handler: (given) => {
      const { method: kind, number: size = usualSize[kind], inner = kind === 'voi' ? 4 : 1 } = given;
      askBy(kind === 'tornado' ? { kind, size } : { kind, size, inner }, { choose, given });
    },
  };
}
