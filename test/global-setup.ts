import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Bears the time at which the last build began. */
const stamp = join(root, 'dist', '.built');

/** Threads and the built program run from dist/: it is built anew where a source is newer. */
export default function buildOnce(): void {
  const newest = Math.max(
    ...readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map(
      (name) => statSync(join(root, 'src', name)).mtimeMs,
    ),
  );
  if (existsSync(stamp) && statSync(stamp).mtimeMs > newest) return;
  const { status, stdout } = spawnSync('npm run --silent build', { cwd: root, shell: true, encoding: 'utf8' });
  // 2: files were written although types do not fit, which is for the linter to tell.
  if (status !== 0 && status !== 2) throw new Error(`npm run build must end with 0 or 2, got ${status}\n${stdout}`);
}
