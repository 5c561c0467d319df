import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The running garrison: its version, and where its compiled files lie. */
export interface Engine {
  readonly version: string;
}

let known: Engine | undefined;

export function engine(): Engine {
  if (known) return known;
  const read: { readonly version: string } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  known = { version: read.version };
  return known;
}

/**
 * A compiled file of this package, by its path under `dist`. Threads and scenario files load compiled files even where
 * the program itself runs from its sources (as in tests).
 */
export function compiledFile(path: string): string {
  return fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));
}
