import type { CompiledScenario } from '../../model/compile.js';
import { quantitiesOf } from '../../model/scenario/quantities.js';

/** What a design moves as one: an uncertain number, or a group of them. */
export interface Input {
  /** The path of the number, or the part that those of a group have in common. */
  readonly name: string;
  readonly paths: readonly string[];
}

/** Why a path cannot be an input. */
export type InputFault =
  | { readonly kind: 'unknown'; readonly path: string; readonly known: readonly string[] }
  /** A number that is known for certain. */
  | { readonly kind: 'certain'; readonly path: string; readonly value: number };

/** Every uncertain number of the scenarios, each once, in the order in which they name them. */
export function uncertainPaths(scenarios: readonly CompiledScenario[]): string[] {
  return [...new Set(scenarios.flatMap(({ parameters }) => parameters.uncertain.map(({ path }) => path)))];
}

/**
 * The input that a path names: a number by its whole path, all uncertain numbers below it by a part of one, such as
 * `actors.militias` or `contingents`.
 */
export function inputAt(path: string, scenarios: readonly CompiledScenario[]): Input | InputFault {
  const uncertain = uncertainPaths(scenarios);
  if (uncertain.includes(path)) return { name: path, paths: [path] };
  const below = uncertain.filter((each) => each.startsWith(`${path}.`) || each.startsWith(`${path}[`));
  if (below.length > 0) return { name: path, paths: below };
  const certain = scenarios
    .flatMap(({ scenario }) => quantitiesOf(scenario))
    .find((placed) => placed.path === path)?.quantity;
  if (certain && typeof certain.value === 'number') return { kind: 'certain', path, value: certain.value };
  return { kind: 'unknown', path, known: uncertain };
}

/** Coordinates of each input among the paths of all inputs, one after another. */
export function coordinatesOf(inputs: readonly Input[]): number[][] {
  let next = 0;
  return inputs.map(({ paths }) => paths.map(() => next++));
}

/** Values of a number at the shares `low` and `high` of its law; the widest where the scenarios' laws differ. */
export function lawRange(
  path: string,
  about: { readonly scenarios: readonly CompiledScenario[]; readonly low: number; readonly high: number },
): { readonly low: number; readonly high: number } {
  const laws = about.scenarios.flatMap(({ parameters }) => parameters.uncertain.filter((each) => each.path === path));
  return {
    low: Math.min(...laws.map(({ quantile }) => quantile(about.low))),
    high: Math.max(...laws.map(({ quantile }) => quantile(about.high))),
  };
}
