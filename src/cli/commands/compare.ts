import type { CommandModule, Options } from 'yargs';
import type { Choose } from '../job.js';
import { parsePrecision, type PrecisionOption } from '../parse-precision.js';
import { antitheticOption, setOption, wholeNumber } from './options.js';
import { runOptions } from './run.js';

interface CompareArguments {
  readonly files: readonly string[];
  readonly replications: number | undefined;
  readonly precision: PrecisionOption | undefined;
  readonly 'max-replications': number | undefined;
  readonly seed: number | undefined;
  readonly workers: number | 'auto';
  readonly out: string;
  readonly antithetic: boolean;
  readonly set: readonly string[] | undefined;
  readonly figures: boolean;
  readonly format: 'csv' | 'parquet' | 'both';
  readonly report: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

export const compareOptions = {
  replications: {
    alias: 'n',
    requiresArg: true,
    coerce: wholeNumber('replications', 2),
    describe: 'How many times to simulate each scenario. Default: as the study says, else 2000',
  },
  precision: {
    describe:
      'Simulate all until the differences are precise enough: 5% (of the baseline’s mean, every metric), or METRIC=HALF-WIDTH or METRIC=SHARE%, with commas. Default: as the study says, else none',
    type: 'string',
    requiresArg: true,
    coerce: parsePrecision,
  },
  'max-replications': {
    describe: 'At most so many of each, where a precision is asked for. Default: as the study says, else 100000',
    requiresArg: true,
    coerce: runOptions['max-replications'].coerce,
  },
  seed: {
    requiresArg: true,
    coerce: runOptions.seed.coerce,
    describe: 'The seed that all share: same seed, same numbers. Default: as the study says, else 1',
  },
  workers: runOptions.workers,
  out: runOptions.out,
  antithetic: antitheticOption,
  set: {
    ...setOption,
    describe:
      'Change a number in all scenarios without editing a file: PATH=VALUE, the value read as YAML; may be given again. Default: none',
  },
  figures: runOptions.figures,
  format: runOptions.format,
  report: runOptions.report,
  json: runOptions.json,
  quiet: runOptions.quiet,
} as const satisfies Record<string, Options>;

const about = `garrison compare <files..>

Simulates several scenarios with the same luck, the first being what the others are held against,
and tells what differs between them, how their results differ and how sure that is. A study says all
that in one file: a baseline, alternatives, and what they are compared by.`;

export function compare(choose: Choose): CommandModule<object, CompareArguments> {
  return {
    command: 'compare <files..>',
    describe: 'Compare scenarios, or those of a study: paired differences, verdicts, ranks',
    builder: (yargs) =>
      yargs
        .usage(about)
        .positional('files', {
          describe: 'A study, or scenarios of which the first is the baseline',
          type: 'string',
          array: true,
          demandOption: true,
        })
        .options(compareOptions)
        .check(clashes)
        .example('garrison compare stay.ts leave.ts', 'is leaving better than staying?')
        .example('garrison compare study.ts -n 10000', 'a study, with more replications than it asks for')
        .example('garrison compare study.ts --precision 2%', 'until differences are known that well')
        .epilogue(''),
    handler: (given) => {
      choose(async (terminal) => {
        const { compareScenarios } = await import('../compare-scenarios.js');
        return compareScenarios({ ...given, most: given['max-replications'], set: given.set ?? [] }, terminal);
      }, given.json);
    },
  };
}

/** Options that say different things of one matter. */
function clashes(given: Readonly<Record<string, unknown>>): true {
  const { replications, precision, 'max-replications': most } = given;
  if (replications === undefined) return true;
  if (precision !== undefined)
    throw new Error('--precision finds out how many replications it takes: bound them with --max-replications, not -n');
  if (most !== undefined) throw new Error('--max-replications bounds a precision: -n alone says how many');
  return true;
}
