import { setFlagsFromString } from 'node:v8';
import type { Terminal } from './terminal.js';

/**
 * V8 compiles anew, on threads of its own, what has run for about a millisecond. Of reading, drawing and writing, which run
 * most of their code a few times, that took as much processor time as the work itself: for them it waits this many times as
 * long. What is compiled already stays so, and no result depends on it.
 */
const later = 9;
/** V8's own measure of how long that is. */
const usualBudget = 66 * 1024;

/** For what runs but a few times. Only in a process that is this program's alone. */
export function compileLate({ program }: Terminal): void {
  if (program !== undefined) setFlagsFromString(`--interrupt-budget=${later * usualBudget}`);
}

/** For replications, if there are many. */
export function compileSoon({ program }: Terminal): void {
  if (program !== undefined) setFlagsFromString(`--interrupt-budget=${usualBudget}`);
}
