import { emptyConvoy, type Convoy } from './convoy.js';

/** What a base is to the personnel of the scenario. */
export const Status = { hosting: 0, handedOver: 1, closed: 2 } as const;

interface WorldSize {
  readonly bases: number;
  readonly contingents: number;
}

/**
 * Where everybody is, and the person-days that follow from it. Personnel are conserved: the sum over bases, convoys and
 * outside is the same in every instant.
 */
export class World {
  readonly bases: number;
  readonly contingents: number;
  /** Persons of contingent c at base b, at b * contingents + c. */
  readonly present: Int32Array;
  readonly atBase: Int32Array;
  /** Persons of each contingent at bases and on the way, those of routine supply among them. */
  readonly inTheatre: Int32Array;
  readonly status: Uint8Array;
  /** H_b as it is now. */
  readonly hardening: Float64Array;
  /** Outside the theatre, counted from 0 at the start: those who left less those who came. */
  readonly outside: Int32Array;
  /** By place. */
  readonly convoys: Convoy[] = [];
  convoyCount = 0;
  /** Places of those under way now, in ascending order. */
  readonly underWay: number[] = [];
  /** Those that {@link newConvoy} has made, by place. */
  private readonly ownConvoys: (Convoy | undefined)[] = [];
  /** Places of supply convoys that have come back, to be used again by others. */
  private readonly freeSupplyPlaces: number[] = [];
  personsAtBases = 0;
  personsInTransit = 0;
  /** Of those in transit, the people of routine supply, by contingent and together: they belong outside. */
  readonly onSupply: Int32Array;
  personsOnSupply = 0;

  /** All counts by base and contingent, and all days: the arrays of each are parts of one, so that all are cleared or taken over at once. */
  private readonly counts: Int32Array;
  private readonly days: Float64Array;
  /** Up to the last change of who is there; to the end of a replication once it is over. */
  readonly basePersonDays: Float64Array;
  /** Up to the last change of how many are in the theatre; to the end of a replication once it is over. */
  readonly contingentPersonDays: Float64Array;
  private readonly baseSince: Float64Array;
  private readonly contingentSince: Float64Array;
  transitPersonDays = NaN;
  supplyPersonDays = NaN;
  basesPersonDays = NaN;
  /** Integral of the Herfindahl index of personnel over bases, over the days with anyone at a base. */
  hhiDays = NaN;
  occupiedDays = NaN;
  hhiPeak = NaN;
  peakBasePopulation = 0;
  /** Day up to which the person-days of all together are added up. */
  accruedTo = NaN;
  /** Σ N_b². */
  private squares = 0;

  constructor({ bases, contingents }: WorldSize) {
    this.bases = bases;
    this.contingents = contingents;
    const ints = new Int32Array(bases * contingents + bases + 3 * contingents);
    const doubles = new Float64Array(2 * (bases + contingents));
    let int = 0;
    let double = 0;
    const counts = (length: number): Int32Array => ints.subarray(int, (int += length));
    const days = (length: number): Float64Array => doubles.subarray(double, (double += length));
    this.counts = ints;
    this.days = doubles;
    this.present = counts(bases * contingents);
    this.atBase = counts(bases);
    this.inTheatre = counts(contingents);
    this.outside = counts(contingents);
    this.onSupply = counts(contingents);
    this.status = new Uint8Array(bases);
    this.hardening = new Float64Array(bases);
    this.basePersonDays = days(bases);
    this.baseSince = days(bases);
    this.contingentPersonDays = days(contingents);
    this.contingentSince = days(contingents);
  }

  /** Starts a replication with nobody anywhere. Until then sums of days are NaN. */
  reset(): void {
    this.counts.fill(0);
    this.days.fill(0);
    this.status.fill(Status.hosting);
    // Shortening an array is slow, and mostly nothing is there.
    if (this.freeSupplyPlaces.length > 0) this.freeSupplyPlaces.length = 0;
    for (let k = 0; k < this.convoyCount; k++) this.convoys[k]!.onTheWay = false;
    if (this.underWay.length > 0) this.underWay.length = 0;
    this.convoyCount = 0;
    this.personsAtBases = 0;
    this.personsInTransit = 0;
    this.personsOnSupply = 0;
    this.supplyPersonDays = 0;
    this.transitPersonDays = this.basesPersonDays = this.hhiDays = this.occupiedDays = 0;
    this.hhiPeak = this.peakBasePopulation = this.accruedTo = this.squares = 0;
  }

  /** Adds up the person-days of all together to `day`. Must be called before anybody moves at `day`, and at the end. */
  accrue(day: number): void {
    const days = day - this.accruedTo;
    if (days <= 0) return;
    this.accruedTo = day;
    const { personsAtBases } = this;
    this.basesPersonDays += personsAtBases * days;
    this.transitPersonDays += this.personsInTransit * days;
    this.supplyPersonDays += this.personsOnSupply * days;
    if (personsAtBases === 0) return;
    const hhi = this.squares / (personsAtBases * personsAtBases);
    this.hhiDays += hhi * days;
    this.occupiedDays += days;
    if (hhi > this.hhiPeak) this.hhiPeak = hhi;
  }

  /** Adds up all person-days to the day on which the replication ends. */
  close(day: number): void {
    this.accrue(day);
    for (let b = 0; b < this.bases; b++) this.hold(b, this.atBase[b]!);
    for (let c = 0; c < this.contingents; c++) this.holdOutside(c, this.outside[c]!);
  }

