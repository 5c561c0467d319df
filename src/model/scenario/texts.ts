import { z } from 'zod';
import { isoDay } from './iso-date.js';

/** A text that says something. */
export function text(about: string) {
  return z.string({ error: 'must be a text' }).min(1, { error: 'must not be empty' }).describe(about);
}

/** A date of the calendar as YYYY-MM-DD. */
export function day(about: string) {
  return z
    .string({ error: 'must be a date like 2020-03-16' })
    .refine((value) => !Number.isNaN(isoDay(value)), { error: 'must be a date of the calendar like 2020-03-16' })
    .describe(about);
}

/** A key that names an entity: it stands in parameter paths and stream names. */
export function key(what: string) {
  return z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_-]*$/, { error: `must be a ${what} key: a letter, then letters, digits, _ or -` });
}

/** Told instead of the length of a text. */
export const emptySource = 'must not be empty; leave it out where there is none: the number is then "assumed"';

export const source = z
  .string()
  .min(1, { error: emptySource })
  .optional()
  .describe('Where this comes from: a row of data/, a document. Without one it is "assumed".');
