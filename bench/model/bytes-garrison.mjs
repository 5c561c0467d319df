import process from 'node:process';
import { openRunner } from '../../dist/experiment/run-replications.js';
import { scenarioOf } from './scenario-of.mjs';

// Bytes that a replication allocates: `node --expose-gc --min-semi-space-size=128 --max-semi-space-size=128 bytes-garrison.mjs FILE
// REPLICATIONS SEED`. Nothing is collected in so large a nursery, so that the growth of the heap is what was allocated.
const [file, replications, seed] = process.argv.slice(2);
const compiled = await scenarioOf(file);
const run = openRunner(compiled, Number(seed));
const n = Number(replications);
// What the compiler does while it warms up allocates too.
run({ from: 0, to: 4 * n });
globalThis.gc();
const before = process.memoryUsage().heapUsed;
run({ from: 0, to: n });
process.stdout.write(JSON.stringify({ bytesPerReplication: (process.memoryUsage().heapUsed - before) / n }));
