import { cpus, platform, release, totalmem } from 'node:os';
import { completed, outcome, type Results } from '../experiment/results.js';
import { actionsOf } from '../model/scenario/rule-words.js';
import { counted, figure } from './number-text.js';
import type { PrecisionRecord } from './precision-text.js';
import { antitheticGain } from '../stats/index.js';
import type { Scenario } from '../model/scenario/schema.js';

/** What a run was: enough to repeat it. */
export interface Manifest {
  readonly formatVersion: 1;
  readonly title: string;
  /** SHA-256 of the resolved scenario and the engine's version. */
  readonly hash: string;
  readonly seed: number;
  readonly replications: number;
  readonly garrison: string;
  readonly counts: Counts;
  readonly warnings: readonly string[];
  /** In full, with every default and the rows of its record. */
  readonly scenario: Scenario;
  /** The scenario whose start effort, presence and the road are measured against, where that is not its own (model, section 2). */
  readonly reference?: Scenario | undefined;
  /** The scenarios compared with it, the baseline first: a draw of the numbers is kept only where all of them are stable. */
  readonly drawnWith?: readonly Scenario[] | undefined;
  /** Replications 2i and 2i + 1 are an antithetic pair. */
  readonly antithetic?: true | undefined;
  /** The past that all replications share: whose it is, up to which date, and what happened in it. */
  readonly past?: {
    readonly seed: number;
    readonly replication: number;
    readonly day: string;
    readonly file: string;
    readonly fingerprint: string;
    readonly totals: Readonly<Record<string, number>>;
  };
  /** Scenarios that claims compare it with, simulated with the same seed. */
  readonly compared?: readonly {
    /** As the claim names it, relative to the scenario's file. */
    readonly file: string;
    readonly hash: string;
    /** What `--set` changed there too. */
    readonly set: readonly string[];
    readonly scenario: Scenario;
    /** As above: in a comparison it is measured against the baseline too. */
    readonly reference?: Scenario | undefined;
    readonly drawnWith?: readonly Scenario[] | undefined;
    readonly antithetic?: true | undefined;
  }[];
  /** How it came about: no part of the result, and not compared between runs. */
  readonly run: {
    readonly file: string;
    /** What `--set` changed, as given. */
    readonly set: readonly string[];
    readonly command: string;
    readonly started: string;
    readonly seconds: number;
    readonly workers: number | 'auto';
    readonly node: string;
    readonly host: {
      readonly cpu: string;
      readonly cores: number;
      readonly memoryBytes: number;
      readonly platform: string;
    };
    /** Where it stopped by itself, and why. */
    readonly precision?: PrecisionRecord;
    /** Stopped by Ctrl-C, with so many replications asked for. */
    readonly interrupted?: { readonly requested: number };
  };
}

export interface Counts {
  /** Replications that could not be run to their end; they are in no estimate. */
  readonly failures: number;
  /** Replications that the cap on events ended. */
  readonly capped: number;
  /** Draws of the parameters thrown away because the attack process would have run away. */
  readonly redraws: number;
  /** Orders that found fewer persons than they named. */
  readonly shortfalls: number;
}

/** Sums over replications of what should be nothing. */
export function countsOf(all: Results): Counts {
  const results = completed(all);
  const total = (name: string): number => outcome(results, name).reduce((sum, value) => sum + value, 0);
  return {
    failures: all.failures.length,
    capped: total('capped'),
    redraws: total('parameterRedraws'),
    shortfalls: total('shortfalls'),
  };
}

/** What a reader should know before using a run's numbers. */
export function warningsOf(all: Results, counts: Counts): string[] {
  const results = completed(all);
  const share = (count: number): string => `${count} of ${results.n} replications`;
  const effort = outcome(results, 'effortCapped').reduce((sum, value) => sum + value, 0);
  const warnings: string[] = [];
  if (counts.failures > 0) warnings.push(failureWarning(all));
  if (counts.capped > 0)
    warnings.push(
      `The cap on events (maxEvents) ended ${share(counts.capped)}: their counts are lower bounds.${busiestRule(results)}`,
    );
  if (effort > 0) warnings.push(`An actor's effort reached its cap (targetChoice.maxEffort) in ${share(effort)}.`);
  if (counts.redraws > 0) {
    const drawn = counts.redraws + results.n;
    warnings.push(
      `${counts.redraws} of ${drawn} draws of the parameters were drawn again, because attacks would have provoked each other for ever: the laws of branching are cut there.`,
    );
  }
  warnings.push(...growthWarnings(results));
  warnings.push(...pairWarnings(results));
  warnings.push(...orderWarnings(results, share));
  if (ignoresProtection(results.scenario))
    warnings.push(
      'The quick law of severity is blind to hardening, capacity, air defence and warning; severity.law: chain is not.',
    );
  if (results.n < 200)
    warnings.push(`Only ${counted(results.n, 'replication')}: tails and small probabilities are rough.`);
  return warnings;
}

