import { EventCalendar } from '../kernel/index.js';
import { ActorState } from './actor-state.js';
import { BaseSizes } from './base-sizes.js';
import type { CompiledScenario } from './compile.js';
import { referenceRates } from './convoy-hazard.js';
import { Defences } from './defences.js';
import { drawValues } from './draw-values.js';
import { placeGarrisons } from './garrisons.js';
import type { FirstLuck } from './luck.js';
import { equalData } from './scenario/equal-data.js';
import type { Scenario } from './scenario/schema.js';
import { TargetWeights } from './target-weights.js';
import { presenceOf } from './vacuum.js';
import { World } from './world.js';

/**
 * A scenario that is measured against the start of another, the baseline of a study: S_ref, P_ref and λ_ref are the
 * baseline's, from its own draws in each replication, and used unchanged (model, section 2). Where both start in the same
 * world the scenario is given back as it is: its own references are those of the baseline, bit for bit.
 */
export function withReference(compiled: CompiledScenario, baseline: CompiledScenario): CompiledScenario {
  const same = startsLike(compiled.scenario, baseline.scenario);
  return { ...compiled, reference: same ? undefined : { ...baseline, reference: undefined } };
}

/** What neither the world at the start nor the draws of its numbers depend on. Keys not listed are taken to matter. */
const laterKeys = [
  'title',
  'name',
  'question',
  'country',
  'map',
  'end',
  'handOverResidual',
  'lift',
  'windows',
  'claims',
  'record',
  'warmStart',
  'maxEvents',
];

/** Whether two scenarios begin in the same world and draw the same numbers at the same attempt. */
export function startsLike(a: Scenario, b: Scenario): boolean {
  // Supply and strikes of rules are bounded by people who arrive by plan, when it is decided whether to draw again.
  const planMatters = [a, b].some(({ supply, rules }) => supply !== undefined || rules.length > 0);
  const later = planMatters ? laterKeys : [...laterKeys, 'plan'];
  const startOf = (scenario: Scenario) =>
    Object.fromEntries(Object.entries(scenario).filter(([key]) => !later.includes(key)));
  return equalData(startOf(a), startOf(b));
}

/** The baseline just before anything happens in it, replication by replication, on memory that is used again. */
export class ReferenceStart {
  /** P_ref = Σ k_c × persons in the theatre. */
  presence = NaN;
  /** λ_ref by actor key, attacks per day. */
  ratesPerDay: ReadonlyMap<string, number> = new Map();
  private readonly compiled: CompiledScenario;
  private readonly values: Float64Array;
  private readonly calendar = new EventCalendar();
  private readonly world: World;
  private readonly defences: Defences;
  private readonly sizes: BaseSizes;
  private readonly weights: TargetWeights;
  private readonly states: readonly ActorState[];

  constructor(compiled: CompiledScenario) {
    const { calendar } = this;
    const values = new Float64Array(compiled.parameters.points.length);
    this.compiled = compiled;
    this.values = values;
    this.world = new World({ bases: compiled.baseKeys.length, contingents: compiled.contingentKeys.length });
    this.defences = new Defences({ compiled, calendar, values });
    this.sizes = new BaseSizes(compiled);
    const { world, sizes, defences } = this;
    const states = compiled.actors.map((_, number) => new ActorState(compiled, { number, sizes }));
    this.states = states;
    this.weights = new TargetWeights({ compiled, world, states, sizes, defences });
  }

  /** Works out one replication's references. */
  read(luck: FirstLuck): void {
    const { compiled, values, world, states } = this;
    drawValues(compiled, luck, values);
    this.calendar.clear();
    world.reset();
    placeGarrisons({ compiled, world, values });
    this.defences.reset();
    for (const state of states) state.reset(values);
    this.sizes.reset(values, world);
    this.weights.reset(values);
    this.presence = presenceOf({ compiled, world, values });
    this.ratesPerDay = referenceRates(compiled, values);
  }

  /** S_ref of an actor by its key; undefined for one that the baseline does not have. */
  weightOf(actor: string): number | undefined {
    return this.states.find((state) => state.actor.key === actor)?.hostWeight;
  }
}
