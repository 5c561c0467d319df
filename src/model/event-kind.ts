/** What passes through the event calendar. Every change of the world is one of these; there is no second loop. */
export const EventKind = {
  arrival: 0,
  moveStart: 1,
  departure: 2,
  handOver: 3,
  regimeStart: 4,
  regimeEnd: 5,
  strike: 6,
  candidate: 7,
  observe: 8,
  end: 9,
  rampStep: 10,
  announcement: 11,
  comeBack: 12,
  airDefence: 13,
  supplyCandidate: 40,
  supplyReturn: 41,
  liftTurn: 42,
  liftDone: 43,
  branch: 20,
  chainStep: 21,
  chainEnd: 22,
  /** So many days have passed without a strike. */
  ruleQuiet: 30,
  ruleAction: 31,
  truceEnd: 32,
  pauseEnd: 33,
  hardening: 34,
  /** A window opens or closes: totals are read, nothing changes. */
  windowEdge: 60,
} as const;

/**
 * The order at one instant. Scheduled changes come first, so that an attack sees the world after them; the observation
 * sees the attack; the end comes last, so that what falls on the horizon still counts.
 */
export const Priority = {
  arrival: 0,
  departure: 1,
  handOver: 2,
  regime: 3,
  hardening: 4,
  strike: 5,
  /** What a rule does at once is done before the next attack, and seen by it. */
  rule: 6,
  attack: 7,
  observe: 8,
  end: 9,
} as const;
