import process from 'node:process';
import { openRunner } from '../../dist/experiment/run-replications.js';
import { scenarioOf } from './scenario-of.mjs';

// Replications of a scenario per second of processor time, engine only: `node rate-garrison.mjs FILE REPLICATIONS SEED`.
const [file, replications, seed] = process.argv.slice(2);
const compiled = await scenarioOf(file);
const run = openRunner(compiled, Number(seed));
const n = Number(replications);
run({ from: 0, to: Math.ceil(n / 5) });
const before = process.cpuUsage();
run({ from: 0, to: n });
const { user, system } = process.cpuUsage(before);
process.stdout.write(JSON.stringify({ replicationsPerSecond: (1e6 * n) / (user + system) }));
