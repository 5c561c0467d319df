import type { Evaluated } from '../../experiment/design/evaluated.js';
import type { Terminal } from '../terminal.js';
import type { DesignWork } from './design-work.js';
import type { LabelledEvaluation } from './place-design.js';
import { runDesign } from './run-design.js';

/** Ctrl-C came before all was evaluated. */
export class Interrupted extends Error {}

/** Evaluates on this machine; what is done is kept in `parent` until it is told to be forgotten. */
export function evaluateHere(
  how: { readonly workers: number | 'auto'; readonly quiet: boolean; readonly parent: string },
  terminal: Terminal,
): { readonly evaluate: (asked: LabelledEvaluation) => Promise<Evaluated>; readonly forget: () => void } {
  const kept: DesignWork[] = [];
  return {
    evaluate: async (asked) => {
      const ran = await runDesign({ ...how, asked }, terminal);
      if (!ran) throw new Interrupted();
      kept.push(ran.work);
      return ran.done;
    },
    forget: () => {
      for (const work of kept) work.remove();
    },
  };
}
