import type { CompiledScenario } from '../../model/compile.js';
import { uncertainPaths, type Input } from './inputs.js';

/** Name of the table of draws that a number is a column of, in any of the scenarios; undefined of others. */
export function tablesOf(scenarios: readonly CompiledScenario[]): (path: string) => string | undefined {
  const uncertain = scenarios.flatMap(({ parameters }) => parameters.uncertain);
  const tables = new Map(uncertain.flatMap(({ path, jointOf }) => (jointOf === undefined ? [] : [[path, jointOf]])));
  return (path) => tables.get(path);
}

/**
 * The inputs with every table of draws whole: a number of a table stands for all of its numbers, which move as one, by the
 * row; a group takes the whole of each table that it has a number of. `twice` names the tables that more than one input,
 * one of them a group, would move.
 */
export function withWholeTables(
  inputs: readonly Input[],
  scenarios: readonly CompiledScenario[],
): { readonly inputs: readonly Input[]; readonly twice: readonly string[] } {
  const tableOf = tablesOf(scenarios);
  const all = uncertainPaths(scenarios);
  const found = new Map<string, Input>();
  const moved: string[] = [];
  for (const { name, paths } of inputs) {
    const tables = [...new Set(paths.flatMap((path) => tableOf(path) ?? []))];
    const own = paths.filter((path) => tableOf(path) === undefined);
    const [only] = paths.length === 1 ? tables : [];
    const called = only === undefined ? name : jointName(only);
    if (!found.has(called)) moved.push(...tables);
    const columns = tables.flatMap((table) => all.filter((path) => tableOf(path) === table));
    found.set(called, { name: called, paths: [...own, ...columns] });
  }
  return { inputs: [...found.values()], twice: [...new Set(moved.filter((table, i) => moved.indexOf(table) < i))] };
}

/** What a table of draws is called as an input. */
export function jointName(table: string): string {
  return `joint draws: ${table}`;
}

/** Whether an input is a table of draws, and nothing else. */
export function isJoint({ name }: Pick<Input, 'name'>): boolean {
  return name.startsWith(jointName(''));
}

/**
 * Coordinates of a design over inputs: by input, and by path in the order of the inputs. The numbers of one table share
 * one coordinate, which picks the row.
 */
export function sharedCoordinates(
  inputs: readonly Input[],
  tableOf: (path: string) => string | undefined,
): { readonly ofInput: readonly (readonly number[])[]; readonly ofPath: readonly number[] } {
  const known = new Map<string, number>();
  const coordinateOf = (path: string): number => {
    const key = tableOf(path) === undefined ? path : jointName(tableOf(path) ?? '');
    const at = known.get(key) ?? known.size;
    known.set(key, at);
    return at;
  };
  const byPath = inputs.map(({ paths }) => paths.map(coordinateOf));
  return { ofInput: byPath.map((coordinates) => [...new Set(coordinates)]), ofPath: byPath.flat() };
}
