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
  // 2: files were written although types do not fit, which is for the linter to tell.
  mustEnd(['typescript/bin/tsc', '-p', 'tsconfig.build.json'], [0, 2]);
  mustEnd(['rolldown/bin/cli.mjs', '--config', 'rolldown.config.js'], [0]);
  writeFileSync(stamp, '');
  // A source that changed during the build is newer than this.
  utimesSync(stamp, started, started);
}

function mustEnd([program = '', ...argv]: readonly string[], codes: readonly number[]): void {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...argv], { cwd: root });
  if (!codes.includes(status ?? -1)) throw new Error(`${program} must end with ${codes.join(' or ')}, got ${status}`);
}
