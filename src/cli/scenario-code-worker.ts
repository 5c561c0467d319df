import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type * as Jiti from 'jiti';
import * as garrison from '../index.js';
import type { Fault } from '../model/scenario/fault.js';
import { plainDataFaults } from '../model/scenario/plain-data.js';

// Runs in a thread of its own: a scenario file is somebody's code.

export interface CodeOrder {
  readonly path: string;
  /** The file as the user named it. */
  readonly name: string;
  /** Folder for translated files; none where nothing can be kept. */
  readonly cache: string | undefined;
}

export type CodeAnswer =
  { readonly kind: 'data'; readonly input: unknown } | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

// Imported, it would be searched for its exports first, for as long as it takes to load.
const { createJiti }: typeof Jiti = createRequire(import.meta.url)('jiti');

const order: CodeOrder = workerData;
parentPort?.postMessage(await answer(order));

async function answer({ path, name, cache }: CodeOrder): Promise<CodeAnswer> {
  const fault = (rule: string, hint?: string): CodeAnswer => ({ kind: 'faults', faults: [{ path: name, rule, hint }] });
  // `import … from 'garrison'` means the running build, also in a folder that has no package of that name.
  const jiti = createJiti(path, {
    fsCache: cache ?? false,
    interopDefault: false,
    virtualModules: { garrison },
  });
  let exported: { readonly default?: unknown };
  try {
    exported = await jiti.import(path);
  } catch (error) {
    return { kind: 'faults', faults: [errorFault(error, { path, name })] };
  }
  const input: unknown = exported.default;
  const example = 'write export default defineScenario({ … })';
  if (input === undefined) return fault('must export its scenario as default', example);
  if (typeof input === 'function') return fault('must export the scenario itself, not a function', example);
  if (input instanceof Promise) return fault('must export the scenario itself, not a promise', example);
  if (input === null || typeof input !== 'object') return fault('must export a scenario, an object', example);
  const faults = plainDataFaults(input);
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'data', input };
}

/** What went wrong in a user's file: the message and the line of the file, without the rest of the stack. */
function errorFault(error: unknown, file: { readonly path: string; readonly name: string }): Fault {
  const message = error instanceof Error ? error.message : String(error);
  const nameOf = (path: string): string => (path === file.path ? file.name : path);
  const syntax = /^ParseError:\s*(.*?)\s*\n\s*(.+):(\d+):(\d+)/s.exec(message);
  if (syntax) {
    const [, reason = '', path = '', line = ''] = syntax;
    const what = reason.trim() === 'Unexpected token' ? 'a sign that does not belong there' : reason;
    return { path: `${nameOf(path)}:${line}`, rule: `must be TypeScript that can be read: ${what}` };
  }
  const [summary = ''] = message.split('\n');
  const missing = /^Cannot find (?:module|package) '(.+?)'/.exec(summary);
  if (missing) return { path: file.name, rule: `must import only what exists, but there is no ${missing[1] ?? ''}` };
  const frames = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  const places = frames.map((frame) => /(?:\(|at |file:\/\/)(\/[^()]*|[A-Z]:[^()]*?):(\d+):\d+\)?$/.exec(frame));
  const place = places.find((match) => match && !/[/\\]node_modules[/\\]|^node:/.test(match[1] ?? ''));
  const at = place ? `${nameOf(place[1] ?? '')}:${place[2] ?? ''}` : file.name;
  return { path: at, rule: `must load without an error, but it threw: ${summary}` };
}
