import { z } from 'zod';
import type { Origin } from '../../calibration/backtest/origins.js';
import { engine } from '../engine.js';
import { readRecordManifest, type ReadRecordManifest } from '../record/read-record-manifest.js';
import { recordManifestShape, studiedRecord, type RecordManifest, type RecordRun } from '../record/record-manifest.js';
import { shared, type Fits, type Thawed } from '../result-schemas.js';
import { effort, type BacktestQuestion, type BacktestWishes } from './backtest-question.js';

const { count } = shared;

export const backtestManifestSchema = z.strictObject({
  ...recordManifestShape,
  kind: z.literal('backtest'),
  asked: z
    .strictObject({
      from: z.iso.date().optional(),
      until: z.iso.date().optional(),
      origins: z.union([z.literal('monthly'), count]).describe('monthly: the first of each; else every so many days.'),
      horizon: count.describe('Days; absent: up to the next origin.').optional(),
      past: count.describe('Least days before the first origin.'),
      replications: count.describe('Simulated windows at each origin.'),
    })
    .describe('What was asked beside the seed.'),
  effort: z.strictObject({ imputations: count, draws: count }).describe('Behind the forecast of one origin.'),
  origins: z.array(z.strictObject({ date: z.iso.date(), day: count, horizonDays: count })).min(2),
});

/** What a back-test was: enough to repeat it, with the record. */
export interface BacktestManifest extends RecordManifest {
  readonly kind: 'backtest';
  readonly asked: {
    readonly from?: string;
    readonly until?: string;
    readonly origins: 'monthly' | number;
    readonly horizon?: number;
    readonly past: number;
    readonly replications: number;
  };
  readonly effort: { readonly imputations: number; readonly draws: number };
  readonly origins: readonly Origin[];
}

const fits: Fits<
  Omit<BacktestManifest, 'scenario'>,
  Thawed<Omit<z.infer<typeof backtestManifestSchema>, 'scenario'>>
> = true;
void fits;

export function backtestManifest(
  { wishes, loaded, scenario, hash, origins, warnings }: BacktestQuestion,
  run: RecordRun,
): BacktestManifest {
  const { from, until, origins: every, horizon, past, replications, seed } = wishes;
  return {
    formatVersion: 1,
    kind: 'backtest',
    title: scenario.compiled.scenario.title,
    hash,
    seed,
    garrison: engine().version,
    scenarioHash: scenario.hash,
    asked: {
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
      origins: every,
      ...(horizon === undefined ? {} : { horizon }),
      past,
      replications,
    },
    effort,
    record: studiedRecord(loaded),
    origins,
    warnings,
    scenario: scenario.compiled.scenario,
    run,
  };
}

/** Reads the manifest of a back-test; undefined where it is of something else. */
export function readBacktest(file: string, cwd: string): ReadRecordManifest<BacktestManifest> | undefined {
  return readRecordManifest({ file, cwd, kind: 'backtest', isWhole: isBacktestManifest });
}

/** Whether something read is the whole manifest of a back-test. */
export function isBacktestManifest(value: unknown): value is BacktestManifest {
  return backtestManifestSchema.safeParse(value).success;
}

/** What a back-test was asked. */
export function backtestWishesOf({ asked, run, seed }: BacktestManifest): BacktestWishes {
  const { from, until, origins, horizon, past, replications } = asked;
  const { record: file, file: scenario, rules, set } = run;
  return { file, scenario, rules, from, until, set, origins, horizon, past, replications, seed };
}

/** The words that ask the same again, wherever it is put. */
export function backtestWords(wishes: BacktestWishes): string[] {
  const { file, scenario, rules, from, until, origins, horizon, past, replications, seed, set } = wishes;
  const one = (word: string, value: string | undefined): string[] => (value === undefined ? [] : [word, value]);
  return [
    'backtest',
    file,
    ...['--scenario', scenario],
    ...one('--rules', rules),
    ...one('--from', from),
    ...one('--until', until),
    ...['--origins', origins === 'monthly' ? origins : `${origins}d`],
    ...one('--horizon', horizon === undefined ? undefined : `${horizon}d`),
    ...['--past', `${past}d`, '-n', String(replications), '--seed', String(seed)],
    ...set.flatMap((assignment) => ['--set', assignment]),
  ];
}
