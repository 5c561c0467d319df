import type { Results } from '../../src/experiment/results.js';
import { chunkRows, type Rows } from '../../src/experiment/rows.js';
import { compileScenario } from '../../src/model/compile.js';
import type { Happening } from '../../src/model/happening.js';
import { outcomeColumns, weekCount, type WeeklySeries } from '../../src/model/outcome-columns.js';
import { readScenario } from '../../src/model/scenario/read-scenario.js';

/** What a test wants to differ from the usual small results. */
export interface Wishes {
  readonly n?: number;
  readonly bases?: number;
  /** Names of the bases; made up where there are fewer names than bases. */
  readonly names?: readonly string[];
  readonly title?: string;
  /** `some`: made-up numbers that vary; `none`: no attack ever; `equal`: every replication the same. */
  readonly attacks?: 'some' | 'none' | 'equal';
  readonly record?: readonly {
    readonly date: string;
    readonly base: string;
    readonly scope: string;
    readonly mode: string;
  }[];
  /** Last day that the record says it covers. */
  readonly until?: string;
  readonly regimes?: readonly object[];
  readonly firstReplication?: readonly Happening[];
  /** Garrison of base 0; a law makes it uncertain. */
  readonly garrison?: unknown;
  readonly country?: string;
  readonly windows?: Readonly<Record<string, { readonly firstDay: string; readonly lastDay: string }>>;
}

/** Results whose numbers lie in tables that a test may change: outcomes and weeks by replication. */
export interface SmallResults extends Results {
  /** Outcome c of replication r at r * columns.length + c. */
  readonly values: Float64Array;
  /** Week w of replication r at r * weeks + w. */
  readonly weekly: Readonly<Record<WeeklySeries, Float64Array>>;
}

/** Results of 60 days that no simulation gave: every number follows from replication and column by a fixed rule. */
export function smallResults(wishes: Wishes = {}): SmallResults {
  const { n = 20, bases = 3, attacks = 'some', names = [] } = wishes;
  const read = readScenario({
    title: wishes.title ?? 'Three made-up bases',
    start: '2020-03-16',
    end: '2020-05-14',
    ...(wishes.country ? { country: wishes.country } : {}),
    contingents: { us: {} },
    actors: { militias: {} },
    regimes: wishes.regimes ?? [],
    windows: wishes.windows ?? {},
    ...(wishes.record ? { record: { rows: wishes.record, ...(wishes.until ? { until: wishes.until } : {}) } } : {}),
    bases: Object.fromEntries(
      Array.from({ length: bases }, (_, b) => [
        `base${b}`,
        {
          name: names[b] ?? `Base ${b}`,
          location: { lat: 30 + ((b * 7) % 11) / 2, lon: 42 + ((b * 5) % 13) / 2 },
          garrison: { us: b === 0 ? (wishes.garrison ?? 500) : 100 * b },
        },
      ]),
    ),
  });
  if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults));
  const compiled = compileScenario(read.scenario);
  const columns = outcomeColumns(compiled);
  const weeks = weekCount(compiled.horizonDays);
  const count = (r: number, key: number): number =>
    attacks === 'none' ? 0 : attacks === 'equal' ? 2 : ((r + 1) * (key + 3) * 7) % 11;
  const rate = (name: string): boolean => name.includes('Per1000') || name.includes('Per100000');
  const values = Float64Array.from({ length: n * columns.length }, (_, i) => {
    const r = Math.floor(i / columns.length);
    const { name } = columns[i % columns.length]!;
    if (name.startsWith('personDays')) return 10_000;
    if (name === 'capped') return 0;
    const base = /^attacks\.base\.base(\d+)$/.exec(name)?.[1];
    if (name === 'killed') return count(r, 1);
    if (name === 'maxKilled') return Math.min(4, count(r, 1));
    const plain = count(r, base === undefined ? 5 : Number(base));
    return rate(name) ? plain / 10 : name.startsWith('personAttacks') ? 300 * plain : plain;
  });
  const series = (unit: number): Float64Array =>
    Float64Array.from({ length: n * weeks }, (_, i) => unit * count(Math.floor(i / weeks), i % weeks));
  const weekly = {
    attacks: series(1),
    personAttacks: series(300),
    personDays: new Float64Array(n * weeks).fill(7000),
  };
  return {
    scenario: read.scenario,
    seed: 0,
    n,
    columns,
    values,
    weeks,
    weekly,
    rows: tableRows({ n, values, weekly }),
    failures: [],
    firstReplication: wishes.firstReplication ?? [
      { kind: 'departure', day: 2.5, base: 'base0', toBase: 'home', persons: 300, name: 'withdrawal' },
      { kind: 'arrival', day: 3.5, toBase: 'home', persons: 300 },
      { kind: 'arrival', day: 20, toBase: 'base0', persons: 50, name: 'ramp' },
    ],
  };
}

/** Rows that are read from tables as they stand. */
export function tableRows(tables: Pick<SmallResults, 'n' | 'values'> & Partial<Pick<SmallResults, 'weekly'>>): Rows {
  const none = new Float64Array(0);
  const { attacks = none, personAttacks = none, personDays = none } = tables.weekly ?? {};
  return chunkRows({
    from: 0,
    to: tables.n,
    values: tables.values,
    weeklyAttacks: attacks,
    weeklyPersonAttacks: personAttacks,
    weeklyPersonDays: personDays,
    failures: [],
  });
}

/** Results that figures have to survive, by what is wrong with them. */
export const worstResults: Readonly<Record<string, () => Results>> = {
  'no attack at all': () => smallResults({ attacks: 'none' }),
  'one base and nobody moves': () => smallResults({ bases: 1, firstReplication: [] }),
  'forty bases with long names': () =>
    smallResults({
      bases: 40,
      names: Array.from({ length: 40 }, (_, b) => `Headquarters of the joint operations command, northern annex ${b}`),
      title: 'What a long title that somebody wrote without thinking of the width of a page does to a figure '.repeat(
        2,
      ),
    }),
  'one replication': () => smallResults({ n: 1 }),
  'all values equal': () => smallResults({ attacks: 'equal' }),
  'regimes that overlap, one with an endless name': () =>
    smallResults({
      regimes: [
        { name: 'truce', firstDay: '2020-03-20', lastDay: '2020-04-10', gate: 0.2, probability: 0.6 },
        { name: 'pandemic pause', firstDay: '2020-03-25', gate: 0.5, track: 'pandemic' },
        {
          name: 'an escalation that has a name so long that no figure of this width can hold it in a single line of text',
          firstDay: '2020-05-10',
          gate: 2,
        },
      ],
    }),
};
