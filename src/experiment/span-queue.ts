import type { Span } from './run-replications.js';

/** Replications still to be run, handed out in order and in pieces of any size. */
export interface SpanQueue {
  /** The next piece, of at most `size` replications; undefined where none is left. */
  readonly next: (size: number) => Span | undefined;
  readonly left: () => number;
}

export function openSpanQueue(spans: readonly Span[]): SpanQueue {
  const waiting = spans.filter(({ from, to }) => from < to);
  return {
    next: (size) => {
      const first = waiting.shift();
      if (!first) return undefined;
      const to = Math.min(first.to, first.from + Math.max(1, size));
      if (to < first.to) waiting.unshift({ from: to, to: first.to });
      return { from: first.from, to };
    },
    left: () => waiting.reduce((sum, { from, to }) => sum + to - from, 0),
  };
}

/** What of replications 0 … n − 1 the spans given do not hold, in order. */
export function missingSpans(done: readonly Span[], n: number): Span[] {
  const missing: Span[] = [];
  let at = 0;
  for (const { from, to } of done.toSorted((a, b) => a.from - b.from)) {
    if (from > at) missing.push({ from: at, to: Math.min(from, n) });
    at = Math.max(at, to);
    if (at >= n) return missing.filter((span) => span.from < span.to);
  }
  missing.push({ from: at, to: n });
  return missing.filter((span) => span.from < span.to);
}
