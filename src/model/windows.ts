import type { EventCalendar } from '../kernel/index.js';
import type { CompiledScenario } from './compile.js';
import { EventKind, Priority } from './event-kind.js';
import { isoDay } from './scenario/iso-date.js';
import type { Tally } from './tally.js';
import { baseTags, tagSeries, windowSeries } from './window-columns.js';
import type { World } from './world.js';

interface Watched {
  readonly world: World;
  readonly tally: Tally;
}

interface Window {
  /** Days from the start at which it opens and closes, whole. */
  readonly openDay: number;
  readonly closeDay: number;
  readonly atOpening: Float64Array;
  readonly atClosing: Float64Array;
  state: 'ahead' | 'open' | 'closed';
}

/**
 * Windows of time: running totals are read at their edges, and an outcome is the difference. Reading settles nothing, so
 * that no rounding of a sum moves and every other outcome stays bit for bit what it is without windows.
 * The instant at which a window ends is not its own, but the end of the scenario is: what falls on the horizon counts.
 */
export class Windows {
  private readonly windows: readonly Window[];
  private readonly tags: readonly (readonly number[])[];
  private readonly watched: Watched;
  private readonly calendar: EventCalendar;
  private readonly horizonDays: number;

  constructor(parts: Watched & { readonly compiled: CompiledScenario; readonly calendar: EventCalendar }) {
    const { scenario, horizonDays } = parts.compiled;
    this.watched = parts;
    this.calendar = parts.calendar;
    this.horizonDays = horizonDays;
    this.tags = baseTags(scenario).map(({ bases }) => bases);
    const width = windowSeries.length + this.tags.length * tagSeries.length;
    const start = isoDay(scenario.start);
    this.windows = Object.values(scenario.windows).map(({ firstDay, lastDay }) => ({
      openDay: isoDay(firstDay) - start,
      closeDay: isoDay(lastDay) - start + 1,
      atOpening: new Float64Array(width),
      atClosing: new Float64Array(width),
      state: 'ahead',
    }));
  }

  /** Whether there are any. */
  get exist(): boolean {
    return this.windows.length > 0;
  }

  /** Puts the edges into the calendar; one at the start or at the end of the scenario needs no event. */
  reset(): void {
    this.windows.forEach((window, index) => {
      window.atOpening.fill(0);
      window.state = window.openDay === 0 ? 'open' : 'ahead';
      const edges = [window.openDay, window.closeDay];
      edges.forEach((day, edge) => {
        if (day > 0 && day < this.horizonDays)
          this.calendar.schedule(day, Priority.observe, EventKind.windowEdge, 2 * index + edge);
      });
    });
  }

  /** An edge: 2w opens window w, 2w + 1 closes it. */
  look(edge: number, day: number): void {
    const window = this.windows[edge >> 1]!;
    const opens = edge % 2 === 0;
    this.read(opens ? window.atOpening : window.atClosing, day);
    window.state = opens ? 'open' : 'closed';
  }

  /**
   * Values of the columns of groups of bases and windows, in their order, once the replication has ended. A window that
   * the cap on events kept from opening has zeros: lower bounds, as all counts of such a replication.
   */
  outcomes(): number[] {
    const { world, tally } = this.watched;
    const values: number[] = [];
    for (const bases of this.tags) {
      values.push(sumOver(tally.baseAttacks, bases));
      values.push(sumOver(world.basePersonDays, bases));
      values.push(sumOver(tally.basePersonAttacks, bases));
      values.push(sumOver(tally.baseAttacksHandedOver, bases));
    }
    for (const { atOpening, atClosing, state } of this.windows) {
      if (state === 'open') this.read(atClosing, world.accruedTo);
      for (let i = 0; i < atOpening.length; i++) values.push(state === 'ahead' ? 0 : atClosing[i]! - atOpening[i]!);
    }
    return values;
  }

  /** Running totals at `day`: person-days up to it are worked out, not added up. */
  private read(into: Float64Array, day: number): void {
    const { world, tally } = this.watched;
    const days = day - world.accruedTo;
    const persons = world.personsAtBases + world.personsInTransit;
    let at = 0;
    into[at++] = tally.attacksOnBases + tally.attacksOnConvoys;
    into[at++] = tally.attacksOnBases;
    into[at++] = tally.attacksOnConvoys;
    into[at++] = world.basesPersonDays + world.transitPersonDays + persons * days;
    into[at++] = tally.personAttacksAtBases + tally.personAttacksInTransit;
    into[at++] = tally.contingentKilled.reduce((sum, killed) => sum + killed, 0);
    into[at++] = tally.contingentWounded.reduce((sum, wounded) => sum + wounded, 0);
    for (const bases of this.tags) {
      into[at++] = sumOver(tally.baseAttacks, bases);
      into[at++] = bases.reduce((sum, base) => sum + world.personDaysAt(base, day), 0);
      into[at++] = sumOver(tally.basePersonAttacks, bases);
    }
  }
}

function sumOver(values: ArrayLike<number>, places: readonly number[]): number {
  let total = 0;
  for (const place of places) total += values[place]!;
  return total;
}
