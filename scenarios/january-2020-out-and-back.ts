import { defineScenario } from 'garrison';
import { attackRecord } from './parts/attack-record.js';
import { ally, iraq2020Contingents } from './parts/iraq-2020-contingents.js';
import { iraq2020Sites as sites } from './parts/iraq-2020-sites.js';
import { militias } from './parts/militias.js';
import { strikes20192020 } from './parts/strikes-2019-2020.js';
import { convoys, handOverResidual, severity } from './parts/what-attacks-do.js';

// Winter 2020: strikes on 29 December and 3 January, allies who move soldiers out in the days after and bring them back weeks
// later. The BIC brief notes that attacks went on after their return, with an uptick in March.
//
// What is known and what is not:
// - data/timeline.csv names Germany, Croatia, Slovakia, Canada, Denmark, Spain and Latvia. Spain is named without a number and stays where
//   it is here; of the Canadians those of the NATO mission go, whose training was suspended.
// - Only the Danes' return has a date, 1 March. The others come back on 15 February, which is assumed; for the few whom
//   iraq-2020-consolidation.ts leaves out because their return is not dated, that is another reading.
// - The hand-overs of the last two weeks of March are left out: this is about going and coming back.
// - Iran's missiles of 8 January are a state's answer to the strike and no attack of the militias: not simulated, and not in the record here.

const notPublic = 'not public for this site; laid out so that the nation’s sites add up to its public number';

/** The way out that the record has: to Kuwait or Jordan, or home, which are all outside here. */
const out = {
  day: '2020-01-06',
  by: 'air',
  overDays: { value: 3, note: 'assumed: the days of the reports' },
  source: 'data/timeline.csv: 2020-01-06 Allies move troops out',
} as const;

const backInFebruary = {
  returnDay: '2020-02-15',
  note: 'that they came back is in the BIC brief; the day is assumed',
} as const;

