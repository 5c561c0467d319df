import type { CompiledScenario } from '../model/compile.js';
import { EventKind } from '../model/event-kind.js';
import { byContingent, type ByContingent, type Happening } from '../model/happening.js';
import type { Past } from '../model/luck.js';
import { outcomeColumns } from '../model/outcome-columns.js';
import { recordOutcomes } from '../model/record-outcomes.js';
import { Simulator } from '../model/replication.js';
import { STRIKES } from '../model/scenario/reference-faults.js';
import { Status } from '../model/world.js';

/** Totals that can be taken off those of a whole replication, to have what came after a past. */
export const pastTotals: readonly string[] = [
  'personDays',
  'attacks',
  'attacksOnBases',
  'attacksOnConvoys',
  'attacksOnHandedOver',
  'personAttacks',
  'killed',
  'wounded',
  'strikes',
];

/** Where a past leaves the world, just before its day. */
export interface PastState {
  readonly bases: readonly {
    readonly base: string;
    readonly status: keyof typeof Status;
    readonly persons: number;
    readonly personsOf: ByContingent;
  }[];
  readonly personsOnTheWay: number;
  readonly actors: readonly {
    readonly actor: string;
    readonly attacksPerDay: number;
    /** Part of that which attacks and strikes before provoke. */
    readonly provokedPerDay: number;
    /** γ of the regimes and truces that hold. */
    readonly gate: number;
    /** z_w, z_d and v (model, sections 1 and 3). */
    readonly emboldened: number;
    readonly deterred: number;
    readonly vacuum: number;
  }[];
  /** e_j by source: every actor, and strikes. */
  readonly excitation: Readonly<Record<string, number>>;
  /** `truce`, `conflict: high`. */
  readonly regimes: readonly string[];
  /** Persons whom orders under way should have taken, and who have not left. */
  readonly personsStillToLeave: number;
  /** What rules decided and is not done yet. */
  readonly decisionsPending: number;
}

/** A past as it came about. */
export interface TakenPast {
  /** Every happening before the day, in order; without the numbers that a plan's lines have by their place in it. */
  readonly events: readonly Happening[];
  /** {@link pastTotals} by name. */
  readonly totals: Readonly<Record<string, number>>;
  readonly state: PastState;
  /** The uncertain numbers that were drawn, by path. */
  readonly numbers: Readonly<Record<string, number>>;
}

/** Simulates a past up to its day: that is all that saving and taking it up again need. */
export function takePast(compiled: CompiledScenario, past: Past): TakenPast {
  const simulator = new Simulator(compiled);
  const events: Happening[] = [];
  let decisions = 0;
  simulator.onEvent = (kind) => {
    if (kind === EventKind.ruleAction) decisions++;
  };
  const end = simulator.runBefore(past, (row) => events.push(withoutPlaces(row)));
  const columns = outcomeColumns(compiled);
  const found = new Float64Array(columns.length);
  recordOutcomes(simulator, end, found);
  const total = (name: string): number => found[columns.findIndex((column) => column.name === name)] ?? NaN;
  return {
    events,
    totals: Object.fromEntries(pastTotals.map((name) => [name, total(name)])),
    state: stateOf(simulator, { day: past.day, decisions }),
    numbers: Object.fromEntries(
      compiled.parameters.uncertain.map(({ path, slot }) => [path, simulator.values[slot] ?? NaN]),
    ),
  };
}

/** A line added to a plan moves the places of others, and with them these numbers. */
function withoutPlaces(row: Happening): Happening {
  const kept = Object.entries(row).filter(([key]) => key !== 'order' && key !== 'convoy');
  return { kind: row.kind, day: row.day, ...Object.fromEntries(kept) };
}

function stateOf(
  simulator: Simulator,
  { day, decisions }: { readonly day: number; readonly decisions: number },
): PastState {
  const { compiled, world, process, regimes, progress, rules } = simulator;
  const { contingents } = world;
  const fired = rules.fired.reduce((sum, times) => sum + times, 0);
  const sources = [...compiled.actorKeys, STRIKES];
  return {
    bases: compiled.baseKeys.map((base, b) => ({
      base,
      status: statusNames[world.status[b] ?? Status.hosting] ?? 'hosting',
      persons: world.atBase[b] ?? 0,
      personsOf: byContingent(world.present.subarray(b * contingents, (b + 1) * contingents), compiled.contingentKeys),
    })),
    personsOnTheWay: world.personsInTransit,
    actors: process.states.map((state, g) => {
      process.intensity.look(day);
      const attacksPerDay = process.intensity.rate(g);
      return {
        actor: state.actor.key,
        attacksPerDay,
        provokedPerDay: attacksPerDay * process.provokedShare(g),
        gate: state.gate,
        emboldened: state.emboldened,
        deterred: state.deterred,
        vacuum: state.vacuum,
      };
    }),
    excitation: Object.fromEntries(sources.map((source, j) => [source, process.excitationOf(j)])),
    regimes: regimes.namesHeld(),
    personsStillToLeave: progress.unfinished(),
    decisionsPending: fired - decisions,
  };
}

const statusNames: readonly (keyof typeof Status)[] = ['hosting', 'handedOver', 'closed'];
