import { performance } from 'node:perf_hooks';
import process from 'node:process';

/** The increments of every program of this bench: 2¹⁶ exponentials of mean 1 from a table, so that no generator is measured. */
export function increments() {
  const table = new Float64Array(1 << 16);
  let state = 12345;
  for (let i = 0; i < table.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    table[i] = -Math.log((state + 0.5) / 2 ** 32);
  }
  return table;
}

/** Times `hold(count)` after a warm-up of a fifth, and prints what the bench reads. */
export async function report(hold, { events, now }) {
  await hold(events / 5);
  const start = performance.now();
  await hold(events);
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(JSON.stringify({ eventsPerSecond: Math.round(events / seconds), now: now() }));
}
