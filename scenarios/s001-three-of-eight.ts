import { defineScenario } from 'garrison';
import { attackRecord } from './parts/attack-record.js';
import { ally, iraq2020Contingents as nations } from './parts/iraq-2020-contingents.js';
import { iraq2020Sites as sites } from './parts/iraq-2020-sites.js';
import { militias } from './parts/militias.js';
import { strikes20192020 } from './parts/strikes-2019-2020.js';
import { convoys, handOverResidual, severity } from './parts/what-attacks-do.js';

// The outlook of Stratfor's note of 23 March 2020: the Americans reposition from three of the eight bases that then house
// them, half of the British go, the Danes go, training pauses for 60 days. It expects that those who stay become an easier target,
// that withdrawal emboldens, and that the Islamic State may come back in the room that is left.
//
// What the note and the record see differently:
// - It names one of the three bases, al-Qaim. The other two are those of the record, Qayyarah and K-1. Which eight it counts
//   it does not say: taken here are those with the most Americans, Baghdad as one; Nineveh and Balad (115 Americans) are not
//   here, nor Basmaya and Abu Ghraib, where no Americans were.
// - It dates the end of al-Qaim to 19 March; the ceremony was reported for the 17th. Here it is the note's day.
// - It has the Danes leave for good. Nothing else says so: they were due back in March, and led the NATO mission from December.
// - It says that rockets hit al-Qaim; no such attack was found.
// - It has the American of K-1 killed in early January 2020; it was 27 December 2019, as in the record that this start rests on.
//
// The rest of 2020 is in nobody's plan here: no truce, no halving of the Americans in autumn. The record beside it is of
// a world that had both, and has 3 attacks on bases that are not here (Basmaya 2, Balad 1).

const howFast = 'assumed: only the end is public';

/** Trainers count for less than combat troops against an insurgency. */
const trains = {
  combatWeight: { value: { uniform: { low: 0, high: 0.5 } }, note: 'assumed: trainers, against 1 for combat troops' },
};

/** Militias and the Islamic State fight one another: what one does, or what is done to it, hardly calls the other to arms. */
const enemies = {
  value: { uniform: { low: 0, high: 0.05 } },
  note: 'assumed; the low end of data/model-parameters.csv: branching between actors',
};

/** A nation that lost people may go home, or stop training for a while. */
const afterOwnDead = {
  after: { ownKilledAtLeast: { value: 1, note: 'after the three dead of 11 March 2020 half of the British went' } },
  // At most one of the two.
  then: [
    {
      leave: {
        probability: {
          value: { pert: { low: 0, mode: 0.15, high: 0.7 } },
          source: 'Stratfor 2020, in words; data/model-parameters.csv: chance of leaving after own dead',
          note: 'that contingents do is in the note, the number is assumed',
        },
        delayDays: { mean: { value: 14, note: 'assumed: a fortnight to decide' } },
        overDays: { value: 14, note: howFast },
      },
    },
    {
      pause: {
        probability: { value: { uniform: { low: 0, high: 0.3 } }, note: 'assumed: what leaving leaves at most' },
        forDays: {
          value: { pert: { low: 0, mode: 60, high: 180 } },
          source: 'Stratfor 2020; data/model-parameters.csv: training pause',
        },
      },
    },
  ],
  coolDownDays: { value: 60, note: 'assumed: as long as a pause' },
  source: 'Stratfor 2020: half of the British go and training pauses after three were killed',
};

