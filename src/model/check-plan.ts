import { supportOf } from '../random/laws/law.js';
import { EventCalendar, runUntil } from '../kernel/index.js';
import { OUTSIDE, type CompiledItem } from './compile-plan.js';
import { ruleFaults } from './check-rules.js';
import type { CompiledScenario } from './compile.js';
import { lastingSpectralRadius } from './draw-values.js';
import { EventKind } from './event-kind.js';
import { Movement, type MovementListener } from './movement.js';
import { isoDate, isoDay } from './scenario/iso-date.js';
import type { Fault } from './scenario/fault.js';
import { quantitiesOf } from './scenario/quantities.js';
import { strikesPerAttack } from './strike-loop.js';
import { World } from './world.js';

/**
 * Faults that only show when the plan is carried out: more people moved than are there, people left behind, a hand-over
 * before the last has left, and an attack process that can only run away. Headcounts that are laws are tried at their worst corners.
 */
export function planFaults(compiled: CompiledScenario): Fault[] {
  const worst = corner(compiled, { people: 'low', moved: 'high' });
  const least = corner(compiled, { people: 'low', moved: 'low' });
  const faults = [...dryRun(compiled, worst), ...dryRun(compiled, least)];
  const seen = new Set<string>();
  const distinct = faults.filter(({ path, rule }) => !seen.has(path + rule) && seen.add(path + rule));
  return [...distinct, ...ruleFaults(compiled), ...branchingFaults(compiled)];
}

/** A branching that is one point everywhere is stable or not; one that is drawn is drawn again where it is not. */
function branchingFaults(compiled: CompiledScenario): Fault[] {
  const lowest = corner(compiled, { people: 'low', moved: 'low' });
  const radius = lastingSpectralRadius(compiled, lowest);
  if (radius < 1) return [];
  const path = compiled.actors.length === 1 ? `actors.${compiled.actorKeys[0]!}.branching` : 'actors.*.branching';
  const rule = `must give a spectral radius below 1 in every regime that can last, got ${Number(radius.toPrecision(4))}`;
  return [
    {
      path,
      rule,
      hint: `each attack would provoke another for ever; lower branching, fatalBoost, or the gate of a regime without an end${
        strikesPerAttack(compiled, lowest) > 0 ? ', or the chance of striking back' : ''
      }`,
    },
  ];
}

/** Every uncertain number at one end of its law (its 0.1 and 99.9 % quantile where it has none). */
function corner(
  compiled: CompiledScenario,
  ends: { readonly people: 'low' | 'high'; readonly moved: 'low' | 'high' },
): Float64Array {
  const values = Float64Array.from(compiled.parameters.points);
  const placed = quantitiesOf(compiled.scenario);
  for (const { slot, quantile } of compiled.parameters.uncertain) {
    const { path, quantity } = placed[slot]!;
    if (typeof quantity.value === 'number') continue;
    const support = supportOf(quantity.value);
    const arrives = path.startsWith('plan') && path.includes('.arrive.');
    const end = path.startsWith('plan') && !arrives ? ends.moved : ends.people;
    values[slot] = end === 'low' ? finiteOr(support.low, quantile(0.001)) : finiteOr(support.high, quantile(0.999));
  }
  return values;
}

function finiteOr(value: number, other: number): number {
  return Number.isFinite(value) ? value : other;
}

function dryRun(compiled: CompiledScenario, values: Float64Array): Fault[] {
  const { scenario, baseKeys, contingentKeys, plan } = compiled;
  const start = isoDay(scenario.start);
  const dateOf = (day: number): string => isoDate(start + day);
  const calendar = new EventCalendar();
  const world = new World({ bases: baseKeys.length, contingents: contingentKeys.length });
  const faults: Fault[] = [];
  world.reset();
  const movement = new Movement({ compiled, world, calendar, values, listener: deaf });
  movement.reset();
  const lastDeparture = new Map<number, number>();

  const dispatch = (kind: number, subject: number, day: number): void => {
    if (kind === EventKind.arrival) movement.arrive(subject, day);
    else if (kind === EventKind.comeBack) movement.comeBack(subject, day);
    else if (kind === EventKind.rampStep) movement.rampStep(subject, day);
    else if (kind === EventKind.moveStart) {
      faults.push(...leftWithoutPlace(plan[subject]!, world));
      movement.startMove(subject, day);
    } else if (kind === EventKind.departure) {
      movement.depart(subject, day);
      lastDeparture.set(subject, day);
    } else if (kind === EventKind.handOver) {
      const item = plan[subject]!;
      if (item.kind !== 'departure') return;
      const field = item.then?.kind === 'handOver' ? 'handOverDay' : 'closeDay';
      const lastLeft = lastDeparture.get(subject) ?? day;
      if (item.then?.day !== undefined && item.then.day < lastLeft) {
        const rule = `must not be before the last have left on ${dateOf(lastLeft)}`;
        faults.push({
          path: `${item.path}.${field}`,
          value: dateOf(item.then.day),
          rule,
          hint: 'start earlier, or lower overDays',
        });
      }
      const still = world.atBase[item.from]!;
      if (still > 0) {
        const rule = `must leave nobody behind, but ${still} persons came to ${baseKeys[item.from]!} after its evacuation began`;
        faults.push({ path: item.path, rule, hint: 'move them elsewhere, or start the evacuation after they came' });
      }
      movement.handOver(subject, day);
    }
  };
  runUntil({ calendar, horizon: compiled.horizonDays, dispatch, maxEvents: 1_000_000 });

  for (const { path, day, base, contingent, ordered, left } of movement.shortfalls) {
    const who = contingent < 0 ? 'persons' : contingentKeys[contingent]!;
    const rule = `must move no more ${who} than are there: only ${left} could leave ${baseKeys[base]!} by ${dateOf(day)}`;
    faults.push({ path, value: ordered, rule, hint: 'lower the number, or use all or { share }' });
  }
  return faults;
}

/** An evacuation without `personnelTo` is for a base where nobody is left. */
function leftWithoutPlace(item: CompiledItem, world: World): Fault[] {
  if (item.kind !== 'departure' || !item.then || item.to !== OUTSIDE || item.toHome) return [];
  const persons = world.atBase[item.from]!;
  if (persons === 0) return [];
  return [
    {
      path: `${item.path}.personnelTo`,
      rule: `must be given: ${persons} persons are still there`,
      hint: 'name a base, or home',
    },
  ];
}

const deaf: MovementListener = {
  beforeEvacuation: () => undefined,
  announced: () => undefined,
  returned: () => undefined,
  departed: () => undefined,
  populationChanged: () => undefined,
  statusChanged: () => undefined,
  convoysChanged: () => undefined,
};
