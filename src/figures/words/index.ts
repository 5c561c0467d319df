import { en } from './en.js';

/** What figures say themselves, in one language; captions and names come with the rows. */
export type Words = typeof en;

/** Every language that figures speak. */
export const words = { en } satisfies Readonly<Record<string, Words>>;

export type Language = keyof typeof words;

export const languages = Object.keys(words).filter((language): language is Language => language in words);
