import { performance } from 'node:perf_hooks';
import { fieldOf, type Rows } from '../experiment/rows.js';
import { outcomeColumns } from '../model/outcome-columns.js';
import type { CompiledScenario } from '../model/compile.js';
import { DEFAULT_LEVEL, studentHalfWidth } from '../stats/index.js';
import { duration, figure } from './number-text.js';
import type { Output } from './terminal.js';

export interface ProgressLine {
  readonly add: (rows: Rows) => void;
  /** Wipes the live line. */
  readonly end: () => void;
}

interface ProgressOptions {
  readonly output: Output;
  readonly compiled: CompiledScenario;
  readonly n: number;
  readonly quiet: boolean;
  /** Which of several scenarios runs. */
  readonly label?: string;
  /** Done by an earlier run. */
  readonly found?: readonly Rows[];
  /** What a run that stops by itself is waiting for; undefined before that can be told. */
  readonly goal?: () => string | undefined;
}

/** A line that lives while replications run: how many are done, the headline so far, the rate, the time left. Only where somebody watches. */
export function openProgressLine(options: ProgressOptions): ProgressLine {
  const { output, compiled, n, quiet, label, found = [], goal } = options;
  if (quiet || !output.isTTY) return { add: () => undefined, end: () => undefined };
  const at = outcomeColumns(compiled).findIndex(({ name }) => name === 'personAttacks');
  const headline = openMoments();
  const started = performance.now();
  let shown = -Infinity;
  const hear = (rows: Rows): void => {
    headline.add(fieldOf(rows, at));
  };
  found.forEach(hear);
  const before = headline.done();
  return {
    add: (rows) => {
      hear(rows);
      const now = performance.now();
      if (now - shown < 100) return;
      shown = now;
      const seconds = (now - started) / 1000;
      const text = goal
        ? goalText({ headline, before, seconds, goal: goal() })
        : lineText({ headline, before, n, seconds });
      const line = label === undefined ? text : `${label}: ${text}`;
      output.write(`\r${line.slice(0, (output.columns ?? 80) - 1)}\u001b[K`);
    },
    end: () => {
      if (shown > -Infinity) output.write('\r\u001b[K');
    },
  };
}

interface Moments {
  readonly add: (values: Float64Array) => void;
  /** Replications heard of, those without a value among them. */
  readonly done: () => number;
  readonly mean: () => number;
  /** Of Student's 95 % interval of the mean; NaN of fewer than two. */
  readonly halfWidth: () => number;
}

/** Mean and spread as they come, by Welford's sums: a line ten times a second must not go over all that is done. */
function openMoments(): Moments {
  let [done, n, mean, squares] = [0, 0, 0, 0];
  return {
    add: (values) => {
      done += values.length;
      for (const value of values) {
        if (Number.isNaN(value)) continue;
        n++;
        const gap = value - mean;
        mean += gap / n;
        squares += gap * (value - mean);
      }
    },
    done: () => done,
    mean: () => (n === 0 ? NaN : mean),
    halfWidth: () => (n < 2 ? NaN : studentHalfWidth({ sd: Math.sqrt(squares / (n - 1)), n, level: DEFAULT_LEVEL })),
  };
}

function lineText(state: {
  readonly headline: Moments;
  /** How many of them an earlier run did. */
  readonly before: number;
  readonly n: number;
  readonly seconds: number;
}): string {
  const { headline, before, n, seconds } = state;
  const done = headline.done();
  const perSecond = (done - before) / seconds;
  const parts = [
    `${figure(done)} of ${figure(n)}`,
    `person-attacks ${figure(headline.mean())} ± ${figure(headline.halfWidth())}`,
    `${figure(perSecond)} a second`,
    `${duration((n - done) / perSecond)} left`,
  ];
  return parts.join(' · ');
}

function goalText(state: {
  readonly headline: Moments;
  readonly before: number;
  readonly seconds: number;
  readonly goal: string | undefined;
}): string {
  const { headline, before, seconds, goal } = state;
  return [
    figure(headline.done()),
    ...(goal === undefined ? [] : [goal]),
    `${figure((headline.done() - before) / seconds)} a second`,
  ].join(' · ');
}
