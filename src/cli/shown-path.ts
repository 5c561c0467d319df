import { relative } from 'node:path';

/** A path as a reader at `cwd` would write it: from there where it lies below, else whole. */
export function shownPath(path: string, cwd: string): string {
  const inside = relative(cwd, path);
  return inside.startsWith('..') ? path : inside;
}
