/** `count` numbers from low to high, both among them, at equal distances; the middle alone where `count` is 1. */
export function evenly({ low, high }: { readonly low: number; readonly high: number }, count: number): number[] {
  if (count === 1) return [(low + high) / 2];
  return Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
}

/** Every combination of the axes' values, the last axis running fastest. */
export function grid(axes: readonly (readonly number[])[]): number[][] {
  return axes.reduce<number[][]>((rows, axis) => rows.flatMap((row) => axis.map((value) => [...row, value])), [[]]);
}

/**
 * Points in which one input after the other is put at each of `levels` (u in (0, 1)), and all others are drawn as in a
 * run: NaN. `inputs` names the coordinates of each input. By input, then by level.
 */
export function oneAtATime(inputs: readonly (readonly number[])[], levels: readonly number[]): Float64Array[][] {
  const dimensions = inputs.flat().length;
  return inputs.map((coordinates) =>
    levels.map((level) => {
      const point = new Float64Array(dimensions).fill(NaN);
      for (const c of coordinates) point[c] = level;
      return point;
    }),
  );
}
