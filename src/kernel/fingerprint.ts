// One double seen as two words; shared, as it is written and read within one call.
const timeView = new Float64Array(1);
const timeWords = new Int32Array(timeView.buffer);

const { imul } = Math;
const turn = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

/**
 * A rolling 53-bit fingerprint of a run: equal event sequences give equal values, and sequences that differ in any
 * event, in the order, or in the last bit of one time give different values, but for chance (about 1 in 10^16). A
 * difference in one word of one event is always seen: every step below is a bijection of that word, and of the state.
 *
 * The state lives in the object: keep it to go on with the same run later. Not a cryptographic hash.
 */
export class Fingerprint {
  // Two lanes with the same input, mixed by different constants. Signed words stay small integers in the engine.
  private laneA = 0x2545f491;
  private laneB = 0x1b873593;

  /** Adds one event: the bits of `time` and the 32-bit integers `kind` and `subject`. */
  fold(time: number, kind: number, subject: number): void {
    timeView[0] = time;
    const first = timeWords[0]!;
    const second = timeWords[1]!;
    // The four words are joined apart from the lanes, so that events wait on one multiplication, not on five.
    const what = imul(turn(imul(kind, 0x9e3779b1), 15) ^ subject, 0x85ebca6b);
    const when = imul(turn(imul(first, 0xc2b2ae35), 16) ^ second, 0x27d4eb2f);
    this.laneA = (imul(turn(this.laneA ^ what ^ turn(when, 7), 13), 0xcc9e2d51) + 0x3c6ef372) | 0;
    this.laneB = (imul(turn(this.laneB ^ when ^ turn(what, 11), 17), 0x165667b1) + 0x1f83d9ab) | 0;
  }

  /** The fingerprint of the events so far: a safe integer from 0 to 2^53 - 1. */
  get value(): number {
    return (scatter(this.laneA) >>> 11) * 2 ** 32 + (scatter(this.laneB) >>> 0);
  }
}

/** A bijection of 32-bit words after which every output bit hangs on every input bit. */
function scatter(word: number): number {
  const half = imul(word ^ (word >>> 16), 0x7feb352d);
  const whole = imul(half ^ (half >>> 15), 0x846ca68b);
  return whole ^ (whole >>> 16);
}
