import consolidation from '../iraq-2020-consolidation.js';

// What the scenarios of 2021 share: the places that were left, supply, strikes, and what is assumed about attackers. Not a
// scenario by itself. Where nothing else is said, attackers and severity are those of 2020.

export const notPublic =
  'not public for this site; laid out so that sites add up to the public total, as in the scenario of 2020 at its end';

/** The four sites at three places that were kept, without their garrisons. */
export const places = {
  greenZone: {
    name: 'Green Zone and Union III',
    location: { lat: 33.303, lon: 44.386 },
    recordNames: ['Green Zone / Union III'],
    source: 'data/bases.csv: Green Zone / Union III',
    note: 'headquarters of the coalition and of the NATO mission; embassy staff are not counted',
  },
  airport: {
    name: 'Baghdad airport',
    location: { lat: 33.262, lon: 44.235 },
    recordNames: ['Baghdad airport (BDSC / Camp Victory)'],
    source: 'data/bases.csv: Baghdad airport (BDSC / Camp Victory)',
  },
  asad: {
    name: 'Ain al-Asad',
    location: { lat: 33.786, lon: 42.441 },
    source: 'data/bases.csv: Ain al-Asad',
  },
  erbil: {
    name: 'Erbil',
    location: { lat: 36.238, lon: 43.963 },
    recordNames: ['Erbil Air Base'],
    source: 'data/bases.csv: Erbil Air Base',
  },
};

/** Two training sites that were handed over in summer 2020. */
export const trainingSites = {
  taji: { name: 'Camp Taji', location: { lat: 33.524, lon: 44.257 }, source: 'data/bases.csv: Camp Taji' },
  basmaya: { name: 'Basmaya', location: { lat: 33.19, lon: 44.63 }, source: 'data/bases.csv: Basmaya' },
};

/** The American 2,500 of 2021, by place. */
export const americans = {
  greenZone: { value: 300, note: notPublic },
  airport: { value: 600, note: notPublic },
  asad: { value: 900, note: notPublic },
  erbil: { value: 700, note: notPublic },
};

/** That NATO’s people would be more acceptable was said in words (news item of 17 February 2021); the number is ours. */
export const ally = {
  value: { pert: { low: 0.2, mode: 0.5, high: 1 } },
  note: 'assumed; range of data/model-parameters.csv: salience of other nations',
};

/**
 * Bombs on the supply convoys of contractors are the larger part of what the press counts as attacks in 2021. The hazard is one of convoys
 * of 100 in 2008; ρ = 5 makes it hold for a supply convoy of 20, however few are on it. This gives about a third of the attacks on
 * convoys that the press counted: with as many, attacks on supply would feed each other without end in too many draws.
 */
export const supply = {
  contingent: 'contractors',
  convoysPerBaseDay: {
    value: { uniform: { low: 0.3, high: 1 } },
    note: 'assumed: for each site one in three days to one a day; no number is public',
  },
  personsPerConvoy: { value: 20, note: 'assumed' },
  transitDays: { value: 1, note: 'assumed: there and back' },
  routeFactor: { value: 5, note: 'assumed: a convoy of 20 is attacked as often as one of 100' },
  note: 'run by contractors, most of them Iraqi; they are in no troop number',
};

export const contractors = { name: 'Contractors on supply convoys', tags: ['contractors'] };

/** The two strikes of 2021, as they happened. */
export const strikes2021 = [
  {
    name: 'Albukamal',
    day: '2021-02-25',
    source: 'data/timeline.csv: 2021-02-25 US strike on Kataib Hezbollah',
  },
  {
    name: 'Syria-Iraq border',
    day: '2021-06-28',
    source: 'data/timeline.csv: 2021-06-28 US strikes two sites in Syria',
  },
];

export const strikeMeanLagDays = consolidation.strikes?.meanLagDays;

/** All militias together: those of 2020, with a rate that is that of the first half of 2021. */
export const militias = {
  ...consolidation.actors['militias'],
  baselinePerDay: {
    value: { pert: { low: 0.05, mode: 0.07, high: 0.2 } },
    source:
      'ISPI 2021: over 40 attacks in 188 days; by the press about half of them on bases, times the unprovoked 60 %; data/model-parameters.csv: baseline of all militias together',
  },
  branching: {
    ...consolidation.actors['militias']?.branching,
    militias: {
      value: { pert: { low: 0, mode: 0.4, high: 0.6 } },
      source: 'Lewis et al. 2012: 37 to 50 % self-excited; data/model-parameters.csv: branching ratio',
      note: 'ends at 0.6, not 0.8: attacks on supply and answers to them come on top, and draws that run away are drawn again, in one variant and not in another',
    },
  },
};

export const convoys = {
  hazardPerConvoyDay: {
    value: { pert: { low: 0.002, mode: 0.015, high: 0.04 } },
    source: 'press: 93 attacks on 6,100 convoys in 2008, one day each; data/model-parameters.csv: convoy hazard',
    note: 'ends at 0.04 for the same reason as branching',
  },
};

export const { severity } = consolidation;
