import type { CompiledScenario } from '../../src/model/compile.js';
import type { Happening } from '../../src/model/happening.js';
import { Simulator } from '../../src/model/replication.js';
import { Status } from '../../src/model/world.js';

/** Kinds of change as the C++ core numbers them, in `scenario.hpp`. */
export const ChangeKind = { freeze: 0, depart: 1, arrive: 2, status: 3, regime: 4, week: 5, strike: 6 } as const;

/** Something that happens on a day in every replication; its fields are those of `scenario.hpp`. */
export interface DatedChange {
  readonly day: number;
  /** Order at one instant, that of garrison's events. */
  readonly rank: number;
  readonly kind: number;
  readonly place: number;
  readonly other: number;
  readonly home: boolean;
  readonly share: number;
  readonly counts: readonly number[];
}

interface DatedConvoy {
  readonly counts: readonly number[];
  readonly persons: number;
  readonly byRoad: boolean;
  readonly routeFactor: number;
}

export interface DatedChanges {
  readonly changes: readonly DatedChange[];
  readonly convoys: readonly DatedConvoy[];
}

const fromOutside = -2;

/** Reads moves off two replications, which must agree, and adds regimes, strikes and the ends of weeks. */
export function datedChanges(compiled: CompiledScenario): DatedChanges {
  const [first, second] = [0, 1].map((replication) => movesOf(compiled, replication));
  if (JSON.stringify(first) !== JSON.stringify(second)) throw new Error('moves must be the same in every replication');
  const { changes, convoys } = first!;
  const rest = { other: 0, home: false, share: 0, counts: [] };
  const actors = compiled.actorKeys.map((_, g) => g);
  const regimes = compiled.regimes.flatMap(({ firstDay, endDay, gate, track, actors: held }) => {
    const counts = actors.map((g) => (held.includes(g) ? 1 : 0));
    const change = { ...rest, rank: 3, kind: ChangeKind.regime, other: track, counts };
    return [
      { ...change, day: firstDay, place: gate },
      { ...change, day: endDay, place: -1 },
    ];
  });
  const strikes = compiled.strikes
    .filter(({ day }) => day >= 0 && day <= compiled.horizonDays)
    .map(({ day, magnitude }) => ({ ...rest, day, rank: 5, kind: ChangeKind.strike, place: magnitude }));
  const weeks = Array.from({ length: Math.ceil(compiled.horizonDays / 7) }, (_, w) => ({
    ...rest,
    day: Math.min(7 * (w + 1), compiled.horizonDays),
    rank: 8,
    kind: ChangeKind.week,
    place: -1,
  }));
  const all = [...changes, ...regimes, ...strikes, ...weeks];
  return { changes: all.sort((a, b) => a.day - b.day || a.rank - b.rank), convoys };
}

/** What garrison itself does in one replication: who leaves, arrives and hands over, and when weights are kept. */
function movesOf(compiled: CompiledScenario, replication: number): DatedChanges {
  const { baseKeys, contingentKeys, plan, parameters } = compiled;
  const changes: DatedChange[] = [];
  const convoys: DatedConvoy[] = [];
  const numberOf = new Map<number, number>();
  const frozen: number[] = [];
  const simulator = new Simulator(compiled);
  const { beforeEvacuation } = simulator.process;
  Object.assign(simulator.process, {
    beforeEvacuation: (base: number) => {
      frozen.push(base);
      beforeEvacuation(base);
    },
  });
  const placeOf = (key: string | undefined): number =>
    key === undefined || key === 'home' ? -1 : baseKeys.indexOf(key);
  const tell = (row: Happening): void => {
    const { day, kind, convoy = -1, share = 0, personsOf = {} } = row;
    if (kind === 'attackOnBase' || kind === 'attackOnConvoy' || kind === 'attackOnHandedOver') return;
    const counts = contingentKeys.map((key) => personsOf[key] ?? 0);
    const home = row.toBase === 'home';
    const change = { day, home, share, counts, place: placeOf(row.base) };
    if (kind === 'departure') {
      for (const base of frozen.splice(0))
        changes.push({ ...change, rank: 1, kind: ChangeKind.freeze, place: base, other: 0, counts: [] });
      const item = plan[row.order!];
      const routeFactor = item?.kind === 'departure' ? parameters.points[item.routeFactor]! : NaN;
      numberOf.set(convoy, convoys.length);
      convoys.push({ counts, persons: row.persons!, byRoad: row.byRoad === true, routeFactor });
      changes.push({ ...change, rank: 1, kind: ChangeKind.depart, other: convoys.length - 1 });
    } else if (kind === 'arrival') {
      const number = numberOf.get(convoy);
      const arrived = number === undefined ? counts : convoys[number]!.counts;
      changes.push({
        ...{ ...change, rank: 0, kind: ChangeKind.arrive, place: placeOf(row.toBase), counts: arrived },
        other: number ?? fromOutside,
      });
    } else if (kind === 'handOver' || kind === 'closure') {
      const status = kind === 'handOver' ? Status.handedOver : Status.closed;
      changes.push({ ...change, rank: 2, kind: ChangeKind.status, other: status });
    }
  };
  simulator.run({ seed: 1, replication }, tell);
  if (frozen.length > 0) throw new Error('a base must not be evacuated without anybody leaving');
  return { changes: atOnce(changes), convoys };
}

/** Who is there at once was on no road: an arrival told right after its departure keeps its place behind it. */
function atOnce(changes: readonly DatedChange[]): DatedChange[] {
  return changes.map((change, i) => {
    const before = changes[i - 1];
    const same = before?.day === change.day && before.other === change.other;
    const pair = change.kind === ChangeKind.arrive && before?.kind === ChangeKind.depart && same;
    return pair ? { ...change, rank: 1 } : change;
  });
}
