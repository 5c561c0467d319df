import { exponential } from '../random/laws/exponential.js';
import { openStream, type Uniform } from '../random/stream.js';
import { firstLuck, type Luck } from './luck.js';

/** Height of the lowest strip, attacks per day; each higher one ends at twice the height of the one below. */
const lowestEdge = 0.25;
const most = 40;
/** Upper edge of each strip, attacks per day, behind the lower edge of the lowest: strip i lies from edge i to edge i + 1. */
const edges = Float64Array.from({ length: most + 1 }, (_, i) => (i === 0 ? 0 : lowestEdge * 2 ** (i - 1)));

/** From `day` on, points come from other streams. */
interface Turn {
  readonly day: number;
  readonly open: (strip: number) => Uniform;
}

/**
 * Points (t, z) spread evenly over time and height: a Poisson random measure of intensity 1 on days × (attacks per day).
 * An attack happens at those points where z ≤ λ(t) (Brémaud and Massoulié 1996). The points belong to (seed, replication,
 * actor) and to nothing else, so two strategies whose rates differ little share nearly all of their attacks.
 *
 * It is cut into strips of height, [0, ¼), [¼, ½), [½, 1), … attacks per day, each a stream of its own that is opened when
 * a rate first comes near it. {@link cover} says how high the points must reach; the next point is then {@link nextDay}.
 *
 * Points before and after a day are independent, so the points of one measure before a day and of another from it on make
 * a measure too: that is how futures share a past.
 */
export class PoissonMeasure {
  private open: (strip: number) => Uniform;
  private turn: Turn | undefined;
  /** Strips whose points are those from the turn on. */
  private readonly turned = new Uint8Array(most);
  private readonly streams: (Uniform | undefined)[] = [];
  private readonly days = new Float64Array(most);
  private readonly heights = new Float64Array(most);
  private readonly counts = new Int32Array(most);
  private active = 0;
  private next = 0;
  /** Day and height of the next point; in an array, as a field that is a fraction would take an object at each store. */
  private readonly nextPoint = new Float64Array([Infinity, NaN]);

  /** `open` gives the stream of a strip, counted from 0 at the bottom; it is asked at most once for each, as is a turn's. */
  constructor(open: (strip: number) => Uniform, turn?: Turn) {
    this.open = open;
    this.turn = turn;
  }

  /** Becomes another measure, on the same memory. */
  restart(open: (strip: number) => Uniform, turn?: Turn): void {
    this.open = open;
    this.turn = turn;
    this.turned.fill(0);
    this.streams.length = 0;
    this.counts.fill(0);
    this.active = 0;
    this.choose();
  }

  /** Height up to which points are being looked at, attacks per day. */
  get edge(): number {
    return edges[this.active]!;
  }
  /** Day of the next point below the edge; Infinity where nothing is covered. */
  get nextDay(): number {
    return this.nextPoint[0]!;
  }
  /** Its height, attacks per day. */
  get nextHeight(): number {
    return this.nextPoint[1]!;
  }
  /** A number of its own for the next point within this measure: names its marks. */
  get nextIdentity(): number {
    return this.next * 0x2000000 + this.counts[this.next]!;
  }

  /** Whether the highest strip looked at is the one that a height lies in. */
  endsAbove(height: number): boolean {
    const { active } = this;
    return active > 0 && height <= edges[active]! && height > edges[active - 1]!;
  }

  /** Looks at the points up to `height` or a little above; those in strips new to it start after `day`. */
  cover(height: number, day: number): void {
    if (this.endsAbove(height)) return;
    const { active } = this;
    let strips = 0;
    for (; edges[strips]! < height; strips++)
      if (strips === most) throw new RangeError(`attack rate must be at most ${edges[most]!} per day, got ${height}`);
    for (let strip = active; strip < strips; strip++) {
      if (!this.streams[strip]) {
        this.streams[strip] = this.open(strip);
        this.days[strip] = 0;
        this.step(strip);
      }
      while (this.days[strip]! <= day) this.step(strip);
    }
    this.active = strips;
    this.choose();
  }

  /** Goes on to the point after the next one. */
  advance(): void {
    this.step(this.next);
    this.choose();
  }

  private step(strip: number): void {
    this.draw(strip);
    const { turn } = this;
    if (!turn || this.turned[strip] === 1 || this.days[strip]! < turn.day) return;
    this.turned[strip] = 1;
    this.streams[strip] = turn.open(strip);
    this.days[strip] = this.counts[strip] = 0;
    // From its beginning, so that these are the points that it has without a turn.
    while (this.days[strip]! < turn.day) this.draw(strip);
  }

  private draw(strip: number): void {
    const stream = this.streams[strip]!;
    const low = edges[strip]!;
    const width = edges[strip + 1]! - low;
    this.days[strip]! += exponential(stream(), width);
    this.heights[strip] = low + width * stream();
    this.counts[strip]!++;
  }

  private choose(): void {
    const { active, days, nextPoint } = this;
    let first = 0;
    for (let strip = 1; strip < active; strip++) if (days[strip]! < days[first]!) first = strip;
    this.next = first;
    nextPoint[0] = days[first]!;
    nextPoint[1] = this.heights[first]!;
    // Nothing is covered.
    if (active === 0) nextPoint[0] = Infinity;
  }
}

/** The measure of a purpose and entity under a luck: of the past before its day, one's own from it on. `on` is memory to use again. */
export function openMeasure(
  luck: Luck,
  {
    purpose,
    entity,
    on,
  }: { readonly purpose: string; readonly entity: string; readonly on?: PoissonMeasure | undefined },
): PoissonMeasure {
  const { past, seed, replication, mirrored } = luck;
  const own = (strip: number): Uniform =>
    openStream({ seed, replication, mirrored, purpose, entity: `${entity}/${strip}` });
  const first = past && firstLuck(luck);
  const early = first && ((strip: number): Uniform => openStream({ ...first, purpose, entity: `${entity}/${strip}` }));
  const turn = past && { day: past.day, open: own };
  if (!on) return new PoissonMeasure(early ?? own, turn);
  on.restart(early ?? own, turn);
  return on;
}
