/** Where an attack fell, as the record's counting rule tells it. */
export type AttackScope = 'base' | 'embassy' | 'convoy' | 'other';

/** One dated attack that the counting rule keeps. */
export interface DatedAttack {
  /** Line of the file, its header being line 1. */
  readonly line: number;
  /** Day as `YYYY-MM-DD`. */
  readonly date: string;
  /** Whole days from the record's first day, 0 … days − 1. */
  readonly day: number;
  /** How well the day is known; a row known only to its month has a placeholder day. */
  readonly precision: 'day' | 'week' | 'month';
  /** Key of the scenario's base; undefined on the road. */
  readonly base?: string;
  /** Key of the scenario's actor. */
  readonly actor: string;
  readonly scope: AttackScope;
  readonly mode: string;
  /** Coalition dead and wounded; undefined where the record does not say. */
  readonly killed?: number;
  readonly wounded?: number;
}

/** A row that is not counted, and why: nothing is dropped in silence. */
export interface LeftOutRow {
  readonly line: number;
  readonly date: string;
  readonly place: string;
  /** The kind of reason, the same words in every such row: "no base of the scenario". */
  readonly reason: string;
  /** The reason with what was found in this row. */
  readonly why: string;
}

/** A dated record, read, matched to a scenario's bases and actors, and counted by one stated rule. */
export interface AttackRecord {
  /** First and last day covered, both counted. */
  readonly from: string;
  readonly to: string;
  /** Days from `from` to `to`, both counted: the length of the window that a fit sees. */
  readonly days: number;
  /** By day, then line. */
  readonly attacks: readonly DatedAttack[];
  readonly leftOut: readonly LeftOutRow[];
  /** What is counted, in one sentence for a figure's caption. */
  readonly countingRule: string;
}
