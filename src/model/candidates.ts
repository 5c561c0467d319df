import type { EventCalendar } from '../kernel/index.js';
import { markBlock, markPrefix } from '../random/mark.js';
import { EventKind, Priority } from './event-kind.js';
import { openBoth, type Luck } from './luck.js';
import { openMeasure, type PoissonMeasure } from './poisson-measure.js';

// Constants of this file are numbers to the engine; those of another it looks up at every use.
const { candidate: kind } = EventKind;
const { attack: priority } = Priority;

/**
 * Candidates of attacks: the points of a Poisson random measure, one for each actor, up to the height that its rate can
 * have. The next of each actor waits here, the earliest of all of them in the calendar.
 */
export class Candidates {
  private readonly calendar: EventCalendar;
  private readonly horizonDays: number;
  private readonly measures: PoissonMeasure[] = [];
  /** Day of each actor's next candidate; Infinity where none comes before the end. */
  private readonly days: Float64Array;
  /** Rates that each actor's does not exceed, attacks per day. */
  private readonly bounds: Float64Array;
  /** Whether the calendar has the earliest of them. */
  private isAnnounced = false;
  private readonly markPrefixes: Int32Array;
  /** The same for attacks before a shared past ends. */
  private readonly pastMarkPrefixes: Int32Array;
  private pastEndDay = NaN;

  constructor({
    calendar,
    horizonDays,
    actors,
  }: {
    readonly calendar: EventCalendar;
    readonly horizonDays: number;
    readonly actors: number;
  }) {
    this.calendar = calendar;
    this.horizonDays = horizonDays;
    this.days = new Float64Array(actors);
    this.bounds = new Float64Array(actors);
    this.markPrefixes = new Int32Array(actors);
    this.pastMarkPrefixes = new Int32Array(actors);
  }

  /** Starts a replication; the calendar has no candidate. `names` are those of the actors. */
  reset(luck: Luck, names: readonly string[]): void {
    this.pastEndDay = luck.past?.day ?? 0;
    this.isAnnounced = false;
    const { seed, replication, past } = luck;
    for (const [g, entity] of names.entries()) {
      // A key is a name and not a draw: both halves of an antithetic pair have the same marks, turned over in one.
      const [early, late] = openBoth({ seed, replication, mirrored: false, past }, { purpose: 'marks', entity })();
      this.pastMarkPrefixes[g] = markPrefix(0, markBlock(early * 2 ** 32));
      this.markPrefixes[g] = markPrefix(0, markBlock(late * 2 ** 32));
      this.measures[g] = openMeasure(luck, { purpose: 'attacks', entity, on: this.measures[g] });
      this.days[g] = Infinity;
    }
  }

  /** Whether a day belongs to a shared past. */
  isPast(day: number): boolean {
    return day < this.pastEndDay;
  }

  /** What the marks of an actor's attacks have in common. */
  markPrefix(g: number, isPast: boolean): number {
    return (isPast ? this.pastMarkPrefixes : this.markPrefixes)[g]!;
  }

  /** The points of an actor. The next is the candidate that is due, until {@link pass}. */
  measure(g: number): PoissonMeasure {
    return this.measures[g]!;
  }

  /** What the rate of an actor cannot exceed, attacks per day. */
  bound(g: number): number {
    return this.bounds[g]!;
  }

  /** The candidate of an actor that the calendar had is done with. */
  pass(g: number): void {
    const measure = this.measures[g]!;
    measure.advance();
    this.days[g] = measure.nextDay;
    this.isAnnounced = false;
  }

  /** Looks at the points of an actor as high as `bound`, from a day on. To be followed by {@link announce}. */
  cover(g: number, bound: number, day: number): void {
    const measure = this.measures[g]!;
    // The bound as exact numbers would have it: rates are rounded.
    this.bounds[g] = bound * (1 + 1e-9);
    // Mostly the height stays within the strip that is the highest.
    if (measure.endsAbove(bound)) return;
    measure.cover(bound, day);
    this.days[g] = measure.nextDay;
    this.isAnnounced = false;
  }

  /** Sees to it that the calendar has the earliest candidate of all; of two at one time that of the actor listed first. */
  announce(): void {
    if (this.isAnnounced === true) return;
    const { days, calendar } = this;
    let first = 0;
    for (let g = 1; g < days.length; g++) if (days[g]! < days[first]!) first = g;
    const day = days[first]!;
    calendar.leave();
    if (day <= this.horizonDays) calendar.stand(day, priority, kind, first);
    this.isAnnounced = true;
  }
}
