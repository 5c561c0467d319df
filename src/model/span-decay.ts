import { offsetsOf, type SmoothRule } from './integrate-smooth.js';
import { mostSmall, smallExponential } from './small-exponential.js';

/** Most nodes of a rule. */
export const mostNodes = 5;

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
  private lengthDays = 0;
  private offsets: Float64Array = offsetsOf(undefined);

  constructor(slots: number) {
    this.atNodes = new Float64Array(slots * mostNodes);
    this.atEnd = new Float64Array(slots);
  }

  /** Turns to a span so many days long; without a rule it has no nodes, only an end. */
  open(lengthDays: number, rule: SmoothRule | undefined): void {
    this.lengthDays = lengthDays;
    this.offsets = offsetsOf(rule);
    this.nodes = rule ? rule.nodes.length : 0;
    if (rule) for (let i = 0; i < this.nodes; i++) this.nodeDays[i] = (lengthDays * (1 + rule.nodes[i]!)) / 2;
  }

  /** Works out what is left of a quantity that decays at a rate per day. */
  fill(slot: number, perDay: number): void {
    const { atNodes, offsets, nodes } = this;
    const x = perDay * this.lengthDays;
    const first = slot * mostNodes;
    const last = first + nodes - 1;
    if (x <= 2 * mostSmall) {
      // No offset is above ½.
      const middle = smallExponential(-x / 2);
      this.atEnd[slot] = middle * middle;
      if (nodes % 2 === 1) atNodes[first + (nodes - 1) / 2] = middle;
      for (let pair = 0; pair < offsets.length; pair++) {
        const more = smallExponential(x * offsets[pair]!);
        atNodes[first + pair] = middle * more;
        atNodes[last - pair] = middle / more;
      }
      return;
    }
    const left = Math.exp(-x);
    this.atEnd[slot] = left;
    if (nodes === 0) return;
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
