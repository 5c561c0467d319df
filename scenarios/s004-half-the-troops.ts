import { defineScenario } from 'garrison';
import consolidation from './iraq-2020-consolidation.js';
import {
  ally,
  contractors,
  convoys,
  militias,
  places,
  severity,
  strikeMeanLagDays,
  strikes2021,
  supply,
  trainingSites,
} from './parts/iraq-2021.js';

// Iraq from July 2020 to the end of 2021, after a memo of January 2022 (S004): the coalition halves while it hands over its last training
// bases, and those who stay change from combat to advice. What is asked is whether that leaves a vacuum for the Islamic State. The claim is
// about the country: attacks on the few bases that are left say little of it, the vacuum index says more.
//
// Where the document and the record differ:
// - "from 5,000 to 2,500 between autumn 2020 and autumn 2021": 5,200 to 3,000 in September 2020, and 2,500 on 15 January 2021.
// - "non-combat declared in October 2021": 26 July 2021, in force on 9 December.
// - that violence of all kinds in 2021 was the highest since 2017 rests on a figure without data; nothing here is held against it.

const claims = {
  windows: {
    earlySeptember2020: { firstDay: '2020-09-01', lastDay: '2020-09-08' },
    earlySeptember2021: { firstDay: '2021-09-01', lastDay: '2021-09-08' },
  },
  claims: [
    {
      name: 'a security vacuum',
      says: 'Fewer troops, and no more combat troops, leave a vacuum in which the Islamic State grows.',
      source: 'FOI memo, January 2022',
      document: 'S004',
      outcome: 'vacuumIndexFinal.actor.islamicState',
      relation: 'above' as const,
      than: 1,
      note: 'rests on one assumption alone, the sign of the vacuum’s effect; what is to be learnt is its size',
    },
    {
      name: 'a signal of opportunity',
      says: 'To take combat capability away signals an opportunity to the Islamic State.',
      source: 'FOI memo, January 2022',
      document: 'S004',
      outcome: 'attacks.actor.islamicState',
      relation: 'above' as const,
      than: { outcome: 'attacks.actor.islamicState', scenario: './s004-nobody-leaves.ts' },
      note: 'attacks on coalition bases and convoys only, of which there are few; it holds in no replication without any',
    },
    {
      name: 'it is the change to advice as well as the halving',
      says: 'The vacuum comes of the end of combat capability, not only of numbers.',
      source: 'FOI memo, January 2022',
      document: 'S004',
      outcome: 'vacuumIndexFinal.actor.islamicState',
      relation: 'above' as const,
      than: { outcome: 'vacuumIndexFinal.actor.islamicState', scenario: './s004-half-stay-in-combat.ts' },
    },
    {
      name: 'the troops are halved within the year',
      says: 'Between autumn 2020 and autumn 2021 the troops fell from 5,000 to about 2,500.',
      source: 'FOI memo, January 2022',
      document: 'S004',
      outcome: 'personDays.window.earlySeptember2021',
      times: 0.6,
      relation: 'atMost' as const,
      than: { outcome: 'personDays.window.earlySeptember2020' },
      note: 'follows from the plan; three fifths, as allies and supply are counted, and fell less than the Americans (5,200 to 2,500)',
    },
  ],
};

const unmoved = 'assumed: the two are enemies, and neither follows the other’s lead';
const layout = 'not public for this site; laid out so that the plan ends with the sites of the scenarios of 2021';
const howFast = 'assumed: only the end is public';
const splitAssumed = 'which of the three places they left is not public; the split is assumed';
const evenly = 'assumed: evenly up to the day of the total';

const september = {
  day: '2020-09-09',
  by: 'air',
  overDays: { value: 21, note: evenly },
  source: 'data/timeline.csv: 2020-09-09 US announces 5,200 -> 3,000; data/troops.csv: 2020-09-09 United States',
} as const;
const fromNovember = {
  day: '2020-11-18',
  by: 'air',
  announced: '2020-11-17',
  overDays: { value: 58, note: evenly },
  source:
    'data/timeline.csv: 2020-11-17 US announces 3,000 -> 2,500; data/timeline.csv: 2021-01-15 US troops reach 2,500',
} as const;

