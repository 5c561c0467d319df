import type { CompiledScenario } from '../../model/compile.js';

/** A scenario some of whose uncertain numbers are put where a design wants them. */
export interface SteeredScenario {
  readonly compiled: CompiledScenario;
  /** By path: a place, or NaN for a number that is drawn as in a run. Holds for all replications run from then on. */
  readonly put: (places: ArrayLike<number>) => void;
}

/**
 * Places are shares u of a number's law, in (0, 1), or values of the number itself, or the uniforms by which a run would draw
 * it: the same as shares, but of a number of a table of draws the row that u picks, the same for all that are put at one u.
 */
export type Space = 'quantile' | 'value' | 'draw';

/**
 * The same scenario with `paths` under control. Streams are named, so that every other draw of a replication stays what it
 * was: that is what pairs the points of a design. A scenario without one of the paths is not moved by it. Whoever it is
 * measured against or drawn together with is steered with it.
 */
export function steered(
  compiled: CompiledScenario,
  { paths, space }: { readonly paths: readonly string[]; readonly space: Space },
): SteeredScenario {
  const own = steeredNumbers(compiled, { paths, space });
  const { reference, drawnWith } = compiled;
  const others = drawnWith?.map((other) => steeredNumbers(other, { paths, space }));
  const together = others && { drawnWith: others.map((other) => other.compiled) };
  const measured = reference && steeredNumbers(reference, { paths, space });
  return {
    compiled: {
      ...own.compiled,
      ...together,
      ...(measured ? { reference: { ...measured.compiled, ...together } } : {}),
    },
    put: (places) => {
      for (const each of [own, ...(others ?? []), ...(measured ? [measured] : [])]) each.put(places);
    },
  };
}

function steeredNumbers(
  compiled: CompiledScenario,
  { paths, space }: { readonly paths: readonly string[]; readonly space: Space },
): SteeredScenario {
  const { parameters } = compiled;
  const values = new Float64Array(paths.length).fill(NaN);
  const laws = paths.map((path) => {
    const number = parameters.uncertain.find((one) => one.path === path);
    return space === 'draw' ? number?.draw : number?.quantile;
  });
  const uncertain = parameters.uncertain.map((number) => {
    const i = paths.indexOf(number.path);
    if (i < 0) return number;
    return { ...number, draw: (u: number) => (Number.isNaN(values[i]) ? number.draw(u) : values[i]!) };
  });
  return {
    compiled: { ...compiled, parameters: { ...parameters, uncertain } },
    put: (places) => {
      laws.forEach((quantile, i) => {
        const place = places[i]!;
        values[i] = space === 'value' || Number.isNaN(place) || !quantile ? place : quantile(place);
      });
    },
  };
}
