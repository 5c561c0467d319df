import type { CompiledScenario } from './compile.js';
import type { World } from './world.js';

/** N_ref of the model: personnel at which a base without protection has weight 1. */
const referencePersonnel = 1000;

/**
 * How large bases and convoys are to those who look for targets: Ñ/N_ref, persons counted by the salience of their
 * contingent (model, section 4). All actors see the same, each to the power of its own exponent, so logarithms are kept.
 */
export class BaseSizes {
  /** ln(Ñ_b/N_ref) of each base as it was counted last; −Infinity where nobody is. */
  readonly logs: Float64Array;
  /** By contingent. */
  readonly salience: Float64Array;
  private readonly slots: readonly number[];

  constructor({ baseKeys, contingentKeys, salience }: CompiledScenario) {
    this.logs = new Float64Array(baseKeys.length);
    this.salience = new Float64Array(contingentKeys.length);
    this.slots = salience;
  }

  /** Reads the replication's numbers, and counts who is at every base. */
  reset(values: Float64Array, world: World): void {
    const { logs, salience, slots } = this;
    for (let c = 0; c < salience.length; c++) salience[c] = values[slots[c]!]!;
    for (let base = 0; base < logs.length; base++) this.count(world, base);
  }

  /** Counts who is at a base now. */
  count({ atBase, contingents, present }: World, base: number): void {
    this.logs[base] = atBase[base] === 0 ? -Infinity : this.logOf(present, base * contingents);
  }

  /** Takes Ñ_b over. Returns ln(Ñ_b/N_ref). */
  set(base: number, salient: number): number {
    return (this.logs[base] = Math.log(salient / referencePersonnel));
  }

  /** ln(Ñ/N_ref) of the persons in a row of counts. */
  logOf(counts: Int32Array, from: number): number {
    const { salience } = this;
    let salient = 0;
    for (let c = 0; c < salience.length; c++) {
      const persons = counts[from + c]!;
      // Mostly a base has few contingents.
      if (persons !== 0) salient += salience[c]! * persons;
    }
    return Math.log(salient / referencePersonnel);
  }
}
