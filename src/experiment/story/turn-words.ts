import type { Slot } from '../../model/compile.js';
import type { Happening } from '../../model/happening.js';
import { countText, numberText } from '../tables/number-text.js';
import type { Trace } from '../trace.js';
import { capitalised, listed, spelled, type Words } from './words.js';

// What turns the course of a replication and is neither an attack nor a move: strikes, regimes, branch points, rules.

/** What a rule decides, after "On this": "a strike is decided (rule “retaliate”)". */
export function actionWords({ name, action }: Happening, { compiled }: Trace, words: Words): string {
  const rule = compiled.rules.find((candidate) => candidate.name === name);
  const who = rule && rule.contingent >= 0 ? words.contingent(compiled.contingentKeys[rule.contingent]) : 'people';
  const decided: Readonly<Record<string, string>> = {
    strike: 'a strike is decided',
    leave: `the departure of ${who} is decided`,
    halve: `the departure of half of ${who} is decided`,
    relocate: `the relocation of ${who} is decided`,
    pause: `a pause in the training of ${who} is decided`,
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
    case 'rule':
      return `${capitalised(actionWords(row, trace, words))}, after days without a strike.`;
    case 'regime':
      return regimeWords(row, trace);
    case 'regimeEnd':
      return `The end of ${quoted(name)}.`;
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
      return `Training of ${words.contingent(row.contingent)} stops for ${days('pause')}${ruled}.`;
    case 'hold':
      return `Arrivals that have not begun come ${days('hold')} later${ruled}.`;
    default:
      return `${capitalised(row.kind)}: ${name}.`;
  }
}

function regimeWords({ name = '', day }: Happening, { compiled, values }: Trace): string {
  const gate = gateOf(name, compiled);
  const value = gate === undefined ? NaN : (values[gate] ?? NaN);
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
  return `${begins} ${quoted(name)}${effect}.`;
}

/** Slot of the gate of a regime, a truce that a rule brought, or a state of a chain, by the name its row has. */
function gateOf(name: string, { regimes, rules, chains }: Trace['compiled']): Slot | undefined {
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
