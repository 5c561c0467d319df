import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, sameFile } from './output-folder.js';

/** What of one folder is not the same in another, a sentence each; of manifests all but how the run came about. */
export function differingFiles(there: string, now: string): string[] {
  const names = new Set([...filesOf(there), ...filesOf(now)]);
  return [...names].sort().flatMap((name) => {
    const [one, other] = [join(there, name), join(now, name)];
    if (!existsSync(one)) return [`${name} is new`];
    if (!existsSync(other)) return [`${name} is not among what garrison writes`];
    if (sameFile(one, other)) return [];
    return [`${name} differs${/\.(png|parquet)$/.test(name) ? '' : `, first in line ${firstLine(one, other)}`}`];
  });
}

function firstLine(one: string, other: string): number {
  const [there, now] = [one, other].map((path) => readFileSync(path, 'utf8').split('\n'));
  return 1 + (there ?? []).findIndex((line, i) => line !== now?.[i]);
}
