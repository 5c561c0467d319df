import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompiledScenario } from '../src/model/compile.js';
import { buildCore } from './model/build-core.js';
import { coverageFaults } from './model/coverage.js';
import { writeModel } from './model/write-model.js';
import { digits, report, type BenchRow } from './report.js';
import { scenarioOf } from './scenario-of.js';

// Machine instructions of a replication, and fetches of code that miss the nearest cache, as valgrind counts them: the same
// on a loud machine as on a quiet one. `npm run bench:instructions [scenario] [replications]`.

const scenario = process.argv[2] ?? 'iraq-2020-consolidation';
const replications = Number(process.argv[3] ?? 400);
const most = 16;
/** A first-level cache of code and of data as most machines have it, and a second behind them. */
const caches = ['--cache-sim=yes', '--I1=32768,8,64', '--D1=32768,8,64', '--LL=1048576,16,64'];

/** What a replication costs, by function or in all. */
interface Cost {
  instructions: number;
  misses: number;
}

const folder = mkdtempSync(join(tmpdir(), 'garrison-instructions-'));
try {
  if (spawnSync('valgrind', ['--version']).error)
    report({ key: 'instructions', title: 'Instructions', rows: [], notes: ['not measured: apt-get install valgrind'] });
  else await measure();
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(): Promise<void> {
  const compiled = await scenarioOf(scenario);
  const file = join(folder, 'scenario.json');
  writeFileSync(file, JSON.stringify(compiled.scenario));
  const functions = garrisonCosts(file);
  const all: Cost = { instructions: 0, misses: 0 };
  for (const { instructions, misses } of functions.values()) {
    all.instructions += instructions;
    all.misses += misses;
  }
  const rows = [...functions].sort(([, a], [, b]) => b.instructions - a.instructions).slice(0, most);
  const notCovered = coverageFaults(compiled);
  const core = notCovered.length === 0 ? coreCost(compiled) : undefined;
  const line = (name: string, { instructions, misses }: Cost): BenchRow => ({
    'program or function': name,
    'thousand instructions': digits(instructions / 1000),
    'code not in cache': digits(misses),
  });
  report({
    key: 'instructions',
    title: `Instructions of a replication of ${scenario}, and fetches of code that miss a cache of 32 kB, as counted on a model of the processor`,
    rows: [
      ...(core ? [line('C++, all that garrison keeps', core)] : []),
      line('garrison', all),
      ...rows.map(([name, cost]) => line(`  ${name}`, cost)),
    ],
    ...(core ? {} : { notes: [`C++ core not measured: ${notCovered.join('; ') || 'apt-get install g++'}`] }),
  });
}

/** By function of garrison's, and what else runs under its own name. */
function garrisonCosts(file: string): Map<string, Cost> {
  const out = join(folder, 'garrison.out');
  const script = fileURLToPath(new URL('model/instructions-garrison.mjs', import.meta.url));
  // One thread, so that V8 compiles at the same places each time; names of compiled functions go to a map in /tmp.
  const node = [process.execPath, '--single-threaded', '--perf-basic-prof', script, file, String(replications)];
  const own = ['--dump-instr=yes', '--instr-atstart=no', '--smc-check=all-non-file', `--callgrind-out-file=${out}`];
  const ran = spawnSync('valgrind', ['--tool=callgrind', ...caches, ...own, ...node], {
    encoding: 'utf8',
    cwd: folder,
  });
  if (ran.status !== 0)
    throw new Error(`garrison must run under valgrind, but ended with ${ran.status}: ${ran.stderr}`);
  const pid = /==(\d+)==/.exec(ran.stderr)?.[1] ?? '';
  const map = readdirSync('/tmp').find((name) => name === `perf-${pid}.map`);
  if (!map) throw new Error('Node must have written the names of what it compiled');
  const names = compiledFunctions(readFileSync(join('/tmp', map), 'utf8'));
  rmSync(join('/tmp', map));
  return costsOf(readFileSync(out, 'latin1'), { nameAt: names, replications });
}

/** The C++ program's, from two lengths, so that reading the model does not count. It warms up with a fifth as many. */
function coreCost(compiled: CompiledScenario): Cost | undefined {
  const binary = buildCore(folder, ['-O3', '-march=x86-64-v3']);
  if (!binary) return undefined;
  const model = join(folder, 'model.txt');
  writeFileSync(model, writeModel(compiled));
  const costOf = (n: number): Cost => {
    const words = ['--tool=cachegrind', ...caches, `--cachegrind-out-file=${join(folder, 'core.out')}`];
    const { stderr } = spawnSync('valgrind', [...words, binary, model, 'rate', String(n), '1'], { encoding: 'utf8' });
    const count = (what: RegExp): number => Number(what.exec(stderr)?.[1]?.replaceAll(',', ''));
    return { instructions: count(/I +refs: +([\d,]+)/), misses: count(/I1 +misses: +([\d,]+)/) };
  };
  const [few, many] = [costOf(500), costOf(1500)];
  const more = 1.2 * 1000;
  return {
    instructions: (many.instructions - few.instructions) / more,
    misses: (many.misses - few.misses) / more,
  };
}

/** Which compiled function an address lies in; the last to be compiled there. */
function compiledFunctions(map: string): (address: number) => string | undefined {
  const all = map.split('\n').flatMap((line) => {
    const [, from, length, name] = /^([\da-f]+) ([\da-f]+) (.*)$/.exec(line) ?? [];
    return from === undefined
      ? []
      : [{ from: parseInt(from, 16), length: parseInt(length!, 16), name: shortName(name!) }];
  });
  all.sort((a, b) => a.from - b.from);
  return (address) => {
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (all[middle]!.from <= address) low = middle + 1;
      else high = middle;
    }
    const last = all[low - 1];
    return last && address < last.from + last.length ? last.name : undefined;
  };
}

