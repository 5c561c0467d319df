import { fileURLToPath } from 'node:url';
import { loadScenario } from '../src/cli/load-scenario.js';
import type { CompiledScenario } from '../src/model/compile.js';

/** A bundled scenario by the name of its file, read as `garrison run` reads it. */
export async function scenarioOf(name: string): Promise<CompiledScenario> {
  const file = fileOf(name);
  const silent = { write: () => undefined, isTTY: false };
  const { signal } = new AbortController();
  const loaded = await loadScenario(
    { file, set: [] },
    { stdout: silent, stderr: silent, env: process.env, cwd: process.cwd(), signal },
  );
  return loaded.compiled;
}

/** Path of a bundled scenario. */
export function fileOf(name: string): string {
  return fileURLToPath(new URL(`../scenarios/${name}.ts`, import.meta.url));
}
