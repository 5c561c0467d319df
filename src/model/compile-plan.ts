import type { Slot } from './compile.js';
import { isoDay } from './scenario/iso-date.js';
import type { Headcounts, PlanItem } from './scenario/plan-schema.js';
import { planWords } from './scenario/plan-words.js';
import type { Quantity } from './scenario/quantity.js';
import { HOME } from './scenario/reference-faults.js';

/** Base index of what lies outside the theatre. */
export const OUTSIDE = -1;

/** How many of one contingent move: a number, a share of those there, or all. */
export type Count =
  | { readonly kind: 'number'; readonly slot: Slot }
  | { readonly kind: 'share'; readonly slot: Slot }
  | { readonly kind: 'all' }
  /** Half of those there, rounded down. */
  | { readonly kind: 'half' }
  /** So many, or all if fewer are there: those who go back by an order of a rule. */
  | { readonly kind: 'upTo'; readonly persons: number };

interface Placed {
  /** Path for messages: `plan[3]`. */
  readonly path: string;
  readonly label: string;
  readonly day: number;
  /** Day of its announcement; undefined where it comes unannounced. */
  readonly announced: number | undefined;
}

/** People leave a base for another or for home; with `then`, the base is handed over or closed once they have left. */
export interface Departure extends Placed {
  readonly kind: 'departure';
  readonly from: number;
  readonly to: number;
  /** The order says that they go home, rather than saying nothing. */
  readonly toHome: boolean;
  readonly byRoad: boolean;
  readonly overDays: Slot;
  /** Slot, or -1 for the usual transit of the way they go. */
  readonly transitDays: Slot;
  readonly routeFactor: Slot;
  /** Who goes first where lift is short: higher first. */
  readonly priority: number;
  /** A share of everybody by largest remainders, or per contingent; contingents not named stay. */
  readonly persons: Count | readonly (Count | undefined)[];
  /** Day on which those who left come back; only for a withdrawal and for orders of rules. */
  readonly returnDay?: number | undefined;
  readonly then?: { readonly kind: 'handOver' | 'closure'; readonly day: number | undefined };
}

export interface Arrival extends Placed {
  readonly kind: 'arrival';
  readonly to: number;
  readonly overDays: Slot;
  readonly everyDays: Slot;
  /** Slot of the persons of each contingent, -1 for none. */
  readonly persons: readonly Slot[];
}

/** A base's hardening is something else from a day on. */
export interface Hardening extends Placed {
  readonly kind: 'hardening';
  readonly base: number;
  readonly hardening: Slot;
}

export type CompiledItem = Departure | Arrival | Hardening;
export type CompiledPlan = readonly CompiledItem[];

interface PlanInput {
  readonly plan: readonly PlanItem[];
  /** Day number of the scenario's start. */
  readonly start: number;
  readonly baseKeys: readonly string[];
  readonly contingentKeys: readonly string[];
  readonly slotOf: (quantity: Quantity) => Slot;
}

/** Six orders of a plan become three: people leave a base, people arrive from outside, or a base is hardened. */
export function compilePlan({ plan, start, baseKeys, contingentKeys, slotOf }: PlanInput): CompiledPlan {
  const placeOf = (key: string | undefined): number =>
    key === undefined || key === HOME ? OUTSIDE : baseKeys.indexOf(key);
  const all: Count = { kind: 'all' };

  const countOf = (value: 'all' | { readonly share: Quantity } | Quantity): Count => {
    if (value === 'all') return all;
    return 'share' in value ? { kind: 'share', slot: slotOf(value.share) } : { kind: 'number', slot: slotOf(value) };
  };
  const personsOf = (counts: Headcounts): Departure['persons'] => {
    if (counts === 'all') return all;
    if (isShare(counts)) return countOf(counts);
    return contingentKeys.map((key) => (counts[key] === undefined ? undefined : countOf(counts[key])));
  };

  return plan.map((item, index): CompiledItem => {
    const placed = {
      path: `plan[${index}]`,
      label: item.name ?? planWords(item),
      day: isoDay(item.day) - start,
      announced: 'harden' in item || item.announced === undefined ? undefined : isoDay(item.announced) - start,
    };
    if ('harden' in item)
      return { kind: 'hardening', ...placed, base: placeOf(item.harden), hardening: slotOf(item.to) };
    if ('arrive' in item) {
      const persons = contingentKeys.map((key) => (item.arrive[key] ? slotOf(item.arrive[key]) : -1));
      return {
        kind: 'arrival',
        ...placed,
        to: placeOf(item.toBase),
        overDays: slotOf(item.overDays),
        everyDays: slotOf(item.everyDays),
        persons,
      };
    }
    const travel = {
      kind: 'departure' as const,
      ...placed,
      byRoad: item.by === 'road',
      overDays: slotOf(item.overDays),
      transitDays: item.transitDays ? slotOf(item.transitDays) : -1,
      routeFactor: slotOf(item.routeFactor),
      priority: item.priority,
    };
    if ('move' in item)
      return {
        ...travel,
        from: placeOf(item.fromBase),
        to: placeOf(item.toBase),
        toHome: false,
        persons: personsOf(item.move),
      };
    if ('withdraw' in item)
      return {
        ...travel,
        from: placeOf(item.fromBase),
        to: OUTSIDE,
        toHome: true,
        persons: personsOf(item.withdraw),
        ...(item.returnDay === undefined ? {} : { returnDay: isoDay(item.returnDay) - start }),
      };
    const [kind, base, last] =
      'handOver' in item
        ? (['handOver', item.handOver, item.handOverDay] as const)
        : (['closure', item.close, item.closeDay] as const);
    const then = { kind, day: last === undefined ? undefined : isoDay(last) - start };
    return {
      ...travel,
      from: placeOf(base),
      to: placeOf(item.personnelTo),
      toHome: item.personnelTo === HOME,
      persons: all,
      then,
    };
  });
}

function isShare(counts: Exclude<Headcounts, 'all'>): counts is { share: Quantity } {
  const { share } = counts;
  return typeof share === 'object' && 'value' in share;
}
