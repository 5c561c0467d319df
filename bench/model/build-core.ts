import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Compiles the C++ core into a folder; undefined where there is no g++. */
export function buildCore(folder: string, flags: readonly string[] = ['-O3', '-march=native']): string | undefined {
  const binary = join(folder, 'core');
  const source = fileURLToPath(new URL('main.cpp', import.meta.url));
  const built = spawnSync('g++', ['-std=c++17', ...flags, '-o', binary, source], { encoding: 'utf8' });
  if (built.error) return undefined;
  if (built.status !== 0) throw new Error(`the C++ core must compile: ${built.stderr}`);
  return binary;
}

/** Runs the core and gives back what it prints. */
export function askCore(binary: string, words: readonly string[]): Readonly<Record<string, unknown>> {
  const ran = spawnSync(binary, words, { encoding: 'utf8', maxBuffer: 1e8 });
  if (ran.status !== 0) throw new Error(`the C++ core must run, but ended with ${ran.status}: ${ran.stderr}`);
  const told: Readonly<Record<string, unknown>> = JSON.parse(ran.stdout);
  return told;
}
