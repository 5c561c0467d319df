import { keyOf, markOf, markPrefix } from '../random/mark.js';
import type { Uniform } from '../random/stream.js';

/** V8 knows constants of the file, and looks imports up at each use. */
const uniformOf = markOf;
const prefixOf = markPrefix;

/** What a law of one attack draws from. */
export interface AttackMarks {
  readonly at: (purposeKey: number, entity: number) => number;
  readonly streamOf: (purposeKey: number) => Uniform;
}

/** The chance that belongs to one attack: each mark is a function of (attack, purpose, entity), in whatever order it is asked. */
export class Marks implements AttackMarks {
  private happening = 0;
  private purposeKey = 0;
  private counter = 0;
  private mirrored = false;

  /** Turns to an attack: the prefix of (seed, replication, actor), and the attack's own number. Mirrored marks are 1 − u. */
  turnTo(replicationPrefix: number, attackKey: number, mirrored: boolean): void {
    this.happening = prefixOf(replicationPrefix, attackKey);
    this.mirrored = mirrored;
  }

  /** A uniform for one entity under one purpose. */
  at(purposeKey: number, entity: number): number {
    return this.of(this.prefix(purposeKey), entity);
  }

  /** What the marks of this attack for one purpose have in common, for {@link of}. */
  prefix(purposeKey: number): number {
    return prefixOf(this.happening, purposeKey);
  }

  /** The same as {@link at}, of a prefix. */
  of(prefix: number, entity: number): number {
    const uniform = uniformOf(prefix, entity);
    return this.mirrored === true ? 1 - uniform : uniform;
  }

  /** What turns the bits of n of a mark, as `markBits` gives them, into how many steps of 2⁻³² the mark lies below 1. */
  get bitsBelowOne(): number {
    return this.mirrored === true ? 0 : -1;
  }

  /** As many uniforms as a law needs for one purpose, from the first. The stream is shared: use it up before the next. */
  streamOf(purposeKey: number): Uniform {
    this.purposeKey = purposeKey;
    this.counter = 0;
    return this.take;
  }

  private readonly take: Uniform = () => this.at(this.purposeKey, this.counter++);
}

/** What the marks of an attack decide. As signed integers, which are passed on without a place in memory. */
export const purpose = {
  cause: keyOf('cause') | 0,
  repeat: keyOf('repeat') | 0,
  parent: keyOf('parent') | 0,
  target: keyOf('target') | 0,
  road: keyOf('road') | 0,
  mode: keyOf('mode') | 0,
  salvo: keyOf('salvo') | 0,
  intercepted: keyOf('intercepted') | 0,
  impacts: keyOf('impacts') | 0,
  tails: keyOf('tails') | 0,
  tail: keyOf('tail') | 0,
  casualties: keyOf('casualties') | 0,
  warning: keyOf('warning') | 0,
  fatal: keyOf('fatal') | 0,
  killed: keyOf('killed') | 0,
  wounded: keyOf('wounded') | 0,
  killedWho: keyOf('killed/who') | 0,
  woundedWho: keyOf('wounded/who') | 0,
} as const;
