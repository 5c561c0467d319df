import type { Terminal } from '../terminal.js';
import type { Step } from './calibration.js';

/** Ctrl-C came between two steps. */
export class Interrupted extends Error {}

/** Says what is being done where somebody watches, and lets Ctrl-C in between two steps. */
export function openSteps(
  { quiet }: { readonly quiet: boolean },
  { stderr, signal }: Terminal,
): { readonly step: Step; readonly end: () => void } {
  const shows = !quiet && stderr.isTTY;
  return {
    step: async (doing) => {
      // Signals are heard between two turns of the loop only.
      await new Promise((resume) => setImmediate(resume));
      if (signal.aborted) throw new Interrupted();
      if (shows) stderr.write(`\r${doing} …\u001b[K`);
    },
    end: () => {
      if (shows) stderr.write('\r\u001b[K');
    },
  };
}
