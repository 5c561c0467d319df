import { offsetsOf, type SmoothRule } from './integrate-smooth.js';
import { mostSmall, smallExponential } from './small-exponential.js';

/** Most nodes of a rule. */
export const mostNodes = 5;

/** What decays, by slot: at which rate per day, and whether anything of it is there. */
export interface Decays {
  readonly perDay: Float64Array;
  readonly isThere: Uint8Array;
}

/**
 * How much of what decays is left at the nodes of a rule on a span, and at its end. Each quantity has a slot. The nodes
 * lie in pairs about the middle, so that e^{−x/2} and one e^{xδ} give both of a pair, and the end is their product.
 */
export class SpanDecay {
  /** How many nodes there are, and when they are, in days after the beginning of the span. */
  nodes = 0;
  readonly nodeDays = new Float64Array(mostNodes);
  /** What is left at node i of the quantity in slot q, at q * 5 + i. */
  readonly atNodes: Float64Array;
  /** What is left at the end, by slot. */
  readonly atEnd: Float64Array;

  private readonly decays: Decays;

  constructor(decays: Decays) {
    const slots = decays.perDay.length;
    this.decays = decays;
    this.atNodes = new Float64Array(slots * mostNodes);
    this.atEnd = new Float64Array(slots);
  }

  /** Turns to a span so many days long and works out what is left of all that is there; without a rule there are no nodes, only an end. */
  pass(days: number, rule: SmoothRule | undefined): void {
    const { atNodes, atEnd, nodeDays } = this;
    const { perDay, isThere } = this.decays;
    const nodes = rule ? rule.nodes.length : 0;
    this.nodes = nodes;
    if (rule) for (let i = 0; i < nodes; i++) nodeDays[i] = (days * (1 + rule.nodes[i]!)) / 2;
    const offsets = offsetsOf(rule);
    const inner = offsets.length > 0 ? offsets[0]! : 0;
    for (let slot = 0; slot < isThere.length; slot++) {
      if (isThere[slot] === 0) continue;
      const x = perDay[slot]! * days;
      if (x > 2 * mostSmall) {
        this.fill(slot, x, offsets);
        continue;
      }
      // No offset is above ½. The middle node of an odd rule is written over by none.
      const middle = smallExponential(-0.5 * x);
      const first = slot * mostNodes;
      atEnd[slot] = middle * middle;
      if (nodes === 0) continue;
      atNodes[first + (nodes >> 1)] = middle;
      const more = smallExponential(x * inner);
      atNodes[first] = middle * more;
      atNodes[first + nodes - 1] = middle / more;
      if (offsets.length < 2) continue;
      const less = smallExponential(x * offsets[1]!);
      atNodes[first + 1] = middle * less;
      atNodes[first + nodes - 2] = middle / less;
    }
  }

  /** The same for one quantity, however fast it decays. */
  private fill(slot: number, x: number, offsets: Float64Array): void {
    const { atNodes, nodes } = this;
    const left = Math.exp(-x);
    this.atEnd[slot] = left;
    if (nodes === 0) return;
    const first = slot * mostNodes;
    const last = first + nodes - 1;
    const middle = Math.sqrt(left);
    if (left < 1e-200) {
      // Next to nothing is left, and the other factor may be beyond all numbers.
      atNodes.fill(0, first, last + 1);
      for (let pair = 0; pair < offsets.length; pair++) atNodes[first + pair] = Math.exp(-x * (0.5 - offsets[pair]!));
      return;
    }
    if (nodes % 2 === 1) atNodes[first + (nodes - 1) / 2] = middle;
    for (let pair = 0; pair < offsets.length; pair++) {
      const more = Math.exp(x * offsets[pair]!);
      atNodes[first + pair] = middle * more;
      atNodes[last - pair] = middle / more;
    }
  }
}
