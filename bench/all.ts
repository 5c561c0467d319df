import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pageOf, usualLook } from '../src/figures/index.js';
import { renderSvg } from '../src/render/index.js';
import { growthFigure } from './growth/figure.js';
import { withTables } from './performance-page.js';
import { ratiosFigure } from './ratios-figure.js';
import type { BenchTable } from './report.js';

// `npm run bench [-- model growth …]` ends here: every bench in turn, or those named, then docs/performance/ with the numbers and
// their figures. Those not named keep the numbers they had.

const bench = fileURLToPath(new URL('.', import.meta.url));
const target = fileURLToPath(new URL('../docs/performance/', import.meta.url));
const jiti = fileURLToPath(new URL('../node_modules/.bin/jiti', import.meta.url));
const results = mkdtempSync(join(tmpdir(), 'garrison-results-'));
const all = ['kernel', 'model', 'instructions', 'profile', 'command', 'workers', 'growth', 'pairing'];
const programs = process.argv.length > 2 ? process.argv.slice(2) : all;

try {
  for (const program of programs) {
    process.stderr.write(`${program}\n`);
    const env = { ...process.env, BENCH_RESULTS: results };
    const ran = spawnSync(jiti, [join(bench, `${program}.ts`)], { stdio: 'inherit', env });
    if (ran.status !== 0) process.exitCode = 1;
  }
  const stored = join(target, 'performance.json');
  const before: readonly BenchTable[] = existsSync(stored) ? JSON.parse(readFileSync(stored, 'utf8')).tables : [];
  const tables = all.flatMap((key): BenchTable[] => {
    const file = join(results, `${key}.json`);
    const measured: BenchTable[] = existsSync(file) ? [JSON.parse(readFileSync(file, 'utf8'))] : [];
    // What could not be measured for want of a program has no rows, and keeps the numbers it had.
    return measured.some(({ rows }) => rows.length > 0) ? measured : before.filter((table) => table.key === key);
  });
  mkdirSync(target, { recursive: true });
  const machine = { node: process.version, processor: cpus()[0]?.model ?? '', cores: cpus().length };
  writeFileSync(stored, `${JSON.stringify({ machine, tables }, null, 2)}\n`);
  const pageFile = join(target, '../performance.md');
  writeFileSync(pageFile, withTables(readFileSync(pageFile, 'utf8'), tables));
  const rowsOf = (key: string): BenchTable['rows'] => tables.find((table) => table.key === key)?.rows ?? [];
  const page = pageOf(usualLook);
  const growth = rowsOf('growth').map((row) => ({
    grows: String(row['grows']),
    size: Number(row['size']),
    micros: Number(row['µs']),
    per: String(row['per']),
    exponent: Number(row['exponent']),
  }));
  if (growth.length > 0) writeFileSync(join(target, 'growth.svg'), await renderSvg(growthFigure(growth, page)));
  const ratios = [
    ...rowsOf('kernel').map((row) => ({
      group: 'Kernel: events per second',
      program: String(row['program']),
      rate: 1e6 * Number(row['million events/s']),
    })),
    ...rowsOf('model').flatMap((row) =>
      typeof row['rate'] === 'number' && row['garrison is at'] !== undefined
        ? [
            {
              group: `Whole model: ${String(row['scenario'])}, replications per second`,
              program: String(row['program']),
              rate: row['rate'],
            },
          ]
        : [],
    ),
  ];
  if (ratios.length > 0) writeFileSync(join(target, 'ratios.svg'), await renderSvg(ratiosFigure(ratios, page)));
  const prettier = fileURLToPath(new URL('../node_modules/.bin/prettier', import.meta.url));
  spawnSync(prettier, ['--write', '--log-level', 'warn', pageFile, stored], { stdio: 'inherit' });
  process.stdout.write('docs/performance.md, docs/performance/: performance.json, growth.svg, ratios.svg\n');
} finally {
  rmSync(results, { recursive: true });
}
