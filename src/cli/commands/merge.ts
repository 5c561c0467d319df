import type { CommandModule, Options } from 'yargs';
import type { Choose } from '../job.js';
import { jsonOption } from './options.js';
import { runOptions } from './run.js';
import { jobsFileOption } from './shard.js';

interface MergeArguments {
  readonly jobs: string;
  readonly shards: readonly string[] | undefined;
  readonly out: string;
  readonly figures: boolean;
  readonly format: 'csv' | 'parquet' | 'both';
  readonly report: boolean;
  readonly json: boolean;
}

const { out, figures, format, report } = runOptions;

export const mergeOptions = {
  jobs: jobsFileOption,
  out,
  figures,
  format,
  report,
  json: jsonOption,
} as const satisfies Record<string, Options>;

const about = `garrison merge --jobs <file> [shards..]

Puts the shards of a job list together: for each scenario the result card, and the same folder of
results, byte for byte, that one garrison run writes; for a study those of garrison compare. Shards
that are damaged, missing, of another list, or there twice and not the same are all told at once,
and nothing is written.`;

export function merge(choose: Choose): CommandModule<object, MergeArguments> {
  return {
    command: 'merge [shards..]',
    describe: 'Put the shards of a job list together: result cards and folders',
    builder: (yargs) =>
      yargs
        .usage(about)
        .positional('shards', { describe: 'Folders of shards. Default: shards', type: 'string', array: true })
        .options(mergeOptions)
        .example('garrison merge --jobs jobs.json', 'from the folder shards')
        .example('garrison merge --jobs jobs.json here there', 'from two folders')
        .epilogue(''),
    handler: (given) => {
      const { shards = [] } = given;
      choose(async (terminal) => {
        const { mergeShards } = await import('../merge-shards.js');
        return mergeShards({ ...given, shards: shards.length === 0 ? ['shards'] : shards }, terminal);
      }, given.json);
    },
  };
}
