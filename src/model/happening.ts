/** One flat row per happening, for those who ask: instants end in `Day`, lengths in `Days`. */
export interface Happening {
  readonly kind: HappeningKind;
  /** Days since the scenario's start; negative for a strike before it. */
  readonly day: number;
  /** Key of the base where it happened, or where people came from; absent on the road. */
  readonly base?: string;
  /** Key of the base people go to, or `home`. */
  readonly toBase?: string;
  readonly actor?: string;
  readonly mode?: string;
  /** Persons who move, or who were present at an attack. */
  readonly persons?: number;
  readonly killed?: number;
  readonly wounded?: number;
  /** Persons who move or were present, killed and wounded, by contingent; those with none are left out. */
  readonly personsOf?: ByContingent;
  readonly killedOf?: ByContingent;
  readonly woundedOf?: ByContingent;
  /** Place of the order that people move by: a line of the plan, or after these an order of a rule. */
  readonly order?: number;
  /** Names a group on the way: the same in its departure, its arrival and an attack on it. */
  readonly convoy?: number;
  readonly byRoad?: boolean;
  /** What a departure, an announcement or a return signals: persons over all stationed in the theatre. */
  readonly share?: number;
  /** Jump of the strike source. */
  readonly magnitude?: number;
  /** The attack returned to a base of the source that provoked it. */
  readonly repeat?: boolean;
  /** Killed and wounded of the host forces at the base, where it has any. */
  readonly hostKilled?: number;
  readonly hostWounded?: number;
  /** Why an attack came: background, emboldened, vacuum, strikes, or the key of the actor whose attack provoked it. */
  readonly cause?: string;
  readonly name?: string;
  /** What a rule does. */
  readonly action?: string;
  readonly contingent?: string;
}

export type ByContingent = Readonly<Record<string, number>>;

export type HappeningKind =
  | 'announcement'
  | 'airDefence'
  | 'departure'
  | 'arrival'
  | 'handOver'
  | 'closure'
  | 'regime'
  | 'regimeEnd'
  | 'branch'
  | 'strike'
  | 'rule'
  | 'truceBroken'
  | 'pause'
  | 'hold'
  | 'hardening'
  | 'attackOnBase'
  | 'attackOnHandedOver'
  | 'attackOnConvoy'
  | 'waitsForLift'
  | 'supplySetOut'
  | 'supplyReturn';

export type HappeningSink = (row: Happening) => void;

/** Counts of contingents in their order, as a row tells them. */
export function byContingent(counts: ArrayLike<number>, keys: readonly string[]): ByContingent {
  return Object.fromEntries(keys.flatMap((key, c) => ((counts[c] ?? 0) > 0 ? [[key, counts[c] ?? 0]] : [])));
}
