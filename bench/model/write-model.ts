import type { CompiledScenario } from '../../src/model/compile.js';
import { convoyHazardPerDay } from '../../src/model/convoy-hazard.js';
import { quantitiesOf } from '../../src/model/scenario/quantities.js';
import { pertShapes } from '../../src/random/laws/pert.js';
import { logMoments } from '../../src/random/laws/lognormal.js';
import { coverageFaults } from './coverage.js';
import { datedChanges, type DatedChanges } from './dated-changes.js';

/**
 * A scenario as text for the C++ core: the laws of its numbers, and all that happens by date whatever chance does. Moves
 * are read off garrison itself, as they are the same in every replication.
 * @throws Error with all reasons for which the C++ core does not compute this scenario.
 */
export function writeModel(compiled: CompiledScenario): string {
  const faults = coverageFaults(compiled);
  if (faults.length > 0) throw new Error(`the C++ core does not cover this scenario: ${faults.join('; ')}`);
  const { baseKeys, contingentKeys, actors, history, severity, residual, convoys } = compiled;
  const dated = datedChanges(compiled);
  const earlier = compiled.strikes.filter(({ day }) => day < 0);
  return [
    ['sizes', baseKeys.length, contingentKeys.length, actors.length, compiled.tracks, compiled.horizonDays],
    ...numbersOf(compiled),
    ['salience', ...compiled.salience],
    ['hardening', ...compiled.hardening],
    ...actors.flatMap((actor) => [
      [
        'actor',
        actor.baselinePerDay,
        actor.meanLagDays,
        actor.fatalBoost,
        actor.sizeExponent,
        actor.effortElasticity,
        actor.maxEffort,
        actor.perShareWithdrawn,
        actor.emboldeningDecayDays,
        actor.betweenBasesFactor,
        actor.hardeningAversion,
        actor.distanceAversion,
        actor.convoyShare,
      ],
      actor.branching,
      [...actor.distances],
    ]),
    ['shared', compiled.strikeMeanLagDays, residual.first, residual.final, residual.decayDays],
    [convoys.hazardPerConvoyDay, severity.fatalProbability, severity.fatalityExponent],
    [severity.woundedMean, severity.woundedSize],
    ['history', history.actor, history.attacks.length, ...history.attacks.map(({ day }) => -day)],
    history.attacks.map(({ killed }) => (killed ? 1 : 0)),
    ['strikes', earlier.length, ...earlier.map(({ day }) => -day)],
    earlier.map(({ magnitude }) => magnitude),
    ['garrison', ...compiled.garrison.map((slot) => (slot < 0 ? 0 : Math.round(compiled.parameters.points[slot]!)))],
    ...convoyLines(compiled, dated),
    ['changes', dated.changes.length],
    ...dated.changes.map(({ day, kind, place, other, home, share, counts }) => [
      ...[day, kind, place, other, home ? 1 : 0, share, counts.length],
      ...counts,
    ]),
    ['end'],
  ]
    .map((line) => line.join(' '))
    .join('\n');
}

function numbersOf({ scenario }: CompiledScenario): (string | number)[][] {
  const lines = quantitiesOf(scenario).map(({ quantity: { value: law } }) => {
    if (typeof law === 'number') return [0, law, 0, 0, 0];
    if ('pert' in law) {
      const { alpha, beta } = pertShapes(law.pert);
      return [1, law.pert.low, alpha, beta, law.pert.high - law.pert.low];
    }
    if ('uniform' in law) return [2, law.uniform.low, law.uniform.high, 0, 0];
    if (!('lognormal' in law)) throw new Error('this law is not covered');
    const { mu, sigma } = logMoments(law.lognormal);
    const { low = 0, high = 1e300 } = law.lognormal;
    return [3, mu, sigma, low, high];
  });
  return [['numbers', lines.length], ...lines];
}

function convoyLines(compiled: CompiledScenario, { convoys }: DatedChanges): (string | number)[][] {
  const values = Float64Array.from(compiled.parameters.points);
  values[compiled.convoys.hazardPerConvoyDay] = 1;
  const lines = convoys.map(({ counts, persons, byRoad, routeFactor }) => [
    byRoad ? convoyHazardPerDay(compiled, { values, persons, routeFactor }) : 0,
    ...counts,
  ]);
  return [['convoys', lines.length], ...lines];
}
