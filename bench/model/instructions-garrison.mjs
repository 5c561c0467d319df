import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { openRunner } from '../../dist/experiment/run-replications.js';
import { compileScenario } from '../../dist/model/compile.js';
import { readScenario } from '../../dist/model/scenario/read-scenario.js';
import { readFileSync } from 'node:fs';

// Runs replications under callgrind, which counts only those after the warm-up: `node instructions-garrison.mjs JSON REPLICATIONS`.
const [file, replications] = process.argv.slice(2);
const { scenario } = readScenario(JSON.parse(readFileSync(file, 'utf8')));
const run = openRunner(compileScenario(scenario), 1);
const count = (what) => execFileSync('callgrind_control', ['-i', what, String(process.pid)], { stdio: 'ignore' });
// So many that V8 has compiled what it will compile: its own work is not to be counted.
for (let warm = 0; warm < 16; warm++) run({ from: 0, to: 500 });
count('on');
run({ from: 0, to: Number(replications) });
count('off');
