import type { Options, PositionalOptions } from 'yargs';
import type { DesignMethod } from '../design/design-method.js';
import type { Choose } from '../job.js';
import { oneText, setOption, wholeNumber } from './options.js';
import { runOptions } from './run.js';

// Options that all commands over uncertain numbers share.

export const sharedDesignOptions = {
  over: {
    describe:
      'A number by its path, all uncertain ones below a part of a path, or PATH=LOW..HIGH for a range of its own; may be given again. Default: every uncertain number',
    type: 'string',
    requiresArg: true,
    coerce: (given: string | readonly string[]) => [given].flat(),
  },
  seed: runOptions.seed,
  workers: runOptions.workers,
  out: runOptions.out,
  set: setOption,
  jobs: {
    describe: 'Write the work down in this file instead, for garrison shard and merge on many machines. Default: none',
    type: 'string',
    requiresArg: true,
    coerce: oneText('jobs'),
  },
  'shard-size': {
    describe: 'Replications in a shard of the job list, about. The results do not depend on it',
    default: 1000,
    requiresArg: true,
    coerce: wholeNumber('shard-size', 1),
  },
  figures: runOptions.figures,
  report: runOptions.report,
  json: runOptions.json,
  quiet: runOptions.quiet,
} as const satisfies Record<string, Options>;

/** The same, of commands that ask about an outcome. */
export const designOptions = {
  outcome: {
    describe: 'What is asked about: an outcome of a replication, as replications.csv names it',
    type: 'string',
    requiresArg: true,
    default: 'personAttacks',
    coerce: oneText('outcome'),
  },
  ...sharedDesignOptions,
} as const satisfies Record<string, Options>;

/** The numbers that a question goes along. */
export const alongOption = {
  ...sharedDesignOptions.over,
  describe:
    'The number by its path, from the 5th to the 95th percentile of its law, or PATH=LOW..HIGH; twice for a map of two. Default: none',
} as const satisfies Options;

/** Scenarios by their files. */
export function scenarioFiles(describe: string) {
  return { describe, type: 'string', array: true, demandOption: true } as const satisfies PositionalOptions;
}

/** One scenario, or two. */
export function oneOrTwo(given: Readonly<Record<string, unknown>>): true {
  const { files } = given;
  if (Array.isArray(files) && files.length > 2)
    throw new Error('this takes one scenario, or two: the second is held against the first');
  return true;
}

/** Arguments that all of them have, as the parser gives them. */
export interface DesignArguments {
  readonly files: readonly string[];
  readonly over: readonly string[] | undefined;
  readonly outcome: string | undefined;
  readonly seed: number;
  readonly workers: number | 'auto';
  readonly out: string;
  readonly set: readonly string[] | undefined;
  readonly jobs: string | undefined;
  readonly 'shard-size': number;
  readonly figures: boolean;
  readonly report: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** Chooses to ask a question over uncertain numbers by some method. */
export function askBy(
  method: DesignMethod,
  {
    choose,
    given,
    thresholds = [],
  }: { readonly choose: Choose; readonly given: DesignArguments; readonly thresholds?: readonly string[] },
): void {
  choose(async (terminal) => {
    const { answerQuestion } = await import('../design/answer-question.js');
    return answerQuestion(
      {
        method,
        options: { ...given, over: given.over ?? [], set: given.set ?? [], shardSize: given['shard-size'], thresholds },
      },
      terminal,
    );
  }, given.json);
}
