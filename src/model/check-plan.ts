import { supportOf } from '../random/laws/law.js';
import { EventCalendar } from '../kernel/index.js';
import { OUTSIDE, type CompiledItem } from './compile-plan.js';
import { ruleFaults } from './check-rules.js';
import type { CompiledScenario } from './compile.js';
import { coursesOf, mostTriedBranches } from './branch-points.js';
import { lastingSpectralRadius } from './draw-values.js';
import { EventKind } from './event-kind.js';
import { Movement, type MovementListener } from './movement.js';
import { chainFaults } from './regime-gates.js';
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
  const tooMany = branchCountFaults(compiled);
  if (tooMany.length > 0) return tooMany;
  const faults = coursesOf(compiled.planConditions).flatMap((course) => {
    const happens = (item: number): boolean => course(compiled.planConditions[item]!);
    return [...dryRun(compiled, worst, happens), ...dryRun(compiled, least, happens)];
  });
  const seen = new Set<string>();
  const distinct = faults.filter(({ path, rule }) => !seen.has(path + rule) && seen.add(path + rule));
  return [
    ...distinct,
    ...liftFaults(compiled, worst),
    ...ruleFaults(compiled),
    ...branchingFaults(compiled),
    ...chainFaults(compiled),
  ];
}

/** The plan is tried in every course that its branch points can take together. */
function branchCountFaults({ planConditions }: CompiledScenario): Fault[] {
  const branches = new Set(planConditions.flat().map(({ branch }) => branch)).size;
  if (branches <= mostTriedBranches) return [];
  const rule = `must hold at most ${mostTriedBranches} branch points that name lines of the plan, got ${branches}`;
  return [{ path: 'branches', rule, hint: 'let one branch point name several lines' }];
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
      hint: `each attack would provoke another for ever; lower branching, fatalBoost, ${compiled.supply ? 'supply, ' : ''}or the gate of a regime without an end${
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

/** Lift that carries nobody, where an order needs it. */
function liftFaults({ lift, plan, rules }: CompiledScenario, values: Float64Array): Fault[] {
  return (['byRoad', 'byAir'] as const).flatMap((way) => {
    const slot = lift[way];
    const goes = (item: object): boolean => 'byRoad' in item && item.byRoad === (way === 'byRoad');
    const needs = [...plan.filter(goes), ...rules.filter(({ actions }) => actions.some(goes))];
    if (slot < 0 || values[slot]! > 0 || needs.length === 0) return [];
    const orders = needs.map(({ path }) => path).join(', ');
    const rule = `must be more than 0: ${orders} would never leave by ${way === 'byRoad' ? 'road' : 'air'}`;
    return [{ path: `lift.${way}`, value: values[slot]!, rule, hint: 'give a capacity, or leave it out for no limit' }];
  });
}

function dryRun(compiled: CompiledScenario, values: Float64Array, happens: (item: number) => boolean): Fault[] {
  const { scenario, baseKeys, contingentKeys, plan } = compiled;
  const start = isoDay(scenario.start);
  const dateOf = (day: number): string => isoDate(start + day);
  const calendar = new EventCalendar();
  const world = new World({ bases: baseKeys.length, contingents: contingentKeys.length });
  const faults: Fault[] = [];
  world.reset();
  const movement = new Movement({ compiled, world, calendar, values, listener: deaf });
  movement.reset(happens);

  const dispatch = (kind: number, subject: number, day: number): void => {
    if (kind === EventKind.arrival) movement.arrive(subject, day);
    else if (kind === EventKind.comeBack) movement.comeBack(subject, day);
    else if (kind === EventKind.rampStep) movement.rampStep(subject, day);
    else if (kind === EventKind.moveStart) {
      faults.push(...leftWithoutPlace(plan[subject]!, world));
      movement.startMove(subject, day);
    } else if (kind === EventKind.departure) {
      movement.depart(subject, day);
    } else if (kind === EventKind.liftTurn) movement.lift.turn(subject, day);
    else if (kind === EventKind.liftDone) movement.lift.done(subject, day);
    else if (kind === EventKind.handOver) {
      const item = plan[subject]!;
      if (item.kind !== 'departure') return;
      const field = item.then?.kind === 'handOver' ? 'handOverDay' : 'closeDay';
      const lastLeft = movement.lastLeftDay(subject);
      if (item.then?.day !== undefined && item.then.day < lastLeft) {
        const rule = `must not be before the last have left on ${dateOf(lastLeft)}`;
        faults.push({
          path: `${item.path}.${field}`,
          value: dateOf(item.then.day),
          rule,
          hint: movement.lift.limits(item.byRoad)
            ? `start earlier, raise lift.${item.byRoad ? 'byRoad' : 'byAir'}, or give it a higher priority`
            : 'start earlier, or lower overDays',
        });
      }
      const still = world.atBase[item.from]!;
      if (still > 0 && day <= compiled.horizonDays) {
        const rule = `must leave nobody behind, but ${still} persons came to ${baseKeys[item.from]!} after its evacuation began`;
        faults.push({ path: item.path, rule, hint: 'move them elsewhere, or start the evacuation after they came' });
      }
      movement.handOver(subject, day);
    }
  };
  // Those who wait for lift are followed beyond the end, to tell when they would leave.
  const waits = movement.lift.limits(true) || movement.lift.limits(false);
  const horizon = waits ? Infinity : compiled.horizonDays;
  for (let events = 0; events < 1_000_000 && calendar.pop(horizon); events++)
    dispatch(calendar.poppedKind, calendar.poppedSubject, calendar.now);

  for (const { path, day, base, contingent, ordered, left } of movement.shortfalls) {
    if (day > compiled.horizonDays) continue;
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
