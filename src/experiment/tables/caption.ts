import { outcome, type Results } from '../results.js';
import { counted, countText } from './number-text.js';

/** What stands over a figure, and what is read aloud in its place. */
export interface Caption {
  readonly title: string;
  readonly subtitle: readonly string[];
  /** For those who cannot see the figure: what it shows, and its main numbers. */
  readonly alt: string;
}

/**
 * The caption of one figure: its subject as title, then scenario, how to read it, and how it was made. `reading` says
 * what the intervals mean; `finding` are the main numbers, in sentences. `first` tells how many replications a figure
 * rests on that does not rest on all.
 */
export function captionOf(
  results: Results,
  about: {
    readonly title: string;
    readonly reading: readonly string[];
    readonly finding: string;
    readonly first?: number | undefined;
  },
): Caption {
  const { scenario, n, seed, failures } = results;
  const failed = failures.length === 0 ? '' : ` (${counted(failures.length, 'other')} failed)`;
  const of = about.first !== undefined && about.first < n ? `First ${countText(about.first)} of ` : '';
  const origin = `${of}${counted(n, 'replication')}${failed}, seed ${seed}. Model output, not observation.`;
  const capped = cappedText(results);
  const notes = [...about.reading, ...(capped === '' ? [] : [capped])];
  return {
    title: about.title,
    subtitle: [scenario.title, ...notes, origin],
    alt: [`${about.title}.`, `${scenario.title}.`, about.finding, ...notes, origin].join(' '),
  };
}

function cappedText(results: Results): string {
  if (!results.columns.some(({ name }) => name === 'capped')) return '';
  const capped = outcome(results, 'capped').filter((value) => value > 0).length;
  if (capped === 0) return '';
  return `${counted(capped, 'replication')} reached the cap on events and ended early: their counts are lower bounds.`;
}
