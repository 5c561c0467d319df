import type { PrecisionTarget } from '../stats/index.js';

/** What `--precision` was given, and what it says. */
export interface PrecisionOption {
  readonly text: string;
  readonly asked: readonly {
    /** Undefined stands for the headline outcomes. */
    readonly outcome: string | undefined;
    readonly target: PrecisionTarget;
  }[];
}

/** Reads what `--precision` was given. Throws Error where it cannot be read. */
export function parsePrecision(given: unknown): PrecisionOption {
  if (typeof given !== 'string')
    throw new Error(`--precision must be given once, got ${[given].flat().map(String).join(' and ')}`);
  const read = readPrecision(given);
  if (!read) throw new Error(`--precision ${precisionRule}, got ${given === '' ? 'nothing' : given}`);
  return read;
}

/** What a precision must be. */
export const precisionRule =
  'must be a share such as 5%, or outcomes, each once, with their own such as killed=0.1,personAttacks=5%';

/**
 * Reads `5%`, which is meant for the headline outcomes, or `killed=0.1,personAttacks=5%`: a share of the value, or a
 * half-width in the outcome's own unit. Undefined where it cannot be read.
 */
export function readPrecision(given: string): PrecisionOption | undefined {
  const parts = given.split(',').map((part) => part.trim());
  const bare = parts.length === 1 && !given.includes('=');
  const asked = parts.flatMap((part) => {
    const equals = part.lastIndexOf('=');
    const outcome = part.slice(0, Math.max(0, equals)).trim();
    const target = targetOf(part.slice(equals + 1).trim());
    // One half-width for all headline outcomes would mean something else for each.
    if (!target || (bare ? target.kind === 'absolute' : outcome === '')) return [];
    return [{ outcome: bare ? undefined : outcome, target }];
  });
  const isClear = asked.length === parts.length && new Set(asked.map(({ outcome }) => outcome)).size === asked.length;
  if (!isClear) return undefined;
  return { text: given, asked };
}

function targetOf(text: string): PrecisionTarget | undefined {
  const [, digits = '', sign = ''] = /^(\d*\.?\d+(?:e-?\d+)?)\s*(%?)$/i.exec(text) ?? [];
  const size = Number(digits) / (sign === '' ? 1 : 100);
  if (digits === '' || !(size > 0 && size < Infinity)) return undefined;
  return sign === '' ? { kind: 'absolute', halfWidth: size } : { kind: 'relative', share: size };
}
