import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Folder } from './open-folder.js';

/** Files of a folder that hold a study of two invented camps for six weeks: quick, with claims, one measured against another start. */
export function smallStudy(folder: Folder, more = ''): string {
  folder.write('base.yaml', world({ title: 'Two camps', south: 200, rest: '' }));
  const claims = [
    claim('fewer attacks', './base.yaml'),
    claim('fewer than elsewhere', './elsewhere.yaml'),
    { ...claim('any', ''), relation: 'above', than: 0 },
  ];
  folder.write('one.yaml', world({ title: 'One camp', south: 100, rest: `claims: ${JSON.stringify(claims)}\n` }));
  return folder.write(
    'camps.yaml',
    `title: Two camps or one\nbaseline: base.yaml\nalternatives: { one: one.yaml }\n${more}`,
  );
}

/** Every file of a folder of results by name; of manifests what is not the run's own. */
export function contentsOf(folder: Folder, place: string): Record<string, string> {
  const files = folder.files().filter((name) => name.startsWith(`${place}/`));
  return Object.fromEntries(
    files.map((name) => {
      const manifest: unknown = name.endsWith('manifest.json') ? JSON.parse(folder.read(name)) : undefined;
      const text = readFileSync(join(folder.path, name)).toString('base64');
      return [name.slice(place.length), manifest ? JSON.stringify({ ...Object(manifest), run: null }) : text];
    }),
  );
}

export async function shardAll(folder: Folder, shards: number, ...options: readonly string[]): Promise<void> {
  for (let index = 0; index < shards; index++) {
    const { exitCode, stderr } = await folder.garrison(['shard', '--index', String(index), '--quiet', ...options]);
    if (exitCode !== 0) throw new Error(`shard ${index} must end with 0, got ${exitCode}: ${stderr}`);
  }
}

function world(about: { readonly title: string; readonly south: number; readonly rest: string }): string {
  const { title, south, rest } = about;
  return `title: ${title}
start: 2020-01-01
end: 2020-02-14
contingents: { us: { name: Americans } }
bases:
  north: { garrison: { us: 300 }, location: { lat: 34, lon: 43 } }
  south: { garrison: { us: ${south} }, location: { lat: 33, lon: 44 } }
actors:
  militia:
    baselinePerDay: { lognormal: { p5: 0.05, p95: 0.25 } }
    branching: { militia: { beta: { mean: 0.4, sd: 0.2 } } }
    meanLagDays: 5
plan:
  - { day: 2020-01-10, withdraw: { us: 100 }, fromBase: north }
${rest}`;
}

function claim(name: string, scenario: string) {
  const than = { outcome: 'attacks', scenario };
  return { name, says: 'Made up.', source: 'Made up', outcome: 'attacks', relation: 'atMost', than };
}
