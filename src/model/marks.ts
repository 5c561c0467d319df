import { keyOf, markOf, markPrefix } from '../random/mark.js';
import type { Uniform } from '../random/stream.js';

/** What a law of one attack draws from. */
export interface AttackMarks {
  readonly at: (purposeKey: number, entity: number) => number;
  readonly streamOf: (purposeKey: number) => Uniform;
}

/** The chance that belongs to one attack: each mark is a function of (attack, purpose, entity), in whatever order it is asked. */
export class Marks implements AttackMarks {
  private replicationKey = 0;
  private attackKey = 0;
  private purposeKey = 0;
  private counter = 0;
  private mirrored = false;

  /** Turns to an attack: the key of (seed, replication, actor), and the attack's own number. Mirrored marks are 1 − u. */
  turnTo(replicationKey: number, attackKey: number, mirrored: boolean): void {
    this.replicationKey = replicationKey;
    this.attackKey = attackKey;
    this.mirrored = mirrored;
  }

  /** A uniform for one entity under one purpose. */
  at(purposeKey: number, entity: number): number {
    return this.of(this.prefix(purposeKey), entity);
  }

  /** What the marks of this attack for one purpose have in common, for {@link of}. */
  prefix(purposeKey: number): number {
    return markPrefix(this.replicationKey, this.attackKey, purposeKey);
  }

  /** The same as {@link at}, of a prefix. */
  of(prefix: number, entity: number): number {
    const uniform = markOf(prefix, entity);
    return this.mirrored === true ? 1 - uniform : uniform;
  }

  /** As many uniforms as a law needs for one purpose, from the first. The stream is shared: use it up before the next. */
  streamOf(purposeKey: number): Uniform {
    this.purposeKey = purposeKey;
    this.counter = 0;
    return this.take;
  }

  private readonly take: Uniform = () => this.at(this.purposeKey, this.counter++);
}

/** What the marks of an attack decide. */
export const purpose = {
  cause: keyOf('cause'),
  repeat: keyOf('repeat'),
  parent: keyOf('parent'),
  target: keyOf('target'),
  road: keyOf('road'),
  mode: keyOf('mode'),
  salvo: keyOf('salvo'),
  intercepted: keyOf('intercepted'),
  impacts: keyOf('impacts'),
  tails: keyOf('tails'),
  tail: keyOf('tail'),
  casualties: keyOf('casualties'),
  warning: keyOf('warning'),
  fatal: keyOf('fatal'),
  killed: keyOf('killed'),
  wounded: keyOf('wounded'),
  killedWho: keyOf('killed/who'),
  woundedWho: keyOf('wounded/who'),
} as const;
