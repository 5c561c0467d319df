import type { CompiledScenario } from '../../src/model/compile.js';

/**
 * What of a scenario the C++ core does not compute, in words; empty where it computes the whole of it. What is left out
 * is not used by the bundled scenarios of 2020.
 */
export function coverageFaults(compiled: CompiledScenario): string[] {
  const { parameters, actors, severity, convoys } = compiled;
  const isPoint = (slot: number, value?: number): boolean =>
    value === undefined ? !Number.isNaN(parameters.points[slot]!) : parameters.points[slot] === value;
  const unused: readonly (readonly [string, boolean])[] = [
    ['rules', compiled.rules.length > 0],
    ['supply', compiled.supply !== undefined],
    ['lift', compiled.lift.byRoad >= 0 || compiled.lift.byAir >= 0],
    ['host forces', compiled.hostForces.some((slot) => slot >= 0)],
    ['air defence', compiled.airDefences.some(({ sinceDay }) => sinceDay < Infinity)],
    ['chains of regimes', compiled.chains.length > 0],
    ['several modes', compiled.modeKeys.length > 1],
    ['the chain of severity', severity.isChain],
    ['a reference that is another scenario’s', compiled.reference !== undefined],
    ['regimes that may not come', compiled.regimes.some(({ probability }) => !isPoint(probability, 1))],
    ['regimes that last', compiled.regimes.some(({ endDay }) => endDay > compiled.horizonDays)],
    ['regimes from before the start', compiled.regimes.some(({ firstDay }) => firstDay < 0)],
    ['strikes that may not come', compiled.strikes.some(({ probability }) => !isPoint(probability, 1))],
    ['uncertain garrisons', compiled.garrison.some((slot) => slot >= 0 && !isPoint(slot))],
    ['hardening by plan', compiled.plan.some(({ kind }) => kind === 'hardening')],
    ['announcements', compiled.plan.some((item) => item.kind === 'departure' && item.announced !== undefined)],
    ['returns', compiled.plan.some((item) => item.kind === 'departure' && item.returnDay !== undefined)],
    ['uncertain moves', compiled.plan.some((item) => 'overDays' in item && !isPoint(item.overDays))],
    [
      'uncertain convoys',
      [convoys.referencePersons, convoys.sizeExponent, convoys.convoySize].some((s) => !isPoint(s)),
    ],
    ['deterrence', actors.some(({ deterrenceDepth }) => !isPoint(deterrenceDepth, 0))],
    ['vacuum', actors.some(({ vacuumSensitivity }) => !isPoint(vacuumSensitivity, 0))],
    ['season', actors.some(({ seasonAmplitude }) => !isPoint(seasonAmplitude, 0))],
    ['repeats', actors.some(({ sameTargetRepeat }) => !isPoint(sameTargetRepeat, 0))],
    ['convoys among targets', actors.some(({ roadWeight }) => !isPoint(roadWeight, 0))],
    ['bases’ own pull', actors.some(({ baseWeights }) => baseWeights.some((slot) => slot >= 0))],
  ];
  return unused.flatMap(([what, used]) => (used ? [what] : []));
}
