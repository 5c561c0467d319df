import process from 'node:process';
import { loadScenario } from '../../dist/cli/load-scenario.js';

/** A scenario file, read as `garrison run` reads it. */
export async function scenarioOf(file) {
  const silent = { write: () => undefined, isTTY: false };
  const { signal } = new globalThis.AbortController();
  const loaded = await loadScenario(
    { file, set: [] },
    { stdout: silent, stderr: silent, env: process.env, cwd: process.cwd(), signal },
  );
  return loaded.compiled;
}
