import type { Slot } from '../../model/compile.js';
import type { Happening } from '../../model/happening.js';
import { countText, numberText } from '../tables/number-text.js';
import type { Trace } from '../trace.js';
import { capitalised, listed, spelled, type Words } from './words.js';

// What turns the course of a replication and is neither an attack nor a move: strikes, regimes, branch points, rules.

/** What rules decided, a sentence each: what is done at once is told instead of its decision. */
export function decisionWords(
  indices: readonly number[],
  { trace, words, lead }: { readonly trace: Trace; readonly words: Words; readonly lead: string },
): string[] {
  const rows = indices.flatMap((index) => trace.rows[index] ?? []);
  const done = new Set(rows.filter(({ kind }) => kind !== 'rule').map(({ name }) => name));
  return rows.flatMap((row) => {
    if (row.kind !== 'rule') return [turnWords(row, trace, words)];
    return done.has(row.name) ? [] : [`${capitalised(`${lead}${actionWords(row, trace, words)}`)}.`];
  });
}

/** What a rule decides, after "On this": "a strike is decided (rule “retaliate”)". */
function actionWords({ name, action }: Happening, { compiled }: Trace, words: Words): string {
  const rule = compiled.rules.find((candidate) => candidate.name === name);
  const who = rule && rule.contingent >= 0 ? words.contingent(compiled.contingentKeys[rule.contingent]) : 'somebody';
  const decided: Readonly<Record<string, string>> = {
    strike: 'a strike is decided',
    leave: `${who} decides to leave`,
    halve: `${who} decides to send half of its people home`,
    relocate: `${who} decides to relocate`,
    pause: `${who} decides to pause training`,
    hold: 'it is decided to put off arrivals',
    harden: 'better protection is decided',
    truce: 'a truce is agreed',
  };
  return `${decided[action ?? ''] ?? `${action ?? 'something'} is decided`} (rule “${name ?? ''}”)`;
}

/** A strike: its name by date, or the rule and the day of its decision; and how many attacks are put down to it. */
export function strikeWords(
  row: Happening,
  { trace, words, followers }: { readonly trace: Trace; readonly words: Words; readonly followers: number },
): string {
  const decided = trace.rows.findLast(
    ({ kind, name, action, day }) => kind === 'rule' && name === row.name && action === 'strike' && day <= row.day,
  );
  const what = decided
    ? `A strike, decided on ${words.date(decided.day)} (rule “${row.name ?? ''}”).`
    : `A strike${strikeName(row)}.`;
  const after =
    followers === 0
      ? 'No attack is put down to it.'
      : `${capitalised(spelled(followers))} ${followers === 1 ? 'attack most likely answers' : 'attacks most likely answer'} it.`;
  return `${what} ${after}`;
}

/** " (five weapons sites)" of a strike that has a name of its own. */
export function strikeName(row: Happening | undefined): string {
  return row?.name === undefined || /^strike of \d{4}-/.test(row.name) ? '' : ` (${row.name})`;
}

/** Every other turn, by the kind of its row. */
export function turnWords(row: Happening, trace: Trace, words: Words): string {
  const { compiled, values } = trace;
  const name = row.name ?? '';
  const rule = compiled.rules.find((candidate) => candidate.name === name);
  const ruled = rule ? ` (rule “${name}”)` : '';
  const days = (kind: 'pause' | 'hold'): string => {
    const action = rule?.actions.find((candidate) => candidate.kind === kind);
    return action && 'forDays' in action ? `${countText(Math.round(values[action.forDays] ?? NaN))} days` : 'some days';
  };
  switch (row.kind) {
    case 'regime':
      return regimeWords(row, trace);
    case 'regimeEnd':
      return rule ? `The truce ends${ruled}.` : `${quoted(name)} ends.`;
    case 'truceBroken':
      return `The strike breaks the truce${ruled}.`;
    case 'branch':
      return branchWords(name, trace);
    case 'announcement':
      return `It is announced that ${countText(row.persons ?? 0)} people will leave ${words.base(row.base)} for ${words.base(row.toBase)}.`;
    case 'airDefence':
      return `Air defence is in place at ${words.base(row.base)}.`;
    case 'hardening':
      return rule
        ? `Protection at ${words.base(row.base)} is raised${ruled}.`
        : `Protection at ${words.base(row.base)} changes, as planned.`;
    case 'pause':
      return `${words.contingent(row.contingent)} stops training for ${days('pause')}${ruled}.`;
    case 'hold':
      return isAnyoneToCome(row, trace)
        ? `Arrivals that have not begun come ${days('hold')} later${ruled}.`
        : `Arrivals would be put off, but none is left to begin${ruled}.`;
    default:
      return `${capitalised(row.kind)}: ${name}.`;
  }
}

/** Whether an arrival of the plan has not begun. */
function isAnyoneToCome(hold: Happening, { compiled, rows }: Trace): boolean {
  const before = rows.slice(0, rows.indexOf(hold));
  return compiled.plan.some(
    (item, order) =>
      item.kind === 'arrival' &&
      !before.some((row) => row.kind === 'arrival' && row.order === order && item.day < hold.day),
  );
}

function regimeWords({ name = '', day }: Happening, { compiled, values }: Trace): string {
  const gate = gateOf(name, compiled);
  const value = gate === undefined ? NaN : (values[gate] ?? NaN);
  const isTruce = compiled.rules.some((rule) => rule.name === name);
  const what = isTruce ? `a truce (rule ${quoted(name)})` : quoted(name);
  const begins = day === 0 ? 'From the start there is' : 'Now begins';
  const effect = Number.isNaN(value)
    ? ''
    : value === 0
      ? ': attacks cease while it holds'
      : value < 1
        ? `: attack rates fall to ${String(Number((100 * value).toPrecision(2)))} % of what they would be`
        : value > 1
          ? `: attack rates rise to ${numberText(value)} times what they would be`
          : ': attack rates are as usual';
  return `${begins} ${what}${effect}.`;
}

/** Slot of the gate of a regime, a truce that a rule brought, or a state of a chain, by the name its row has. */
export function gateOf(name: string, { regimes, rules, chains }: Trace['compiled']): Slot | undefined {
  const truce = rules.find((rule) => rule.name === name)?.actions.find((action) => action.kind === 'truce');
  const state = chains.flatMap((chain) =>
    chain.states.map(({ key, gate }) => ({ name: `${chain.name}: ${key}`, gate })),
  );
  return (
    regimes.find((regime) => regime.name === name)?.gate ??
    truce?.gate ??
    state.find((known) => known.name === name)?.gate
  );
}

function branchWords(told: string, { compiled }: Trace): string {
  const branch = compiled.scenario.branches.find(
    ({ name }) => told === `${name}: then` || told === `${name}: otherwise`,
  );
  if (!branch) return `${capitalised(told)}.`;
  const side = told.endsWith(': then') ? branch.then : branch.otherwise;
  const comes = listed([...side.regimes, ...side.plan].map(quoted));
  return `It is decided: ${quoted(branch.name)} ${told.endsWith(': then') ? 'comes about' : 'does not come about'}${comes === '' ? '' : `, and with it ${comes}`}.`;
}

function quoted(name: string): string {
  return `“${name}”`;
}
