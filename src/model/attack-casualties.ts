import { pickVictims } from '../random/laws/pick-victims.js';
import { chainCasualties, chainKilled } from './chain-severity.js';
import type { CompiledScenario } from './compile.js';
import type { Defences } from './defences.js';
import { purpose, type Marks } from './marks.js';
import { QuickSeverity } from './quick-severity.js';
import type { World } from './world.js';

/** Where an attack falls, and on whom. */
export class AttackedPlace {
  actor = 0;
  /** Base index, or -1 on the road. */
  base = -1;
  /** χ of the actor. */
  interceptionAversion = NaN;
  persons = 0;
  /** Persons of each contingent, at place `from` and behind it. */
  counts: Int32Array = new Int32Array(0);
  from = 0;
}

/** What one attack does to those who are there (model, section 6): by which mode, how many casualties, and whose. Holds the last one drawn. */
export class AttackCasualties {
  /** Where the next one falls: to be filled before {@link draw}. One place for all attacks, so that none is left behind. */
  readonly place = new AttackedPlace();
  mode = 0;
  killed = 0;
  wounded = 0;
  /** By contingent. */
  readonly killedOf: Int32Array;
  readonly woundedOf: Int32Array;
  private readonly survivorsOf: Int32Array;
  private readonly compiled: CompiledScenario;
  private readonly world: World;
  private readonly values: Float64Array;
  private readonly defences: Defences;
  private readonly marks: Marks;
  private readonly quick = new QuickSeverity();

  constructor(parts: {
    readonly compiled: CompiledScenario;
    readonly world: World;
    readonly values: Float64Array;
    readonly defences: Defences;
    readonly marks: Marks;
  }) {
    this.compiled = parts.compiled;
    this.world = parts.world;
    this.values = parts.values;
    this.defences = parts.defences;
    this.marks = parts.marks;
    this.killedOf = new Int32Array(this.world.contingents);
    this.woundedOf = new Int32Array(this.world.contingents);
    this.survivorsOf = new Int32Array(this.world.contingents);
  }

  /** Reads the replication's numbers. */
  reset(): void {
    this.quick.read(this.compiled, this.values);
  }

  /** Draws the attack that the marks stand at. */
  draw(): void {
    const { marks, defences, place } = this;
    if (this.killed > 0) this.killedOf.fill(0);
    if (this.wounded > 0) this.woundedOf.fill(0);
    this.mode = defences.hasModes ? defences.chooseMode(place, marks) : 0;
    if (this.compiled.severity.isChain === true) this.drawChain(place);
    else {
      this.killed = this.quick.drawKilled(place.persons, marks);
      this.wounded = this.quick.drawWounded(place.persons - this.killed, marks);
    }
    if (this.killed + this.wounded > 0) this.chooseVictims(place);
  }

  private drawChain({ base, persons }: AttackedPlace): void {
    const { compiled, values, marks, defences, mode } = this;
    const shelter = base < 0 ? 0 : Math.min(1, this.world.hardening[base]!);
    const attack = { base, mode, persons, shelter, marks };
    const casualties = chainCasualties(compiled, values, { attack, defences });
    this.killed = chainKilled(compiled, values, { casualties, marks });
    this.wounded = casualties - this.killed;
  }

  /** Without replacement from those who are there, the killed first. */
  private chooseVictims({ counts, from }: AttackedPlace): void {
    const { killed, wounded, killedOf, woundedOf, survivorsOf, marks } = this;
    if (killed > 0)
      pickVictims({ counts, from, victims: killed, into: killedOf, next: marks.streamOf(purpose.killedWho) });
    if (wounded === 0) return;
    const next = marks.streamOf(purpose.woundedWho);
    if (killed === 0) {
      pickVictims({ counts, from, victims: wounded, into: woundedOf, next });
      return;
    }
    for (let c = 0; c < survivorsOf.length; c++) survivorsOf[c] = counts[from + c]! - killedOf[c]!;
    pickVictims({ counts: survivorsOf, from: 0, victims: wounded, into: woundedOf, next });
  }
}
