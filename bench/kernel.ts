import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The kernel beside its peers on the hold model, in rounds that take turns: `npm run bench:kernel [rounds] [pending]`.
// Trust the ratios, not the rates: each is of two programs within one round.

const rounds = Number(process.argv[2] ?? 5);
const pending = Number(process.argv[3] ?? 1000);
const folder = fileURLToPath(new URL('.', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'garrison-bench-'));

interface Program {
  readonly name: string;
  readonly command: readonly string[];
  /** Timed, after a fifth as many to warm up. */
  readonly events: number;
}

interface Missing {
  readonly name: string;
  /** What it takes to have it measured. */
  readonly how: string;
}

const ours: Program = {
  name: 'garrison',
  command: [process.execPath, join(folder, 'kernel/hold-garrison.mjs')],
  events: 5_000_000,
};
const candidates: readonly (Program | Missing)[] = [
  ours,
  queueOfCpp(),
  simpy(),
  npmPeer('simjs', 500_000),
  npmPeer('simscript', 20_000),
];
const programs = candidates.filter((one) => 'command' in one);
try {
  const rates = new Map<string, number[]>(programs.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const program of programs) rates.get(program.name)?.push(rateOf(program));
  print(rates);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function rateOf({ name, command, events }: Program): number {
  const [program = '', ...words] = command;
  const ran = spawnSync(program, [...words, String(pending), String(events)], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${name} must run, but ended with ${ran.status}: ${ran.stderr}`);
  const told: { readonly eventsPerSecond: number } = JSON.parse(ran.stdout);
  return told.eventsPerSecond;
}

function print(rates: ReadonlyMap<string, readonly number[]>): void {
  const own = rates.get(ours.name) ?? [];
  const cells = [['', 'million events/s', 'garrison is faster by', 'over rounds']];
  for (const [name, all] of rates) {
    const ratios = own.map((rate, round) => rate / (all[round] ?? NaN)).sort((a, b) => a - b);
    const [least, most] = [ratios[0], ratios.at(-1)].map((ratio) => (ratio ?? NaN).toFixed(2));
    cells.push([
      name,
      (median(all) / 1e6).toFixed(3),
      median(ratios).toFixed(2),
      name === ours.name ? '' : `${least} to ${most}`,
    ]);
  }
  process.stdout.write(`Hold model, ${pending} pending events, ${rounds} rounds; medians\n`);
  for (const [name = '', ...numbers] of cells)
    process.stdout.write(`${name.padEnd(22)}${numbers.map((text) => text.padStart(23)).join('')}\n`);
  for (const one of candidates) if ('how' in one) process.stdout.write(`${one.name} not measured: ${one.how}\n`);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? NaN) + (sorted[sorted.length >> 1] ?? NaN)) / 2;
}

function queueOfCpp(): Program | Missing {
  const name = 'C++ priority_queue';
  const binary = join(scratch, 'hold');
  const built = spawnSync('g++', ['-O3', '-march=native', '-o', binary, join(folder, 'kernel/hold.cpp')]);
  if (built.status !== 0) return { name, how: 'apt-get install g++' };
  return { name, command: [binary], events: 5_000_000 };
}

/** Debian's packages are of Debian's Python, which need not be the first in the path. */
function simpy(): Program | Missing {
  const name = 'SimPy 3';
  const python = ['/usr/bin/python3', 'python3'].find(
    (program) => spawnSync(program, ['-c', 'import simpy']).status === 0,
  );
  if (!python) return { name, how: 'apt-get install python3-simpy3' };
  return { name, command: [python, join(folder, 'kernel/hold-simpy.py')], events: 300_000 };
}

function npmPeer(name: string, events: number): Program | Missing {
  if (!existsSync(join(folder, 'peers/node_modules', name))) return { name, how: 'npm install --prefix bench/peers' };
  return { name, command: [process.execPath, join(folder, `peers/hold-${name}.mjs`)], events };
}
