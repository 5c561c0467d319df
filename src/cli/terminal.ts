import { createColors } from 'picocolors';

/** Where text goes. */
export interface Output {
  readonly write: (text: string) => void;
  /** Somebody watches: live lines and colours make sense. */
  readonly isTTY: boolean;
  readonly columns?: number | undefined;
}

/** What a command may touch of the world outside. It is handed in, so that a test runs a command in its own process. */
export interface Terminal {
  /** Carries the result, and with `--json` nothing but JSON. */
  readonly stdout: Output;
  /** Carries progress, faults and remarks. */
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder from which relative paths are read. */
  readonly cwd: string;
  /** Path by which the program was started, as the shell found it. */
  readonly program?: string;
  /** Aborted by Ctrl-C: what is finished is kept. */
  readonly signal: AbortSignal;
  /** Longest time that a scenario file which is code may take to load; 20 without it. */
  readonly loadLimitSeconds?: number;
  /** Shortest time after which work that is done so far is kept on disk; 4 without it. */
  readonly keepWorkAfterSeconds?: number;
}

/** Colours where somebody watches and has not asked for none (https://no-color.org). */
export function coloursOf(output: Output, env: Terminal['env']) {
  // Exactly true: a stream that is no terminal has no isTTY at all, and undefined would let the library decide by its own lights.
  return createColors(output.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb');
}
