import { UserFault } from '../model/scenario/fault.js';
import { readCommandLine } from './command-line.js';
import { exitCode } from './exit-code.js';
import { faultsText } from './faults-text.js';
import { closeIdleThreads } from './replication-threads.js';
import type { Terminal } from './terminal.js';

/**
 * The whole program, in this process: reads the arguments, does what they ask and returns the exit code. It never throws:
 * a user's fault is told without a stack, anything else is a bug and shows its own.
 */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const read = await readCommandLine(argv);
    switch (read.kind) {
      case 'text':
        terminal.stdout.write(`${read.text}\n`);
        return exitCode.done;
      case 'usage':
        terminal.stderr.write(`${read.message}\n`);
        if (asksForJson(argv))
          terminal.stdout.write(`${JSON.stringify({ ok: false, usage: read.message }, null, 2)}\n`);
        return exitCode.usage;
      case 'job':
        return await done(read, terminal);
      default:
        return read satisfies never;
    }
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.stderr.write(
      `This is a bug in garrison, not a fault of yours. Please report it with this text:\n${stack}\n`,
    );
    return exitCode.userFault;
  } finally {
    await closeIdleThreads();
  }
}

/** Told from the words themselves: arguments that cannot be read have no options. */
function asksForJson(argv: readonly string[]): boolean {
  return argv.includes('--json') || argv.includes('--json=true');
}

async function done(
  { job, json }: { readonly job: (terminal: Terminal) => Promise<number>; readonly json: boolean },
  terminal: Terminal,
): Promise<number> {
  try {
    return await job(terminal);
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    terminal.stderr.write(faultsText(error.faults, terminal));
    if (json) terminal.stdout.write(`${JSON.stringify({ ok: false, faults: error.faults }, null, 2)}\n`);
    return exitCode.userFault;
  }
}
