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
  branch: 20,
  chainStep: 21,
  chainEnd: 22,
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
  strike: 4,
  attack: 6,
  observe: 7,
  end: 8,
} as const;
