import type { CompiledScenario } from '../model/compile.js';
import { Simulator } from '../model/replication.js';
import { Status } from '../model/world.js';

/** Persons at the start and at the end, as the plan has it. */
export interface PersonnelByPlan {
  readonly start: number;
  readonly end: number;
  /** On the way when the scenario ends. */
  readonly onTheWayAtEnd: number;
  readonly bases: readonly {
    readonly key: string;
    readonly name: string;
    readonly start: number;
    readonly end: number;
    readonly status: 'hosting' | 'handed over' | 'closed';
  }[];
  readonly contingents: readonly {
    readonly key: string;
    readonly name: string;
    readonly start: number;
    readonly end: number;
  }[];
}

/** Follows the plan, and no rule, through replication 0 of seed 1: headcounts that are laws are as drawn there. */
export function personnelByPlan(compiled: CompiledScenario): PersonnelByPlan {
  const { scenario, baseKeys, contingentKeys, garrison } = compiled;
  const simulator = new Simulator({ ...compiled, rules: [] });
  simulator.run({ seed: 1, replication: 0 });
  const { world, values } = simulator;
  const starting = garrison.map((slot) => (slot < 0 ? 0 : Math.round(values[slot] ?? 0)));
  const width = contingentKeys.length;
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const statusWords = {
    [Status.hosting]: 'hosting',
    [Status.handedOver]: 'handed over',
    [Status.closed]: 'closed',
  } as const;
  const bases = baseKeys.map((key, b) => ({
    key,
    name: scenario.bases[key]?.name ?? key,
    start: sum(starting.slice(b * width, (b + 1) * width)),
    end: world.atBase[b] ?? 0,
    status: statusWordOf(world.status[b], statusWords),
  }));
  const contingents = contingentKeys.map((key, c) => {
    const start = sum(starting.filter((_, i) => i % width === c));
    // Everybody is somewhere: who is not outside is in the theatre; those of routine supply belong outside.
    const end = start - (world.outside[c] ?? 0) - (world.onSupply[c] ?? 0);
    return { key, name: scenario.contingents[key]?.name ?? key, start, end };
  });
  const onTheWayAtEnd = world.personsInTransit - world.personsOnSupply;
  return { start: sum(starting), end: world.stationed, onTheWayAtEnd, bases, contingents };
}

function statusWordOf<Word>(
  status: number | undefined,
  words: Readonly<Record<number, Word>> & { readonly 0: Word },
): Word {
  return words[status ?? Status.hosting] ?? words[0];
}
