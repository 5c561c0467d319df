import type { CompiledScenario } from './compile.js';
import type { OutcomeColumn } from './outcome-columns.js';
import type { Simulator } from './replication.js';

/** Columns of what regimes, chains and branch points came to; none where a scenario has none of them. */
export function regimeColumns({ regimes, chains, branches }: CompiledScenario): OutcomeColumn[] {
  const days = (name: string, what: string): OutcomeColumn => ({
    name: `regimeDays.${name}`,
    unit: 'days',
    about: `days ${what}`,
  });
  const columns = [
    ...regimes.map(({ name }) => days(name, `in the regime ${name}`)),
    ...chains.flatMap(({ name, states }) =>
      states.map(({ key }) => days(`${name}.${key}`, `in the state ${key} of the chain ${name}`)),
    ),
    ...branches.map(({ name }) => ({
      name: `branch.${name}`,
      unit: 'yes/no',
      about: `1 where the branch point ${name} took its first course (then)`,
    })),
  ];
  if (regimes.length + chains.length === 0) return columns;
  return [
    ...columns,
    {
      name: 'supercriticalDays',
      unit: 'days',
      about: 'days on which regimes kept each generation of attacks at least as large as the last',
    },
    {
      name: 'regimeGrowth',
      unit: 'ratio',
      about:
        'largest factor by which attacks that provoke each other could multiply in one such stretch; 1 without one',
    },
  ];
}

/** Their values, in the same order, some at a time. */
export function regimeOutcomes({ compiled, regimes, branches }: Simulator): ArrayLike<number>[] {
  const values = [regimes.daysHeld, branches.drawn];
  if (compiled.regimes.length + compiled.chains.length === 0) return values;
  return [...values, [regimes.growth.days, Math.exp(regimes.growth.worst.exponent)]];
}
