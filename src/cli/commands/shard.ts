import type { CommandModule, Options } from 'yargs';
import type { Choose } from '../job.js';
import { oneText, wholeNumber } from './options.js';
import { runOptions } from './run.js';

interface ShardArguments {
  readonly jobs: string;
  readonly index: number;
  readonly workers: number | 'auto';
  readonly out: string;
  readonly quiet: boolean;
}

const { workers, quiet } = runOptions;

export const jobsFileOption = {
  describe: 'The job list that garrison jobs wrote',
  type: 'string',
  requiresArg: true,
  default: 'jobs.json',
  coerce: oneText('jobs'),
} as const satisfies Options;

export const shardOptions = {
  jobs: jobsFileOption,
  index: {
    describe: 'Which shard; the first is 0. Default: none, it must be given',
    requiresArg: true,
    demandOption: true,
    coerce: wholeNumber('index', 0),
  },
  workers: { ...workers, default: 1 },
  out: {
    describe: 'Folder for the shard files',
    type: 'string',
    requiresArg: true,
    default: 'shards',
    coerce: oneText('out'),
  },
  quiet,
} as const satisfies Record<string, Options>;

const about = `garrison shard --jobs <file> --index <i>

Runs one shard of a job list into one file. A file that is there and sound is left alone, one that
is damaged is computed anew. The file appears when it is whole.`;

export function shard(choose: Choose): CommandModule<object, ShardArguments> {
  return {
    command: 'shard',
    describe: 'Run one shard of a job list',
    builder: (yargs) =>
      yargs
        .usage(about)
        .options(shardOptions)
        .example('garrison shard --jobs jobs.json --index 3', 'writes shards/00003.shard')
        .epilogue(''),
    handler: (given) => {
      choose(async (terminal) => {
        const { runShard } = await import('../run-shard.js');
        return runShard(given, terminal);
      });
    },
  };
}
