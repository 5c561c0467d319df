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

/** Takes the processor time of `hold(count)` after a warm-up of a fifth, and prints what the bench reads. */
export async function report(hold, { events, now }) {
  await hold(events / 5);
  const before = process.cpuUsage();
  await hold(events);
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  process.stdout.write(JSON.stringify({ eventsPerSecond: Math.round(events / seconds), now: now() }));
}
