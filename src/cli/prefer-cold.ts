import { setFlagsFromString } from 'node:v8';

/**
 * For what comes after the replications. V8 compiles anew, on threads of its own, what has run for about a millisecond; of
 * drawing and writing, which run most of their code a few times, that took as much processor time as the work itself. It now waits
 * nine times as long. What is compiled already stays so, and no result depends on it.
 */
export function preferCold(): void {
  setFlagsFromString('--interrupt-budget=600000');
}
