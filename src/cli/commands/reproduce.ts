import type { CommandModule, Options } from 'yargs';
import type { Choose } from '../job.js';
import { recordFileOption } from './options.js';
import { runOptions } from './run.js';

interface ReproduceArguments {
  readonly manifest: string;
  readonly workers: number | 'auto';
  readonly out: string;
  readonly record: string | undefined;
}

const { workers, out } = runOptions;

export const reproduceOptions = {
  workers,
  out: { ...out, default: 'reproduced' },
  record: recordFileOption,
} as const satisfies Record<string, Options>;

const about = `garrison reproduce <manifest>

Computes a run, a comparison or a design again from its manifest alone, a fit (calibrate) or a
back-test from its manifest and the record, and compares every file with those beside it. The same
bytes come out of the same version and scenarios; else it names what differs. Exit code 1 then.`;

export function reproduce(choose: Choose): CommandModule<object, ReproduceArguments> {
  return {
    command: 'reproduce <manifest>',
    describe: 'Compute a result again from its manifest, and compare every file',
    builder: (yargs) =>
      yargs
        .usage(about)
        .positional('manifest', {
          describe:
            'manifest.json of a run, a comparison, a design (sensitivity, break-even and the like), a fit or a back-test',
          type: 'string',
          demandOption: true,
        })
        .options(reproduceOptions)
        .example('garrison reproduce output/scenario/1-2000-1a2b3c4d/manifest.json', 'into reproduced/')
        .epilogue(''),
    handler: (given) => {
      choose(async (terminal) => {
        const { reproduceRun } = await import('../reproduce-run.js');
        return reproduceRun(given, terminal);
      });
    },
  };
}
