import type { CommandModule, Options } from 'yargs';
import type { Choose } from '../job.js';
import { askBy, scenarioFiles, sharedDesignOptions, type DesignArguments } from './design-options.js';
import { oneText, wholeNumber } from './options.js';

interface RobustnessArguments extends DesignArguments {
  readonly states: number;
  readonly inner: number;
  readonly threshold: readonly string[] | undefined;
}

export const robustnessOptions = {
  states: {
    alias: 'n',
    describe: 'States of the world: draws of all the numbers, spread evenly over their laws',
    default: 200,
    requiresArg: true,
    coerce: wholeNumber('states', 60),
  },
  inner: {
    describe: 'Replications of each scenario in each state; their mean is its answer there',
    default: 20,
    requiresArg: true,
    coerce: wholeNumber('inner', 2),
  },
  outcome: {
    describe: 'By this outcome alone, fewer being better. Default: the metrics of the study, or those of compare',
    type: 'string',
    requiresArg: true,
    coerce: oneText('outcome'),
  },
  threshold: {
    describe:
      'METRIC=NUMBER: how often each scenario does at least so well; may be given again. Default: those of the study',
    type: 'string',
    requiresArg: true,
    coerce: (given: string | readonly string[]) => [given].flat(),
  },
  ...sharedDesignOptions,
} as const satisfies Record<string, Options>;

const about = `garrison robustness <scenarios or study>

Tells how scenarios do whatever the uncertain numbers are: in every state of the world how much
worse each is than the best there (regret), and in how many states it does well enough. garrison
compare draws the numbers anew in each replication, and cannot tell chance from ignorance; here a
state is simulated many times, so that chance is averaged out. Ctrl-C keeps what is finished.`;

export function robustness(choose: Choose): CommandModule<object, RobustnessArguments> {
  return {
    command: 'robustness <files..>',
    describe: 'How scenarios do whatever the numbers are: regret, and how often each does well enough',
    builder: (yargs) =>
      yargs
        .usage(about)
        .positional('files', scenarioFiles('Two scenarios or more, or a study'))
        .options(robustnessOptions)
        .example('garrison robustness study.ts --threshold killed=5', 'how often at most five are killed on average')
        .example('garrison robustness stay.ts leave.ts --over actors', 'over the numbers of the armed groups')
        .epilogue(''),
    handler: (given) => {
      const { states, inner, threshold = [] } = given;
      askBy({ kind: 'robustness', states, inner }, { choose, given, thresholds: threshold });
    },
  };
}
