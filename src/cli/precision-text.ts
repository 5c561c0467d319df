import type { FarthestGoal, PrecisionWatch } from '../experiment/precision-watch.js';
import type { PrecisionTarget } from '../stats/index.js';
import { counted, figure, percent } from './number-text.js';

/** Why a run with `--precision` stopped where it did, for the manifest. */
export interface PrecisionRecord {
  /** As given. */
  readonly asked: string;
  /** Never more than so many. */
  readonly cap: number;
  /** `precise`: all goals at two looks in a row. `cap`: not before the cap. `interrupted`: by Ctrl-C. */
  readonly why: 'precise' | 'cap' | 'interrupted';
  /** Replications at which it was looked, the last of them the decisive one. */
  readonly looks: readonly number[];
  /** At the last look; empty before the first. */
  readonly metrics: readonly {
    readonly outcome: string;
    readonly statistic: string;
    readonly value: number;
    /** Of the 95 % interval, its longer side. */
    readonly halfWidth: number;
    /** The largest half-width that meets the goal: g/(1+g) of the value for a relative goal g. */
    readonly allowed: number;
    readonly reached: boolean;
    readonly goal: PrecisionTarget;
  }[];
}

export function precisionRecord(watch: PrecisionWatch, asked: string): PrecisionRecord {
  const { report, looks, goals } = watch;
  return {
    asked,
    cap: looks.at(-1)!,
    why: report.why === 'running' ? 'interrupted' : report.why,
    looks: looks.filter((look) => look <= report.replications),
    metrics: report.metrics.map(({ name, estimate, halfWidth, allowed, reached }, i) => ({
      outcome: name,
      statistic: goals[i]!.statistic,
      value: estimate.value,
      halfWidth,
      allowed,
      reached,
      goal: goals[i]!.target,
    })),
  };
}

/** "Precise enough at 2,000 and 4,000 replications: attacks ±3.1 %, person-attacks ±4.4 % (goal 5%; …)." */
export function precisionText({ asked, cap, why, looks, metrics }: PrecisionRecord): string {
  const widths = metrics.map((metric) => `${metric.outcome} ${halfWidthText(metric)}`).join(', ');
  const goal = `goal ${asked}${relativeNote(metrics)}`;
  const [before, at] = looks.slice(-2).map(figure);
  switch (why) {
    case 'precise':
      return `Precise enough at ${before} and at ${at} replications, where it stopped: ${widths} (${goal}).`;
    case 'cap': {
      const missing = metrics.filter(({ reached }) => !reached);
      if (missing.length === 0)
        return `Stopped at the cap of ${counted(cap, 'replication')} (--max-replications), precise at one look and not at two in a row: ${widths} (${goal}).`;
      const allowed = missing.map((metric) => `${metric.outcome} would need ${halfWidthText(needed(metric))}`);
      return `Not precise enough: stopped at the cap of ${counted(cap, 'replication')} (--max-replications) with ${widths}; ${allowed.join(', ')} (goal ${asked}).`;
    }
    case 'interrupted':
      return metrics.length === 0
        ? `Interrupted before it was looked whether it is precise enough (goal ${asked}).`
        : `Interrupted before it was precise enough: at ${figure(looks.at(-1) ?? 0)} replications ${widths} (${goal}).`;
    default:
      return why satisfies never;
  }
}

/** For the live line: "killed ±6.2 %, to be ±4.8 %, perhaps at 8,000". */
export function farthestText({ outcome, target, value, halfWidth, allowed, expectedStop }: FarthestGoal): string {
  const now = halfWidthText({ value, halfWidth, goal: target });
  const goal = halfWidthText({ value, halfWidth: allowed, goal: target });
  return `${outcome} ${now}, to be ${goal}, perhaps at ${figure(expectedStop)}`;
}

type Width = Pick<PrecisionRecord['metrics'][number], 'value' | 'halfWidth' | 'goal'>;

function needed({ value, allowed, goal }: PrecisionRecord['metrics'][number]): Width {
  return { value, halfWidth: allowed, goal };
}

/** In the goal's own terms: of the value, or in the outcome's unit. */
function halfWidthText({ value, halfWidth, goal }: Width): string {
  if (goal.kind === 'absolute') return `±${figure(halfWidth)}`;
  return value === 0 ? 'none seen' : `±${percent(halfWidth / Math.abs(value))}`;
}

/** A relative goal is meant of the true value, which asks a little more of the estimate. */
function relativeNote(metrics: PrecisionRecord['metrics']): string {
  const shares = new Set(metrics.flatMap(({ goal }) => (goal.kind === 'relative' ? [goal.share] : [])));
  const [share] = shares;
  if (shares.size !== 1 || share === undefined) return '';
  return `; ${percent(share)} of the true value, so ±${percent(share / (1 + share))} of the estimate`;
}