/** From combat to advice: soldiers go and advisers come, as many and to the same place, over the eight months that it took. */
const toAdvice = {
  day: '2021-04-07',
  overDays: { value: 246, note: 'from the dialogue in April to the day it was said to be done, evenly; assumed' },
  source:
    'data/timeline.csv: 2021-04-07 Third US-Iraq strategic dialogue; data/timeline.csv: 2021-12-09 Iraq announces the end of the coalition combat mission',
} as const;
const combatGoes = {
  ...toAdvice,
  by: 'air',
  withdraw: { us: 'all' },
  note: 'how many had combat roles before and after is not public; that all had is assumed',
} as const;
const adviceComes = { ...toAdvice, note: 'one adviser for each who goes, as the total stays at 2,500' } as const;
const asMany = { source: 'data/troops.csv: 2021-07-08 United States', note: 'as many as leave this site' };

export default defineScenario({
  title: 'Iraq 2020–2021: does halving the troops leave a vacuum?',
  question:
    'What do the halving of the coalition and its change from combat to advice do to those who stay, and to the room that the Islamic State has?',
  start: '2020-07-15',
  end: '2021-12-31',
  country: 'Iraq',

  contingents: {
    us: {
      name: 'United States, combat',
      combatWeight: { value: 1, note: 'by definition' },
      source: 'data/troops.csv: 2020-01-07 United States; data/troops.csv: 2020-08-23 United States',
    },
    advisers: {
      name: 'United States, advice',
      combatWeight: { value: { uniform: { low: 0, high: 0.5 } }, note: 'assumed: of training and advice' },
      source: 'data/troops.csv: 2021-07-08 United States',
    },
    allies: {
      name: 'Other coalition',
      salience: ally,
      combatWeight: { value: { uniform: { low: 0, high: 0.5 } }, note: 'assumed: most of them train' },
      source: 'data/troops.csv: 2021-12-19 all',
    },
    contractors,
  },

  bases: {
    greenZone: {
      ...places.greenZone,
      garrison: { us: { value: 300, note: layout }, allies: { value: 300, note: layout } },
    },
    airport: {
      ...places.airport,
      garrison: { us: { value: 1200, note: layout }, allies: { value: 100, note: layout } },
    },
    asad: { ...places.asad, garrison: { us: { value: 1800, note: layout }, allies: { value: 200, note: layout } } },
    erbil: { ...places.erbil, garrison: { us: { value: 1500, note: layout }, allies: { value: 525, note: layout } } },
    taji: {
      ...trainingSites.taji,
      garrison: {
        us: { value: 400, note: `${layout}; most had left before the hand-over` },
        allies: { value: 300, note: layout },
      },
    },
    basmaya: {
      ...trainingSites.basmaya,
      garrison: { allies: { value: 175, note: 'half of the 350 Spaniards of data/bases.csv: Basmaya' } },
    },
  },

  plan: [
    {
      name: 'leave Basmaya',
      day: '2020-07-18',
      handOver: 'basmaya',
      handedTo: 'Iraqi Security Forces',
      personnelTo: 'home',
      by: 'air',
      overDays: { value: 7, note: howFast },
      handOverDay: '2020-07-25',
      source: 'data/bases.csv: Basmaya; data/timeline.csv: 2020-07-25 Basmaya handed over',
    },
    {
      name: 'the last trainers leave Taji',
      day: '2020-08-01',
      withdraw: { allies: 'all' },
      fromBase: 'taji',
      by: 'air',
      overDays: { value: 14, note: howFast },
      source: 'data/bases.csv: Camp Taji',
    },
    {
      name: 'leave Taji',
      day: '2020-08-16',
      handOver: 'taji',
      handedTo: 'Iraqi Security Forces',
      personnelTo: 'airport',
      by: 'road',
      overDays: { value: 7, note: howFast },
      handOverDay: '2020-08-23',
      source: 'data/bases.csv: Camp Taji; data/timeline.csv: 2020-08-23 Taji handed over',
      note: 'out of Iraq or to kept bases; the airport as the nearest is assumed',
    },
    {
      name: 'Americans leave Ain al-Asad, September',
      ...september,
      withdraw: { us: { value: 700, note: splitAssumed } },
      fromBase: 'asad',
    },
    {
      name: 'Americans leave Erbil, September',
      ...september,
      withdraw: { us: { value: 650, note: splitAssumed } },
      fromBase: 'erbil',
    },
    {
      name: 'Americans leave Baghdad airport, September',
      ...september,
      withdraw: { us: { value: 850, note: splitAssumed } },
      fromBase: 'airport',
    },
    {
      name: 'Americans leave Ain al-Asad, from November',
      ...fromNovember,
      withdraw: { us: { value: 200, note: splitAssumed } },
      fromBase: 'asad',
    },
    {
      name: 'Americans leave Erbil, from November',
      ...fromNovember,
      withdraw: { us: { value: 150, note: splitAssumed } },
      fromBase: 'erbil',
    },
    {
      name: 'Americans leave Baghdad airport, from November',
      ...fromNovember,
      withdraw: { us: { value: 150, note: splitAssumed } },
      fromBase: 'airport',
    },
    {
      name: 'allies leave Ain al-Asad',
      day: '2020-10-01',
      withdraw: { allies: { value: 50, note: 'assumed' } },
      fromBase: 'asad',
      by: 'air',
      overDays: { value: 90, note: 'assumed' },
      note: 'assumed: down to the 1,000 of data/troops.csv: 2021-12-19 all',
    },
    {
      name: 'allies leave Erbil',
      day: '2020-10-01',
      withdraw: { allies: { value: 75, note: 'assumed' } },
      fromBase: 'erbil',
      by: 'air',
      overDays: { value: 90, note: 'assumed' },
      note: 'assumed: down to the 1,000 of data/troops.csv: 2021-12-19 all',
    },

    { name: 'combat troops leave the Green Zone', ...combatGoes, fromBase: 'greenZone' },
    { name: 'combat troops leave Baghdad airport', ...combatGoes, fromBase: 'airport' },
    { name: 'combat troops leave Ain al-Asad', ...combatGoes, fromBase: 'asad' },
    { name: 'combat troops leave Erbil', ...combatGoes, fromBase: 'erbil' },
    {
      name: 'advisers come to the Green Zone',
      ...adviceComes,
      arrive: { advisers: { value: 300, ...asMany } },
      toBase: 'greenZone',
    },
    {
      name: 'advisers come to Baghdad airport',
      ...adviceComes,
      arrive: { advisers: { value: 600, ...asMany } },
      toBase: 'airport',
    },
    {
      name: 'advisers come to Ain al-Asad',
      ...adviceComes,
      arrive: { advisers: { value: 900, ...asMany } },
      toBase: 'asad',
    },
    {
      name: 'advisers come to Erbil',
      ...adviceComes,
      arrive: { advisers: { value: 700, ...asMany } },
      toBase: 'erbil',
    },
  ],
  supply,

  // The truce of autumn 2020 was the militias’, not the Islamic State’s.
  regimes: (consolidation.regimes ?? []).map((truce) => ({ ...truce, actors: ['militias'] })),
  strikes: {
    ...(strikeMeanLagDays === undefined ? {} : { meanLagDays: strikeMeanLagDays }),
    events: [...(consolidation.strikes?.events ?? []), ...strikes2021],
  },

  actors: {
    militias: {
      ...militias,
      branching: { ...militias.branching, islamicState: { value: { uniform: { low: 0, high: 0.02 } }, note: unmoved } },
      convoyShare: { value: 0.95, note: 'assumed: hardly any bomb on a supply convoy was put down to others' },
    },
    islamicState: {
      name: 'Islamic State',
      baselinePerDay: {
        value: { lognormal: { p5: 0.001, p95: 0.015 } },
        note: 'assumed, around the default of data/model-parameters.csv: insurgent rate against coalition bases',
      },
      branching: {
        islamicState: { value: 0, note: 'assumed: so few of its attacks fall on the coalition that each stands alone' },
        militias: { value: { uniform: { low: 0, high: 0.02 } }, note: unmoved },
        strikes: { value: 0, note: 'none of these strikes was aimed at it' },
      },
      meanLagDays: { value: 10, note: 'plays no part without branching' },
      fatalBoost: { value: 0, note: 'plays no part without branching' },
      convoyShare: { value: 0.05, note: 'assumed: against the 0.95 of the militias' },
      targetChoice: { ...militias.targetChoice },
      emboldening: { ...militias.emboldening },
      vacuum: {
        sensitivity: {
          value: { pert: { low: -0.5, mode: 1, high: 2 } },
          note: 'assumed, around the default of data/model-parameters.csv: effect of the vacuum; below 0, fewer foreigners are less to fight against',
        },
        adjustDays: {
          value: { pert: { low: 60, mode: 180, high: 365 } },
          note: 'assumed, around the default of data/model-parameters.csv: time of the vacuum',
        },
      },
    },
  },

  ...(consolidation.handOverResidual ? { handOverResidual: consolidation.handOverResidual } : {}),
  convoys,
  ...(severity ? { severity } : {}),
  // The record ends with 2020 and is drawn that far. Its attacks before 15 July 2020 echo into the start.
  ...(consolidation.record ? { record: consolidation.record } : {}),
  warmStart: { actor: 'militias' },
  ...claims,
});
