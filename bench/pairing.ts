import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileScenario, type CompiledScenario } from '../src/model/compile.js';
import { quantitiesOf } from '../src/model/scenario/quantities.js';
import { meanOf } from '../src/random/laws/law.js';
import { buildCore } from './model/build-core.js';
import { controlled, differencesOf, integrated, spreadOf } from './pairing/estimators.js';
import { columnsOfCore, columnsOfGarrison, outcomes, type Columns } from './pairing/columns.js';
import { digits, progress, report, type BenchRow } from './report.js';
import { scenarioOf } from './scenario-of.js';

// What it costs to know a difference between "stay" and "consolidate" of 2020: replications and time to a half-width of 2 %
// of "stay", by how luck is shared. `npm run bench:pairing [replications]`; see bench/README.md.

const n = Number(process.argv[2] ?? 3000);
const share = 0.02;
const folder = mkdtempSync(join(tmpdir(), 'garrison-bench-'));
const binary = buildCore(folder);
const notes = binary ? [] : ['shared streams not measured: apt-get install g++'];
const worlds = { 'numbers as bundled': (c: CompiledScenario) => c, 'every number at its mean': atMeans };
try {
  const rows: BenchRow[] = [];
  for (const [world, change] of Object.entries(worlds)) {
    const [stay, consolidate] = (await Promise.all(['stay', 'consolidation'].map(bundled))).map(change);
    rows.push(...costs(world, { stay: stay!, consolidate: consolidate! }));
    progress(`pairing, ${world}: done`);
  }
  const title = `Stay less consolidate: replications and seconds to ±${100 * share} % of stay (95 %), from ${n} replications of each`;
  report({ key: 'pairing', title, rows, notes });
} finally {
  rmSync(folder, { recursive: true });
}

function costs(
  world: string,
  pair: { readonly stay: CompiledScenario; readonly consolidate: CompiledScenario },
): BenchRow[] {
  const started = performance.now();
  const [a, b] = [columnsOfGarrison(pair.stay, { n, seed: 1 }), columnsOfGarrison(pair.consolidate, { n, seed: 1 })];
  const secondsOfPair = (performance.now() - started) / 1000 / n;
  const apart = columnsOfGarrison(pair.consolidate, { n, seed: 2 });
  const streams = binary && [pair.stay, pair.consolidate].map((one) => columnsOfCore(one, { binary, folder, n }));
  return outcomes.flatMap(({ name, expected }) => {
    const of = (columns: Columns): Float64Array => columns.get(name)!;
    const halfWidth = (share * of(a).reduce((sum, value) => sum + value, 0)) / n;
    const ways: [string, Float64Array][] = [['independent', differencesOf(of(a), of(apart))]];
    if (streams) ways.push(['shared streams', differencesOf(of(streams[0]!), of(streams[1]!))]);
    ways.push(['coupled (garrison)', differencesOf(of(a), of(b))]);
    if (expected) {
      ways.push(['coupled, linear control', controlled({ a, b, name, expected })]);
      ways.push(['coupled, integrated rate', integrated({ a, b, expected })]);
    }
    const independent = spreadOf(ways[0]![1]);
    return ways.map(([way, differences]) => {
      const needed = (1.96 * spreadOf(differences)) / halfWidth;
      return {
        way,
        world,
        outcome: name,
        replications: Math.max(2, Math.ceil(needed ** 2)),
        seconds: digits(Math.max(2, needed ** 2) * secondsOfPair, 3),
        'times as fast': digits((independent / spreadOf(differences)) ** 2, 3),
      };
    });
  });
}

function bundled(name: string): Promise<CompiledScenario> {
  return scenarioOf(`iraq-2020-${name}`);
}

/** The scenario with nothing uncertain but chance. */
function atMeans({ scenario: read }: CompiledScenario): CompiledScenario {
  const scenario = structuredClone(read);
  for (const { quantity } of quantitiesOf(scenario)) {
    const { value } = quantity;
    if (typeof value !== 'number') Object.assign(quantity, { value: meanOf(value) });
  }
  return compileScenario(scenario);
}
