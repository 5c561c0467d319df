import type { SmoothRule } from './integrate-smooth.js';
import { smallExponential } from './small-exponential.js';

/** Most nodes of a rule. */
export const mostNodes = 5;
/** Up to which exponent e^−x is made of series: half of it, to the middle, is then one that they are good for. */
const mostInSeries = 0.5;
/** V8 knows a constant of the file, and looks an import up at each use. */
const exponential = smallExponential;

/** Where the row of a slot starts. */
export function rowOf(slot: number): number {
  return slot << 3;
}
/**
 * Places in a row: what is left on the day looked at, at the end of the span, and at its first node. The rate per day comes
 * first, and five nodes fill the row.
 */
export const leftPlace = 1;
export const endPlace = 2;
export const nodePlace = 3;
const toEnd = endPlace;
const toFirst = nodePlace;

/**
 * How much is left of what decays: on a day, and at the nodes of a rule on a span and at its end. Each quantity has a slot,
 * and in {@link rows} a row of eight numbers. The nodes lie in pairs about the middle, so that e^{−x/2} and one e^{xδ} give
 * both of a pair, and the end is their product.
 */
export class SpanDecay {
  readonly rows: Float64Array;
  /** Rows of all that is there, so many of them: see {@link named}. */
  readonly present: Int32Array;
  count = 0;
  /** How long the span is, which is to be set first, and how many nodes it has. */
  days = NaN;
  nodes = 0;
  /** How long the span was that {@link pass} worked out last. */
  private passedDays = NaN;

  constructor(slots: number) {
    this.rows = new Float64Array(rowOf(slots));
    this.present = new Int32Array(slots);
  }

  /** So many have been written into {@link present}, or their rates are others. */
  named(count: number): void {
    this.count = count;
    this.passedDays = NaN;
  }

  /** Works out what is left so many days on of all that is there, for one place in its row. */
  lookAhead(place: number, days: number): void {
    const { rows, present, count } = this;
    for (let i = 0; i < count; i++) {
      const row = present[i]!;
      const x = rows[row]! * days;
      const at = (row + place) | 0;
      if (x > mostInSeries) rows[at] = Math.exp(-x);
      else {
        const middle = exponential(-0.5 * x);
        rows[at] = middle * middle;
      }
    }
  }

  /** The same for the nodes of a rule on the span, and its end. Spans of one length have one rule until {@link named}. */
  pass({ nodes, offsets }: SmoothRule): void {
    const { rows, present, count, days } = this;
    // What happens by date often leaves spans of a day, one after another.
    if (days === this.passedDays) return;
    this.passedDays = days;
    const last = (toFirst + nodes.length - 1) | 0;
    const centre = (toFirst + (nodes.length >> 1)) | 0;
    const inner = offsets[0]!;
    const outer = offsets.length > 1 ? offsets[1]! : 0;
    this.nodes = nodes.length;
    let isQuick = false;
    for (let i = 0; i < count; i++) {
      const row = present[i]!;
      const x = rows[row]! * days;
      if (x > mostInSeries) {
        isQuick = true;
        continue;
      }
      // No offset is above ½. The middle node of an odd rule is written over by none.
      const middle = exponential(-0.5 * x);
      rows[(row + toEnd) | 0] = middle * middle;
      rows[(row + centre) | 0] = middle;
      const more = exponential(x * inner);
      rows[(row + toFirst) | 0] = middle * more;
      rows[(row + last) | 0] = middle / more;
      if (outer === 0) continue;
      const less = exponential(x * outer);
      rows[(row + toFirst + 1) | 0] = middle * less;
      rows[(row + last - 1) | 0] = middle / less;
    }
    // By themselves, as V8 goes quicker through a loop that calls nothing.
    if (isQuick) this.passQuick(offsets);
  }

  /** The same for those that decay so fast that no series tells it. */
  private passQuick(offsets: Float64Array): void {
    const { rows, present, count, days } = this;
    for (let i = 0; i < count; i++) {
      const row = present[i]!;
      const x = rows[row]! * days;
      if (x > mostInSeries) this.fill(row, x, offsets);
    }
  }

  /** The same for one quantity, however fast it decays. */
  private fill(row: number, x: number, offsets: Float64Array): void {
    const { rows, nodes } = this;
    const left = Math.exp(-x);
    rows[row + toEnd] = left;
    const first = row + toFirst;
    const last = first + nodes - 1;
    const middle = Math.sqrt(left);
    if (left < 1e-200) {
      // Next to nothing is left, and the other factor may be beyond all numbers.
      for (let at = first; at <= last; at++) rows[at] = 0;
      for (let pair = 0; pair < offsets.length; pair++) rows[first + pair] = Math.exp(-x * (0.5 - offsets[pair]!));
      return;
    }
    if (nodes % 2 === 1) rows[(first + last) / 2] = middle;
    for (let pair = 0; pair < offsets.length; pair++) {
      const more = Math.exp(x * offsets[pair]!);
      rows[first + pair] = middle * more;
      rows[last - pair] = middle / more;
    }
  }
}
