import { AttackCasualties } from './attack-casualties.js';
import type { AttackProcess } from './attack-process.js';
import { Cause, firstSource } from './cause.js';
import { OUTSIDE } from './compile-plan.js';
import type { CompiledScenario } from './compile.js';
import type { Convoy } from './convoy.js';
import type { Defences } from './defences.js';
import { byContingent, type Happening, type HappeningSink } from './happening.js';
import type { HostCasualties, HostForces } from './host-forces.js';
import type { Rules } from './rules.js';
import { STRIKES } from './scenario/reference-faults.js';
import type { Tally } from './tally.js';
import type { Hit } from './target-choice.js';
import { Status, type World } from './world.js';

/** What follows from an attack: casualties, the count of it, the attacks it provokes, the rules it tests. */
export class AttackEffects {
  sink: HappeningSink | undefined = undefined;
  private readonly compiled: CompiledScenario;
  private readonly world: World;
  private readonly tally: Tally;
  private readonly process: AttackProcess;
  private readonly rules: Rules;
  private readonly hostForces: HostForces;
  private readonly casualties: AttackCasualties;

  constructor(parts: {
    readonly compiled: CompiledScenario;
    readonly world: World;
    readonly tally: Tally;
    readonly values: Float64Array;
    readonly defences: Defences;
    readonly process: AttackProcess;
    readonly rules: Rules;
    readonly hostForces: HostForces;
  }) {
    this.compiled = parts.compiled;
    this.world = parts.world;
    this.tally = parts.tally;
    this.process = parts.process;
    this.rules = parts.rules;
    this.hostForces = parts.hostForces;
    this.casualties = new AttackCasualties({ ...parts, states: this.process.states, marks: this.process.marks });
  }

  /** Reads the replication's numbers. */
  reset(): void {
    this.casualties.reset();
  }

  /** An attack on those who are there now, before its own effects. Levels must stand at the day. */
  attack(actor: number, hit: Hit, day: number): void {
    if (!hit.isOnRoad && this.world.status[hit.index] === Status.handedOver) {
      this.onHandedOver(actor, hit, day);
      return;
    }
    this.casualties.draw(actor, hit);
    this.onPersonnel(actor, hit, day);
  }

  /** Not on the personnel counted: nobody is exposed, no rule is tested. */
  private onHandedOver(actor: number, hit: Hit, day: number): void {
    const { compiled } = this;
    this.tally.attackOnHandedOver(hit.index);
    const host = this.hostForces.areAt(hit.index) ? this.onHostForces(actor, hit.index) : undefined;
    this.process.excite(actor, { killed: false, base: hit.index });
    this.sink?.({
      kind: 'attackOnHandedOver',
      day,
      base: compiled.baseKeys[hit.index]!,
      actor: compiled.actorKeys[actor]!,
      cause: this.causeName(hit.cause),
      ...host,
    });
  }

  /** On those whose {@link casualties} were drawn. */
  private onPersonnel(actor: number, hit: Hit, day: number): void {
    const { world, tally, compiled, casualties } = this;
    const { base } = hit;
    if (base < 0) tally.attackOnConvoy(world, hit.index, actor);
    else tally.attackOnBase(world, base, actor);
    tally.cause(hit.cause);
    tally.mode(casualties.mode);
    const { killed } = casualties;
    if (killed + casualties.wounded > 0) tally.casualties(day, casualties);
    const host = base >= 0 && this.hostForces.areAt(base) ? this.onHostForces(actor, base) : undefined;
    this.process.excite(actor, { killed: killed > 0, base });
    if (tally.detail !== undefined || this.sink !== undefined || compiled.rules.length > 0)
      this.tell(actor, { hit, day, host });
  }

  /** Tells of an attack on the personnel those who want to know more than totals. */
  private tell(
    actor: number,
    { hit, day, host }: { readonly hit: Hit; readonly day: number; readonly host: HostCasualties | undefined },
  ): void {
    const { world, compiled } = this;
    const { base, cause } = hit;
    const convoy = base < 0 ? world.convoys[hit.index]! : undefined;
    const persons = convoy ? convoy.persons : world.atBase[base]!;
    this.tally.detail?.attack(base, { day, persons, cause });
    const from = convoy ? 0 : base * world.contingents;
    const counts = (convoy ? convoy.counts : world.present).subarray(from, from + world.contingents);
    const { mode, killed, wounded, killedOf } = this.casualties;
    if (this.sink) {
      const row = {
        day,
        actor: compiled.actorKeys[actor]!,
        mode: compiled.modeKeys[mode]!,
        persons,
        killed,
        wounded,
        cause: this.causeName(cause),
        ...this.whoWasThere(counts),
      };
      this.sink(
        convoy
          ? { kind: 'attackOnConvoy', ...row, ...this.onTheRoad(convoy) }
          : {
              kind: 'attackOnBase',
              base: compiled.baseKeys[base]!,
              ...row,
              ...host,
              ...(hit.isRepeat ? { repeat: true } : {}),
            },
      );
    }
    if (compiled.rules.length === 0) return;
    const killedOfContingent = (c: number): number => (killed > 0 ? killedOf[c]! : 0);
    this.rules.attacked({ day, base, killed, killedOf: killedOfContingent, presentOf: (c) => counts[c]! });
  }

  private onHostForces(actor: number, base: number): HostCasualties | undefined {
    const { interceptionAversion } = this.process.states[actor]!;
    return this.hostForces.attacked({ actor, base, interceptionAversion });
  }

  private whoWasThere(counts: Int32Array): Partial<Happening> {
    const { contingentKeys } = this.compiled;
    const { killed, wounded, killedOf, woundedOf } = this.casualties;
    return {
      personsOf: byContingent(counts, contingentKeys),
      ...(killed > 0 ? { killedOf: byContingent(killedOf, contingentKeys) } : {}),
      ...(wounded > 0 ? { woundedOf: byContingent(woundedOf, contingentKeys) } : {}),
    };
  }

  private onTheRoad({ supplies, identity, to }: Convoy): Partial<Happening> {
    const { baseKeys } = this.compiled;
    if (supplies >= 0) return { name: `supply of ${baseKeys[supplies]!}`, toBase: baseKeys[supplies]! };
    return { convoy: identity, toBase: to === OUTSIDE ? 'home' : baseKeys[to]! };
  }

  private causeName(cause: number): string {
    const source = cause - firstSource;
    if (source >= 0) return this.compiled.actorKeys[source] ?? STRIKES;
    return cause === Cause.background ? 'background' : cause === Cause.emboldened ? 'emboldened' : 'vacuum';
  }
}
