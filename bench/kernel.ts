import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digits, median, progress, report, type BenchTable } from './report.js';

// The kernel beside its peers on the hold model, in rounds that take turns: `npm run bench:kernel [rounds] [pending]`.
// Trust the ratios, not the rates: each is of two programs within one round.

const rounds = Number(process.argv[2] ?? 3);
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
  for (let round = 0; round < rounds; round++) {
    for (const program of programs) rates.get(program.name)?.push(rateOf(program));
    progress(`kernel, round ${round + 1} of ${rounds}`);
  }
  report(table(rates));
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

function table(rates: ReadonlyMap<string, readonly number[]>): BenchTable {
  const own = rates.get(ours.name) ?? [];
  const rows = [...rates].map(([name, all]) => {
    const ratios = own.map((rate, round) => rate / (all[round] ?? NaN)).sort((a, b) => a - b);
    const [least, most] = [ratios[0], ratios.at(-1)].map((ratio) => digits(ratio ?? NaN, 3));
    return {
      program: name,
      'million events/s': digits(median(all) / 1e6, 3),
      'garrison is faster by': digits(median(ratios), 3),
      'over rounds': name === ours.name ? '' : `${least} to ${most}`,
    };
  });
  const missing = candidates.flatMap((one) => ('how' in one ? [`${one.name} not measured: ${one.how}`] : []));
  const quoted = 'simmer is not measured here: on the machine where the C++ queue did 9.1 to 10.6, it did 0.22';
  const title = `Hold model, ${pending} pending events, ${rounds} rounds in turns, processor time; medians`;
  return { key: 'kernel', title, rows, notes: [...missing, quoted] };
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
