import type { Results } from '../experiment/results.js';
import type { SummaryRow } from '../experiment/summarise.js';
import { sincePast, type SinceRow } from '../experiment/since-past.js';
import { longDate } from '../model/scenario/iso-date.js';
import { centralIntervals } from '../stats/index.js';
import { figure } from './number-text.js';
import { sharedPastSentence, type SharedPast } from './shared-past.js';
import { textTable } from './text-table.js';
import { wrapWords } from './wrap-words.js';

const width = 100;

const labels: Readonly<Record<string, string>> = {
  attacks: 'attacks',
  personAttacks: 'person-attacks',
  personAttacksPer1000PersonDays: '  per 1,000 person-days',
  killed: 'killed',
  wounded: 'wounded',
};
const order = Object.keys(labels);

interface Run {
  readonly results: Results;
  readonly summary: readonly SummaryRow[];
}

/** What a card says of a past: whose it is, where it leaves the world, and what came after it. */
export function pastText(run: Run, shared: SharedPast): string {
  const rows = sincePast(run, shared.taken)
    .sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
    .map(cellsOf);
  const head = [`since ${longDate(shared.date)}`, 'mean', '95 % of the mean', 'median', '80 % of futures'];
  return [
    ...wrapWords(
      `Past: ${sharedPastSentence(shared)} All numbers above are of the whole period, the past included.`,
      width,
    ),
    ...wrapWords(shared.words.join(' '), width),
    '',
    textTable([head, ...rows], [1, 2, 3, 4]),
  ].join('\n');
}

function cellsOf({ outcome, statistic, values, estimate }: SinceRow): string[] {
  const { value, low, high } = estimate;
  const interval = Number.isNaN(low) || Number.isNaN(high) ? 'no interval' : `${figure(low)} to ${figure(high)}`;
  const { median, q10, q90 } = centralIntervals(values);
  const spread = statistic === 'mean' ? [figure(median), `${figure(q10)} to ${figure(q90)}`] : ['', ''];
  return [labels[outcome] ?? outcome, figure(value), interval, ...spread];
}

/** The same for another program. */
export function pastJson(run: Run, { past, date, file, fingerprint, words, taken }: SharedPast): object {
  return {
    seed: past.seed,
    replication: past.replication,
    day: date,
    file,
    fingerprint,
    words,
    totals: taken.totals,
    since: sincePast(run, taken).map(({ outcome, statistic, estimate }) => ({ outcome, statistic, ...estimate })),
  };
}
