import type { Convoy } from './convoy.js';
import type { MovementListener } from './movement-listener.js';
import { Part, Signal } from './timetable.js';
import type { World } from './world.js';

/** The world as far as moves change it. */
export type Snapshot = Pick<World, 'present' | 'atBase' | 'status' | 'outside' | 'underWay'>;

export function snapshotOf({ present, atBase, status, outside, underWay }: World): Snapshot {
  return {
    present: present.slice(),
    atBase: atBase.slice(),
    status: status.slice(),
    outside: outside.slice(),
    underWay: [...underWay],
  };
}

/** What one or several events of an instant change: what they call out, and who has gone where. */
export class DatedChange implements MovementListener {
  readonly day: number;
  readonly convoys: Convoy[] = [];
  readonly shares: number[] = [];
  private readonly signals: number[] = [];
  private readonly arrivals: number[] = [];
  /** Bases whose weight is kept as it was before, of which others are there, and whose status may be another. */
  private readonly frozen = new Set<number>();
  private readonly bases = new Set<number>();
  private readonly statuses = new Set<number>();
  /** Places in the world's counts where others are present, and contingents of which others are outside. */
  private readonly cells = new Set<number>();
  private readonly contingents = new Set<number>();
  private isRoadOther = false;
  /** Whether person-days of all together are added up there, which they may be though nobody comes. */
  accrues = false;

  constructor(day: number) {
    this.day = day;
  }

  readonly beforeEvacuation = (base: number): void => void this.frozen.add(base);
  readonly populationChanged = (base: number): void => void this.bases.add(base);
  readonly statusChanged = (base: number): void => void this.statuses.add(base);
  readonly convoysChanged = (): void => void (this.isRoadOther = true);
  readonly departed = ({ share, home }: Heard): void =>
    this.hear(home ? Signal.departedHome : Signal.departedToBase, share);
  readonly announced = ({ share, home }: Heard): void =>
    this.hear(home ? Signal.announcedHome : Signal.announcedToBase, share);
  readonly returned = (share: number): void => this.hear(Signal.returned, share);

  private hear(signal: number, share: number): void {
    this.signals.push(signal);
    this.shares.push(share);
  }

  /** Notes who has gone where since `before`. */
  note(before: Snapshot, world: World): void {
    const { present, outside, underWay, contingents } = world;
    this.accrues = world.accruedTo === this.day;
    present.forEach((now, cell) => {
      if (now === before.present[cell]) return;
      this.cells.add(cell);
      this.bases.add(Math.floor(cell / contingents));
    });
    outside.forEach((now, contingent) => {
      if (now !== before.outside[contingent]) this.contingents.add(contingent);
    });
    for (const place of underWay.filter((k) => !before.underWay.includes(k))) {
      const convoy = world.convoys[place]!;
      this.convoys.push({ ...convoy, counts: convoy.counts.slice() });
    }
    this.arrivals.push(...before.underWay.filter((k) => !underWay.includes(k)));
  }

  /** Whether anybody is elsewhere, or rates may be others. */
  get changesRates(): boolean {
    const { frozen, bases, statuses, contingents, convoys, arrivals, signals, isRoadOther } = this;
    const sets = [frozen, bases, statuses, contingents];
    return isRoadOther || sets.some(({ size }) => size > 0) || convoys.length + arrivals.length + signals.length > 0;
  }

  /** Whether what another does next hangs on what this one has done before: on a weight that is kept, or on a status. */
  isSeenBy({ frozen, statuses }: DatedChange): boolean {
    return (
      [...this.bases].some((base) => frozen.has(base)) ||
      [...this.statuses].some((b) => frozen.has(b) || statuses.has(b))
    );
  }

  /** Takes in another of the same instant. */
  add(next: DatedChange): void {
    this.convoys.push(...next.convoys);
    this.shares.push(...next.shares);
    this.signals.push(...next.signals);
    this.arrivals.push(...next.arrivals);
    for (const base of next.frozen) this.frozen.add(base);
    for (const base of next.bases) this.bases.add(base);
    for (const base of next.statuses) this.statuses.add(base);
    for (const cell of next.cells) this.cells.add(cell);
    for (const contingent of next.contingents) this.contingents.add(contingent);
    this.isRoadOther ||= next.isRoadOther;
    this.accrues ||= next.accrues;
  }

  /**
   * What is to be carried out, in numbers: which parts there are, and of each the length of its list, then the list. Bases
   * to freeze; places in the world's counts with the persons there now, and bases with theirs; contingents with their
   * persons outside now, where a vacuum is seen; how many convoys set out; places of those that arrive; signals; bases with their status now.
   */
  script(now: Snapshot, isVacuumSeen: boolean): number[] {
    const { present, outside, status } = now;
    const parts: [part: number, isThere: boolean, list: number[]][] = [
      [Part.freezes, this.frozen.size > 0, list(this.frozen, (base) => [base])],
      [Part.accrues, this.accrues, []],
      [
        Part.bases,
        this.bases.size > 0,
        [
          ...list(this.cells, (cell) => [cell, present[cell]!]),
          ...list(this.bases, (base) => [base, ...personnelAt(base, now)]),
        ],
      ],
      [Part.outside, isVacuumSeen && this.contingents.size > 0, list(this.contingents, (c) => [c, outside[c]!])],
      [Part.convoys, this.convoys.length > 0, [this.convoys.length]],
      [Part.arrivals, this.arrivals.length > 0, list(this.arrivals, (place) => [place])],
      [Part.road, this.isRoadOther, []],
      [Part.signals, this.signals.length > 0, list(this.signals, (signal) => [signal])],
      [Part.statuses, this.statuses.size > 0, list(this.statuses, (base) => [base, status[base]!])],
    ];
    const there = parts.filter(([, isThere]) => isThere);
    return [there.reduce((sum, [part]) => sum + part, 0), ...there.flatMap(([, , numbers]) => numbers)];
  }
}

/** Persons at a base, and how many pairs of contingents there are, each of the two with its persons; the last may have 0. */
function personnelAt(base: number, { present, atBase, outside }: Snapshot): number[] {
  const contingents = Array.from(outside, (_, c) => c);
  const there = contingents
    .map((c) => [c, present[base * contingents.length + c]!])
    .filter(([, persons]) => persons! > 0);
  if (there.length % 2 === 1) there.push([0, 0]);
  return [atBase[base]!, there.length / 2, ...there.flat()];
}

interface Heard {
  readonly share: number;
  readonly home: boolean;
}

function list(items: Iterable<number>, tell: (item: number) => number[]): number[] {
  const all = [...items];
  return [all.length, ...all.flatMap(tell)];
}
