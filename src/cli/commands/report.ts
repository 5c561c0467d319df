import type { CommandModule, Options } from 'yargs';
import type { Choose } from '../job.js';
import { jsonOption } from './options.js';

interface ReportArguments {
  readonly folder: string;
  readonly json: boolean;
}

export const reportOptions = { json: jsonOption } as const satisfies Record<string, Options>;

const about = `garrison report <folder>

Writes report.html and report.md into a folder of results, as run, compare, calibrate, backtest and
the commands over uncertain numbers do at their end.
The page needs no network and no script to be read; with scripts marks show their values and
figures can be taken away. A report of the same result is replaced, another file never.`;

export function report(choose: Choose): CommandModule<object, ReportArguments> {
  return {
    command: 'report <folder>',
    describe: 'Write the report of a folder of results: one page to read, show and print',
    builder: (yargs) =>
      yargs
        .usage(about)
        .positional('folder', {
          describe: 'A folder that run, merge, compare, calibrate, backtest or a command over uncertain numbers wrote',
          type: 'string',
          demandOption: true,
        })
        .options(reportOptions)
        .example('garrison report output/scenario/1-2000-1a2b3c4d', 'writes report.html there')
        .epilogue(''),
    handler: (given) => {
      choose(async (terminal) => {
        const { reportFolder } = await import('../report/report-folder.js');
        return reportFolder(given, terminal);
      }, given.json);
    },
  };
}
