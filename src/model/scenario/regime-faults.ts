import { didYouMean } from './did-you-mean.js';
import type { Fault } from './fault.js';
import { dayOf, field, isObject, keysOf, listOf } from './reference-faults.js';

/** Faults of branch points and chains of regimes that show when they are held against the rest of the scenario. */
export function regimeFaults(input: unknown): Fault[] {
  return [...branchFaults(input), ...chainFaults(input)];
}

const sides = ['then', 'otherwise'] as const;
const lists = [
  { key: 'regimes', what: 'a regime', daysOf: ['firstDay'] },
  { key: 'plan', what: 'a line of the plan', daysOf: ['announced', 'day'] },
] as const;

function branchFaults(input: unknown): Fault[] {
  const faults: Fault[] = [];
  listOf(field(input, 'branches')).forEach((branch, index) => {
    const at = `branches[${index}]`;
    faults.push(...outsideScenario(input, field(branch, 'day'), `${at}.day`));
    faults.push(...repeatedName(field(input, 'branches'), index, 'branches'));
    let named = 0;
    for (const { key, what, daysOf } of lists) {
      const items = listOf(field(input, key));
      const names = items.map((item) => field(item, 'name')).filter((name) => typeof name === 'string');
      const here = new Set<unknown>();
      for (const side of sides) {
        listOf(field(branch, side, key)).forEach((name, position) => {
          named++;
          const path = `${at}.${side}.${key}[${position}]`;
          if (here.has(name))
            faults.push({
              path,
              value: name,
              rule: 'must be named once',
              hint: 'what both sides have needs no branch',
            });
          here.add(name);
          if (typeof name !== 'string') return;
          if (!names.includes(name)) {
            const hint = names.length > 0 ? didYouMean(name, names) : `give ${what} that name`;
            faults.push({ path, value: name, rule: `must be the name of ${what} of this scenario`, hint });
            return;
          }
          const item = items.find((other) => field(other, 'name') === name);
          const early = daysOf.find((key) => dayOf(field(item, key)) < dayOf(field(branch, 'day')));
          if (early !== undefined) {
            const rule = `must begin on ${String(field(branch, 'day'))} or later, when it is decided, but its ${early} is ${String(field(item, early))}`;
            faults.push({ path, value: name, rule });
          }
        });
      }
    }
    if (named === 0 && isObject(branch))
      faults.push({ path: at, rule: 'must name a regime or a line of the plan', hint: 'in then or in otherwise' });
  });
  return faults;
}

function chainFaults(input: unknown): Fault[] {
  const faults: Fault[] = [];
  const actors = keysOf(field(input, 'actors'));
  const tracks = listOf(field(input, 'regimes')).map((regime) => field(regime, 'track') ?? 'main');
  listOf(field(input, 'regimeChains')).forEach((chain, index) => {
    const at = `regimeChains[${index}]`;
    const states = keysOf(field(chain, 'states'));
    const state = (name: unknown, path: string): void => {
      if (typeof name !== 'string' || states.includes(name)) return;
      faults.push({ path, value: name, rule: 'must name a state of this chain', hint: didYouMean(name, states) });
    };
    faults.push(...repeatedName(field(input, 'regimeChains'), index, 'regimeChains'));
    if (tracks.some((track) => track === field(chain, 'name'))) {
      const hint = 'a chain is a track of its own';
      faults.push({ path: `${at}.name`, value: field(chain, 'name'), rule: 'must not be the track of a regime', hint });
    }
    state(field(chain, 'start'), `${at}.start`);
    for (const key of ['firstDay', 'lastDay']) {
      faults.push(...outsideScenario(input, field(chain, key), `${at}.${key}`));
    }
    if (dayOf(field(chain, 'lastDay')) < dayOf(field(chain, 'firstDay'))) {
      const rule = `must not be before firstDay ${String(field(chain, 'firstDay'))}`;
      faults.push({ path: `${at}.lastDay`, value: field(chain, 'lastDay'), rule });
    }
    listOf(field(chain, 'actors')).forEach((actor, position) => {
      if (typeof actor !== 'string' || actors.includes(actor)) return;
      const rule = 'must name an actor of this scenario';
      faults.push({ path: `${at}.actors[${position}]`, value: actor, rule, hint: didYouMean(actor, actors) });
    });
    for (const name of states) {
      const here = `${at}.states.${name}`;
      const next = field(chain, 'states', name, 'next');
      const stays = field(chain, 'states', name, 'stayDays') !== undefined;
      for (const to of keysOf(next)) {
        state(to, `${here}.next.${to}`);
        if (to === name)
          faults.push({ path: `${here}.next.${to}`, rule: 'must be another state', hint: 'lengthen stayDays instead' });
      }
      if (isObject(next) && !Object.values(next).some((weight) => weight !== 0))
        faults.push({ path: `${here}.next`, rule: 'must give some state a weight above 0', hint: 'or leave next out' });
      if (next !== undefined && !stays)
        faults.push({ path: `${here}.stayDays`, rule: 'must be given, since another state follows' });
      if (next === undefined && stays) {
        const hint = 'name the state that follows, or leave stayDays out';
        faults.push({ path: `${here}.next`, rule: 'must be given, since the state does not last for ever', hint });
      }
    }
  });
  return faults;
}

function outsideScenario(input: unknown, date: unknown, path: string): Fault[] {
  const [start, end] = [field(input, 'start'), field(input, 'end')];
  if (!(dayOf(date) < dayOf(start) || dayOf(date) > dayOf(end))) return [];
  return [{ path, value: date, rule: `must lie between start ${String(start)} and end ${String(end)}` }];
}

function repeatedName(list: unknown, index: number, path: string): Fault[] {
  const names = listOf(list).map((item) => field(item, 'name'));
  if (names[index] === undefined || names.indexOf(names[index]) === index) return [];
  const hint = 'names tell draws apart';
  return [{ path: `${path}[${index}].name`, value: names[index], rule: 'must be a name of its own', hint }];
}
