import type { Slot } from './compile.js';
import { isoDay } from './scenario/iso-date.js';
import type { Quantity } from './scenario/quantity.js';
import type { Scenario } from './scenario/schema.js';

/** A regime by date. */
export interface CompiledRegime {
  readonly name: string;
  readonly firstDay: number;
  /** Instant at which it ends: the day after its last, Infinity without one. */
  readonly endDay: number;
  readonly gate: Slot;
  readonly activity: Slot;
  readonly probability: Slot;
  readonly track: number;
  readonly actors: readonly number[];
}

/** A strike by date. */
export interface CompiledStrike {
  readonly name: string;
  readonly day: number;
  readonly magnitude: Slot;
  readonly probability: Slot;
}

/** What changes attack rates by date. */
export interface CompiledShocks {
  readonly regimes: readonly CompiledRegime[];
  readonly tracks: number;
  readonly strikes: readonly CompiledStrike[];
  readonly strikeMeanLagDays: Slot;
}

/** Regimes and strikes: dates as days from `start` (a day number), tracks and actors as indices. */
export function compileShocks(
  scenario: Scenario,
  { start, slotOf }: { readonly start: number; readonly slotOf: (quantity: Quantity) => Slot },
): CompiledShocks {
  const actorKeys = Object.keys(scenario.actors);
  const trackNames = [...new Set(scenario.regimes.map(({ track }) => track))];
  return {
    regimes: scenario.regimes.map((regime) => ({
      name: regime.name,
      firstDay: isoDay(regime.firstDay) - start,
      endDay: regime.lastDay === undefined ? Infinity : isoDay(regime.lastDay) - start + 1,
      gate: slotOf(regime.gate),
      activity: slotOf(regime.activity),
      probability: slotOf(regime.probability),
      track: trackNames.indexOf(regime.track),
      actors: regime.actors ? regime.actors.map((key) => actorKeys.indexOf(key)) : actorKeys.map((_, g) => g),
    })),
    tracks: trackNames.length,
    strikes: scenario.strikes.events.map((strike) => ({
      name: strike.name ?? `strike of ${strike.day}`,
      day: isoDay(strike.day) - start,
      magnitude: slotOf(strike.magnitude),
      probability: slotOf(strike.probability),
    })),
    strikeMeanLagDays: slotOf(scenario.strikes.meanLagDays),
  };
}
