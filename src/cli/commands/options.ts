import type { Options } from 'yargs';
import { isoDay } from '../../model/scenario/iso-date.js';

// Options that several commands share: one word, one meaning, one description.

export const setOption = {
  describe:
    'Change a number without editing the file: PATH=VALUE, the value read as YAML; may be given again. Kept in the manifest. Default: none',
  type: 'string',
  requiresArg: true,
  coerce: (given: string | readonly string[]) => [given].flat(),
} as const satisfies Options;

export const jsonOption = {
  describe: 'Write one JSON object to stdout, and nothing else there',
  type: 'boolean',
  default: false,
} as const satisfies Options;

export const antitheticOption = {
  describe:
    'Replications in pairs, the second with every draw u of the first as 1 − u: means are often sharper, shares have wider intervals and quantiles none. Even numbers only',
  type: 'boolean',
  default: false,
} as const satisfies Options;

export const fromOption = {
  describe:
    'A saved past, as a file: what happened before its day stands, and replications are its futures. Default: none',
  type: 'string',
  requiresArg: true,
  coerce: oneText('from'),
} as const satisfies Options;

export const recordFileOption = {
  describe:
    'Of a fit or a back-test: the file of its record, where that lies elsewhere now. Default: as the manifest names it',
  type: 'string',
  requiresArg: true,
  coerce: oneText('record'),
} as const satisfies Options;

/** A date of the calendar, given once. */
export function oneDate(name: string) {
  return (given: unknown): string => {
    if (typeof given === 'string' && !Number.isNaN(isoDay(given))) return given;
    const got = Array.isArray(given) ? given.join(' and ') : String(given);
    throw new Error(`--${name} must be a date such as 2020-06-01, given once, got ${got}`);
  };
}

/** A whole number from `least` up, given once. */
export function wholeNumber(name: string, least: number) {
  return (given: unknown): number => {
    if (typeof given === 'number' && Number.isSafeInteger(given) && given >= least) return given;
    const rule = least === -Infinity ? 'a whole number' : `a whole number of at least ${least}`;
    const got = Array.isArray(given) ? given.join(' and ') : String(given);
    throw new Error(`--${name} must be ${rule}, given once, got ${got}`);
  };
}

/** A text given once. */
export function oneText(name: string) {
  return (given: unknown): string => {
    if (typeof given === 'string' && given !== '') return given;
    throw new Error(`--${name} must be given once, got ${Array.isArray(given) ? given.join(' and ') : String(given)}`);
  };
}
