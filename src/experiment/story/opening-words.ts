import type { Happening } from '../../model/happening.js';
import { longDate } from '../../model/scenario/iso-date.js';
import { countText, counted } from '../tables/number-text.js';
import type { Trace } from '../trace.js';
import { BEFORE, type Presence } from './presence.js';
import { strikeName } from './turn-words.js';
import { capitalised, listed, spelled, type Words } from './words.js';
import { worldWords } from './world-words.js';

const mostNamed = 3;

/** What is told before the first month: what this is, which world it is, who is where, and what still echoes. */
export function openingWords(
  trace: Trace,
  about: { readonly words: Words; readonly presence: Presence; readonly strikesBefore: readonly Happening[] },
): string[] {
  const { compiled, replication, seed } = trace;
  const { start, end } = compiled.scenario;
  return [
    `One possible future, from ${longDate(start)} to ${longDate(end)}: replication ${countText(replication)} of seed ${seed}. ` +
      'Model output, not observation, and one draw of chance among many: nothing in it is a forecast.',
    worldWords(trace),
    [startWords(trace, about.presence, about.words), echoWords(trace, about)].filter((text) => text !== '').join(' '),
  ];
}

function startWords({ compiled }: Trace, presence: Presence, words: Words): string {
  const there = compiled.baseKeys
    .map((key) => ({ name: words.base(key), persons: presence.atBase(key, BEFORE) }))
    .filter(({ persons }) => persons > 0)
    .sort((a, b) => b.persons - a.persons);
  const persons = there.reduce((sum, base) => sum + base.persons, 0);
  if (persons === 0) return 'At the start nobody is there.';
  const named = there.slice(0, mostNamed).map((base) => `${base.name} (${countText(base.persons)})`);
  const most = there.length > mostNamed ? `, most of them at ${listed(named)}` : `: ${listed(named)}`;
  return `At the start ${countText(persons)} ${persons === 1 ? 'person is' : 'people are'} at ${counted(there.length, 'base')}${most}.`;
}

function echoWords(
  { compiled }: Trace,
  { words, strikesBefore }: { readonly words: Words; readonly strikesBefore: readonly Happening[] },
): string {
  const attacks = compiled.history.attacks.length;
  const strikes = [...strikesBefore]
    .sort((a, b) => a.day - b.day)
    .map((row) => `${words.date(row.day)}${strikeName(row)}`);
  const before = [
    ...(attacks > 0 ? [`${spelled(attacks)} ${attacks === 1 ? 'attack' : 'attacks'} of the record`] : []),
    ...(strikes.length > 0 ? [`${strikes.length === 1 ? 'the strike' : 'the strikes'} of ${listed(strikes)}`] : []),
  ];
  if (before.length === 0) return '';
  return `${capitalised(listed(before))} came before, and may still provoke attacks.`;
}
