import type { SmoothRule } from './integrate-smooth.js';
import { smallExponential } from './small-exponential.js';

/** Most nodes of a rule. */
export const mostNodes = 5;
/** Up to which exponent e^−x is made of series: half of it, to the middle, is then one that they are good for. */
const mostInSeries = 0.5;

/** What decays: at which rate per day, by slot, and the slots of which anything is there, so many of them. */
export interface Decays {
  readonly perDay: Float64Array;
  readonly present: Int32Array;
  count: number;
}

/**
 * How much of what decays is left at the nodes of a rule on a span, and at its end. Each quantity has a slot. The nodes
 * lie in pairs about the middle, so that e^{−x/2} and one e^{xδ} give both of a pair, and the end is their product.
 */
export class SpanDecay {
  /** How long the span is, which is to be set first, and how many nodes it has. */
  days = 0;
  nodes = 0;
  /** How many slots there are. */
  readonly slots: number;
  /** What is left at node i of the quantity in slot q, at i * slots + q. */
  readonly atNodes: Float64Array;
  /** What is left at the end, by slot. It lies behind the nodes, in the same memory. */
  readonly atEnd: Float64Array;

  private readonly decays: Decays;

  constructor(decays: Decays) {
    this.decays = decays;
    this.slots = decays.perDay.length;
    this.atNodes = new Float64Array(this.slots * (mostNodes + 1));
    this.atEnd = this.atNodes.subarray(this.slots * mostNodes);
  }

  /** Works out what is left at the end of all that is there, without nodes. */
  passToEnd(): void {
    const { atEnd, days } = this;
    const { perDay, present, count } = this.decays;
    this.nodes = 0;
    for (let i = 0; i < count; i++) {
      const slot = present[i]!;
      const x = perDay[slot]! * days;
      if (x > mostInSeries) atEnd[slot] = Math.exp(-x);
      else {
        const middle = smallExponential(-0.5 * x);
        atEnd[slot] = middle * middle;
      }
    }
  }

  /** The same with the nodes of a rule. */
  pass({ nodes, offsets }: SmoothRule): void {
    const { atNodes, days, slots } = this;
    const { perDay, present, count } = this.decays;
    const last = (nodes.length - 1) * slots;
    const middleRow = (nodes.length >> 1) * slots;
    const end = mostNodes * slots;
    const inner = offsets[0]!;
    this.nodes = nodes.length;
    for (let i = 0; i < count; i++) {
      const slot = present[i]!;
      const x = perDay[slot]! * days;
      if (x > mostInSeries) {
        this.fill(slot, x, offsets);
        continue;
      }
      // No offset is above ½. The middle node of an odd rule is written over by none.
      const middle = smallExponential(-0.5 * x);
      atNodes[end + slot] = middle * middle;
      atNodes[middleRow + slot] = middle;
      const more = smallExponential(x * inner);
      atNodes[slot] = middle * more;
      atNodes[last + slot] = middle / more;
      if (offsets.length < 2) continue;
      const less = smallExponential(x * offsets[1]!);
      atNodes[slots + slot] = middle * less;
      atNodes[last - slots + slot] = middle / less;
    }
  }

  /** The same for one quantity, however fast it decays. */
  private fill(slot: number, x: number, offsets: Float64Array): void {
    const { atNodes, nodes, slots } = this;
    const left = Math.exp(-x);
    this.atEnd[slot] = left;
    const last = slot + (nodes - 1) * slots;
    const middle = Math.sqrt(left);
    if (left < 1e-200) {
      // Next to nothing is left, and the other factor may be beyond all numbers.
      for (let at = slot; at <= last; at += slots) atNodes[at] = 0;
      for (let pair = 0; pair < offsets.length; pair++)
        atNodes[slot + pair * slots] = Math.exp(-x * (0.5 - offsets[pair]!));
      return;
    }
    if (nodes % 2 === 1) atNodes[(slot + last) / 2] = middle;
    for (let pair = 0; pair < offsets.length; pair++) {
      const more = Math.exp(x * offsets[pair]!);
      atNodes[slot + pair * slots] = middle * more;
      atNodes[last - pair * slots] = middle / more;
    }
  }
}
