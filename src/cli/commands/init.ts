import type { CommandModule, Options } from 'yargs';
import type { Choose } from '../job.js';

interface InitArguments {
  readonly file: string | undefined;
  readonly format: 'ts' | 'yaml' | 'json' | undefined;
}

export const initOptions = {
  format: {
    describe: 'ts has completion and hover text; yaml and json run no code. Default: as FILE ends, else ts',
    choices: ['ts', 'yaml', 'json'],
    requiresArg: true,
  },
} as const satisfies Record<string, Options>;

export function init(choose: Choose): CommandModule<object, InitArguments> {
  return {
    command: 'init [file]',
    describe: 'Write a commented starter scenario',
    builder: (yargs) =>
      yargs
        .usage('garrison init [file]\n\nWrites a commented starter scenario. It never overwrites a file.')
        .positional('file', {
          describe: 'Where to write it. Default: scenario.ts, or the ending of --format',
          type: 'string',
        })
        .options(initOptions)
        .example('garrison init', 'writes scenario.ts')
        .example('garrison init handover.yaml', 'writes handover.yaml')
        .epilogue(''),
    handler: ({ file, format }) => {
      choose(async (terminal) => {
        const { writeStarter } = await import('../write-starter.js');
        return writeStarter({ file, format, terminal });
      });
    },
  };
}
