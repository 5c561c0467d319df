import type { CommandModule, Options } from 'yargs';
import type { Choose } from '../job.js';
import { jsonOption, setOption } from './options.js';

interface CheckArguments {
  readonly file: string;
  readonly set: readonly string[] | undefined;
  readonly assumptions: boolean;
  readonly json: boolean;
}

export const checkOptions = {
  set: setOption,
  assumptions: {
    describe: 'List every assumption with its source, also where they are many',
    type: 'boolean',
    default: false,
  },
  json: jsonOption,
} as const satisfies Record<string, Options>;

const about = `garrison check <file>

Tells all faults of a scenario at once, with path, value, rule and a way out. Where there are none,
it tells what the scenario says: the plan in words, what rests on a source and what is assumed, and
whether attacks die out.`;

export function check(choose: Choose): CommandModule<object, CheckArguments> {
  return {
    command: 'check <file>',
    describe: 'All faults of a scenario at once, or what it says in words',
    builder: (yargs) =>
      yargs
        .usage(about)
        .positional('file', { describe: 'The scenario: .ts, .yaml or .json', type: 'string', demandOption: true })
        .options(checkOptions)
        .example('garrison check scenario.ts', 'faults, or the scenario in words')
        .example('garrison check scenario.ts --assumptions', 'with the whole register of assumptions')
        .epilogue(''),
    handler: (given) => {
      choose(async (terminal) => {
        const { checkScenario } = await import('../check-scenario.js');
        return checkScenario({ ...given, set: given.set ?? [] }, terminal);
      }, given.json);
    },
  };
}
