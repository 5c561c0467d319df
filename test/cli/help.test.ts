import { describe, expect, test } from 'vitest';
import { calibrateOptions } from '../../src/cli/commands/calibrate.js';
import { checkOptions } from '../../src/cli/commands/check.js';
import { figureOptions } from '../../src/cli/commands/figure.js';
import { initOptions } from '../../src/cli/commands/init.js';
import { compareOptions } from '../../src/cli/commands/compare.js';
import { jobsOptions } from '../../src/cli/commands/jobs.js';
import { mergeOptions } from '../../src/cli/commands/merge.js';
import { reportOptions } from '../../src/cli/commands/report.js';
import { robustnessOptions } from '../../src/cli/commands/robustness.js';
import { reproduceOptions } from '../../src/cli/commands/reproduce.js';
import { runOptions } from '../../src/cli/commands/run.js';
import { sensitivityOptions } from '../../src/cli/commands/sensitivity.js';
import { sweepOptions } from '../../src/cli/commands/sweep.js';
import { backtestOptions } from '../../src/cli/commands/backtest.js';
import { breakEvenOptions } from '../../src/cli/commands/break-even.js';
import { discoverOptions } from '../../src/cli/commands/discover.js';
import { shardOptions } from '../../src/cli/commands/shard.js';
import { traceOptions } from '../../src/cli/commands/trace.js';
import { verifyOptions } from '../../src/cli/commands/verify.js';
import { openFolder } from './open-folder.js';

const optionsOf: Record<string, object> = {
  init: initOptions,
  check: checkOptions,
  run: runOptions,
  compare: compareOptions,
  sensitivity: sensitivityOptions,
  sweep: sweepOptions,
  'break-even': breakEvenOptions,
  discover: discoverOptions,
  backtest: backtestOptions,
  calibrate: calibrateOptions,
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
const commands = Object.keys(optionsOf);

describe('help', () => {
  test.each(['', ...commands])('garrison %s --help is the page that is kept', async (command) => {
    const folder = openFolder();
    const { stdout, stderr, exitCode } = await folder.garrison([...(command ? [command] : []), '--help']);
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    await expect(stdout).toMatchFileSnapshot(`golden/help${command ? `-${command}` : ''}.txt`);
    // Fits a terminal of 100 columns.
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test.each(commands)('every option of %s is described with its default', async (command) => {
    const { stdout } = await openFolder().garrison([command, '--help']);
    const page = stdout.slice(stdout.indexOf('\nOptions:')).replace(/\s+/g, ' ');
    for (const name of Object.keys(optionsOf[command] ?? {})) {
      const entry = page.slice(page.indexOf(` --${name} `)).split(/ --(?!no-)/)[1] ?? '';
      expect(entry, name).toMatch(/default/i);
    }
  });

  test('garrison alone is the first page of the manual', async () => {
    const folder = openFolder();
    const alone = await folder.garrison([]);
    expect(alone).toEqual(await folder.garrison(['--help']));
  });

  test('--version is the version of the package', async () => {
    const { stdout } = await openFolder().garrison(['--version']);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