function failureWarning({ failures, n, seed }: Results): string {
  const [first] = failures;
  return `${failures.length} of ${n} replications failed and are in no estimate: failures.csv has their messages. The first is replication ${first?.replication}: ${first?.message} (garrison trace FILE --replication ${first?.replication} --seed ${seed} shows where).`;
}

/** Rules make people go whom the plan counts on, and give orders of their own. */
function orderWarnings(results: Results, share: (count: number) => string): string[] {
  const warnings: string[] = [];
  const rulesMove = results.scenario.rules.some((rule) =>
    actionsOf(rule).some((action) => 'leave' in action || 'halve' in action || 'relocate' in action),
  );
  const orders = rulesMove ? 'orders of the plan or of rules' : 'orders of the plan';
  const short = outcome(results, 'shortfalls').filter((count) => count > 0).length;
  if (short > 0) {
    const why = rulesMove ? ' Where a rule has sent people away, the plan cannot move them.' : '';
    warnings.push(
      `In ${share(short)} ${orders} found fewer persons than they named, and took those who were there.${why}`,
    );
  }
  const unfinished = outcome(results, 'movesUnfinished').filter((persons) => persons > 0);
  if (unfinished.length > 0) {
    const most = unfinished.reduce((largest, persons) => Math.max(largest, persons), 0);
    warnings.push(
      `In ${share(unfinished.length)} ${orders} are not done by the end: up to ${figure(most)} persons have not left.`,
    );
  }
  return warnings;
}

/** Regimes that end are allowed to stand above criticality, but rule the result while they hold. */
function growthWarnings(results: Results): string[] {
  if (!results.columns.some(({ name }) => name === 'supercriticalDays')) return [];
  const days = outcome(results, 'supercriticalDays').filter((value) => value > 0);
  if (days.length === 0) return [];
  const most = outcome(results, 'regimeGrowth').reduce((largest, factor) => Math.max(largest, factor), 1);
  return [
    `In ${days.length} of ${results.n} replications regimes held in which each attack provokes one other or more: attacks multiply meanwhile, at most by ${figure(most)} in one stretch (regimeGrowth, supercriticalDays).`,
  ];
}

/** Below this factor antithetic pairs are worse than independent replications by more than chance makes it seem. */
const pairsHurt = 0.9;

function pairWarnings(results: Results): string[] {
  if (!results.antithetic) return [];
  const hurt = ['attacks', 'personAttacks', 'killed'].flatMap((name) => {
    const gain = antitheticGain(outcome(results, name));
    return gain < pairsHurt ? [`${name} (factor ${gain.toFixed(2)})`] : [];
  });
  if (hurt.length === 0) return [];
  return [`Antithetic pairs hurt here: independent replications would tell means better of ${hurt.join(', ')}.`];
}

/** Which rule fired most in the replications that the cap ended: it may set itself off for ever. */
function busiestRule(results: Results): string {
  const capped = outcome(results, 'capped');
  let busiest = '';
  let most = 0;
  for (const { name } of results.columns) {
    if (!name.startsWith('ruleFired.')) continue;
    const times = outcome(results, name).reduce((sum, fired, i) => sum + fired * capped[i]!, 0);
    if (times > most) [busiest, most] = [name.slice('ruleFired.'.length), times];
  }
  return most === 0 ? '' : ` The rule that fired most there is ${busiest}, ${most} times.`;
}

/** The scenario says something of protection that its law of severity does not look at. */
function ignoresProtection({ severity, bases, plan, rules }: Results['scenario']): boolean {
  if (severity.law !== 'quick') return false;
  const isProtected = Object.values(bases).some(
    ({ hardening, capacity, airDefence }) =>
      hardening.value !== 0 || capacity !== undefined || airDefence !== undefined,
  );
  const isHardened =
    plan.some((item) => 'harden' in item) || rules.some((rule) => actionsOf(rule).some((action) => 'harden' in action));
  return isProtected || isHardened || severity.warningProbability.value !== 0;
}

export function hostFacts(): Manifest['run']['host'] {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryBytes: totalmem(),
    platform: `${platform()} ${release()}`,
  };
}
