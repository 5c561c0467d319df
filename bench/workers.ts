import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { digits, median, progress, report, type BenchRow } from './report.js';
import { fileOf } from './scenario-of.js';

// What a second worker brings: `npm run bench:workers [rounds]`. Replications alone, nothing read, estimated or written: in a
// new process, where V8 has yet to compile the engine for each thread, and again in the same one when each has compiled it.

const rounds = Number(process.argv[2] ?? 3);
const script = fileURLToPath(new URL('command/wall.mjs', import.meta.url));
/** Replications, how often in one process, and from which time on each of two threads has run enough for V8 to be done. */
const works = [
  { replications: 2_500, times: 24, warmFrom: 16 },
  { replications: 10_000, times: 8, warmFrom: 4 },
  { replications: 40_000, times: 3, warmFrom: 1 },
];

const rows = works.flatMap(({ replications, times, warmFrom }): BenchRow[] => {
  const cold: Pair[] = [];
  const warm: Pair[] = [];
  for (let round = 0; round < rounds; round++) {
    const [one, two] = [secondsOf(1, { replications, times }), secondsOf(2, { replications, times })];
    cold.push([one[0]!, two[0]!]);
    warm.push([median(one.slice(warmFrom)), median(two.slice(warmFrom))]);
    progress(`workers, ${replications} replications, round ${round + 1} of ${rounds}`);
  }
  return [rowOf(replications, { threads: 'new', pairs: cold }), rowOf(replications, { threads: 'warm', pairs: warm })];
});
report({ key: 'workers', title: 'Seconds by the clock for replications of iraq-2020-consolidation; medians', rows });

/** On one worker, and on two. */
type Pair = readonly [number, number];

function rowOf(
  replications: number,
  { threads, pairs }: { readonly threads: string; readonly pairs: readonly Pair[] },
): BenchRow {
  const times = pairs.map(([one, two]) => one / two).sort((a, b) => a - b);
  return {
    replications: replications.toLocaleString('en'),
    threads,
    'one worker, s': digits(median(pairs.map(([one]) => one)), 3),
    'two workers, s': digits(median(pairs.map(([, two]) => two)), 3),
    'times as fast': digits(median(times), 3),
    'over rounds': `${digits(times[0]!, 3)} to ${digits(times.at(-1)!, 3)}`,
  };
}

function secondsOf(
  workers: number,
  { replications, times }: { readonly replications: number; readonly times: number },
): number[] {
  const words = [script, fileOf('iraq-2020-consolidation'), workers, replications, times].map(String);
  const ran = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`replications must run, but ended with ${ran.status}: ${ran.stderr}`);
  const seconds: number[] = JSON.parse(ran.stdout);
  return seconds;
}
