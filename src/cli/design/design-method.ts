import { z } from 'zod';
import { findBreakEven } from './find-break-even.js';
import { findDiscover } from './find-discover.js';
import { findMorris } from './find-morris.js';
import { findRobustness } from './find-robustness.js';
import { findSobol } from './find-sobol.js';
import { findSweep } from './find-sweep.js';
import { findTornado } from './find-tornado.js';
import { findVoi } from './find-voi.js';
import type { Asked, DesignFinding } from './finding.js';

const size = z.number().int().min(1);

/** A way to ask over uncertain numbers, with its sizes: with the question and the seed it decides every number. */
export const designMethod = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tornado'), size }),
  z.strictObject({ kind: z.literal('morris'), size, inner: size }),
  z.strictObject({ kind: z.literal('sobol'), size, inner: size }),
  z.strictObject({ kind: z.literal('voi'), size, inner: size }),
  z.strictObject({ kind: z.literal('robustness'), states: size, inner: size.min(2) }),
  z.strictObject({ kind: z.literal('sweep'), replications: size, values: size }),
  z.strictObject({ kind: z.literal('break-even'), replications: size }),
  z.strictObject({ kind: z.literal('discover'), when: z.string(), states: size, inner: size }),
]);

export type DesignMethod = z.infer<typeof designMethod>;

/** Whether it is about the choice between any number of scenarios, which a study may name. */
export function isBetweenStrategies({ kind }: DesignMethod): boolean {
  return kind === 'voi' || kind === 'robustness';
}

/** Whether it moves the numbers of a table of draws together, as one. */
export function keepsTablesWhole({ kind }: DesignMethod): boolean {
  return kind === 'sobol';
}

/** Whether it is about all metrics of the question, and not its outcome alone. */
export function isByMetrics({ kind }: DesignMethod): boolean {
  return kind === 'robustness';
}

/** How a method is called for on the command line. */
interface MethodWords {
  /** Names the folder: `sensitivity-tornado`. */
  readonly folder: string;
  readonly command: string;
  /** What decides the numbers beside scenarios, --over, --outcome, --set and the seed. */
  readonly words: readonly string[];
  /** In the name of the folder. */
  readonly size: number;
}

export function methodWords(method: DesignMethod): MethodWords {
  switch (method.kind) {
    case 'tornado':
      return sensitivityWords(method.kind, method.size, []);
    case 'morris':
    case 'sobol':
    case 'voi':
      return sensitivityWords(method.kind, method.size, ['--inner', String(method.inner)]);
    case 'sweep': {
      const { kind, replications, values } = method;
      return {
        folder: kind,
        command: kind,
        words: ['-n', String(replications), '--values', String(values)],
        size: replications,
      };
    }
    case 'break-even': {
      const { kind, replications } = method;
      return { folder: kind, command: kind, words: ['-n', String(replications)], size: replications };
    }
    case 'robustness': {
      const { kind, states, inner } = method;
      return { folder: kind, command: kind, words: ['-n', String(states), '--inner', String(inner)], size: states };
    }
    case 'discover': {
      const { kind, when, states, inner } = method;
      const words = ['--when', when, '-n', String(states), '--inner', String(inner)];
      return { folder: kind, command: kind, words, size: states };
    }
    default:
      return method satisfies never;
  }
}

function sensitivityWords(kind: string, count: number, more: readonly string[]): MethodWords {
  const words = ['--method', kind, '-n', String(count), ...more];
  return { folder: `sensitivity-${kind}`, command: 'sensitivity', words, size: count };
}

/** Asks for the evaluations that a method needs, and reads the answer from them. */
export function findAnswer(method: DesignMethod, asked: Asked): Promise<DesignFinding> {
  switch (method.kind) {
    case 'tornado':
      return findTornado(method.size, asked);
    case 'morris':
      return findMorris(method, asked);
    case 'sobol':
      return findSobol(method, asked);
    case 'voi':
      return findVoi(method, asked);
    case 'robustness':
      return findRobustness(method, asked);
    case 'sweep':
      return findSweep(method, asked);
    case 'break-even':
      return findBreakEven(method.replications, asked);
    case 'discover':
      return findDiscover(method, asked);
    default:
      return method satisfies never;
  }
}
