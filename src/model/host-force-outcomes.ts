import type { CompiledScenario } from './compile.js';
import type { HostForces } from './host-forces.js';
import type { OutcomeColumn } from './outcome-columns.js';

/** Columns of the casualties of host forces: in total, and at each base that has such forces; none without any. */
export function hostForceColumns(compiled: CompiledScenario): OutcomeColumn[] {
  const bases = basesWithHostForces(compiled);
  if (bases.length === 0) return [];
  return (['hostKilled', 'hostWounded'] as const).flatMap((name) => {
    const what = name === 'hostKilled' ? 'killed' : 'wounded';
    const about = `${what} of the host forces at bases, beside the personnel counted`;
    return [
      { name, unit: 'persons', about },
      ...bases.map((b) => {
        const key = compiled.baseKeys[b]!;
        return { name: `${name}.base.${key}`, unit: 'persons', about: `${what} of the host forces at ${key}` };
      }),
    ];
  });
}

/** Their values, in the same order. */
export function hostForceOutcomes(compiled: CompiledScenario, hostForces: HostForces): number[] {
  if (!compiled.hostForces.some((slot) => slot >= 0)) return [];
  const bases = basesWithHostForces(compiled);
  return [hostForces.killed, hostForces.wounded].flatMap((column) => [
    column.reduce((sum, persons) => sum + persons, 0),
    ...bases.map((b) => column[b]!),
  ]);
}

function basesWithHostForces({ hostForces }: CompiledScenario): number[] {
  return hostForces.flatMap((slot, b) => (slot < 0 ? [] : [b]));
}
