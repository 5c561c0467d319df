import { didYouMean } from './did-you-mean.js';
import type { Fault } from './fault.js';
import { isoDay } from './iso-date.js';
import type { PlanItem } from './plan-schema.js';
import type { Scenario } from './schema.js';

/** Where a personnel move ends that leaves the theatre. */
export const HOME = 'home';
/** The name under which strikes stand among the sources of an actor's branching. */
export const STRIKES = 'strikes';

/** Faults that only show when the parts of a scenario are held against each other: names, dates, reserved words. */
export function referenceFaults(scenario: Scenario): Fault[] {
  const faults: Fault[] = [];
  const known = {
    base: Object.keys(scenario.bases),
    contingent: Object.keys(scenario.contingents),
    actor: Object.keys(scenario.actors),
  };
  const named = (kind: keyof typeof known, name: string, path: string, also: readonly string[] = []): void => {
    const names = [...known[kind], ...also];
    if (!names.includes(name))
      faults.push({ path, value: name, rule: `must name a ${kind} of this scenario`, hint: didYouMean(name, names) });
  };
  const dated = (date: string, path: string): void => {
    if (isoDay(date) < isoDay(scenario.start) || isoDay(date) > isoDay(scenario.end)) {
      faults.push({ path, value: date, rule: `must lie between start ${scenario.start} and end ${scenario.end}` });
    }
  };

  if (isoDay(scenario.end) < isoDay(scenario.start)) {
    faults.push({ path: 'end', value: scenario.end, rule: `must not be before start ${scenario.start}` });
  }
  for (const [kind, names] of Object.entries(known)) {
    if (names.length === 0) faults.push({ path: `${kind}s`, rule: `must name at least one ${kind}` });
  }
  if (known.base.includes(HOME))
    faults.push({ path: `bases.${HOME}`, rule: 'must have another key: home is outside the theatre' });
  if (known.contingent.includes('share')) {
    faults.push({ path: 'contingents.share', rule: 'must have another key: share is a word of the plan' });
  }
  if (known.actor.includes(STRIKES))
    faults.push({ path: `actors.${STRIKES}`, rule: 'must have another key: strikes is the source of that name' });

  for (const [base, { garrison }] of Object.entries(scenario.bases)) {
    for (const contingent of Object.keys(garrison))
      named('contingent', contingent, `bases.${base}.garrison.${contingent}`);
  }
  for (const [actor, { branching }] of Object.entries(scenario.actors)) {
    for (const from of Object.keys(branching)) named('actor', from, `actors.${actor}.branching.${from}`, [STRIKES]);
  }
  scenario.plan.forEach((item, index) => {
    const at = `plan[${index}]`;
    dated(item.day, `${at}.day`);
    for (const [name, path] of basesOf(item))
      named('base', name, `${at}.${path}`, path === 'personnelTo' ? [HOME] : []);
    for (const [name, path] of contingentsOf(item)) named('contingent', name, `${at}.${path}.${name}`);
    if ('fromBase' in item && 'toBase' in item && item.fromBase === item.toBase) {
      faults.push({ path: `${at}.toBase`, value: item.toBase, rule: 'must be another base than fromBase' });
    }
    for (const [field, date] of endDaysOf(item)) {
      dated(date, `${at}.${field}`);
      if (isoDay(date) < isoDay(item.day))
        faults.push({ path: `${at}.${field}`, value: date, rule: `must not be before day ${item.day}` });
    }
  });
  scenario.regimes.forEach((regime, index) => {
    const at = `regimes[${index}]`;
    for (const actor of regime.actors ?? []) named('actor', actor, `${at}.actors`);
    if (regime.lastDay !== undefined && isoDay(regime.lastDay) < isoDay(regime.firstDay)) {
      faults.push({
        path: `${at}.lastDay`,
        value: regime.lastDay,
        rule: `must not be before firstDay ${regime.firstDay}`,
      });
    }
  });
  scenario.strikes.events.forEach((strike, index) => {
    if (isoDay(strike.day) > isoDay(scenario.end)) {
      faults.push({
        path: `strikes.events[${index}].day`,
        value: strike.day,
        rule: `must not be after end ${scenario.end}`,
      });
    }
  });
  for (const list of ['plan', 'regimes'] as const) {
    const names = scenario[list].map((item) => item.name);
    names.forEach((name, index) => {
      if (name !== undefined && names.indexOf(name) < index) {
        faults.push({
          path: `${list}[${index}].name`,
          value: name,
          rule: 'must be a name of its own',
          hint: 'names place draws',
        });
      }
    });
  }
  if (scenario.warmStart) {
    named('actor', scenario.warmStart.actor, 'warmStart.actor');
    if (!scenario.record)
      faults.push({
        path: 'warmStart',
        rule: 'must come with a record',
        hint: 'give record.file, or leave warmStart out',
      });
  }
  return faults;
}

function basesOf(item: PlanItem): [string, string][] {
  if ('move' in item)
    return [
      [item.fromBase, 'fromBase'],
      [item.toBase, 'toBase'],
    ];
  if ('withdraw' in item) return [[item.fromBase, 'fromBase']];
  if ('arrive' in item) return [[item.toBase, 'toBase']];
  const to: [string, string][] = item.personnelTo === undefined ? [] : [[item.personnelTo, 'personnelTo']];
  return 'handOver' in item ? [[item.handOver, 'handOver'], ...to] : [[item.close, 'close'], ...to];
}

function contingentsOf(item: PlanItem): [string, string][] {
  const [counts, path] =
    'move' in item
      ? [item.move, 'move']
      : 'withdraw' in item
        ? [item.withdraw, 'withdraw']
        : 'arrive' in item
          ? [item.arrive, 'arrive']
          : [{}, ''];
  if (counts === 'all' || 'share' in counts) return [];
  return Object.keys(counts).map((name) => [name, path]);
}

function endDaysOf(item: PlanItem): [string, string][] {
  if ('handOver' in item && item.handOverDay !== undefined) return [['handOverDay', item.handOverDay]];
  if ('close' in item && item.closeDay !== undefined) return [['closeDay', item.closeDay]];
  return [];
}
