import { chainCasualties, chainKilled } from './chain-severity.js';
import type { CompiledScenario } from './compile.js';
import type { Defences } from './defences.js';
import { purpose, purposeOf, type AttackMarks } from './marks.js';
import { QuickSeverity } from './quick-severity.js';
import type { World } from './world.js';

/** Casualties of the host forces in one attack. */
export interface HostCasualties {
  readonly hostKilled: number;
  readonly hostWounded: number;
}

/**
 * Host forces at bases and their casualties (model, section 6): as many persons at a base all the time, hit by attacks on
 * it whether it hosts or was handed over. They are nobody's target, are in no exposure, and nothing reacts to their dead.
 */
export class HostForces {
  /** By base. */
  readonly killed: Float64Array;
  readonly wounded: Float64Array;
  private readonly compiled: CompiledScenario;
  private readonly world: World;
  private readonly values: Float64Array;
  private readonly defences: Defences;
  private readonly marks: AttackMarks;
  private readonly severity = new QuickSeverity();

  constructor(parts: {
    readonly compiled: CompiledScenario;
    readonly world: World;
    readonly values: Float64Array;
    readonly defences: Defences;
    /** Stand at the attack when it is drawn. */
    readonly marks: AttackMarks;
  }) {
    this.compiled = parts.compiled;
    this.world = parts.world;
    this.values = parts.values;
    this.defences = parts.defences;
    this.marks = hostMarks(parts.marks);
    this.killed = new Float64Array(this.world.bases);
    this.wounded = new Float64Array(this.world.bases);
  }

  reset(): void {
    this.killed.fill(0);
    this.wounded.fill(0);
  }

  /** Whether there are any at a base. */
  areAt(base: number): boolean {
    return this.compiled.hostForces[base]! >= 0;
  }

  /** Draws and counts what the attack that the marks stand at does to the host forces; undefined where a base has none. */
  attacked(attack: {
    readonly actor: number;
    readonly base: number;
    /** χ of the actor: the mode is that of the attack. */
    readonly interceptionAversion: number;
  }): HostCasualties | undefined {
    const { base } = attack;
    const slot = this.compiled.hostForces[base]!;
    if (slot < 0) return undefined;
    const persons = Math.round(this.values[slot]!);
    const casualties = this.compiled.severity.isChain
      ? this.chain({ base, persons, mode: this.defences.chooseMode(attack, this.marks) })
      : this.quick(persons);
    this.killed[base]! += casualties.hostKilled;
    this.wounded[base]! += casualties.hostWounded;
    return casualties;
  }

  private chain(place: { readonly base: number; readonly persons: number; readonly mode: number }): HostCasualties {
    const { compiled, values, defences, marks } = this;
    const shelter = Math.min(1, this.world.hardening[place.base]!);
    const casualties = chainCasualties(compiled, values, { attack: { ...place, shelter, marks }, defences });
    const hostKilled = chainKilled(compiled, values, { casualties, marks });
    return { hostKilled, hostWounded: casualties - hostKilled };
  }

  private quick(persons: number): HostCasualties {
    const { marks, severity } = this;
    severity.read(this.compiled, this.values);
    const hostKilled = severity.drawKilled(persons, marks);
    return { hostKilled, hostWounded: severity.drawWounded(persons - hostKilled, marks) };
  }
}

/** What is drawn for the host forces apart. The mode, the rounds, those stopped and the warning are the attack's: one for all. */
const ownPurposes = new Map(
  (['impacts', 'tails', 'tail', 'casualties', 'fatal', 'killed', 'wounded'] as const).map((name) => [
    purpose[name],
    purposeOf(`host/${name}`),
  ]),
);

function hostMarks(marks: AttackMarks): AttackMarks {
  const own = (key: number): number => ownPurposes.get(key) ?? key;
  return {
    first: (key) => marks.first(own(key)),
    at: (key, entity) => marks.at(own(key), entity),
    streamOf: (key) => marks.streamOf(own(key)),
  };
}
