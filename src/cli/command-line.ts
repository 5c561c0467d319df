import { backtest, backtestOptions } from './commands/backtest.js';
import { breakEven, breakEvenOptions } from './commands/break-even.js';
import { calibrate, calibrateOptions } from './commands/calibrate.js';
import { check, checkOptions } from './commands/check.js';
import { compare, compareOptions } from './commands/compare.js';
import { discover, discoverOptions } from './commands/discover.js';
import { figure, figureOptions } from './commands/figure.js';
import { init, initOptions } from './commands/init.js';
import { jobs, jobsOptions } from './commands/jobs.js';
import { merge, mergeOptions } from './commands/merge.js';
import { report, reportOptions } from './commands/report.js';
import { reproduce, reproduceOptions } from './commands/reproduce.js';
import { robustness, robustnessOptions } from './commands/robustness.js';
import { run, runOptions } from './commands/run.js';
import { sensitivity, sensitivityOptions } from './commands/sensitivity.js';
import { shard, shardOptions } from './commands/shard.js';
import { sweep, sweepOptions } from './commands/sweep.js';
import { trace, traceOptions } from './commands/trace.js';
import { verify, verifyOptions } from './commands/verify.js';
import { engine } from './engine.js';
import type { Job } from './job.js';

export type CommandLine =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'usage'; readonly message: string }
  | { readonly kind: 'job'; readonly job: Job; readonly json: boolean };

const about = `garrison <command>

garrison simulates armed groups' attacks on bases while foreign personnel consolidate onto fewer of
them or leave, and tells what a plan does to the people there: at how many attacks they are present,
in total and per person, how many are killed, and how sure that is.

A scenario is one file of plain data (.ts, .yaml or .json): bases, contingents, armed groups and a
plan by date. Any number may be a law of what is not known about it. A .ts file is code and runs
with your rights; .yaml and .json run nothing.`;

const readOn = `Read on:
  garrison <command> --help   every option of a command, with its default
  README.md                   a first answer in five minutes
  docs/model.md               every term and equation of the model

Exit codes: 0 done, 1 a fault in what was given, 2 a command that cannot be read, 3 replications
failed (they are told, and the others hold), 130 interrupted (what is finished is kept).`;

/** Reads the arguments. Commands load what they work with when they are chosen, so that help comes at once. */
export async function readCommandLine(argv: readonly string[]): Promise<CommandLine> {
  const { default: yargs } = await import('yargs');
  let chosen: { readonly job: Job; readonly json: boolean } | undefined;
  const choose = (job: Job, json = false): void => {
    chosen = { job, json };
  };
  const parser = yargs()
    .scriptName('garrison')
    .locale('en')
    .usage(about)
    .command(init(choose))
    .command(check(choose))
    .command(run(choose))
    .command(compare(choose))
    .command(sensitivity(choose))
    .command(sweep(choose))
    .command(breakEven(choose))
    .command(discover(choose))
    .command(robustness(choose))
    .command(calibrate(choose))
    .command(backtest(choose))
    .command(report(choose))
    .command(trace(choose))
    .command(figure(choose))
    .command(jobs(choose))
    .command(shard(choose))
    .command(merge(choose))
    .command(verify(choose))
    .command(reproduce(choose))
    .example('garrison init', 'writes scenario.ts, a commented start')
    .example('garrison run scenario.ts', 'simulates it 2,000 times')
    .example('garrison run scenario.ts --set end=2020-06-30', 'the same with one value changed')
    .epilogue(readOn)
    .version(engine().version)
    .help()
    .alias('help', 'h')
    .wrap(100)
    .strict()
    .parserConfiguration({ 'dot-notation': false });

  const commands = {
    init: initOptions,
    check: checkOptions,
    run: runOptions,
    compare: compareOptions,
    sensitivity: sensitivityOptions,
    sweep: sweepOptions,
    'break-even': breakEvenOptions,
    discover: discoverOptions,
    calibrate: calibrateOptions,
    backtest: backtestOptions,
    robustness: robustnessOptions,
    report: reportOptions,
    trace: traceOptions,
    figure: figureOptions,
    jobs: jobsOptions,
    shard: shardOptions,
    merge: mergeOptions,
    verify: verifyOptions,
    reproduce: reproduceOptions,
  };
  const command = argv.find((word) => !word.startsWith('-'));
  if (argv.length === 0) return { kind: 'text', text: await parser.getHelp() };
  if (command !== undefined && !Object.hasOwn(commands, command)) {
    return usage(`garrison has no command ${command}`, command, Object.keys(commands));
  }

  // With this callback the parser neither prints nor exits.
  let text = '';
  let fault: string | undefined;
  await parser.parseAsync([...argv], {}, (error: Error | undefined, _parsed: unknown, output: string) => {
    text = output;
    fault = error?.message;
  });
  const options = Object.entries(commands).find(([name]) => name === command)?.[1] ?? {};
  if (fault !== undefined) return faultOf({ fault, argv, command, options: Object.keys(options) });
  if (chosen) return { kind: 'job', ...chosen };
  return text === '' ? usage(`garrison needs a command: ${Object.keys(commands).join(', ')}`) : { kind: 'text', text };
}

interface Misread {
  readonly fault: string;
  readonly argv: readonly string[];
  readonly command: string | undefined;
  readonly options: readonly string[];
}

/** The parser's own words, made plainer where they can be. */
async function faultOf({ fault, argv, command, options }: Misread): Promise<CommandLine> {
  const see = command === undefined ? '' : ` ${command}`;
  const unknown = /^Unknown arguments?: (.*?)(?:,|$)/.exec(fault)?.[1];
  if (unknown !== undefined && argv.includes(unknown)) {
    return usage(`garrison${see} takes one file, got ${unknown} beside it`, '', [], see);
  }
  if (unknown !== undefined) {
    const word = dashed(unknown);
    return usage(`garrison${see} does not know ${word}`, word, options.map(dashed), see);
  }
  const valueless = /^Not enough arguments following: (\S+)$/.exec(fault)?.[1];
  if (valueless !== undefined) return usage(`${dashed(valueless)} needs a value`, '', [], see);
  if (fault.startsWith('Not enough non-option')) return usage(`garrison${see} needs ${needOf(command)}`, '', [], see);
  return usage(fault, '', [], see);
}

function needOf(command: string | undefined): string {
  if (command === 'backtest') return 'a record: a CSV file of dated attacks';
  if (command === 'verify' || command === 'report') return 'a folder of results';
  if (command === 'calibrate') return 'a record of attacks, and --scenario';
  return command === 'reproduce' ? 'a manifest' : 'a scenario file';
}

/** An option as it is written. */
function dashed(option: string): string {
  return option.length === 1 ? `-${option}` : `--${option}`;
}

async function usage(message: string, word = '', known: readonly string[] = [], see = ''): Promise<CommandLine> {
  const { didYouMean } = await import('../model/scenario/did-you-mean.js');
  // A longer word for the same, such as --output, is too many letters away to be a slip.
  const begins = known.find((name) => name.length > 3 && word.startsWith(name));
  const near = begins === undefined ? didYouMean(word, known) : `did you mean ${begins}?`;
  const hint = word === '' ? undefined : near;
  return { kind: 'usage', message: `${message}${hint === undefined ? '' : `; ${hint}`}\nSee garrison${see} --help` };
}