  /** Takes over person-days, and where everybody is, from a world in which they went the same ways as in this one. */
  endAs(of: World): void {
    this.counts.set(of.counts);
    this.days.set(of.days);
    this.personsAtBases = of.personsAtBases;
    this.personsInTransit = of.personsInTransit;
    this.basesPersonDays = of.basesPersonDays;
    this.transitPersonDays = of.transitPersonDays;
    this.supplyPersonDays = of.supplyPersonDays;
    this.hhiDays = of.hhiDays;
    this.occupiedDays = of.occupiedDays;
    this.hhiPeak = of.hhiPeak;
    this.peakBasePopulation = of.peakBasePopulation;
    this.accruedTo = of.accruedTo;
  }

  /** Person-days at a base up to `day`, from its last change to which nobody may have come or gone. */
  personDaysAt(base: number, day: number): number {
    return this.basePersonDays[base]! + this.atBase[base]! * (day - this.baseSince[base]!);
  }

  /** Persons of a contingent stand at a base when the replication starts. */
  station(base: number, contingent: number, persons: number): void {
    this.inTheatre[contingent]! += persons;
    this.enter(base, contingent, persons);
  }

  /** Everybody stands where they stand in another world when the replication starts. */
  stationAs({ counts, personsAtBases, squares }: World): void {
    this.counts.set(counts);
    this.personsAtBases = personsAtBases;
    this.squares = squares;
  }

  /** People come to a base, or fewer than 0 leave it. */
  enter(base: number, contingent: number, persons: number): void {
    if (persons === 0) return;
    this.present[base * this.contingents + contingent]! += persons;
    this.hold(base, this.atBase[base]! + persons);
  }

  /** So many persons are at a base from now on; how many of each contingent they are is the caller’s to write. */
  hold(base: number, persons: number): void {
    const { atBase, accruedTo } = this;
    const before = atBase[base]!;
    const days = accruedTo - this.baseSince[base]!;
    if (days !== 0) {
      this.baseSince[base] = accruedTo;
      this.basePersonDays[base]! += before * days;
      if (before > this.peakBasePopulation) this.peakBasePopulation = before;
    }
    this.squares += (persons - before) * (before + persons);
    this.put(base, persons);
  }

  /** The same where person-days are told by others: see {@link endAs}. */
  put(base: number, persons: number): void {
    this.personsAtBases += persons - this.atBase[base]!;
    this.atBase[base] = persons;
  }

  /** People who are in the theatre no longer, or fewer than 0 who come to it. */
  goOutside(contingent: number, persons: number): void {
    if (persons !== 0) this.holdOutside(contingent, this.outside[contingent]! + persons);
  }

  /** So many persons of a contingent are outside from now on. */
  holdOutside(contingent: number, persons: number): void {
    const { accruedTo, contingentSince, inTheatre, outside } = this;
    const before = inTheatre[contingent]!;
    this.contingentPersonDays[contingent]! += before * (accruedTo - contingentSince[contingent]!);
    contingentSince[contingent] = accruedTo;
    inTheatre[contingent] = before + outside[contingent]! - persons;
    outside[contingent] = persons;
  }

  /** A place for people on the way; its counts are the caller's to fill before {@link setOut}. */
  newConvoy({ supplies = -1 }: { readonly supplies?: number } = {}): {
    readonly index: number;
    readonly convoy: Convoy;
  } {
    const free = supplies < 0 ? undefined : this.freeSupplyPlaces.pop();
    const index = free ?? this.convoyCount++;
    const convoy = (this.ownConvoys[index] ??= emptyConvoy(this.contingents));
    this.convoys[index] = convoy;
    convoy.counts.fill(0);
    convoy.supplies = supplies;
    return { index, convoy };
  }

  /** Gives a convoy that is the caller's a place; nobody may be in it who belongs outside. */
  placeOf(convoy: Convoy): number {
    const place = this.convoyCount++;
    this.convoys[place] = convoy;
    return place;
  }

  setOut(index: number): void {
    const convoy = this.convoys[index]!;
    convoy.onTheWay = true;
    const { underWay } = this;
    let place = underWay.push(index) - 1;
    for (; place > 0 && underWay[place - 1]! > index; place--) underWay[place] = underWay[place - 1]!;
    underWay[place] = index;
    this.personsInTransit += convoy.persons;
    if (convoy.supplies >= 0) this.countSupply(convoy, 1);
  }

  arrive(index: number): void {
    const convoy = this.convoys[index]!;
    convoy.onTheWay = false;
    const { underWay } = this;
    const last = underWay.length - 1;
    for (let place = underWay.indexOf(index); place < last; place++) underWay[place] = underWay[place + 1]!;
    underWay.pop();
    this.personsInTransit -= convoy.persons;
    if (convoy.supplies < 0) return;
    this.countSupply(convoy, -1);
    this.freeSupplyPlaces.push(index);
  }

  private countSupply(convoy: Convoy, sign: 1 | -1): void {
    for (let c = 0; c < this.contingents; c++) this.onSupply[c]! += sign * convoy.counts[c]!;
    this.personsOnSupply += sign * convoy.persons;
  }

  /** Persons at bases and on the way who are stationed in the theatre: all but those of routine supply. */
  get stationed(): number {
    return this.personsAtBases + this.personsInTransit - this.personsOnSupply;
  }

  /** Persons of a contingent anywhere: constant over time. */
  everywhere(contingent: number): number {
    return this.outside[contingent]! + this.inTheatre[contingent]!;
  }
}

/** Whether there is anybody at a base whom an attack on it would be an attack on. */
export function isTarget(world: World, base: number): boolean {
  return world.status[base] === Status.hosting && world.atBase[base]! > 0;
}
