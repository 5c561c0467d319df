import type { CommandModule, Options } from 'yargs';
import { readWhen, whenRule } from '../design/read-when.js';
import type { Choose } from '../job.js';
import { askBy, oneOrTwo, scenarioFiles, sharedDesignOptions, type DesignArguments } from './design-options.js';
import { oneText, wholeNumber } from './options.js';

interface DiscoverArguments extends Omit<DesignArguments, 'outcome'> {
  readonly when: string;
  readonly states: number;
  readonly inner: number;
}

export const discoverOptions = {
  when: {
    describe:
      "What is looked for: 'killed > 5', or 'killed.p95 > 5' for a quantile over the replications of a state. Default: none",
    type: 'string',
    requiresArg: true,
    demandOption: true,
    coerce: (given: unknown) => {
      const text = oneText('when')(given);
      if (!readWhen(text)) throw new Error(`--when ${whenRule}, got ${text}`);
      return text;
    },
  },
  states: {
    alias: 'n',
    describe: 'States of the world: draws of all the numbers, spread evenly over their laws',
    default: 1000,
    requiresArg: true,
    coerce: wholeNumber('states', 40),
  },
  inner: {
    describe: 'Replications of each state',
    default: 1,
    requiresArg: true,
    coerce: wholeNumber('inner', 1),
  },
  ...sharedDesignOptions,
} as const satisfies Record<string, Options>;

const about = `garrison discover <scenario> [other] --when 'OUTCOME > NUMBER'

Tells in which box of the uncertain numbers something happens, in words: limits on a few numbers that
hold most of the states of the world in which it does, and few others (PRIM). Of two scenarios it
looks at the difference, other minus scenario. Ctrl-C keeps what is finished.`;

export function discover(choose: Choose): CommandModule<object, DiscoverArguments> {
  return {
    command: 'discover <files..>',
    describe: 'Where among the uncertain numbers something happens: PRIM boxes in words',
    builder: (yargs) =>
      yargs
        .usage(about)
        .positional('files', scenarioFiles('A scenario, or two of which the second is held against the first'))
        .options(discoverOptions)
        .check(oneOrTwo)
        .example("garrison discover stay.ts --when 'killed > 5'", 'when do more than five die?')
        .example("garrison discover stay.ts leave.ts --when 'personAttacks < 0'", 'when does leaving help?')
        .epilogue(''),
    handler: (given) => {
      const { when, states, inner } = given;
      const { outcome } = readWhen(when)!;
      askBy({ kind: 'discover', when, states, inner }, { choose, given: { ...given, outcome } });
    },
  };
}
