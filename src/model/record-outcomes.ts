import { Cause, firstSource } from './cause.js';
import { hostForceOutcomes } from './host-force-outcomes.js';
import { regimeOutcomes } from './regime-outcomes.js';
import { departingContingents } from './outcome-columns.js';
import type { ReplicationEnd, Simulator } from './replication.js';

/** Writes one replication's outcomes into a row, in the order of {@link outcomeColumns}. NaN where an outcome does not exist. */
export function recordOutcomes(simulator: Simulator, end: ReplicationEnd, row: Float64Array): void {
  const { world, tally, compiled, process, progress, supply } = simulator;
  let at = 0;
  const put = (value: number): void => {
    row[at++] = value;
  };
  const personDays = world.basesPersonDays + world.transitPersonDays;
  const attacks = tally.attacksOnBases + tally.attacksOnConvoys;
  const personAttacks = tally.personAttacksAtBases + tally.personAttacksInTransit;
  const killed = sum(tally.contingentKilled);
  const hhiMean = world.hhiDays / world.occupiedDays;

  put(personDays);
  put(world.basesPersonDays);
  put(world.transitPersonDays);
  put(attacks);
  put(tally.attacksOnBases);
  put(tally.attacksOnConvoys);
  put(tally.attacksOnHandedOver);
  put(personAttacks);
  put(tally.personAttacksAtBases);
  put(tally.personAttacksInTransit);
  put(tally.expectedAttacks);
  put(tally.expectedPersonAttacks);
  put((1000 * attacks) / personDays);
  put((1000 * personAttacks) / personDays);
  put(killed);
  put(sum(tally.contingentWounded));
  put((killed / personDays) * 365.25 * 100_000);
  put(tally.maxKilled);
  put(tally.firstFatalDay);
  put(hhiMean);
  put(world.hhiPeak);
  put(1 / hhiMean);
  put(world.peakBasePopulation);
  put(herfindahl(tally.baseAttacks));
  put(world.transitPersonDays / personDays);
  put(tally.personAttacksInTransit / personAttacks);
  put(supply?.convoys ?? 0);
  put(world.supplyPersonDays);
  put(tally.attacksOnSupply);
  put(tally.personAttacksOnSupply);
  put(progress.waitedPersonDays(world.accruedTo));
  put(progress.lastDepartureDay);
  put(progress.unfinished());
  const byStrikes = tally.causes[firstSource + compiled.actorKeys.length]!;
  let provoked = 0;
  for (let cause = firstSource; cause < tally.causes.length; cause++) provoked += tally.causes[cause]!;
  const byAttacks = provoked - byStrikes;
  put(tally.causes[Cause.background]!);
  put(tally.causes[Cause.emboldened]!);
  put(tally.causes[Cause.vacuum]!);
  put(byAttacks);
  put(byStrikes);
  put((byAttacks + byStrikes) / attacks);
  put(process.states.some((state) => state.effortCapped) ? 1 : 0);
  put(end.parameterRedraws);
  put(end.shortfalls.length);
  put(end.capped ? 1 : 0);
  put(end.events);
  put(end.fingerprint);
  for (const column of [world.basePersonDays, tally.baseAttacks, tally.baseAttacksHandedOver, tally.basePersonAttacks])
    column.forEach(put);
  for (const column of [
    world.contingentPersonDays,
    tally.contingentPersonAttacks,
    tally.contingentKilled,
    tally.contingentWounded,
  ]) {
    column.forEach(put);
    for (const { contingents } of compiled.tags) {
      let total = 0;
      for (const c of contingents) total += column[c]!;
      put(total);
    }
  }
  tally.actorAttacks.forEach(put);
  tally.modeAttacks.forEach(put);
  process.vacuum.indexDays.forEach((days) => {
    put(process.vacuum.matters ? days / world.accruedTo : 1);
  });
  for (const { vacuumSensitivity, vacuum } of process.states) put(Math.exp(vacuumSensitivity * vacuum));
  for (const value of regimeOutcomes(simulator)) put(value);
  for (const value of hostForceOutcomes(compiled, simulator.hostForces)) put(value);
  put(simulator.rules.strikes);
  put(simulator.pauses.missionDaysLost(world.accruedTo));
  simulator.rules.fired.forEach(put);
  for (const c of compiled.rules.length === 0 ? [] : departingContingents(compiled)) {
    put(Number.isNaN(simulator.leftDay[c]!) ? 0 : 1);
    put(simulator.leftDay[c]!);
  }
  for (const value of simulator.windows.outcomes()) put(value);
  if (at !== row.length) throw new Error(`a row of outcomes must have ${row.length} values, got ${at}`);
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
