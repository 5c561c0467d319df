import { expect, test } from 'vitest';
import { executorFor } from '../../src/cli/choose-executor.js';
import { closeIdleThreads } from '../../src/cli/replication-threads.js';
import { compiled, plain } from '../model/small-scenario.js';

test('helpers are heard while this thread works, also where nobody who takes the chunks ever waits', async () => {
  const job = { compiled: compiled(plain), seed: 1, n: 200 };
  let turns = 0;
  const count = setInterval(() => turns++, 0);
  const turnsBefore: number[] = [];
  let done = 0;
  for await (const { from, to } of executorFor(2)(job)) {
    // Each chunk keeps this thread for longer than the interval.
    const end = performance.now() + 5;
    while (performance.now() < end);
    turnsBefore.push(turns);
    done += to - from;
  }
  clearInterval(count);
  await closeIdleThreads();
  expect(done).toBe(job.n);
  // Before the second chunk of this thread there was a turn of the event loop, and not only at the end.
  expect(turnsBefore[2]).toBeGreaterThan(0);
});
