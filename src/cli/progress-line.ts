import { performance } from 'node:perf_hooks';
import { fieldOf, type Rows } from '../experiment/rows.js';
import { outcomeColumns } from '../model/outcome-columns.js';
import type { CompiledScenario } from '../model/compile.js';
import { meanInterval } from '../stats/index.js';
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
  const headline: number[] = [];
  const started = performance.now();
  let shown = -Infinity;
  const hear = (rows: Rows): void => {
    for (const value of fieldOf(rows, at)) headline.push(value);
  };
  found.forEach(hear);
  const before = headline.length;
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

function lineText(state: {
  readonly headline: readonly number[];
  /** How many of them an earlier run did. */
  readonly before: number;
  readonly n: number;
  readonly seconds: number;
}): string {
  const { headline, before, n, seconds } = state;
  const done = headline.length;
  const { value, high } = meanInterval(headline.filter((each) => !Number.isNaN(each)));
  const perSecond = (done - before) / seconds;
  const parts = [
    `${figure(done)} of ${figure(n)}`,
    `person-attacks ${figure(value)} ± ${figure(high - value)}`,
    `${figure(perSecond)} a second`,
    `${duration((n - done) / perSecond)} left`,
  ];
  return parts.join(' · ');
}

function goalText(state: {
  readonly headline: readonly number[];
  readonly before: number;
  readonly seconds: number;
  readonly goal: string | undefined;
}): string {
  const { headline, before, seconds, goal } = state;
  return [
    figure(headline.length),
    ...(goal === undefined ? [] : [goal]),
    `${figure((headline.length - before) / seconds)} a second`,
  ].join(' · ');
}
