/** One flat row per happening, for those who ask: instants end in `Day`, lengths in `Days`. */
export interface Happening {
  readonly kind: HappeningKind;
  /** Days since the scenario's start. */
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

export type HappeningKind =
  | 'announcement'
  | 'airDefence'
  | 'departure'
  | 'arrival'
  | 'handOver'
  | 'closure'
  | 'regime'
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
