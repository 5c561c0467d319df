import type { Caption } from '../../experiment/tables/caption.js';

/** What stands under every figure of a record, a fit or a back-test. */
export interface CalibrationAbout {
  /** Whose record, counted how: "Attacks on bases and the embassy zone, 28 October 2019 to 31 December 2020: 64." */
  readonly record: string;
  /** How it was made: "500 posterior draws, 5 ways of breaking ties, seed 1". */
  readonly origin: string;
}

/** The caption of one figure: its subject as title, then the record, how to read it, and how it was made. */
export function calibrationCaption(
  { record, origin }: CalibrationAbout,
  about: { readonly title: string; readonly reading: readonly string[]; readonly finding: string },
): Caption {
  const { title, reading, finding } = about;
  const made = `${origin}. Model output beside what was observed.`;
  return {
    title,
    subtitle: [record, ...reading, made],
    alt: [`${title}.`, record, finding, ...reading, made].join(' '),
  };
}
