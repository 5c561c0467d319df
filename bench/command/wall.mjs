import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { executorFor } from '../../dist/cli/choose-executor.js';
import { closeIdleThreads } from '../../dist/cli/replication-threads.js';
import { scenarioOf } from '../model/scenario-of.mjs';

// Seconds by the clock of replications of a scenario on so many workers, again and again in one process, so that all but the
// first find their threads started and warm: `node wall.mjs FILE WORKERS REPLICATIONS TIMES`.
const [file, workers, replications, times] = process.argv.slice(2);
const compiled = await scenarioOf(file);
const seconds = [];
for (let time = 0; time < Number(times); time++) {
  const before = performance.now();
  let done = 0;
  for await (const { from, to } of executorFor(Number(workers))({ compiled, seed: 1, n: Number(replications) }))
    done += to - from;
  if (done !== Number(replications)) throw new Error(`all replications must be done, got ${done}`);
  seconds.push((performance.now() - before) / 1000);
}
await closeIdleThreads();
process.stdout.write(JSON.stringify(seconds));
