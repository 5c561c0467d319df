import { countText } from '../tables/number-text.js';
import type { Trace } from '../trace.js';
import type { Element } from './elements.js';
import type { Presence } from './presence.js';
import { addCounts, capitalised, people, spelled, type Words } from './words.js';

interface MoveScene {
  readonly trace: Trace;
  readonly words: Words;
  readonly presence: Presence;
}

/** People who go by one order: how many, whose, whence and whither, and who stays. */
export function moveWords({ rows }: Element, { trace, words, presence }: MoveScene): string {
  const told = rows.flatMap((index) => trace.rows[index] ?? []);
  const departures = told.filter(({ kind }) => kind === 'departure');
  const [first] = departures;
  if (!first) {
    const [asked] = told;
    return `People at ${words.base(asked?.base)} wait for lift, and do not leave before the end.`;
  }
  const persons = departures.reduce((sum, row) => sum + (row.persons ?? 0), 0);
  const who = people(persons, addCounts(departures.map(({ personsOf }) => personsOf)), words);
  const way = first.byRoad ? 'by road' : 'by air';
  const where =
    first.toBase === 'home'
      ? `leave ${words.base(first.base)} for home ${way}`
      : `go from ${words.base(first.base)} to ${words.base(first.toBase)} ${way}`;
  const stay = stayWords(rows, first.base ?? '', { trace, presence });
  const waited = longestWait(told);
  const lift = waited >= 1 ? `, after waiting up to ${countText(Math.round(waited))} days for lift` : '';
  return `${capitalised(who)} ${where}${lift}${stay}.${byRule(first.order, first.name, trace)}`;
}

/** How many stay at a base that an order took people from; nothing where other orders moved people meanwhile. */
function stayWords(
  rows: readonly number[],
  base: string,
  { trace, presence }: { readonly trace: Trace; readonly presence: Presence },
): string {
  const departures = rows.filter((index) => trace.rows[index]?.kind === 'departure');
  const [from, to] = [departures[0] ?? 0, departures.at(-1) ?? 0];
  const isMixed = trace.rows
    .slice(from, to + 1)
    .some(
      (row, i) =>
        !departures.includes(from + i) &&
        ((row.kind === 'departure' && row.base === base) || (row.kind === 'arrival' && row.toBase === base)),
    );
  const left = presence.atBase(base, to);
  if (left === 0) return '; nobody stays';
  return isMixed ? '' : `; ${countText(left)} ${left === 1 ? 'stays' : 'stay'}`;
}

/** Longest time from asking for lift to leaving; groups of one order leave in the order in which they asked. */
function longestWait(rows: readonly { readonly kind: string; readonly day: number }[]): number {
  const asked = rows.filter(({ kind }) => kind === 'waitsForLift');
  const left = rows.filter(({ kind }) => kind === 'departure');
  return asked.reduce((most, { day }, i) => Math.max(most, (left[i]?.day ?? day) - day), 0);
}

/** Orders beyond the plan are those of rules, named after them. */
function byRule(order: number | undefined, name: string | undefined, { compiled }: Trace): string {
  if (order === undefined || order < compiled.plan.length) return '';
  const rule = compiled.rules.find((candidate) => name?.startsWith(`${candidate.name}: `));
  return rule ? ` The rule “${rule.name}” had decided it.` : '';
}

/** People who arrive from outside, at once or in steps, or who come back. */
export function arrivalWords({ kind, rows, first }: Element, { trace, words }: MoveScene): string {
  const told = rows.flatMap((index) => trace.rows[index] ?? []);
  const persons = told.reduce((sum, row) => sum + (row.persons ?? 0), 0);
  if (persons === 0)
    return kind === 'return'
      ? `Nobody returns to ${words.base(first.toBase)}, for nobody had left.`
      : `Nobody arrives at ${words.base(first.toBase)}, though planned.`;
  const who = people(persons, addCounts(told.map(({ personsOf }) => personsOf)), words);
  return `${capitalised(who)} ${kind === 'return' ? 'return to' : 'arrive at'} ${words.base(first.toBase)}.`;
}

/** A base that is no longer the foreign personnel's. */
export function handOverWords({ first }: Element, { trace, words }: MoveScene): string {
  const base = capitalised(words.base(first.base));
  if (first.kind === 'closure') return `${base} is given up.`;
  const item = trace.compiled.scenario.plan[first.order ?? -1];
  const heir = item && 'handOver' in item && item.handedTo !== undefined ? ` to ${item.handedTo}` : '';
  return `${base} is handed over${heir}.`;
}

/** Routine supply of one month, its convoys counted and not told one by one. */
export function supplyWords({ rows }: Element, { trace }: MoveScene): string {
  const out = rows.filter((index) => trace.rows[index]?.kind === 'supplySetOut').length;
  if (out === 0) return 'No supply convoy sets out; the last of the month before come back.';
  return `${capitalised(spelled(out))} supply ${out === 1 ? 'convoy sets' : 'convoys set'} out in the month.`;
}
