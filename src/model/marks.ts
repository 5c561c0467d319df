import { keyOf, markBits, markBlock, markOf, markPrefix } from '../random/mark.js';
import type { Uniform } from '../random/stream.js';

/** V8 knows constants of the file, and looks imports up at each use. */
const blockOf = markBlock;
const prefixOf = markPrefix;
const bitsOf = markBits;
const uniformOf = markOf;

/** What a law of one attack draws from. */
export interface AttackMarks {
  readonly first: (purpose: number) => number;
  readonly at: (purpose: number, entity: number) => number;
  readonly streamOf: (purpose: number) => Uniform;
}

/** The chance that belongs to one attack: each mark is a function of (attack, purpose, entity), in whatever order it is asked. */
export class Marks implements AttackMarks {
  private happening = 0;
  private streamPrefix = 0;
  private counter = 0;
  /** −1 where marks are 1 − u, which is u with all bits of its n turned; else 0. */
  private turned = 0;

  /** Turns to an attack: the prefix of (seed, replication, actor), and the attack's own number. Mirrored marks are 1 − u. */
  turnTo(replicationPrefix: number, attackKey: number, mirrored: boolean): void {
    this.happening = prefixOf(replicationPrefix, blockOf(attackKey));
    this.turned = mirrored ? -1 : 0;
  }

  /** A uniform for a {@link purpose}: that of entity 0. */
  first(purpose: number): number {
    return this.of(this.prefix(purpose), 0);
  }

  /** A uniform for one entity under one {@link purpose}. */
  at(purpose: number, entity: number): number {
    return this.of(this.prefix(purpose), blockOf(entity));
  }

  /** What the marks of this attack for one purpose have in common, for {@link of}. */
  prefix(purpose: number): number {
    return prefixOf(this.happening, purpose);
  }

  /** The same as {@link at}, of a prefix and the block of an entity. */
  of(prefix: number, block: number): number {
    return uniformOf(bitsOf(prefix, block) ^ this.turned);
  }

  /** What turns the bits of n of a mark, as `markBits` gives them, into how many steps of 2⁻³² the mark lies below 1. */
  get bitsBelowOne(): number {
    return ~this.turned;
  }

  /** As many uniforms as a law needs for one purpose, from the first. The stream is shared: use it up before the next. */
  streamOf(purpose: number): Uniform {
    this.streamPrefix = this.prefix(purpose);
    this.counter = 0;
    return this.take;
  }

  private readonly take: Uniform = () => this.of(this.streamPrefix, blockOf(this.counter++));
}

/** The block of a purpose, which names it in marks. */
export function purposeOf(name: string): number {
  return blockOf(keyOf(name));
}

/** What the marks of an attack decide. */
export const purpose = {
  cause: purposeOf('cause'),
  repeat: purposeOf('repeat'),
  parent: purposeOf('parent'),
  target: purposeOf('target'),
  road: purposeOf('road'),
  mode: purposeOf('mode'),
  salvo: purposeOf('salvo'),
  intercepted: purposeOf('intercepted'),
  impacts: purposeOf('impacts'),
  tails: purposeOf('tails'),
  tail: purposeOf('tail'),
  casualties: purposeOf('casualties'),
  warning: purposeOf('warning'),
  fatal: purposeOf('fatal'),
  killed: purposeOf('killed'),
  wounded: purposeOf('wounded'),
  killedWho: purposeOf('killed/who'),
  woundedWho: purposeOf('wounded/who'),
} as const;
