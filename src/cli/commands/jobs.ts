import type { CommandModule, Options } from 'yargs';
import type { Choose } from '../job.js';
import { antitheticOption, jsonOption, oneText, setOption, wholeNumber } from './options.js';
import { runOptions } from './run.js';

interface JobsArguments {
  readonly files: readonly string[];
  readonly replications: number | undefined;
  readonly seed: number | undefined;
  readonly 'shard-size': number;
  readonly out: string;
  readonly antithetic: boolean;
  readonly set: readonly string[] | undefined;
  readonly json: boolean;
}

const { replications, seed } = runOptions;

export const jobsOptions = {
  replications: {
    ...replications,
    describe: 'How many times to simulate each scenario. Default: as a study says, else 2000',
  },
  seed: {
    requiresArg: true,
    coerce: seed.coerce,
    describe: 'Same seed, same numbers; 0 is a seed like another. Default: as a study says, else 1',
  },
  'shard-size': {
    describe: 'Replications in a shard; some seconds of work each is a good size. The results do not depend on it',
    default: 1000,
    requiresArg: true,
    coerce: wholeNumber('shard-size', 1),
  },
  out: {
    describe: 'File for the job list',
    type: 'string',
    requiresArg: true,
    default: 'jobs.json',
    coerce: oneText('out'),
  },
  antithetic: antitheticOption,
  set: setOption,
  json: jsonOption,
} as const satisfies Record<string, Options>;

const about = `garrison jobs <files..>

Writes down the work of one or more scenarios as a list of shards that any machine can run by
itself: garrison shard runs one, garrison merge puts them together. The list holds the scenarios in
full; the files are not needed any more. A study stands alone, and its shards are merged into the
comparison that garrison compare gives.`;

export function jobs(choose: Choose): CommandModule<object, JobsArguments> {
  return {
    command: 'jobs <files..>',
    describe: 'Cut the work of scenarios into shards for many machines',
    builder: (yargs) =>
      yargs
        .usage(about)
        .positional('files', {
          describe: 'Scenarios that are run each for itself, or one study: .ts, .yaml or .json',
          type: 'string',
          array: true,
          demandOption: true,
        })
        .options(jobsOptions)
        .example('garrison jobs scenario.ts -n 100000', 'writes jobs.json')
        .example('garrison jobs study.ts', 'a comparison on many machines')
        .epilogue('docs/many-machines.md shows Slurm, Kubernetes and GNU parallel.'),
    handler: (given) => {
      choose(async (terminal) => {
        const { writeJobs } = await import('../write-jobs.js');
        return writeJobs({ ...given, shardSize: given['shard-size'], set: given.set ?? [] }, terminal);
      }, given.json);
    },
  };
}