/** `addUp, model/attack-intensity` of `JS:*addUp file:///…/dist/model/attack-intensity.js:168:8`. */
function shortName(name: string): string {
  const [, what, where] = /^JS:[^\w]?(\S*) .*\/(?:dist|node_modules)\/(.*?)\.\w+:/.exec(name) ?? [];
  return where === undefined ? `Node: ${name}` : `${what}, ${where}`;
}

/** Adds up callgrind's lines of own costs by function. */
function costsOf(
  out: string,
  about: { readonly nameAt: (address: number) => string | undefined; readonly replications: number },
): Map<string, Cost> {
  const costs = new Map<string, Cost>();
  const named = new Map<string, string>();
  let events: string[] = [];
  let within = '';
  let address = 0;
  let isCall = false;
  for (const line of out.split('\n')) {
    if (line.startsWith('events:')) events = line.slice(8).trim().split(' ');
    const [, kind, number, name] = /^(c?fn)=\((\d+)\)(?: (.*))?/.exec(line) ?? [];
    if (number !== undefined) {
      if (name !== undefined) named.set(number, name);
      if (kind === 'fn') within = named.get(number) ?? '';
      continue;
    }
    if (line.startsWith('calls=')) isCall = true;
    const [, at, rest] = /^(0x[\da-f]+|[+-]\d+|\*) \S+ (.*)$/.exec(line) ?? [];
    if (at === undefined || rest === undefined) continue;
    address = at === '*' ? address : at.startsWith('0x') ? Number(at) : address + Number(at);
    // The line after a call has the costs of what was called.
    if (isCall) {
      isCall = false;
      continue;
    }
    const numbers = rest.split(' ').map(Number);
    const key = about.nameAt(address) ?? `Node: ${within}`;
    const cost = costs.get(key) ?? { instructions: 0, misses: 0 };
    cost.instructions += (numbers[events.indexOf('Ir')] ?? 0) / about.replications;
    cost.misses += (numbers[events.indexOf('I1mr')] ?? 0) / about.replications;
    costs.set(key, cost);
  }
  return costs;
}
