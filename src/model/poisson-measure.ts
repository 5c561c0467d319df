import { exponential } from '../random/laws/exponential.js';
import { openStream, type Uniform } from '../random/stream.js';
import { firstLuck, type Luck } from './luck.js';

/** Height of the lowest strip, attacks per day; each higher one ends at twice the height of the one below. */
const lowestEdge = 0.25;
const most = 40;
/** Upper edge of each strip, attacks per day, behind the lower edge of the lowest: strip i lies from edge i to edge i + 1. */
const edges = Float64Array.from({ length: most + 1 }, (_, i) => (i === 0 ? 0 : lowestEdge * 2 ** (i - 1)));

// A strip's row takes four cells: day and height of its next point, and how many points it has had.
const HEIGHT = 1;
const COUNT = 2;
/** V8 knows constants of the file, and looks imports up at each use. */
const waitFor = exponential;

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
  /** 1 for strips whose points are those from the turn on. */
  private readonly turned = new Uint8Array(most);
  private readonly streams: Uniform[] = [];
  /** By strip, and behind them that of a point which never comes. */
  private readonly rows = new Float64Array(4 * (most + 1)).fill(Infinity, 4 * most);
  /** Strips that have a stream: the lowest ones. */
  private opened = 0;
  /** Strips that are looked at, the lowest ones again. */
  private active = 0;
  /** Strip of the next point; where nothing is covered, the one behind all. */
  private next = most;

  /** `open` gives the stream of a strip, counted from 0 at the bottom; it is asked at most once for each, as is a turn's. */
  constructor(open: (strip: number) => Uniform, turn?: Turn) {
    this.open = open;
    this.turn = turn;
  }

  /** Becomes another measure, on the same memory. */
  restart(open: (strip: number) => Uniform, turn?: Turn): void {
    this.open = open;
    this.turn = turn;
    this.opened = this.active = 0;
    this.next = most;
  }

  /** Day of the next point below the edge; Infinity where nothing is covered. */
  get nextDay(): number {
    return this.rows[this.next << 2]!;
  }
  /** Its height, attacks per day. */
  get nextHeight(): number {
    return this.rows[(this.next << 2) | HEIGHT]!;
  }
  /** A number of its own for the next point within this measure: names its marks. */
  get nextIdentity(): number {
    return ((this.next << 25) + this.rows[(this.next << 2) | COUNT]!) | 0;
  }

  /** Whether the highest strip looked at is the one that a height lies in. */
  endsAbove(height: number): boolean {
    const { active } = this;
    return active > 0 && height <= edges[active]! && height > edges[active - 1]!;
  }

  /** Looks at the points up to `height` or a little above; those in strips new to it start after `day`. */
  cover(height: number, day: number): void {
    const { active, rows } = this;
    let strips = 0;
    for (; edges[strips]! < height; strips++)
      if (strips === most) throw new RangeError(`attack rate must be at most ${edges[most]!} per day, got ${height}`);
    for (let strip = active; strip < strips; strip++) {
      if (strip === this.opened) this.openNext();
      while (rows[strip << 2]! <= day) this.step(strip);
    }
    this.active = strips;
    this.choose();
  }

  /** Goes on to the point after the next one. */
  advance(): void {
    this.step(this.next);
    this.choose();
  }

  private openNext(): void {
    const strip = this.opened++;
    this.turned[strip] = 0;
    this.begin(strip, this.open(strip));
    this.step(strip);
  }

  /** From now on the points of a strip are those of a stream, from day 0. */
  private begin(strip: number, stream: Uniform): void {
    this.streams[strip] = stream;
    this.rows[strip << 2] = this.rows[(strip << 2) | COUNT] = 0;
  }

  private step(strip: number): void {
    this.draw(strip);
    const { turn, rows } = this;
    if (turn === undefined || this.turned[strip] === 1 || rows[strip << 2]! < turn.day) return;
    this.turned[strip] = 1;
    // From its beginning, so that these are the points that it has without a turn.
    this.begin(strip, turn.open(strip));
    while (rows[strip << 2]! < turn.day) this.draw(strip);
  }

  private draw(strip: number): void {
    const { rows } = this;
    const row = strip << 2;
    const stream = this.streams[strip]!;
    const low = edges[strip]!;
    const width = edges[strip + 1]! - low;
    rows[row]! += waitFor(stream(), width);
    rows[row | HEIGHT] = low + width * stream();
    rows[row | COUNT]!++;
  }

  private choose(): void {
    const { active, rows } = this;
    let first = active === 0 ? most : 0;
    for (let strip = 1; strip < active; strip++) if (rows[strip << 2]! < rows[first << 2]!) first = strip;
    this.next = first;
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
