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
  trainingSites,
} from './parts/iraq-2021.js';

// Iraq in 2021, had the NATO mission grown from 500 to between 4,000 and 5,000, as ministers agreed on 18 February 2021 (S003, a
// news item of the day before; S002 and S004 have it too). It did not: 4,000 was a ceiling without a date, and there were still
// about 500 two years later. So this is a strategy that was decided and not carried out. People come by air, in four waves over
// eight months, to the capital, to two training sites handed over in 2020, and to Erbil. An attack that kills one of
// them holds up the waves that have not begun and pauses training.
//
// Where the document and the record differ:
// - "attacks on the rise since January 2020": on bases they fell over 2020, on convoys they began in July 2020.
// - S004 dates the decision to April 2021; it was 18 February.

const claims = {
  claims: [
    {
      name: 'an allied mission draws fewer attacks than as many Americans would',
      says: 'An allied mission would be more acceptable than an American one.',
      source: 'news item of 17 February 2021',
      document: 'S003',
      outcome: 'attacks',
      relation: 'below' as const,
      than: { outcome: 'attacks', scenario: './s003-americans-instead.ts' },
      note: 'the words are put into `salience`, at most 1; whether fewer attacks follow is left to how effort answers to targets',
    },
    {
      name: 'and exposes each person less than as many Americans would',
      says: 'An allied mission would be more acceptable than an American one.',
      source: 'news item of 17 February 2021',
      document: 'S003',
      outcome: 'personAttacks',
      per: 'personDays',
      relation: 'below' as const,
      than: { outcome: 'personAttacks', per: 'personDays', scenario: './s003-americans-instead.ts' },
    },
  ],
};

const waveSize = 'assumed: the decision names a total and no place';
const wave = {
  overDays: { value: 45, note: 'assumed' },
  everyDays: { value: 5, note: 'assumed: weekly flights, about' },
};
const decision =
  'data/timeline.csv: 2021-02-18 NATO ministers agree NMI 500 -> about 4,000; data/troops.csv: 2021-02-18 all';
const noDate = 'no date was ever given; this one is assumed';

export default defineScenario({
  title: 'Iraq 2021: what if the NATO mission grows to 4,000 or 5,000?',
  question: 'What does an allied mission of 4,000 to 5,000 add to the risk, and would as many Americans add more?',
  start: '2021-01-15',
  end: '2021-12-31',
  country: 'Iraq',

  contingents: {
    us: { name: 'United States', source: 'data/troops.csv: 2021-01-15 United States' },
    nato: {
      name: 'NATO mission',
      salience: ally,
      tags: ['NMI'],
      source: 'data/troops.csv: 2020-01-07 all; data/troops.csv: 2021-02-18 all',
    },
    // The other half of the 1,000: with the mission’s 500 they make the coalition without Americans.
    allies: { name: 'Other coalition', salience: ally, source: 'data/troops.csv: 2021-12-19 all' },
    contractors,
  },

  bases: {
    greenZone: {
      ...places.greenZone,
      garrison: {
        us: americans.greenZone,
        nato: { value: 250, note: notPublic },
        allies: { value: 50, note: notPublic },
      },
    },
    airport: { ...places.airport, garrison: { us: americans.airport, nato: { value: 100, note: notPublic } } },
    asad: { ...places.asad, garrison: { us: americans.asad, allies: { value: 150, note: notPublic } } },
    erbil: {
      ...places.erbil,
      garrison: { us: americans.erbil, nato: { value: 150, note: notPublic }, allies: { value: 300, note: notPublic } },
    },
    // Nobody is there until the mission comes; a base without people draws nothing and needs no supply.
    ...trainingSites,
  },

  plan: [
    {
      name: 'first wave: Baghdad',
      day: '2021-05-01',
      announced: '2021-02-18',
      arrive: { nato: { value: 800, note: waveSize } },
      toBase: 'airport',
      ...wave,
      source: decision,
      note: `after the pandemic; ${noDate}`,
    },
    {
      name: 'second wave: Taji',
      day: '2021-07-01',
      arrive: { nato: { value: 1000, note: waveSize } },
      toBase: 'taji',
      ...wave,
      source: decision,
      note: `a site of the mission until 2020; ${noDate}`,
    },
    {
      name: 'third wave: Basmaya',
      day: '2021-09-01',
      arrive: { nato: { value: 700, note: waveSize } },
      toBase: 'basmaya',
      ...wave,
      source: decision,
      note: `a site of the mission until 2020; ${noDate}`,
    },
    {
      name: 'fourth wave: Erbil',
      day: '2021-11-01',
      arrive: {
        nato: { value: { uniform: { low: 1000, high: 2000 } }, note: `${waveSize}, and a total of 4,000 or 5,000` },
      },
      toBase: 'erbil',
      ...wave,
      source: decision,
      note: noDate,
    },
  ],
  supply,

  rules: [
    {
      name: 'the mission waits',
      contingent: 'nato',
      after: { ownKilledAtLeast: { value: 1, note: 'assumed' } },
      then: {
        hold: {
          probability: { value: { uniform: { low: 0.3, high: 1 } }, note: 'assumed' },
          delayDays: {
            mean: { value: 0, note: 'assumed: at once' },
            shape: { value: 2, note: 'without a part at mean 0' },
          },
          forDays: { value: { uniform: { low: 30, high: 90 } }, note: 'assumed' },
        },
      },
      coolDownDays: { value: 30, note: 'assumed' },
      note: 'assumed: an expansion that depends on the situation; the last wave may come after the year’s end',
    },
    {
      name: 'training pauses',
      contingent: 'nato',
      after: { ownKilledAtLeast: { value: 1, note: 'assumed' } },
      then: {
        pause: {
          probability: { value: 1, note: 'assumed' },
          delayDays: {
            mean: { value: 0, note: 'assumed: at once' },
            shape: { value: 2, note: 'without a part at mean 0' },
          },
          forDays: {
            value: { pert: { low: 0, mode: 60, high: 180 } },
            source: 'Stratfor 2020; data/model-parameters.csv: training pause',
          },
        },
      },
      coolDownDays: { value: 14, note: 'assumed' },
      note: 'as the British did in March 2020, data/timeline.csv: 2020-03-19 UK brings back its training unit',
    },
  ],

  strikes: { ...(strikeMeanLagDays === undefined ? {} : { meanLagDays: strikeMeanLagDays }), events: strikes2021 },
  actors: { militias },
  convoys,
  ...(severity ? { severity } : {}),
  ...claims,
});
