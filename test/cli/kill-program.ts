import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Folder } from './open-folder.js';

const program = fileURLToPath(new URL('keep-soon.js', import.meta.url));

/** Files of work that is kept of a run that has not ended. */
export function keptWork(folder: Folder): string[] {
  return folder.files().filter((name) => /\.work-.*\.shard$/.test(name));
}

/** Runs the program in a process of its own, and kills it, without a word, once it has kept so many files of work. */
export async function killOnceKept(folder: Folder, argv: readonly string[], files: number): Promise<void> {
  const child = spawn(process.execPath, [program, ...argv], {
    cwd: folder.path,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  const watch = setInterval(() => {
    if (keptWork(folder).length >= files) child.kill('SIGKILL');
  }, 10);
  const signal = await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)));
  clearInterval(watch);
  if (signal !== 'SIGKILL') throw new Error(`the program must be killed before it ends, got ${stderr}`);
}
