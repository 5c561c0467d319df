import type { CompiledScenario } from '../model/compile.js';
import { causeKinds, Detail, type CauseKind } from '../model/detail.js';
import { weekCount } from '../model/outcome-columns.js';
import { Simulator } from '../model/replication.js';
import { isoDate, isoDay } from '../model/scenario/iso-date.js';
import { UserFault } from '../model/scenario/fault.js';
import type { Results } from './results.js';

/** Where, when and why attacks fell in the first replications of a run: what its results are too coarse to tell. */
export interface DetailedReplications {
  /** Replications behind it: the first that ran to their end. */
  readonly n: number;
  readonly weeks: number;
  /** `YYYY-MM` of every month of the scenario; the first and the last may be cut. */
  readonly months: readonly string[];
  /** Attacks on a base (or `road`) in one week, a value each replication. */
  readonly attacks: (place: string, week: number) => Uint16Array;
  /** Attacks of one kind of cause in one week, a value each replication. */
  readonly causes: (cause: CauseKind, week: number) => Uint16Array;
  /** Attacks on bases, and person-attacks on bases and the road, in a month: a value each replication. */
  readonly attacksInMonth: (month: number) => Uint16Array;
  readonly personAttacksInMonth: (month: number) => Float64Array;
  /** Means over the replications. */
  readonly meanPersonAttacks: (place: string, week: number) => number;
  readonly meanPersonDays: (base: string, week: number) => number;
}

const MOST = 500;
/** Counts kept at most, two bytes each: a world of many bases and years is told from fewer replications. */
const MOST_COUNTS = 2e7;

/**
 * Runs the first replications of `results` again, 1,000 at most: a replication is a function of scenario, seed and index, so
 * they are the same as in the run. Those that failed there are left out here. Undefined where none is left.
 */
export function detailOf(
  compiled: CompiledScenario,
  { n, seed, past, failures }: Pick<Results, 'n' | 'seed' | 'past' | 'failures'>,
): DetailedReplications | undefined {
  const { baseKeys, horizonDays } = compiled;
  const weeks = weekCount(horizonDays);
  const { months, monthOfDay } = monthsOf(compiled);
  const width = (baseKeys.length + 1 + causeKinds.length) * weeks + months.length;
  const failed = new Set(failures.map(({ replication }) => replication));
  const most = Math.min(n, MOST, Math.max(1, Math.floor(MOST_COUNTS / width)));
  const detail = new Detail({
    bases: baseKeys.length,
    actors: compiled.actorKeys.length,
    weeks,
    periodOfDay: monthOfDay,
  });
  const counts = { attacks: detail.attacks, causes: detail.causes, months: detail.onBasesByPeriod };
  const kept = {
    attacks: new Uint16Array(counts.attacks.length * most),
    causes: new Uint16Array(counts.causes.length * most),
    months: new Uint16Array(counts.months.length * most),
  };
  const personAttacksByMonth = new Float64Array(months.length * most);
  const personAttacks = new Float64Array(detail.personAttacks.length);
  const personDays = new Float64Array(detail.personDays.length);
  let simulator = openSimulator(compiled, detail);
  let done = 0;
  for (let replication = 0; done < most && replication < n + failed.size; replication++) {
    if (failed.has(replication)) continue;
    try {
      simulator.run({ seed, replication, past });
    } catch (error) {
      if (error instanceof UserFault) throw error;
      simulator = openSimulator(compiled, detail);
      continue;
    }
    for (const name of ['attacks', 'causes', 'months'] as const)
      counts[name].forEach((count, i) => (kept[name][i * most + done] = count));
    detail.personAttacksByPeriod.forEach((sum, i) => (personAttacksByMonth[i * most + done] = sum));
    detail.personAttacks.forEach((sum, i) => (personAttacks[i]! += sum));
    detail.personDays.forEach((sum, i) => (personDays[i]! += sum));
    done++;
  }
  if (done === 0) return undefined;
  const column = (values: Uint16Array, at: number): Uint16Array => values.subarray(at * most, at * most + done);
  const places = new Map([...baseKeys, ROAD].map((key, i) => [key, i * weeks]));
  const at = (place: string, week: number): number => {
    const first = places.get(place);
    if (first === undefined) throw new RangeError(`place must be a base or ${ROAD}, got ${place}`);
    return first + week;
  };
  return {
    n: done,
    weeks,
    months,
    attacks: (place, week) => column(kept.attacks, at(place, week)),
    causes: (cause, week) => column(kept.causes, causeKinds.indexOf(cause) * weeks + week),
    attacksInMonth: (month) => column(kept.months, month),
    personAttacksInMonth: (month) => personAttacksByMonth.subarray(month * most, month * most + done),
    meanPersonAttacks: (place, week) => personAttacks[at(place, week)]! / done,
    meanPersonDays: (base, week) => personDays[at(base, week)]! / done,
  };
}

/** Stands for the bases' key where attacks fell on the road; no key of a base has a space. */
export const ROAD = 'the road';

function openSimulator(compiled: CompiledScenario, detail: Detail): Simulator {
  const simulator = new Simulator(compiled);
  simulator.tally.detail = detail;
  return simulator;
}

function monthsOf({ scenario, horizonDays }: CompiledScenario) {
  const start = isoDay(scenario.start);
  const named = Array.from({ length: Math.ceil(horizonDays) }, (_, day) => isoDate(start + day).slice(0, 7));
  const months = [...new Set(named)];
  return { months, monthOfDay: named.map((month) => months.indexOf(month)) };
}
