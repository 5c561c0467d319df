import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { digits, median, progress, report, type BenchRow } from './report.js';
import { fileOf } from './scenario-of.js';

// What a user waits for: `npm run bench:command [rounds]`. Whole commands as typed, in turns, each in a process and a folder
// of its own.

const rounds = Number(process.argv[2] ?? 3);
const folder = mkdtempSync(join(tmpdir(), 'garrison-command-'));
const garrison = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const usageHook = new URL('command/usage.mjs', import.meta.url).href;
const run = ['run', fileOf('iraq-2020-consolidation'), '--quiet'];
const tenThousand = [...run, '-n', '10000'];
const withoutFigures = [...tenThousand, '--no-figures'];

interface Taken {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly peakMiB: number;
}

const commands: readonly { readonly command: string; readonly words: readonly string[]; readonly times: number }[] = [
  { command: 'node -e 0', words: ['-e', '0'], times: 10 },
  { command: 'garrison --help', words: [garrison, '--help'], times: 10 },
  { command: 'garrison run', words: [garrison, ...run], times: 1 },
  { command: 'garrison run -n 10000', words: [garrison, ...tenThousand], times: 1 },
  { command: '… --no-figures --workers 1', words: [garrison, ...withoutFigures, '--workers', '1'], times: 1 },
  { command: '… --no-figures --workers 2', words: [garrison, ...withoutFigures, '--workers', '2'], times: 1 },
];
try {
  const taken = new Map<string, Taken[]>(commands.map(({ command }) => [command, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { command, words, times } of commands)
      for (let time = 0; time < times; time++) taken.get(command)?.push(takenBy(words));
    progress(`commands, round ${round + 1} of ${rounds}`);
  }
  report({
    key: 'command',
    title: `Whole commands with the bundled scenario iraq-2020-consolidation: medians, and wall from least to most`,
    rows: [...taken].map(([command, all]) => rowOf(command, all)),
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function rowOf(command: string, all: readonly Taken[]): BenchRow {
  const seconds = all.map((one) => one.seconds).sort((a, b) => a - b);
  return {
    command,
    'wall, s': digits(median(seconds), 3),
    'over rounds': `${digits(seconds[0]!, 3)} to ${digits(seconds.at(-1)!, 3)}`,
    'processor, s': digits(median(all.map((one) => one.processorSeconds)), 3),
    'peak, MiB': Math.round(median(all.map((one) => one.peakMiB))),
  };
}

function takenBy(words: readonly string[]): Taken {
  const usage = join(folder, 'usage.json');
  const out = join(folder, 'out');
  const all = ['--import', usageHook, ...words, ...(words.includes('run') ? ['--out', out] : [])];
  const before = performance.now();
  const ran = spawnSync(process.execPath, all, { encoding: 'utf8', env: { ...process.env, BENCH_USAGE: usage } });
  const seconds = (performance.now() - before) / 1000;
  if (ran.status !== 0) throw new Error(`${words.join(' ')} must run, but ended with ${ran.status}: ${ran.stderr}`);
  rmSync(out, { recursive: true, force: true });
  const used: Omit<Taken, 'seconds'> = JSON.parse(readFileSync(usage, 'utf8'));
  return { seconds, ...used };
}
