import { pickVictims } from '../random/laws/pick-victims.js';
import type { ActorState } from './actor-state.js';
import { chainCasualties, chainKilled } from './chain-severity.js';
import type { CompiledScenario } from './compile.js';
import type { Defences } from './defences.js';
import { purpose, type Marks } from './marks.js';
import { QuickSeverity } from './quick-severity.js';
import type { Hit } from './target-choice.js';
import type { World } from './world.js';

// Constants of this file are numbers to the engine; those of another it looks up at each use.
const { killedWho, woundedWho } = purpose;
const pick = pickVictims;

/** What one attack does to those who are there (model, section 6): by which mode, how many casualties, and whose. Holds the last one drawn. */
export class AttackCasualties {
  mode = 0;
  killed = 0;
  wounded = 0;
  /** By contingent; what stands here where nobody was killed, or wounded, is of an earlier attack. */
  readonly killedOf: Int32Array;
  readonly woundedOf: Int32Array;
  private readonly survivorsOf: Int32Array;
  private readonly compiled: CompiledScenario;
  private readonly world: World;
  private readonly states: readonly ActorState[];
  private readonly values: Float64Array;
  private readonly defences: Defences;
  private readonly marks: Marks;
  private readonly quick = new QuickSeverity();

  constructor(parts: {
    readonly compiled: CompiledScenario;
    readonly world: World;
    readonly states: readonly ActorState[];
    readonly values: Float64Array;
    readonly defences: Defences;
    readonly marks: Marks;
  }) {
    this.compiled = parts.compiled;
    this.world = parts.world;
    this.states = parts.states;
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

  /** Draws what the attack that the marks stand at does to those whom it hits. */
  draw(actor: number, hit: Hit): void {
    const { world, quick, marks } = this;
    const { index, isOnRoad } = hit;
    const persons = isOnRoad ? world.convoys[index]!.persons : world.atBase[index]!;
    this.mode = this.defences.hasModes ? this.chooseMode(actor, hit) : 0;
    if (this.compiled.severity.isChain === true) this.drawChain(persons, hit);
    else {
      const killed = quick.drawKilled(persons, marks);
      this.killed = killed;
      this.wounded = quick.drawWounded(persons - killed, marks);
    }
    if (this.killed + this.wounded > 0) this.chooseVictims(persons, hit);
  }

  private chooseMode(actor: number, hit: Hit): number {
    const { interceptionAversion } = this.states[actor]!;
    return this.defences.chooseMode({ actor, base: hit.base, interceptionAversion }, this.marks);
  }

  private drawChain(persons: number, { base }: Hit): void {
    const { compiled, values, marks, defences, mode } = this;
    const shelter = base < 0 ? 0 : Math.min(1, this.world.hardening[base]!);
    const attack = { base, mode, persons, shelter, marks };
    const casualties = chainCasualties(compiled, values, { attack, defences });
    this.killed = chainKilled(compiled, values, { casualties, marks });
    this.wounded = casualties - this.killed;
  }

  /** Without replacement from those who are there, the killed first. */
  private chooseVictims(persons: number, { index, isOnRoad }: Hit): void {
    const { world, killed, wounded, killedOf, woundedOf, survivorsOf, marks } = this;
    const counts = isOnRoad ? world.convoys[index]!.counts : world.present;
    const from = isOnRoad ? 0 : index * world.contingents;
    if (killed > 0) pick({ counts, from, persons, victims: killed, into: killedOf, next: marks.streamOf(killedWho) });
    if (wounded === 0) return;
    const next = marks.streamOf(woundedWho);
    if (killed === 0) {
      pick({ counts, from, persons, victims: wounded, into: woundedOf, next });
      return;
    }
    for (let c = 0; c < survivorsOf.length; c++) survivorsOf[c] = counts[from + c]! - killedOf[c]!;
    pick({ counts: survivorsOf, from: 0, persons: persons - killed, victims: wounded, into: woundedOf, next });
  }
}
