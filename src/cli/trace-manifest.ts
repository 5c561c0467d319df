import type { Picked } from '../experiment/pick-replication.js';
import type { Trace } from '../experiment/trace.js';
import { commandLine } from './command-words.js';
import { engine } from './engine.js';
import type { LoadedScenario } from './load-scenario.js';
import { hostFacts } from './manifest.js';
import type { SharedPast } from './shared-past.js';
import type { TraceOptions } from './trace-options.js';

/** What a trace is made of, so that it can be told again. */
export function traceManifest(of: {
  readonly loaded: LoadedScenario;
  readonly shared: SharedPast | undefined;
  readonly options: TraceOptions;
  readonly trace: Trace;
  readonly picked: Picked | undefined;
  readonly n: number | undefined;
}): object {
  const { loaded, shared, options, trace, picked, n } = of;
  const { scenario } = loaded.compiled;
  return {
    formatVersion: 1,
    kind: 'trace',
    title: scenario.title,
    hash: loaded.hash,
    seed: options.seed,
    replication: trace.replication,
    ...(shared
      ? { past: { ...trace.past, date: shared.date, file: shared.file, fingerprint: shared.fingerprint } }
      : {}),
    ...(picked ? { picked } : {}),
    ...(n === undefined ? {} : { comparedWith: n }),
    garrison: engine().version,
    scenario,
    run: {
      file: options.file,
      set: options.set,
      command: commandText(options, trace.replication),
      node: process.version,
      host: hostFacts(),
    },
  };
}

/** The command that tells this replication again, without picking it anew. */
function commandText({ file, seed, out, from, saveAt, set }: TraceOptions, replication: number): string {
  const words = ['trace', file, '--replication', String(replication), '--seed', String(seed), '--out', out];
  if (from !== undefined) words.push('--from', from);
  if (saveAt !== undefined) words.push('--save-at', saveAt);
  for (const assignment of set) words.push('--set', assignment);
  return commandLine(words);
}
