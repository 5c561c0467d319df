import {
  comparisonLevel,
  differenceJudge,
  differenceLooks,
  strategyOf,
  type DifferenceGoal,
  type Metric,
} from '../experiment/compare/index.js';
import type { ComparedMember } from './compared-member.js';
import { comparisonPrecision, farthestDifference, type ComparisonPrecision } from './comparison-precision-text.js';
import { figure } from './number-text.js';
import type { OutputFolder } from './output-folder.js';
import { runMember, type RanMember } from './run-member.js';
import type { Terminal } from './terminal.js';

/** How many replications of each scenario: so many, or until the differences are precise enough. */
export type ComparisonSize =
  | { readonly kind: 'fixed'; readonly n: number }
  | {
      readonly kind: 'precise';
      /** As given. */
      readonly asked: string;
      readonly goals: readonly DifferenceGoal[];
      readonly cap: number;
    };

interface RunningMembers {
  readonly members: readonly ComparedMember[];
  readonly metrics: readonly Metric[];
  readonly size: ComparisonSize;
  readonly seed: number;
  readonly workers: number | 'auto';
  readonly quiet: boolean;
  readonly folder: OutputFolder;
}

export interface RanMembers {
  /** In their order, all of as many replications; fewer than there are where Ctrl-C came. */
  readonly ran: readonly RanMember[];
  readonly precision?: ComparisonPrecision;
  readonly interrupted: boolean;
}

/**
 * Runs the scenarios of a comparison. With a precision all of them go from look to look together, and stop at the same
 * one: which one depends on the numbers alone. Interrupted, what counts is the last look that all came to.
 */
export async function runMembers(running: RunningMembers, terminal: Terminal): Promise<RanMembers> {
  const { members, metrics, size, quiet } = running;
  if (size.kind === 'fixed') {
    const ran = await runAll({ ...running, n: size.n, goesOn: false }, terminal);
    return { ran, interrupted: ran.length < members.length };
  }
  const { asked, goals, cap } = size;
  const looks = differenceLooks(cap);
  const judge = differenceJudge({ goals, level: comparisonLevel, cap });
  let last: RanMembers = { ran: [], interrupted: true };
  for (const n of looks) {
    const ran = await runAll({ ...running, n, goesOn: n > looks[0]! }, terminal);
    if (ran.length < members.length) return last;
    // On disk they are found by the next look, and by the next run if this one is killed.
    for (const { work } of ran) work.flush();
    const report = judge(ran.map(({ member: { key }, results }) => strategyOf({ key, results }, metrics)));
    const precision = comparisonPrecision(report, { asked, looks });
    const seconds = (key: string): number => last.ran.find(({ member }) => member.key === key)?.seconds ?? 0;
    const all = ran.map((each) => ({ ...each, seconds: each.seconds + seconds(each.member.key) }));
    // The rows of the look before are among these.
    for (const { work } of last.ran) work.close();
    last = { ran: all, precision, interrupted: report.why === 'running' };
    if (!quiet) terminal.stderr.write(`at ${figure(n)} of each: ${farthestDifference(precision)}\n`);
    if (report.why !== 'running') break;
  }
  return last;
}

async function runAll(
  running: Omit<RunningMembers, 'size' | 'metrics'> & { readonly n: number; readonly goesOn: boolean },
  terminal: Terminal,
): Promise<RanMember[]> {
  const ran: RanMember[] = [];
  for (const member of running.members) {
    const one = await runMember({ ...running, member }, terminal);
    if (!one) {
      // What is done is kept for the next run, however quick it was.
      for (const { work } of ran) work.flush();
      break;
    }
    ran.push(one);
  }
  return ran;
}