export default defineScenario({
  title: 'January 2020: allies leave and come back; did attacks go on?',
  question:
    'When allies moved soldiers out of Iraq after the strikes of the turn of the year and brought them back, did attacks go on, and did leaving change anything?',
  start: '2019-12-29',
  end: '2020-03-31',
  country: 'Iraq',

  contingents: {
    ...iraq2020Contingents,
    // The low end of 400 to 500.
    canada: { name: 'Canada', salience: ally, source: 'data/troops.csv: 2020-01-08 Canada' },
    croatia: { name: 'Croatia', salience: ally, tags: ['EU'], source: 'data/troops.csv: 2020-01-07 Croatia' },
    slovakia: { name: 'Slovakia', salience: ally, tags: ['EU'], source: 'data/troops.csv: 2020-01-07 Slovakia' },
    latvia: { name: 'Latvia', salience: ally, tags: ['EU'], source: 'data/troops.csv: 2020-01-08 Latvia' },
  },

  // As in March, and who was there before: 8,162 people, of whom 2,962 are no Americans (2,300 to 3,000 in data/troops.csv).
  bases: {
    ...sites,
    greenZone: {
      ...sites.greenZone,
      garrison: {
        ...sites.greenZone.garrison,
        uk: { value: 80, note: 'the 30 of March and the 50 who moved to Taji in January' },
        germany: { value: 3, source: 'data/troops.csv: 2020-01-06 Germany' },
        canada: { value: 100, note: `${notPublic}; half of the NATO mission’s 200 Canadians` },
        croatia: { value: 14, note: `${notPublic}; the NATO mission’s headquarters` },
        slovakia: { value: 7, note: `${notPublic}; the NATO mission’s headquarters` },
      },
    },
    erbil: {
      ...sites.erbil,
      garrison: { ...sites.erbil.garrison, canada: { value: 100, note: `${notPublic}; special forces` } },
    },
    nineveh: {
      ...sites.nineveh,
      garrison: { ...sites.nineveh.garrison, canada: { value: 50, note: `${notPublic}; Canadians are named there` } },
    },
    taqaddum: {
      ...sites.taqaddum,
      garrison: { ...sites.taqaddum.garrison, canada: { value: 50, note: `${notPublic}; Canadians are named there` } },
    },
    taji: {
      ...sites.taji,
      garrison: {
        ...sites.taji.garrison,
        uk: { value: 300, note: 'the 350 of March less the 50 who came from the Green Zone in January' },
        germany: { value: 32, source: 'data/bases.csv: Camp Taji; data/troops.csv: 2020-01-06 Germany' },
        canada: { value: 100, note: `${notPublic}; half of the NATO mission’s 200 Canadians` },
        latvia: { value: 6, note: notPublic },
      },
    },
  },

  plan: [
    {
      ...out,
      ...backInFebruary,
      name: 'Germans of Taji leave for a time',
      withdraw: { germany: 'all' },
      fromBase: 'taji',
    },
    {
      ...out,
      ...backInFebruary,
      name: 'Latvians and Canadians of Taji leave for a time',
      withdraw: { latvia: 'all', canada: 'all' },
      fromBase: 'taji',
    },
    {
      ...out,
      ...backInFebruary,
      name: 'Germans, Croats, Slovaks and Canadians of Baghdad leave for a time',
      withdraw: { germany: 'all', croatia: 'all', slovakia: 'all', canada: 'all' },
      fromBase: 'greenZone',
    },
    {
      ...out,
      name: 'Danes of Ain al-Asad leave for a time',
      withdraw: { denmark: 'all' },
      fromBase: 'asad',
      returnDay: '2020-03-01',
      source: 'data/troops.csv: 2020-01-08 Denmark; data/timeline.csv: 2020-01-06 Allies move troops out',
      note: 'about 100 of them to Kuwait, due back on 1 March; here the 93 put down to this base',
    },
    {
      name: 'British from the Green Zone to Taji',
      day: '2020-01-06',
      move: { uk: { value: 50, source: 'data/troops.csv: 2020-01-08 United Kingdom' } },
      fromBase: 'greenZone',
      toBase: 'taji',
      by: 'air',
      source: 'data/troops.csv: 2020-01-08 United Kingdom',
      note: 'about 50 in January; day and way are assumed',
    },
  ],

  strikes: strikes20192020,
  actors: {
    militias: {
      ...militias,
      emboldening: {
        ...militias.emboldening,
        returnFactor: {
          value: { uniform: { low: -1, high: 1 } },
          note: 'assumed: whether a return provokes as a departure may, or sobers, nobody has measured',
        },
      },
    },
  },
  handOverResidual,
  convoys,
  severity,
  record: attackRecord,
  // The 10 attacks on bases from 28 October to 28 December 2019 echo into the start.
  warmStart: { actor: 'militias' },

  windows: {
    february: { firstDay: '2020-02-01', lastDay: '2020-02-29' },
    march: { firstDay: '2020-03-01', lastDay: '2020-03-31' },
    // Up to the first return.
    away: { firstDay: '2020-01-06', lastDay: '2020-02-14' },
  },

  claims: [
    {
      name: 'attacks went on after their return',
      says: 'At least one attack on bases in March 2020, when all were back.',
      source: 'BIC brief 2020: allies withdrew for a time in January, attacks went on after their return',
      document: 'S000',
      outcome: 'attacksOnBases.window.march',
      relation: 'atLeast',
      than: 1,
      note: 'the record has 7',
    },
    {
      name: 'March 2020 is an uptick',
      says: 'More attacks a day in March 2020 than in February.',
      source: 'BIC brief 2020, figure of attacks by month',
      document: 'S000',
      outcome: 'attacksOnBases.window.march',
      relation: 'above',
      than: { outcome: 'attacksOnBases.window.february' },
      times: 1.069,
      note: '31 over 29 days; the record has 7 and 2, after 10 in January',
    },
    {
      name: 'leaving emboldened',
      says: 'The attack rate, summed over the winter, is higher than had the allies stayed.',
      source: 'Stratfor 2020: withdrawal signals success',
      document: 'S001',
      outcome: 'expectedAttacks',
      relation: 'above',
      than: { outcome: 'expectedAttacks', scenario: './january-2020-nobody-left.ts' },
      note: '355 of 8,162 people are too few to show in counts, which are nearly always equal; the rate differs by less than one in a hundred',
    },
  ],
});
