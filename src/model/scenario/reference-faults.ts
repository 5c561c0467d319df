import { didYouMean } from './did-you-mean.js';
import type { Fault } from './fault.js';
import { isoDay } from './iso-date.js';
import { ruleReferenceFaults } from './rule-reference-faults.js';

/** Where a personnel move ends that leaves the theatre. */
export const HOME = 'home';
/** The name under which strikes stand among the sources of an actor's branching. */
export const STRIKES = 'strikes';

/** The mode of attack of a scenario that names none. */
export const defaultMode = 'rocket';

type Kind = 'base' | 'contingent' | 'actor' | 'mode';

/**
 * Faults that only show when the parts of a scenario are held against each other: names, dates, reserved words. Reads the
 * input as it was written, so that they are told beside the faults of form; what has the wrong form is passed over here.
 */
export function referenceFaults(input: unknown): Fault[] {
  const faults: Fault[] = [];
  const known: Record<Kind, readonly string[]> = {
    base: keysOf(field(input, 'bases')),
    contingent: keysOf(field(input, 'contingents')),
    actor: keysOf(field(input, 'actors')),
    mode: modeKeys(input),
  };
  const [start, end] = [dayOf(field(input, 'start')), dayOf(field(input, 'end'))];

  const named = (kind: Kind, name: unknown, path: string, also: readonly string[] = []): void => {
    const names = [...known[kind], ...also];
    if (typeof name !== 'string' || names.includes(name)) return;
    faults.push({
      path,
      value: name,
      rule: `must name ${kind === 'actor' ? 'an' : 'a'} ${kind} of this scenario`,
      hint: didYouMean(name, names),
    });
  };
  const within = (date: unknown, path: string): void => {
    const day = dayOf(date);
    if (day < start || day > end) {
      faults.push({
        path,
        value: date,
        rule: `must lie between start ${String(field(input, 'start'))} and end ${String(field(input, 'end'))}`,
      });
    }
  };
  const notBefore = (later: unknown, path: string, earlier: unknown, what: string): void => {
    if (dayOf(later) < dayOf(earlier))
      faults.push({ path, value: later, rule: `must not be before ${what} ${String(earlier)}` });
  };
  const reserved = (kind: Kind, name: string, why: string): void => {
    if (known[kind].includes(name)) faults.push({ path: `${kind}s.${name}`, rule: `must have another key: ${why}` });
  };

  notBefore(field(input, 'end'), 'end', field(input, 'start'), 'start');
  for (const kind of ['base', 'contingent', 'actor', 'mode'] as const) {
    if (isObject(field(input, `${kind}s`)) && known[kind].length === 0)
      faults.push({ path: `${kind}s`, rule: `must name at least one ${kind}` });
  }
  reserved('base', HOME, 'home is outside the theatre');
  reserved('actor', STRIKES, 'strikes is the source of that name');
  reserved('contingent', 'share', 'share is a word of the plan');

  for (const base of known.base) {
    for (const contingent of keysOf(field(input, 'bases', base, 'garrison')))
      named('contingent', contingent, `bases.${base}.garrison.${contingent}`);
  }
  for (const actor of known.actor) {
    for (const from of keysOf(field(input, 'actors', actor, 'branching')))
      named('actor', from, `actors.${actor}.branching.${from}`, [STRIKES]);
  }
  for (const base of known.base) {
    const at = `bases.${base}.airDefence`;
    for (const mode of keysOf(field(input, 'bases', base, 'airDefence', 'interception'))) {
      named('mode', mode, `${at}.interception.${mode}`);
    }
    const since = field(input, 'bases', base, 'airDefence', 'since');
    if (dayOf(since) > end)
      faults.push({ path: `${at}.since`, value: since, rule: `must not be after end ${String(field(input, 'end'))}` });
  }
  for (const actor of known.actor) {
    for (const mode of keysOf(field(input, 'actors', actor, 'modeShares'))) {
      named('mode', mode, `actors.${actor}.modeShares.${mode}`);
    }
    const at = `actors.${actor}.targetChoice.baseWeights`;
    for (const base of keysOf(field(input, 'actors', actor, 'targetChoice', 'baseWeights')))
      named('base', base, `${at}.${base}`);
  }
  listOf(field(input, 'plan')).forEach((item, index) => {
    const at = `plan[${index}]`;
    within(field(item, 'day'), `${at}.day`);
    for (const key of ['fromBase', 'toBase', 'handOver', 'close', 'harden'])
      named('base', field(item, key), `${at}.${key}`);
    named('base', field(item, 'personnelTo'), `${at}.personnelTo`, [HOME]);
    const from = field(item, 'fromBase') ?? field(item, 'handOver') ?? field(item, 'close');
    for (const key of ['toBase', 'personnelTo']) {
      const to = field(item, key);
      if (typeof to === 'string' && to === from)
        faults.push({ path: `${at}.${key}`, value: to, rule: 'must be another base than the one they leave' });
    }
    for (const key of ['move', 'withdraw', 'arrive']) {
      for (const contingent of keysOf(field(item, key)))
        if (contingent !== 'share') named('contingent', contingent, `${at}.${key}.${contingent}`);
    }
    within(field(item, 'announced'), `${at}.announced`);
    notBefore(field(item, 'day'), `${at}.day`, field(item, 'announced'), 'announced');
    for (const key of ['handOverDay', 'closeDay', 'returnDay']) {
      within(field(item, key), `${at}.${key}`);
      notBefore(field(item, key), `${at}.${key}`, field(item, 'day'), 'day');
    }
  });
  listOf(field(input, 'regimes')).forEach((regime, index) => {
    for (const actor of listOf(field(regime, 'actors'))) named('actor', actor, `regimes[${index}].actors`);
    notBefore(field(regime, 'lastDay'), `regimes[${index}].lastDay`, field(regime, 'firstDay'), 'firstDay');
  });
  named('contingent', field(input, 'supply', 'contingent'), 'supply.contingent');
  listOf(field(input, 'strikes', 'events')).forEach((strike, index) => {
    const day = field(strike, 'day');
    if (dayOf(day) > end)
      faults.push({
        path: `strikes.events[${index}].day`,
        value: day,
        rule: `must not be after end ${String(field(input, 'end'))}`,
      });
  });
  for (const [path, list] of [
    ['plan', field(input, 'plan')],
    ['regimes', field(input, 'regimes')],
    ['strikes.events', field(input, 'strikes', 'events')],
    ['rules', field(input, 'rules')],
  ] as const) {
    const names = listOf(list).map((item) => field(item, 'name'));
    names.forEach((name, index) => {
      if (name !== undefined && names.indexOf(name) < index) {
        faults.push({
          path: `${path}[${index}].name`,
          value: name,
          rule: 'must be a name of its own',
          hint: 'names tell draws apart',
        });
      }
    });
  }
  faults.push(...ruleReferenceFaults(input, known));
  if (field(input, 'warmStart') !== undefined) {
    named('actor', field(input, 'warmStart', 'actor'), 'warmStart.actor');
    if (field(input, 'record') === undefined)
      faults.push({
        path: 'warmStart',
        rule: 'must come with a record',
        hint: 'give record.file, or leave warmStart out',
      });
  }
  return faults;
}

export function field(node: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (isObject(inner) && Object.hasOwn(inner, key) ? Reflect.get(inner, key) : undefined),
    node,
  );
}

export function isObject(node: unknown): node is object {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

export function keysOf(node: unknown): string[] {
  return isObject(node) ? Object.keys(node) : [];
}

export function listOf(node: unknown): readonly unknown[] {
  return Array.isArray(node) ? node : [];
}

/** NaN for what is no date, which is before and after nothing. */
export function dayOf(date: unknown): number {
  return typeof date === 'string' ? isoDay(date) : NaN;
}

/** Where a scenario names no mode, there is one: rocket. */
function modeKeys(input: unknown): readonly string[] {
  const modes = field(input, 'modes');
  return modes === undefined ? [defaultMode] : keysOf(modes);
}
