import { defineScenario } from 'garrison';

// An invented country with an invented mission: no name, place, number or event here is taken from anywhere. It shows that
// nothing in garrison belongs to one country, what a map of one's own looks like, and nearly every part of a scenario in one file.
// Nothing can be learnt from its results about any real place. The dates only give the days of the year their names.

/** A number, or a law, that rests on nothing. */
const invented = <Value>(value: Value) => ({ value, note: 'invented' });

/** Corners of Orvane that its neighbours share, from east to west and from north to south. */
const northBorder = [
  [-20.8, -35.45],
  [-21.5, -35.3],
  [-22.2, -35.55],
  [-23, -35.4],
  [-23.6, -35.6],
];
const westBorder = [
  [-23.6, -35.6],
  [-23.75, -36.1],
  [-23.3, -36.7],
  [-23.5, -37.3],
  [-23.3, -37.85],
];

export default defineScenario({
  title: 'Three valleys, invented: two posts given up by road, one airfield grows',
  question: 'What does leaving two of three valleys do to those who gather at the airfield, and to those on the road?',
  start: '2015-04-01',
  end: '2015-12-31',

  // [longitude, latitude], in the middle of an ocean. What is not land is drawn as sea.
  map: {
    name: 'Orvane',
    outline: [
      ...northBorder,
      ...westBorder.slice(1),
      [-23.05, -37.95],
      [-22.7, -38.1],
      [-22.4, -38.05],
      [-22.1, -37.9],
      [-21.85, -38.1],
      [-21.5, -38.2],
      [-20.9, -38.05],
      [-20.5, -37.85],
      [-20.3, -37.6],
      [-20.25, -37.35],
      [-20.1, -37.15],
      [-20.25, -36.95],
      [-20.45, -36.8],
      [-20.25, -36.6],
      [-20.05, -36.4],
      [-20.1, -36.15],
      [-20.3, -35.9],
      [-20.6, -35.65],
    ],
    islands: [
      [
        [-19.72, -36.95],
        [-19.55, -36.82],
        [-19.35, -36.8],
        [-19.2, -36.98],
        [-19.3, -37.15],
        [-19.5, -37.25],
        [-19.7, -37.15],
      ],
    ],
    neighbours: [
      {
        name: 'Keld',
        outline: [
          ...northBorder,
          [-24.6, -35.3],
          [-24.3, -34.3],
          [-22.5, -33.9],
          [-21.6, -34.05],
          [-20.9, -34.2],
          [-20.4, -35],
          [-20.55, -35.3],
        ],
      },
      {
        name: 'Marrow',
        outline: [...westBorder, [-23.9, -38.4], [-25.3, -38.2], [-26, -36.8], [-24.6, -35.3]],
      },
    ],
    cities: [
      { name: 'Ansel', lat: -36.72, lon: -20.95 },
      { name: 'Tolm', lat: -37.75, lon: -21.4 },
    ],
    note: 'invented',
  },

  contingents: {
    lead: { name: 'Lead nation', salience: invented(1), combatWeight: invented(1) },
    partner: {
      name: 'Partner nation',
      salience: invented({ uniform: { low: 0.3, high: 1 } }),
      combatWeight: invented(0.5),
      tags: ['partners'],
    },
    observers: {
      name: 'Observers',
      salience: invented({ uniform: { low: 0.1, high: 0.6 } }),
      combatWeight: invented(0),
      tags: ['partners', 'unarmed'],
    },
    drivers: { name: 'Drivers under contract', tags: ['contractors'] },
  },

  bases: {
    harbour: {
      name: 'Ansel harbour',
      location: { lat: -36.86, lon: -20.6 },
      garrison: { lead: invented(700), partner: invented(300), observers: invented(120) },
      capacity: invented(1500),
      hardening: invented(0.3),
      note: 'invented',
    },
    airfield: {
      name: 'Central airfield',
      location: { lat: -36.5, lon: -21.7 },
      garrison: { lead: invented(800), partner: invented(250) },
      capacity: invented(1600),
      hardening: invented(0.2),
      airDefence: {
        since: '2015-06-01',
        interception: { rocket: invented({ pert: { low: 0.1, mode: 0.5, high: 0.8 } }), drone: invented(0.3) },
        capacityRounds: invented(8),
      },
      note: 'invented; its air defence comes in June',
    },
    upperPost: {
      name: 'Upper valley post',
      location: { lat: -35.95, lon: -22.9 },
      garrison: { lead: invented(260), observers: invented(40) },
      capacity: invented(300),
      note: 'invented',
    },
    middlePost: {
      name: 'Middle valley post',
      location: { lat: -36.75, lon: -22.7 },
      garrison: { lead: invented(340), partner: invented(180), observers: invented(60) },
      capacity: invented(600),
      note: 'invented',
    },
    lowerPost: {
      name: 'Lower valley post',
      location: { lat: -37.5, lon: -22.45 },
      garrison: { lead: invented(220), partner: invented(170) },
      capacity: invented(400),
      note: 'invented',
    },
    island: {
      name: 'Island depot',
      location: { lat: -37.02, lon: -19.46 },
      garrison: { lead: invented(80) },
      capacity: invented(400),
      note: 'invented; in nobody’s region',
    },
  },

  plan: [
    {
      name: 'leave the upper valley',
      announced: '2015-04-20',
      day: '2015-05-11',
      close: 'upperPost',
      personnelTo: 'airfield',
      by: 'road',
      overDays: invented(6),
      transitDays: invented(2),
      routeFactor: invented(2),
      note: 'invented; a mountain road, in groups that take two days',
    },
    {
      name: 'leave the lower valley',
      announced: '2015-04-20',
      day: '2015-06-15',
      handOver: 'lowerPost',
      handedTo: 'the gendarmerie of Orvane',
      personnelTo: 'airfield',
      by: 'road',
      overDays: invented(8),
      handOverDay: '2015-06-30',
      note: 'invented',
    },
    {
      name: 'observers away over the winter',
      day: '2015-07-01',
      withdraw: { observers: invented(60) },
      fromBase: 'harbour',
      by: 'air',
      returnDay: '2015-09-01',
      overDays: invented(3),
      note: 'invented; a temporary withdrawal',
    },
    {
      name: 'engineers come',
      day: '2015-06-01',
      arrive: { lead: invented(150) },
      toBase: 'airfield',
      overDays: invented(20),
      everyDays: invented(5),
      note: 'invented',
    },
    { name: 'shelters at the airfield', day: '2015-08-01', harden: 'airfield', to: invented(0.6), note: 'invented' },
    {
      name: 'a company goes home after the elections',
      day: '2015-10-15',
      withdraw: { lead: { share: invented(0.2) } },
      fromBase: 'harbour',
      by: 'air',
      overDays: invented(14),
      priority: 1,
      note: 'invented',
    },
  ],
  lift: { byRoad: invented(90), byAir: invented(60) },
  supply: {
    contingent: 'drivers',
    convoysPerBaseDay: invented({ uniform: { low: 0.1, high: 0.4 } }),
    personsPerConvoy: invented(16),
    transitDays: invented(1),
    note: 'invented',
  },

  branches: [
    {
      name: 'the round of talks',
      day: '2015-07-10',
      probability: invented({ uniform: { low: 0.2, high: 0.7 } }),
      then: { regimes: ['cease-fire'] },
      otherwise: { regimes: ['spring offensive'] },
      note: 'invented',
    },
  ],
  regimes: [
    {
      name: 'cease-fire',
      firstDay: '2015-07-15',
      lastDay: '2015-10-31',
      gate: invented({ pert: { low: 0, mode: 0.2, high: 0.8 } }),
      note: 'invented',
    },
    {
      name: 'spring offensive',
      firstDay: '2015-09-15',
      lastDay: '2015-10-20',
      gate: invented({ pert: { low: 1, mode: 1.5, high: 2 } }),
      actors: ['ridge'],
      note: 'invented',
    },
  ],
  regimeChains: [
    {
      name: 'feud',
      actors: ['ridge', 'column'],
      states: {
        apart: {
          gate: invented(1),
          stayDays: { mean: invented(60), sd: invented(25) },
          next: { feuding: invented(1) },
        },
        feuding: {
          gate: invented(0.6),
          stayDays: { mean: invented(30), sd: invented(10) },
          next: { apart: invented(1) },
        },
      },
      start: 'apart',
      note: 'invented; while the two fight each other they have less to spare for the mission',
    },
  ],

  strikes: {
    meanLagDays: invented(15),
    events: [
      {
        name: 'raid on a workshop',
        day: '2015-05-28',
        probability: invented(0.5),
        magnitude: invented(1),
        note: 'invented',
      },
    ],
  },
  modes: {
    rocket: { salvoMean: invented(3), salvoSize: invented(1), effectiveProbability: invented(0.06) },
    drone: { salvoMean: invented(1.5), salvoSize: invented(2), effectiveProbability: invented(0.12) },
  },
  actors: {
    ridge: {
      name: 'Ridge Front',
      baselinePerDay: invented({ lognormal: { p5: 0.04, p95: 0.15 } }),
      branching: {
        ridge: invented({ pert: { low: 0, mode: 0.35, high: 0.7 } }),
        column: invented({ uniform: { low: 0, high: 0.15 } }),
        strikes: invented({ pert: { low: 0, mode: 0.5, high: 2 } }),
      },
      meanLagDays: invented({ pert: { low: 3, mode: 8, high: 20 } }),
      targetChoice: {
        sizeExponent: invented({ uniform: { low: 0.3, high: 1 } }),
        effortElasticity: invented({ uniform: { low: -0.5, high: 1 } }),
        sameTargetRepeat: invented(0.3),
        hardeningAversion: invented({ uniform: { low: 0, high: 1 } }),
        distanceAversion: invented({ uniform: { low: 0.2, high: 1.2 } }),
      },
      emboldening: {
        perShareWithdrawn: invented({ pert: { low: -0.3, mode: 0.4, high: 1.2 } }),
        decayDays: invented(20),
        announcementFactor: invented(-0.3),
      },
      deterrence: { depth: invented({ uniform: { low: 0, high: 1 } }), decayDays: invented(20) },
      season: { amplitude: invented(0.4), peakDayOfYear: invented(15) },
      modeShares: { rocket: invented(0.8), drone: invented(0.2) },
      region: [
        { lat: -35.9, lon: -23.2 },
        { lat: -36.6, lon: -22.9 },
      ],
      convoyShare: invented(0.7),
    },
    column: {
      name: 'Delta Column',
      baselinePerDay: invented({ lognormal: { p5: 0.01, p95: 0.06 } }),
      branching: {
        column: invented({ pert: { low: 0, mode: 0.3, high: 0.6 } }),
        ridge: invented({ uniform: { low: 0, high: 0.1 } }),
      },
      targetChoice: { distanceAversion: invented({ uniform: { low: 0.2, high: 1.2 } }) },
      vacuum: { sensitivity: invented({ uniform: { low: -0.2, high: 1.5 } }), adjustDays: invented(120) },
      region: [{ lat: -37.8, lon: -21.9 }],
      convoyShare: invented(0.3),
    },
  },
  handOverResidual: { first: invented(0.3), final: invented(0.05), decayDays: invented(45) },
  convoys: { hazardPerConvoyDay: invented({ lognormal: { p5: 0.005, p95: 0.1 } }), convoySize: invented(40) },
  severity: { law: 'chain', warningProbability: invented(0.3) },

  rules: [
    {
      name: 'strike back',
      after: { killedAtLeast: invented(2) },
      then: {
        strike: {
          probability: invented(0.5),
          delayDays: { mean: invented(4), shape: invented(2) },
          magnitude: invented(1),
        },
      },
      coolDownDays: invented(21),
      note: 'invented',
    },
    {
      name: 'partners lose heart',
      contingent: 'partner',
      after: { ownKilledAtLeast: invented(1) },
      then: [
        { leave: { probability: invented(0.15), fromBase: 'harbour', overDays: invented(10) } },
        { halve: { probability: invented(0.25), fromBase: 'harbour', overDays: invented(10) } },
        { pause: { probability: invented(0.4), forDays: invented(30) } },
      ],
      coolDownDays: invented(30),
      note: 'invented; at most one of the three. After an attack in the last days of the year they have not left by its end, of which the result warns',
    },
    {
      name: 'observers shelter in the harbour',
      contingent: 'observers',
      after: { attacksAtLeast: invented(3), withinDays: invented(14), attacksOn: 'ownBases' },
      then: {
        relocate: {
          probability: invented(0.6),
          fromBase: 'middlePost',
          toBase: 'harbour',
          by: 'air',
          forDays: invented(40),
        },
      },
      coolDownDays: invented(60),
      note: 'invented',
    },
    {
      name: 'sandbags',
      after: { attacksAtLeast: invented(2), withinDays: invented(10) },
      then: { harden: { delayDays: { mean: invented(15), shape: invented(2) }, rise: invented(0.1) } },
      coolDownDays: invented(30),
      note: 'invented; at the base that was attacked',
    },
    {
      name: 'quiet brings a local truce',
      after: { daysWithoutStrike: invented(60) },
      then: {
        truce: {
          probability: invented(0.3),
          gate: invented(0.4),
          forDays: invented(30),
          brokenByStrike: invented(0.7),
        },
      },
      coolDownDays: invented(0),
      note: 'invented',
    },
  ],
});
