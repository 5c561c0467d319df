import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { agreementOf } from './model/agreement.js';
import { askCore, buildCore } from './model/build-core.js';
import { writeModel } from './model/write-model.js';
import { digits, median, progress, report, type BenchRow } from './report.js';
import { fileOf, scenarioOf } from './scenario-of.js';

// The bundled 2020 scenario, whole model, beside a C++ program that computes the same: `npm run bench:model [rounds] [replications]`.
// Replications per second of processor time, one thread, no files; both must agree in every outcome first.

const rounds = Number(process.argv[2] ?? 5);
const replications = Number(process.argv[3] ?? 10_000);
const names = ['iraq-2020-consolidation', 'iraq-2020-stay'];
const title =
  'The bundled 2020 scenarios, whole model: replications per second of processor time, one thread, engine only';
const folder = mkdtempSync(join(tmpdir(), 'garrison-bench-'));

try {
  const binary = buildCore(folder);
  if (!binary) report({ key: 'model', title, rows: [], notes: ['C++ core not measured: apt-get install g++'] });
  else {
    const rows: BenchRow[] = [];
    const notes: string[] = [];
    for (const name of names) {
      const compiled = await scenarioOf(name);
      const model = join(folder, `${name}.txt`);
      writeFileSync(model, writeModel(compiled));
      const agreed = agreementOf(compiled, { binary, model, replications });
      const most = Math.max(...agreed.flatMap(({ zMean, zVariance }) => [Math.abs(zMean), Math.abs(zVariance)]));
      const apart = agreed.filter(({ zMean, zVariance }) => Math.max(Math.abs(zMean), Math.abs(zVariance)) > 4);
      progress(`${name}: ${agreed.length} outcomes compared, means and variances, |z| at most ${most.toFixed(2)}`);
      for (const { outcome, garrison, core, zMean, zVariance } of apart)
        progress(`APART: ${outcome}, mean ${garrison.mean} and ${core.mean}, z ${zMean} and ${zVariance}`);
      if (apart.length > 0) process.exitCode = 1;
      rows.push(...rates(name, { binary, model }));
      notes.push(
        `${name}: ${agreed.length} outcomes of ${replications} replications, z of means and variances at most ${digits(most, 3)} from 0`,
      );
    }
    report({ key: 'model', title, rows, notes });
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** The three programs in turns; a ratio is of one round. */
function rates(name: string, { binary, model }: { readonly binary: string; readonly model: string }): BenchRow[] {
  const ours: number[] = [];
  const everything: number[] = [];
  const least: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(ownRate(name));
    everything.push(coreRate(binary, [model, 'rate', '10000', '1']));
    least.push(coreRate(binary, [model, 'least', '20000', '1']));
    progress(
      `${name}, round ${round + 1}: ${Math.round(ours[round]!)} of ${Math.round(everything[round]!)} per second`,
    );
  }
  const line = (program: string, all: readonly number[]): BenchRow => {
    const shares = ours.map((rate, round) => rate / all[round]!).sort((a, b) => a - b);
    const percent = (share: number | undefined): string => `${(100 * (share ?? NaN)).toFixed(1)} %`;
    return {
      program,
      scenario: name,
      rate: Math.round(median(all)),
      'garrison is at': percent(median(shares)),
      'over rounds': `${percent(shares[0])} to ${percent(shares.at(-1))}`,
    };
  };
  return [
    line('garrison', ours),
    line('C++, all that garrison keeps', everything),
    line('C++, attacks and casualties only', least),
  ];
}

function ownRate(name: string): number {
  const script = fileURLToPath(new URL('model/rate-garrison.mjs', import.meta.url));
  const ran = spawnSync(process.execPath, [script, fileOf(name), '10000', '1'], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`garrison must run, but ended with ${ran.status}: ${ran.stderr}`);
  const told: { readonly replicationsPerSecond: number } = JSON.parse(ran.stdout);
  return told.replicationsPerSecond;
}

function coreRate(binary: string, words: readonly string[]): number {
  return Number(askCore(binary, words)['replicationsPerSecond']);
}
