import process from 'node:process';
import { openRunner } from '../../dist/experiment/run-replications.js';
import { scenarioOf } from './scenario-of.mjs';

// Replications of a scenario per second of processor time, engine only: `node rate-garrison.mjs FILE REPLICATIONS SEED`.
// Those before are so many that V8 has compiled what it will compile: its work, on threads of its own, would be counted too.
const [file, replications, seed] = process.argv.slice(2);
const compiled = await scenarioOf(file);
const run = openRunner(compiled, Number(seed));
const n = Number(replications);
/** As `run` hands them out. */
const span = 500;
for (let warm = 0; warm < 16; warm++) run({ from: 0, to: span });
const before = process.cpuUsage();
for (let from = 0; from < n; from += span) run({ from, to: Math.min(n, from + span) });
const { user, system } = process.cpuUsage(before);
process.stdout.write(JSON.stringify({ replicationsPerSecond: (1e6 * n) / (user + system) }));
