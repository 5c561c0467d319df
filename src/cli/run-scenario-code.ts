import { mkdirSync, accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { UserFault } from '../model/scenario/fault.js';
import { compiledFile } from './engine.js';
import type { CodeAnswer, CodeOrder } from './scenario-code-worker.js';
import type { Terminal } from './terminal.js';

interface File {
  readonly path: string;
  /** The file as the user named it. */
  readonly name: string;
}

/**
 * Runs a scenario file that is code in a thread of its own, and gives the plain data that it exports. What it prints goes
 * to stderr, so that stdout stays the result's.
 * @throws UserFault where it fails, exports no plain data, or takes longer than its limit.
 */
export async function runScenarioCode({ path, name }: File, terminal: Terminal): Promise<unknown> {
  const seconds = terminal.loadLimitSeconds ?? 20;
  const order: CodeOrder = { path, name, cache: cacheFolder(terminal.env) };
  const worker = new Worker(compiledFile('cli/scenario-code-worker.js'), {
    workerData: order,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  for (const stream of [worker.stdout, worker.stderr])
    stream.on('data', (text: Buffer) => {
      terminal.stderr.write(text.toString());
    });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<CodeAnswer>((answered) => {
      const fault = (rule: string, hint?: string): void => {
        answered({ kind: 'faults', faults: [{ path: name, rule, hint }] });
      };
      worker.once('message', (message: CodeAnswer) => {
        answered(message);
      });
      worker.once('error', (error: Error) => {
        fault(`must load without an error, but it failed: ${error.message}`);
      });
      worker.once('exit', () => {
        fault('must export its scenario, but it ended before that', 'does it wait for something, or end the process?');
      });
      timer = setTimeout(() => {
        fault(`must load within ${seconds} seconds, but it was still running`, 'does it loop for ever?');
      }, 1000 * seconds);
    });
    if (answer.kind === 'faults') throw new UserFault(answer.faults);
    return answer.input;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** A folder of this user for translated files; never one shared with others, who could put code there. */
function cacheFolder(env: Terminal['env']): string | undefined {
  const folder = join(env['XDG_CACHE_HOME'] || join(env['HOME'] || homedir(), '.cache'), 'garrison');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return undefined;
  }
}
