import type { Caption } from './caption.js';

/** What a design was asked, as its figures and texts say it. */
export interface DesignAbout {
  /** "person-attacks", or "person-attacks, leave minus stay". */
  readonly answer: string;
  /** Title of the scenario, or of the two. */
  readonly study: string;
  /** How it was made: "33 numbers at 3 values, 500 replications each, seed 1". */
  readonly origin: string;
  /** A number, or a group of them, as a reader says it. */
  readonly nameOf: (input: string) => string;
}

/** The caption of one figure of a design: its subject as title, then the study, how to read it, and how it was made. */
export function designCaption(
  { study, origin }: DesignAbout,
  about: { readonly title: string; readonly reading: readonly string[]; readonly finding: string },
): Caption {
  const { title, reading, finding } = about;
  const made = `${origin}. Model output, not observation.`;
  return {
    title,
    subtitle: [study, ...reading, made],
    alt: [`${title}.`, `${study}.`, finding, ...reading, made].join(' '),
  };
}

/** A text as it begins a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A number with its sign. */
export function signedText(value: number, text: (value: number) => string): string {
  return value < 0 ? `−${text(-value)}` : value > 0 ? `+${text(value)}` : '0';
}

/** The same inside a line. */
export function uncapital(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
