import { compileScenario, type CompiledScenario } from '../../src/model/compile.js';
import { faultText } from '../../src/model/scenario/fault.js';
import { readScenario } from '../../src/model/scenario/read-scenario.js';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';

/** What a made-up scenario is as large as; all numbers are points, so that nothing but its size changes. */
export interface Sizes {
  readonly days: number;
  /** Of all actors together, without what provokes more. */
  readonly attacksPerDay: number;
  /** Share of attacks that earlier ones provoke. */
  readonly branching: number;
  readonly actors: number;
  readonly bases: number;
  readonly contingents: number;
  /** Groups that move from one base to another and arrive a day later. */
  readonly moves: number;
}

const usual: Sizes = {
  days: 180,
  attacksPerDay: 0.5,
  branching: 0.4,
  actors: 1,
  bases: 8,
  contingents: 2,
  moves: 0,
};

/** A scenario of the usual size but for what is named. */
export function scenarioOfSize(change: Partial<Sizes>): CompiledScenario {
  const { days, attacksPerDay, branching, actors, bases, contingents, moves } = { ...usual, ...change };
  const names = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
  const actorKeys = names('group', actors);
  const contingentKeys = names('nation', contingents);
  const baseKeys = names('base', bases);
  const each = <T>(keys: readonly string[], of: (index: number) => T): Record<string, T> =>
    Object.fromEntries(keys.map((key, index) => [key, of(index)]));
  const input: ScenarioInput = {
    title: 'growth',
    start: '2020-01-01',
    end: dateOf(days - 1),
    contingents: each(contingentKeys, () => ({})),
    bases: each(baseKeys, (b) => ({
      location: { lat: 33 + (b % 10) / 10, lon: 44 + b / 1000 },
      // As many in all whatever the number of contingents, and enough for every move.
      garrison: each(contingentKeys, () => Math.max(4, Math.round(4000 / contingents))),
    })),
    actors: each(actorKeys, () => ({
      baselinePerDay: ((1 - branching) * attacksPerDay) / actors,
      branching: each(actorKeys, () => branching / actors),
      fatalBoost: 0,
    })),
    plan: Array.from({ length: moves }, (_, i) => ({
      name: `move ${i}`,
      day: dateOf(1 + Math.floor((i * (days - 4)) / moves)),
      move: { nation0: 2 },
      fromBase: baseKeys[i % bases]!,
      toBase: baseKeys[(i + 1) % bases]!,
      by: 'road' as const,
    })),
    maxEvents: 100_000_000,
  };
  const read = readScenario(input);
  if (read.kind === 'faults') throw new Error(read.faults.map(faultText).join('\n'));
  return compileScenario(read.scenario);
}

function dateOf(day: number): string {
  return new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10);
}
