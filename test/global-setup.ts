import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', '.built');

/** Threads and the built program run from dist/: it is built anew where a source is newer. */
export default function buildOnce(): void {
  const started = new Date();
  const newest = Math.max(
    ...readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map(
      (name) => statSync(join(root, 'src', name)).mtimeMs,
    ),
  );
  if (existsSync(stamp) && statSync(stamp).mtimeMs > newest) return;
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], { cwd: root });
  // 2: files were written although types do not fit, which is for the linter to tell.
  if (status !== 0 && status !== 2) throw new Error(`the build must end with 0, got ${status}`);
  writeFileSync(stamp, '');
  // A source that changed during the build is newer than this.
  utimesSync(stamp, started, started);
}
