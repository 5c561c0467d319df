import { defineScenario } from 'garrison';
import {
  ally,
  americans,
  contractors,
  convoys,
  militias,
  notPublic,
  places,
  severity,
  strikeMeanLagDays,
  strikes2021,
  supply,
} from './parts/iraq-2021.js';

// Iraq in 2021, after ISPI’s news letter of early July 2021 (S002). Nobody moves: 2,500 Americans of 3,500 in all stay where they
// are from mid-January to the year’s end. What is asked is what striking back does. The two strikes happen on their days; beside
// them every attack that kills an American may be answered. What a strike does to attackers is contested, so it is open
// here in both directions; s002-backlash.ts and s002-deterrence.ts take one side each.
//
// Where the document and the record differ:
// - "over 40 attacks on US personnel since the start of the year" counts roadside bombs on supply convoys that Iraqis run. On
//   bases and the embassy it was about half of that. Both are in `attacks` here, apart in attacksOnBases and attacksOnConvoys.
// - The record of data/ ends with 2020: there is nothing to hold this year against, and the start is cold.

const claims = {
  windows: { untilTheDocument: { firstDay: '2021-01-15', lastDay: '2021-07-08' } },
  claims: [
    {
      name: 'strikes make attacks more likely',
      says: 'Strikes rally the militias’ parties and give them reasons to answer: attacks are likely to increase.',
      source: 'ISPI, MED This Week, July 2021',
      document: 'S002',
      outcome: 'attacks',
      relation: 'above' as const,
      than: { outcome: 'attacks', scenario: './s002-no-strikes.ts' },
      note: 'same world and luck, without the two strikes and without answers to the dead',
    },
    {
      name: 'over 40 attacks by early July',
      says: 'There were over 40 attacks on American personnel between the start of the year and early July.',
      source: 'ISPI, MED This Week, July 2021',
      document: 'S002',
      outcome: 'attacks.window.untilTheDocument',
      relation: 'above' as const,
      than: 40,
      note: 'a check of the scale rather than a claim about causes; the first two weeks of January are left out here',
    },
  ],
};

export default defineScenario({
  title: 'Iraq 2021: does striking back bring more attacks?',
  question: 'What do two strikes, and an answer to every American killed, do to the 3,500 who stay?',
  start: '2021-01-15',
  end: '2021-12-31',
  country: 'Iraq',

  contingents: {
    us: { name: 'United States', source: 'data/troops.csv: 2021-01-15 United States' },
    allies: {
      name: 'Other coalition',
      salience: ally,
      source: 'data/troops.csv: 2021-12-19 all; data/troops.csv: 2021-06-26 all',
    },
    contractors,
  },

  bases: {
    greenZone: {
      ...places.greenZone,
      garrison: { us: americans.greenZone, allies: { value: 300, note: notPublic } },
    },
    airport: { ...places.airport, garrison: { us: americans.airport, allies: { value: 100, note: notPublic } } },
    asad: {
      ...places.asad,
      garrison: {
        us: americans.asad,
        allies: { value: 150, note: '70 of them Spaniards in data/troops.csv: 2021-03-03 Spain; the rest not public' },
      },
    },
    erbil: { ...places.erbil, garrison: { us: americans.erbil, allies: { value: 450, note: notPublic } } },
  },
  supply,

  strikes: { ...(strikeMeanLagDays === undefined ? {} : { meanLagDays: strikeMeanLagDays }), events: strikes2021 },
  rules: [
    {
      name: 'answer to American dead',
      contingent: 'us',
      after: { ownKilledAtLeast: { value: 1, source: 'public record: 27 December 2019 and 11 March 2020' } },
      then: {
        strike: {
          probability: {
            value: { pert: { low: 0.4, mode: 0.8, high: 1 } },
            source: 'public record: 27 to 29 December 2019, 11 to 13 March 2020',
            note: 'both were answered; the range is assumed',
          },
          delayDays: {
            mean: {
              value: { pert: { low: 2, mode: 3, high: 10 } },
              source:
                'public record: two days twice; data/timeline.csv: 2021-02-15 Erbil rocket attack; data/timeline.csv: 2021-02-25 US strike',
              note: 'ten days in February 2021, after the dead contractor of Erbil',
            },
            shape: { value: 2, note: 'assumed' },
          },
          magnitude: { value: 1, note: 'assumed: counts as one strike like the others' },
        },
      },
      coolDownDays: { value: 14, note: 'assumed' },
      source: 'data/timeline.csv: 2020-03-13 US strikes five Kataib Hezbollah weapons sites',
    },
  ],

  // Backlash and deterrence are both open, each from nothing to its largest value in the table, drawn apart from the other. This
  // is not even-handed: at one attack in five days, a strike that holds attackers down to 1/e for a month spares about
  // four attacks, more than one that provokes one attack directly adds with all that follows from it.
  actors: {
    militias: {
      ...militias,
      deterrence: {
        depth: {
          value: { pert: { low: 0, mode: 0.5, high: 4 } },
          source: 'press: 78 quiet days in early 2024; data/model-parameters.csv: depth of deterrence',
          note: 'contested (LaFree, Dugan and Korte 2009): deterrence in one of six interventions',
        },
        decayDays: {
          value: { pert: { low: 3, mode: 30, high: 90 } },
          note: 'assumed; range of data/model-parameters.csv: time of deterrence',
        },
      },
    },
  },
  convoys,
  ...(severity ? { severity } : {}),
  ...claims,
});
