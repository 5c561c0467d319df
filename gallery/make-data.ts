import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allFigures } from '../src/figures/index.js';

// `npm run gallery` begins here: the rows of every figure, from commands on what is bundled.

const root = fileURLToPath(new URL('..', import.meta.url));
const data = join(root, 'gallery/data');
const out = mkdtempSync(join(tmpdir(), 'garrison-gallery-'));
const two = ['scenarios/strategies/stay.ts', 'scenarios/strategies/consolidate-at-once.ts'] as const;
const militias = 'actors.militias';
const elasticity = `${militias}.targetChoice.effortElasticity`;
const emboldening = `${militias}.emboldening.perShareWithdrawn`;
const baseline = `${militias}.baselinePerDay`;
const branching = `${militias}.branching.militias`;
const few = [elasticity, emboldening, baseline, branching, 'contingents', 'handOverResidual', 'severity'].flatMap(
  (path) => ['--over', path],
);
const record = [
  'data/attacks-2019-2020.csv',
  '--scenario',
  'scenarios/iraq-2020-consolidation.ts',
  '--until',
  '2020-12-31',
];
const commands = [
  ['run', 'scenarios/iraq-2020-consolidation.ts', '-n', '200', '--seed', '1'],
  ['compare', 'scenarios/studies/consolidation.ts', '-n', '200', '--seed', '1'],
  ['trace', 'scenarios/iraq-2020-consolidation.ts', '-n', '200', '--seed', '1'],
  // For what needs windows, or months of its own.
  ['run', 'scenarios/s000-eight-bases.ts', '-n', '200', '--seed', '1'],
  // What would have to be true: the difference that consolidating at once makes.
  ['sensitivity', ...two, '-n', '30'],
  ['sensitivity', ...two, '--method', 'morris', '-n', '8'],
  ['sensitivity', ...two, '--method', 'sobol', '-n', '32', ...few],
  ['sweep', ...two, '--over', elasticity, '-n', '30'],
  ['sweep', two[0], '--over', baseline, '--over', branching, '-n', '20'],
  // Beyond what the scenarios believe, where the border runs.
  ['break-even', ...two, '--over', `${elasticity}=0..4`, '-n', '40'],
  ['break-even', ...two, '--over', `${elasticity}=0..4`, '--over', `${emboldening}=-0.5..1.5`, '-n', '10'],
  ['sensitivity', 'scenarios/studies/consolidation.ts', '--method', 'voi', '-n', '150', '--outcome', 'killed'],
  ['robustness', 'scenarios/studies/consolidation.ts', '-n', '80', '--inner', '8'],
  ['discover', ...two, '--when', 'expectedPersonAttacks > 50000', '-n', '200'],
  // The record: what it teaches, and how well it is forecast.
  ['calibrate', ...record],
  ['backtest', ...record],
];
try {
  for (const [i, words] of commands.entries()) {
    const program = [join(root, 'dist/cli/main.js'), ...words, '--out', join(out, String(i)), '--quiet'];
    const { status, stderr } = spawnSync(process.execPath, program, { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${words.join(' ')} must run, but ended with ${status}: ${stderr}`);
  }
  // Sorted by command: the first that draws a figure gives its data.
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).sort();
  const found = allFigures.map(({ name }) => {
    const file = files.find((path) => basename(path) === `${name}.json`);
    if (!file) throw new Error(`the figure ${name} must be drawn by one of the commands, but is not`);
    return { name, file: join(out, file) };
  });
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data);
  for (const { name, file } of found) {
    copyFileSync(file, join(data, `${name}.json`));
    process.stdout.write(`${name}: ${Math.round(readFileSync(file).length / 1000)} kB\n`);
  }
} finally {
  rmSync(out, { recursive: true, force: true });
}
