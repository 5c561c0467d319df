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
  /** So many days have passed without a strike. */
  ruleQuiet: 30,
  ruleAction: 31,
  truceEnd: 32,
  pauseEnd: 33,
  hardening: 34,
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
  /** Of one class with strikes, and before them because the plan is put into the calendar first. */
  hardening: 4,
  strike: 4,
  /** What a rule does at once is done before the next attack, and seen by it. */
  rule: 5,
  attack: 6,
  observe: 7,
  end: 8,
} as const;
