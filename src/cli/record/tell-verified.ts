import { exitCode } from '../exit-code.js';
import type { Terminal } from '../terminal.js';

/** Says whether what was computed again is the same, and gives the exit code. */
export function tellVerified(what: string, differences: readonly string[], { stdout }: Terminal): number {
  stdout.write(
    differences.length === 0
      ? `Verified: ${what}, the same to the last bit.\n`
      : `Not the same: ${what}.\n${differences.map((each) => `  ${each}\n`).join('')}`,
  );
  return differences.length === 0 ? exitCode.done : exitCode.userFault;
}
