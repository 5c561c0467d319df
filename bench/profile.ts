import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digits, report } from './report.js';
import { fileOf } from './scenario-of.js';

// Where the time of a replication goes, by module: `npm run bench:profile [scenario] [replications]`. A module's own time, of
// the samples that lie in replications; what is called is not counted with who calls it.

const scenario = process.argv[2] ?? 'iraq-2020-consolidation';
const replications = process.argv[3] ?? '6000';
const most = 16;

interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

const folder = mkdtempSync(join(tmpdir(), 'garrison-profile-'));
try {
  const script = fileURLToPath(new URL('model/rate-garrison.mjs', import.meta.url));
  const words = ['--cpu-prof', `--cpu-prof-dir=${folder}`, script, fileOf(scenario), replications, '1'];
  const ran = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`garrison must run, but ended with ${ran.status}: ${ran.stderr}`);
  // The thread that reads the scenario leaves one too, a short one.
  const files = readdirSync(folder).map((name) => join(folder, name));
  const largest = files.sort((a, b) => statSync(b).size - statSync(a).size)[0]!;
  const shares = sharesOf(JSON.parse(readFileSync(largest, 'utf8')));
  const rows = shares.slice(0, most).map(([module, share]) => ({ module, '%': digits(100 * share, 3) }));
  const rest = shares.slice(most).reduce((sum, [, share]) => sum + share, 0);
  report({
    key: 'profile',
    title: `Own time of modules within replications of ${scenario}`,
    rows: [...rows, { module: 'all others', '%': digits(100 * rest, 3) }],
  });
} finally {
  rmSync(folder, { recursive: true });
}

/** Shares of the time within replications by module, largest first. */
function sharesOf({ nodes, samples, timeDeltas }: Profile): (readonly [string, number])[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const isWithin = (id: number | undefined): boolean => {
    for (let at = id; at !== undefined; at = parents.get(at))
      if (byId.get(at)?.callFrame.url.endsWith('experiment/run-replications.js')) return true;
    return false;
  };
  const within = new Map(nodes.map(({ id }) => [id, isWithin(id)]));
  const spent = new Map<string, number>();
  let total = 0;
  samples.forEach((id, i) => {
    const node = byId.get(id)!;
    const isCollector = node.callFrame.functionName === '(garbage collector)';
    if (!isCollector && !within.get(id)) return;
    const module = isCollector ? 'garbage collector' : moduleOf(node.callFrame.url);
    spent.set(module, (spent.get(module) ?? 0) + timeDeltas[i]!);
    total += timeDeltas[i]!;
  });
  return [...spent].map(([module, time]) => [module, time / total] as const).sort((a, b) => b[1] - a[1]);
}

function moduleOf(url: string): string {
  const ours = /\/dist\/(.*)\.js$/.exec(url)?.[1];
  if (ours && !url.includes('/node_modules/')) return ours;
  const [, name] = /.*\/node_modules\/(@[^/]+|[^/]+)/.exec(url) ?? [];
  return name ?? 'Node';
}
