import type { Options } from 'yargs';
import { oneText, setOption } from './options.js';
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
  figures: runOptions.figures,
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

/** One scenario, or two. */
export function oneOrTwo(given: Readonly<Record<string, unknown>>): true {
  const { files } = given;
  if (Array.isArray(files) && files.length > 2)
    throw new Error('this takes one scenario, or two: the second is held against the first');
  return true;
}

/** Arguments that all of them have, as the parser gives them. */
export interface DesignArguments {
  readonly over: readonly string[] | undefined;
  readonly outcome: string;
  readonly seed: number;
  readonly workers: number | 'auto';
  readonly out: string;
  readonly set: readonly string[] | undefined;
  readonly figures: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}
