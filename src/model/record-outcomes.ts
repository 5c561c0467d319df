import { Cause, firstSource } from './cause.js';
import { hostForceOutcomes } from './host-force-outcomes.js';
import { regimeOutcomes } from './regime-outcomes.js';
import { departingContingents } from './outcome-columns.js';
import type { ReplicationEnd, Simulator } from './replication.js';

/** Writes one replication's outcomes into a row, in the order of {@link outcomeColumns}. NaN where an outcome does not exist. */
export function recordOutcomes(simulator: Simulator, end: ReplicationEnd, row: Float64Array): void {
  const { world, tally, compiled, process, progress, supply } = simulator;
  const out = new RowWriter(row);
  const personDays = world.basesPersonDays + world.transitPersonDays;
  const attacks = tally.attacksOnBases + tally.attacksOnConvoys;
  const personAttacks = tally.personAttacksAtBases + tally.personAttacksInTransit;
  const killed = sum(tally.contingentKilled);
  const hhiMean = world.hhiDays / world.occupiedDays;

  out.putAll([
    personDays,
    world.basesPersonDays,
    world.transitPersonDays,
    attacks,
    tally.attacksOnBases,
    tally.attacksOnConvoys,
    tally.attacksOnHandedOver,
    personAttacks,
    tally.personAttacksAtBases,
    tally.personAttacksInTransit,
    tally.expectedAttacks,
    tally.expectedPersonAttacks,
    (1000 * attacks) / personDays,
    (1000 * personAttacks) / personDays,
    killed,
    sum(tally.contingentWounded),
    (killed / personDays) * 365.25 * 100_000,
    tally.maxKilled,
    tally.firstFatalDay,
    hhiMean,
    world.hhiPeak,
    1 / hhiMean,
    world.peakBasePopulation,
    herfindahl(tally.baseAttacks),
    world.transitPersonDays / personDays,
    tally.personAttacksInTransit / personAttacks,
    supply?.convoys ?? 0,
    world.supplyPersonDays,
    tally.attacksOnSupply,
    tally.personAttacksOnSupply,
    progress.waitedPersonDays(world.accruedTo),
    progress.lastDepartureDay,
    progress.unfinished(),
  ]);
  const byStrikes = tally.causes[firstSource + compiled.actorKeys.length]!;
  let provoked = 0;
  for (let cause = firstSource; cause < tally.causes.length; cause++) provoked += tally.causes[cause]!;
  const byAttacks = provoked - byStrikes;
  out.putAll([
    tally.causes[Cause.background]!,
    tally.causes[Cause.emboldened]!,
    tally.causes[Cause.vacuum]!,
    byAttacks,
    byStrikes,
    (byAttacks + byStrikes) / attacks,
    process.states.some((state) => state.effortCapped) ? 1 : 0,
    end.parameterRedraws,
    end.shortfalls.length,
    end.capped ? 1 : 0,
    end.events,
    end.fingerprint,
  ]);
  for (const column of [world.basePersonDays, tally.baseAttacks, tally.baseAttacksHandedOver, tally.basePersonAttacks])
    out.putAll(column);
  for (const column of [
    world.contingentPersonDays,
    tally.contingentPersonAttacks,
    tally.contingentKilled,
    tally.contingentWounded,
  ]) {
    out.putAll(column);
    for (const { contingents } of compiled.tags) {
      let total = 0;
      for (const c of contingents) total += column[c]!;
      out.put(total);
    }
  }
  out.putAll(tally.actorAttacks);
  out.putAll(tally.modeAttacks);
  const { indexDays, matters } = process.vacuum;
  for (const days of indexDays) out.put(matters ? days / world.accruedTo : 1);
  for (const { vacuumSensitivity, vacuum } of process.states) out.put(Math.exp(vacuumSensitivity * vacuum));
  for (const values of regimeOutcomes(simulator)) out.putAll(values);
  out.putAll(hostForceOutcomes(compiled, simulator.hostForces));
  out.put(simulator.rules.strikes);
  out.put(simulator.pauses.missionDaysLost(world.accruedTo));
  out.putAll(simulator.rules.fired);
  for (const c of compiled.rules.length === 0 ? [] : departingContingents(compiled)) {
    out.put(Number.isNaN(simulator.leftDay[c]!) ? 0 : 1);
    out.put(simulator.leftDay[c]!);
  }
  out.putAll(simulator.windows.outcomes());
  out.close();
}

/** Fills a row from its start. */
class RowWriter {
  private at = 0;
  private readonly row: Float64Array;

  constructor(row: Float64Array) {
    this.row = row;
  }

  put(value: number): void {
    this.row[this.at++] = value;
  }

  putAll(values: ArrayLike<number>): void {
    if (values.length > 0) this.row.set(values, this.at);
    this.at += values.length;
  }

  /** Nothing may be missing, nor be one too many. */
  close(): void {
    const { at, row } = this;
    if (at !== row.length) throw new Error(`a row of outcomes must have ${row.length} values, got ${at}`);
  }
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Σ shares²; NaN where there is nothing to share. */
function herfindahl(counts: Float64Array): number {
  const total = sum(counts);
  let squares = 0;
  for (const count of counts) squares += (count / total) ** 2;
  return squares;
}
