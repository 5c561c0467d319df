import { firstSource } from './cause.js';
import type { Detail } from './detail.js';
import { weekCount } from './outcome-columns.js';
import type { World } from './world.js';

interface Casualties {
  readonly killed: number;
  readonly wounded: number;
  readonly killedOf: Int32Array;
  readonly woundedOf: Int32Array;
}

/** What the attacks of one replication came to. Person-days are the world's. */
export class Tally {
  attacksOnBases = 0;
  attacksOnConvoys = 0;
  attacksOnHandedOver = 0;
  personAttacksAtBases = 0;
  personAttacksInTransit = 0;
  /** Of those on convoys, the ones on routine supply. */
  attacksOnSupply = 0;
  personAttacksOnSupply = 0;
  expectedAttacks = NaN;
  expectedPersonAttacks = NaN;
  maxKilled = 0;
  firstFatalDay = NaN;
  readonly baseAttacks: Float64Array;
  readonly baseAttacksHandedOver: Float64Array;
  readonly basePersonAttacks: Float64Array;
  readonly contingentPersonAttacks: Float64Array;
  readonly contingentKilled: Float64Array;
  readonly contingentWounded: Float64Array;
  readonly actorAttacks: Float64Array;
  readonly modeAttacks: Float64Array;
  /** Attacks on the personnel counted, by {@link Cause} and source. */
  readonly causes: Float64Array;
  readonly weeklyAttacks: Float64Array;
  readonly weeklyPersonAttacks: Float64Array;
  readonly weeklyPersonDays: Float64Array;
  /** Told every attack too, where somebody asks for more than totals. */
  detail: Detail | undefined = undefined;
  /** All of these behind one another, so that they are cleared at once. */
  private readonly all: Float64Array;
  private personDaysSeen = NaN;
  private week = 0;

  constructor(size: {
    readonly bases: number;
    readonly contingents: number;
    readonly actors: number;
    readonly modes: number;
    readonly horizonDays: number;
  }) {
    const weeks = weekCount(size.horizonDays);
    const causes = firstSource + size.actors + 1;
    this.all = new Float64Array(3 * (size.bases + size.contingents + weeks) + size.actors + size.modes + causes);
    let place = 0;
    const column = (length: number): Float64Array => this.all.subarray(place, (place += length));
    this.baseAttacks = column(size.bases);
    this.baseAttacksHandedOver = column(size.bases);
    this.basePersonAttacks = column(size.bases);
    this.contingentPersonAttacks = column(size.contingents);
    this.contingentKilled = column(size.contingents);
    this.contingentWounded = column(size.contingents);
    this.actorAttacks = column(size.actors);
    this.modeAttacks = column(size.modes);
    this.causes = column(causes);
    this.weeklyAttacks = column(weeks);
    this.weeklyPersonAttacks = column(weeks);
    this.weeklyPersonDays = column(weeks);
  }

  reset(): void {
    this.all.fill(0);
    this.attacksOnBases = this.attacksOnConvoys = this.attacksOnHandedOver = 0;
    this.personAttacksAtBases = this.personAttacksInTransit = 0;
    this.attacksOnSupply = this.personAttacksOnSupply = 0;
    this.expectedAttacks = this.expectedPersonAttacks = 0;
    this.maxKilled = 0;
    this.firstFatalDay = NaN;
    this.personDaysSeen = 0;
    this.week = 0;
    this.detail?.reset();
  }

  /** An attack on a base that hosts personnel: those present are exposed. */
  attackOnBase(world: World, base: number, actor: number): void {
    const persons = world.atBase[base]!;
    this.attacksOnBases++;
    this.baseAttacks[base]!++;
    this.personAttacksAtBases += persons;
    this.basePersonAttacks[base]! += persons;
    const { present, contingents } = world;
    const { contingentPersonAttacks } = this;
    const from = base * contingents;
    const end = from + contingents;
    // Mostly a base has people of some contingents only.
    for (let at = from; at < end; at = (at + 1) | 0) {
      const there = present[at]!;
      if (there > 0) contingentPersonAttacks[at - from]! += there;
    }
    this.exposure(actor, persons);
  }

  attackOnConvoy(world: World, convoyIndex: number, actor: number): void {
    const { counts, persons, supplies } = world.convoys[convoyIndex]!;
    this.attacksOnConvoys++;
    this.personAttacksInTransit += persons;
    if (supplies >= 0) {
      this.attacksOnSupply++;
      this.personAttacksOnSupply += persons;
    }
    for (let c = 0; c < world.contingents; c++) this.contingentPersonAttacks[c]! += counts[c]!;
    this.exposure(actor, persons);
  }

  mode(mode: number): void {
    this.modeAttacks[mode]!++;
  }

  cause(cause: number): void {
    this.causes[cause]!++;
  }

  attackOnHandedOver(base: number): void {
    this.attacksOnHandedOver++;
    this.baseAttacksHandedOver[base]!++;
  }

  /** The casualties of one attack, in all and by contingent. */
  casualties(day: number, { killed, wounded, killedOf, woundedOf }: Casualties): void {
    if (wounded > 0) addTo(this.contingentWounded, woundedOf);
    if (killed === 0) return;
    addTo(this.contingentKilled, killedOf);
    if (killed > this.maxKilled) this.maxKilled = killed;
    if (Number.isNaN(this.firstFatalDay)) this.firstFatalDay = day;
  }

  /** Closes a week: what came since the last observation is that week's. The world's person-days must stand at this instant. */
  observe(world: World): void {
    const personDays = world.basesPersonDays + world.transitPersonDays;
    this.weeklyPersonDays[this.week++] = personDays - this.personDaysSeen;
    this.personDaysSeen = personDays;
    this.detail?.observe(world);
  }

  private exposure(actor: number, persons: number): void {
    this.actorAttacks[actor]!++;
    this.weeklyAttacks[this.week]!++;
    this.weeklyPersonAttacks[this.week]! += persons;
  }
}

function addTo(sums: Float64Array, counts: Int32Array): void {
  for (let c = 0; c < sums.length; c++) {
    const count = counts[c]!;
    if (count > 0) sums[c]! += count;
  }
}
