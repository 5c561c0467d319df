import type { Uniform } from '../../random/stream.js';
import { joeKuo } from './joe-kuo.js';

/** As many dimensions as there are direction numbers for. */
export const mostSobolDimensions = joeKuo.length + 1;

const BITS = 32;
const SCALE = 2 ** -BITS;

/**
 * The first `n` points of Sobol's sequence in `dimensions` dimensions, in the order of Antonov and Saleev, each coordinate
 * in [0, 1): of every 2^m points each 2^m-th part of every axis holds one. With `draw` the points are scrambled by random
 * lower triangular matrices and a digital shift (Matoušek 1998), keep that balance, are uniform one by one, and lie inside
 * (0, 1). Throws RangeError for more dimensions than {@link mostSobolDimensions} or more than 2³¹ points.
 */
export function sobolPoints({ n, dimensions }: { readonly n: number; readonly dimensions: number }, draw?: Uniform) {
  if (dimensions < 1 || dimensions > mostSobolDimensions)
    throw new RangeError(`dimensions must be 1 to ${mostSobolDimensions}, got ${dimensions}`);
  if (n > 2 ** 31) throw new RangeError(`n must be at most 2^31, got ${n}`);
  const points = Array.from({ length: n }, () => new Float64Array(dimensions));
  for (let d = 0; d < dimensions; d++) {
    const plain = directionNumbers(d);
    const directions = draw ? scrambled(plain, draw) : plain;
    const offset = draw ? SCALE / 2 : 0;
    let state = draw ? bitsOf(draw) : 0;
    for (let i = 0; i < n; i++) {
      points[i]![d] = state * SCALE + offset;
      state = (state ^ directions[trailingOnes(i)]!) >>> 0;
    }
  }
  return points;
}

/** v_1 … v_32 of one dimension (from 0), the binary point before the highest bit. */
function directionNumbers(dimension: number): Uint32Array {
  const v = new Uint32Array(BITS);
  if (dimension === 0) {
    for (let k = 0; k < BITS; k++) v[k] = 2 ** (BITS - 1 - k);
    return v;
  }
  const [degree = 0, coefficients = 0, ...first] = joeKuo[dimension - 1]!.split(' ').map(Number);
  for (let k = 0; k < BITS; k++) {
    if (k < degree) {
      v[k] = first[k]! * 2 ** (BITS - 1 - k);
      continue;
    }
    let next = v[k - degree]! ^ (v[k - degree]! >>> degree);
    for (let j = 1; j < degree; j++) if ((coefficients >>> (degree - 1 - j)) & 1) next ^= v[k - j]!;
    v[k] = next >>> 0;
  }
  return v;
}

/** Each number times one random lower triangular matrix of bits with a full diagonal, highest bit first. */
function scrambled(directions: Uint32Array, draw: Uniform): Uint32Array {
  const rows = Array.from({ length: BITS }, (_, row) => {
    const diagonal = 2 ** (BITS - 1 - row);
    const above = ~(2 * diagonal - 1) >>> 0;
    return ((bitsOf(draw) & above) | diagonal) >>> 0;
  });
  return directions.map((number) => {
    let product = 0;
    rows.forEach((mask, row) => {
      if (isOdd(number & mask)) product += 2 ** (BITS - 1 - row);
    });
    return product;
  });
}

function bitsOf(draw: Uniform): number {
  return Math.floor(draw() * 2 ** BITS);
}

/** Whether an odd number of bits is set. */
function isOdd(bits: number): boolean {
  let folded = bits;
  for (let by = 16; by >= 1; by /= 2) folded ^= folded >>> by;
  return (folded & 1) === 1;
}

function trailingOnes(i: number): number {
  let count = 0;
  for (let rest = i; rest & 1; rest >>>= 1) count++;
  return count;
}
