import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserFault } from '../model/scenario/fault.js';

/**
 * Writes a job list whole, over none but the same.
 * @throws UserFault where another is there.
 */
export function writeJobFile(
  text: string,
  { file, option, cwd }: { readonly file: string; readonly option: string; readonly cwd: string },
): void {
  const path = resolve(cwd, file);
  if (existsSync(path) && readFileSync(path, 'utf8') !== text) {
    const rule = 'must not be there already with other contents: shards of it may be under way';
    throw new UserFault([{ path: option, value: file, rule, hint: 'name another file, or remove it' }]);
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.partial`, text);
  renameSync(`${path}.partial`, path);
}
