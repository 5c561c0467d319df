import type { CompiledScenario } from '../../src/model/compile.js';

/** The outcomes of garrison that stand behind each of the C++ core's; lists in the core are numbered, as `attacks.base#3`. */
export function outcomeOfCore(compiled: CompiledScenario, name: string): string | undefined {
  const [list = '', number] = name.split('#');
  if (number === undefined) return list === 'causes' ? undefined : list;
  const keys: Readonly<Record<string, readonly string[]>> = {
    base: compiled.baseKeys,
    contingent: compiled.contingentKeys,
    actor: compiled.actorKeys,
  };
  if (list === 'causes') return causes[Number(number)] ?? undefined;
  const group = list.split('.')[1] ?? '';
  const key = keys[group]?.[Number(number)];
  return key === undefined ? undefined : `${list}.${key}`;
}

const causes = ['attacksBackground', 'attacksEmboldened', 'attacksVacuum'];