export default defineScenario({
  title: 'Stratfor 2020: leaving three of eight bases; an easier target, emboldened enemies, a vacuum?',
  question:
    'If Americans leave three of their eight bases in March 2020, half of the British and all Danes go, what happens to those who stay, and does the Islamic State fill the room?',
  start: '2020-03-16',
  end: '2020-12-31',
  country: 'Iraq',

  contingents: {
    us: nations.us,
    uk: { ...nations.uk, ...trains },
    france: { ...nations.france, ...trains },
    italy: { ...nations.italy, ...trains },
    spain: { ...nations.spain, ...trains },
    australia: { ...nations.australia, ...trains },
    denmark: { ...nations.denmark, ...trains },
    germany: { ...nations.germany, ...trains },
    netherlands: { ...nations.netherlands, ...trains },
    others: { ...nations.others, ...trains },
    // On the road only.
    contractors: { name: 'Contractors', salience: ally, tags: ['contractor'] },
  },

  bases: {
    baghdad: {
      ...sites.greenZone,
      name: 'Baghdad (two sites)',
      tags: ['kept'],
      recordNames: [...sites.greenZone.recordNames, ...sites.airport.recordNames],
      garrison: {
        ...sites.greenZone.garrison,
        us: { value: 705, note: 'not public; the 300 and 405 of the two sites in March 2020' },
        italy: { value: 100, note: 'not public; the 50 and 50 of the two sites in March 2020' },
      },
      source: 'data/bases.csv: Green Zone / Union III; data/bases.csv: Baghdad airport (BDSC / Camp Victory)',
      note: 'Green Zone and airport, two sites of one place; embassy staff are not counted',
    },
    asad: { ...sites.asad, tags: ['kept'] },
    erbil: { ...sites.erbil, tags: ['kept'] },
    taji: { ...sites.taji, tags: ['kept'] },
    taqaddum: { ...sites.taqaddum, tags: ['kept'] },
    qaim: { ...sites.qaim, tags: ['left'] },
    qayyarah: { ...sites.qayyarah, tags: ['left'] },
    k1: { ...sites.k1, tags: ['left'] },
  },

  plan: [
    {
      name: 'Danes of al-Qaim leave',
      day: '2020-03-16',
      withdraw: { denmark: 'all' },
      fromBase: 'qaim',
      by: 'air',
      source: 'Stratfor 2020: Denmark will withdraw completely',
      note: 'found nowhere else; the day is assumed',
    },
    {
      name: 'leave al-Qaim',
      day: '2020-03-17',
      handOver: 'qaim',
      handedTo: 'Iraqi Security Forces',
      personnelTo: 'asad',
      by: 'road',
      overDays: { value: 1, note: howFast },
      handOverDay: '2020-03-19',
      source: 'Stratfor 2020; data/bases.csv: Al-Qaim',
      note: 'where they went stands in the record; the note has the day',
    },
    {
      name: 'half of the British leave',
      day: '2020-03-19',
      withdraw: {
        uk: { share: { value: 0.57, note: '200 of the 350 put down to Taji, unless some have left by then' } },
      },
      fromBase: 'taji',
      by: 'air',
      source: 'Stratfor 2020; data/troops.csv: 2020-03-19 United Kingdom',
    },
    {
      name: 'leave Qayyarah West',
      day: '2020-03-22',
      handOver: 'qayyarah',
      handedTo: 'Iraqi air force',
      personnelTo: 'erbil',
      by: 'road',
      overDays: { value: 4, note: howFast },
      handOverDay: '2020-03-26',
      source: 'data/bases.csv: Qayyarah West; data/timeline.csv: 2020-03-26 Qayyarah West handed over',
      note: 'one of three in Stratfor 2020, without a name; Erbil as the nearest kept base is assumed',
    },
    {
      name: 'leave K-1',
      day: '2020-03-26',
      handOver: 'k1',
      handedTo: 'Iraqi forces (Kirkuk operations)',
      personnelTo: 'erbil',
      by: 'road',
      overDays: { value: 3, note: howFast },
      handOverDay: '2020-03-29',
      source: 'data/bases.csv: K-1; data/timeline.csv: 2020-03-29 K-1 handed over',
      note: 'one of three in Stratfor 2020, without a name; Erbil as the nearest kept base is assumed',
    },
    {
      name: 'Danes of Ain al-Asad leave',
      day: '2020-04-01',
      withdraw: { denmark: 'all' },
      fromBase: 'asad',
      by: 'air',
      overDays: { value: 14, note: howFast },
      source: 'Stratfor 2020: Denmark will withdraw completely',
      note: 'found nowhere else; the days are assumed',
    },
  ],

  // Training that stops needs less on the roads: what the pause does in this model.
  supply: {
    contingent: 'contractors',
    convoysPerBaseDay: {
      value: { uniform: { low: 0.05, high: 0.3 } },
      note: 'assumed: one in three weeks to two a week; convoy attacks are under-listed, so nothing can be fitted',
    },
    pausedSupplyShare: { value: { uniform: { low: 0.2, high: 0.8 } }, note: 'assumed' },
    personsPerConvoy: { value: 20, note: 'assumed' },
  },
  regimes: [
    {
      name: 'training paused',
      track: 'training',
      firstDay: '2020-03-16',
      lastDay: '2020-05-14',
      gate: { value: 1, note: 'by itself it changes no attack rate' },
      activity: { value: { uniform: { low: 0.2, high: 0.8 } }, note: 'assumed: supply that runs on' },
      source: 'Stratfor 2020: 60 days; data/timeline.csv: 2020-03-16 OIR suspends training',
      note: 'the record has it end on 11 May',
    },
  ],
  rules: [
    { name: 'the British after their own dead', contingent: 'uk', ...afterOwnDead },
    { name: 'the Spaniards after their own dead', contingent: 'spain', ...afterOwnDead },
    { name: 'the Australians after their own dead', contingent: 'australia', ...afterOwnDead },
  ],

  strikes: strikes20192020,
  actors: {
    militias: { ...militias, branching: { ...militias.branching, islamicState: enemies } },
    // Coalition bases are not what the Islamic State is after: its rate against them is small, and the vacuum index tells of the
    // country, not of bases.
    islamicState: {
      name: 'Islamic State',
      baselinePerDay: {
        value: { pert: { low: 0.001, mode: 0.005, high: 0.02 } },
        note: 'assumed: from one attack on these bases in three years to one in seven weeks',
      },
      branching: { islamicState: militias.branching.militias, militias: enemies, strikes: enemies },
      vacuum: {
        sensitivity: {
          value: { pert: { low: 0, mode: 1, high: 2 } },
          note: 'assumed; that the vacuum matters: Stratfor 2020, as in Syria',
        },
        adjustDays: {
          value: { pert: { low: 60, mode: 180, high: 365 } },
          note: 'assumed: in the longer term, says Stratfor 2020',
        },
      },
      targetChoice: militias.targetChoice,
      emboldening: militias.emboldening,
      convoyShare: {
        value: { uniform: { low: 0, high: 0.5 } },
        note: 'assumed: at most half as likely as the militias',
      },
    },
  },
  handOverResidual,
  convoys,
  severity,
  record: attackRecord,
  warmStart: { actor: 'militias' },

  windows: {
    firstTwoMonths: { firstDay: '2020-03-16', lastDay: '2020-05-15' },
  },

  claims: [
    {
      name: 'fewer sites, easier targets',
      says: 'The five bases that are kept are attacked more than had all eight been kept.',
      source: 'Stratfor 2020: concentration on fewer sites',
      document: 'S001',
      outcome: 'attacks.baseTag.kept',
      relation: 'above',
      than: { outcome: 'attacks.baseTag.kept', scenario: './s001-all-eight.ts' },
    },
    {
      name: 'more risk per person at those kept',
      says: 'A person at a base that is kept is present at more attacks than had all eight been kept.',
      source: 'Stratfor 2020: concentration on fewer sites',
      document: 'S001',
      outcome: 'personAttacks.baseTag.kept',
      per: 'personDays.baseTag.kept',
      relation: 'above',
      than: {
        outcome: 'personAttacks.baseTag.kept',
        per: 'personDays.baseTag.kept',
        scenario: './s001-all-eight.ts',
      },
    },
    {
      name: 'withdrawal emboldens',
      says: 'More attacks in all in the two months of the moves than had nobody moved.',
      source: 'Stratfor 2020: withdrawal signals success',
      document: 'S001',
      outcome: 'attacks.window.firstTwoMonths',
      relation: 'above',
      than: { outcome: 'attacks.window.firstTwoMonths', scenario: './s001-all-eight.ts' },
      note: 'fewer targets may also lower the effort; this is the sum of both. The two counts are often equal, and equal is not more',
    },
    {
      name: 'a vacuum',
      says: 'At the end of the year the Islamic State attacks more in the country than had nobody left.',
      source: 'Stratfor 2020: the Islamic State may resurge',
      document: 'S001',
      outcome: 'vacuumIndexFinal.actor.islamicState',
      relation: 'above',
      than: 1,
      note: 'true by construction wherever people leave and the vacuum counts at all; how large it is says more',
    },
    {
      name: 'a vacuum that can be seen',
      says: 'The Islamic State attacks at least a tenth more in the country at the end of the year.',
      source: 'Stratfor 2020: the Islamic State may resurge; the tenth is ours',
      document: 'S001',
      outcome: 'vacuumIndexFinal.actor.islamicState',
      relation: 'atLeast',
      than: 1.1,
      note: 'the model counts who is left in the country, not which places they left: repositioned Americans leave no vacuum in it',
    },
  ],
});
