import type { CompiledScenario } from '../model/compile.js';
import { Simulator } from '../model/replication.js';
import { Status } from '../model/world.js';

/** A headcount as the plan has it: its mean over the draws, and from where to where it goes if it is not certain. */
export interface Headcount {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

type StatusWord = 'hosting' | 'handed over' | 'closed';

/** Persons at the start and at the end, as the plan has it. */
export interface PersonnelByPlan {
  /** Draws of what is uncertain: 1 where nothing is. */
  readonly draws: number;
  readonly start: Headcount;
  readonly end: Headcount;
  /** On the way when the scenario ends. */
  readonly onTheWayAtEnd: Headcount;
  readonly bases: readonly {
    readonly key: string;
    readonly name: string;
    readonly start: Headcount;
    readonly end: Headcount;
    /** At the end, the commonest over the draws. */
    readonly status: StatusWord;
    /** Share of the draws with that status. */
    readonly statusShare: number;
  }[];
  readonly contingents: readonly {
    readonly key: string;
    readonly name: string;
    readonly start: Headcount;
    readonly end: Headcount;
  }[];
}

/** Enough to see how far headcounts reach, in about a second. */
const drawsOfUncertain = 100;

/** Follows the plan, and no rule, through the first replications of seed 1. */
export function personnelByPlan(compiled: CompiledScenario): PersonnelByPlan {
  const { scenario, baseKeys, contingentKeys, parameters, branches } = compiled;
  const simulator = new Simulator({ ...compiled, rules: [] });
  const draws = parameters.uncertain.length + branches.length === 0 ? 1 : drawsOfUncertain;
  const seen = Array.from({ length: draws }, (_, replication) => {
    simulator.run({ seed: 1, replication });
    return endOf(simulator);
  });
  const over = (of: (one: OneDraw) => number | undefined): Headcount => spread(seen.map((one) => of(one) ?? 0));
  return {
    draws,
    start: over(({ baseStart }) => sum(baseStart)),
    end: over(({ stationed }) => stationed),
    onTheWayAtEnd: over(({ onTheWay }) => onTheWay),
    bases: baseKeys.map((key, b) => ({
      key,
      name: scenario.bases[key]?.name ?? key,
      start: over(({ baseStart }) => baseStart[b]),
      end: over(({ baseEnd }) => baseEnd[b]),
      ...commonest(seen.map(({ status }) => status[b] ?? 'hosting')),
    })),
    contingents: contingentKeys.map((key, c) => ({
      key,
      name: scenario.contingents[key]?.name ?? key,
      start: over(({ contingentStart }) => contingentStart[c]),
      end: over(({ contingentEnd }) => contingentEnd[c]),
    })),
  };
}

interface OneDraw {
  readonly baseStart: readonly number[];
  readonly baseEnd: readonly number[];
  readonly contingentStart: readonly number[];
  readonly contingentEnd: readonly number[];
  readonly status: readonly StatusWord[];
  readonly stationed: number;
  readonly onTheWay: number;
}

const statusWords: Readonly<Record<number, StatusWord>> = {
  [Status.hosting]: 'hosting',
  [Status.handedOver]: 'handed over',
  [Status.closed]: 'closed',
};

function endOf({ compiled, world, values }: Simulator): OneDraw {
  const { baseKeys, contingentKeys, garrison } = compiled;
  const width = contingentKeys.length;
  const starting = garrison.map((slot) => (slot < 0 ? 0 : Math.round(values[slot] ?? 0)));
  const contingentStart = contingentKeys.map((_, c) => sum(starting.filter((_, i) => i % width === c)));
  return {
    baseStart: baseKeys.map((_, b) => sum(starting.slice(b * width, (b + 1) * width))),
    baseEnd: Array.from(world.atBase),
    contingentStart,
    // Everybody is somewhere: who is not outside is in the theatre; those of routine supply belong outside.
    contingentEnd: contingentStart.map((start, c) => start - (world.outside[c] ?? 0) - (world.onSupply[c] ?? 0)),
    status: baseKeys.map((_, b) => statusWords[world.status[b] ?? Status.hosting] ?? 'hosting'),
    stationed: world.stationed,
    onTheWay: world.personsInTransit - world.personsOnSupply,
  };
}

function spread(counts: readonly number[]): Headcount {
  return { mean: sum(counts) / counts.length, low: Math.min(...counts), high: Math.max(...counts) };
}

function commonest(words: readonly StatusWord[]): { readonly status: StatusWord; readonly statusShare: number } {
  const times = (word: StatusWord): number => words.filter((other) => other === word).length;
  const status = words.reduce((best, word) => (times(word) > times(best) ? word : best), words[0] ?? 'hosting');
  return { status, statusShare: times(status) / words.length };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
