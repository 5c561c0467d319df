import { defineScenario } from 'garrison';
import { attackRecord } from './parts/attack-record.js';
import { iraq2020Contingents } from './parts/iraq-2020-contingents.js';
import { iraq2020Sites } from './parts/iraq-2020-sites.js';
import { militias } from './parts/militias.js';
import { strikes20192020 } from './parts/strikes-2019-2020.js';
import { convoys, handOverResidual, severity } from './parts/what-attacks-do.js';

// Iraq, 16 March to 31 December 2020: what the coalition did. A `source` names the row of data/ that a line rests on;
// where there is none the line is an assumption, and its note says why it is what it is.

const howFast = 'assumed: only the end is public';

/** 2,200 Americans by the end of September, from the three places that were left. */
const september = {
  day: '2020-09-09',
  by: 'air',
  overDays: { value: 21, note: 'by the end of September; evenly is assumed' },
  source: 'data/timeline.csv: 2020-09-09 US announces 5,200 -> 3,000; data/troops.csv: 2020-09-09 United States',
} as const;

/** 500 more by 15 January 2021; the 380 before the year’s end are our reckoning, so these lines have no source. */
const fromNovember = {
  day: '2020-11-18',
  by: 'air',
  overDays: { value: 44, note: 'evenly up to the year’s end' },
  note: 'assumed: 380 of the 500, in step with the days to 15 January; data/timeline.csv: 2020-11-17 US announces 3,000 -> 2,500',
} as const;

const splitAssumed = 'which of the three places they left is not public; the split is assumed';

export default defineScenario({
  title: 'Iraq 2020: what leaving nine of thirteen sites did to those at the four kept',
  question:
    'What did handing over eight bases and leaving a ninth in 2020 do to the people at the three places that were kept (Baghdad with two sites, Ain al-Asad, Erbil), in total and per person?',
  start: '2020-03-16',
  end: '2020-12-31',
  country: 'Iraq',
  contingents: iraq2020Contingents,

  bases: iraq2020Sites,

  // What they did, by date. A hand-over's `handOverDay` is the day of the ceremony; people leave in the days before. How
  // many days that took, and by which way, is nowhere reported: all `overDays` and `by` are assumptions (road where
  // the next kept place is a day's drive or less). Strength in Iraq was a steady 5,200 Americans until September, so that the
  // Americans of bases handed over in spring and summer move to kept ones.
  plan: [
    // March and April: seven small sites in four weeks, trainers home as training stops for the pandemic.
    {
      name: 'leave al-Qaim',
      day: '2020-03-16',
      handOver: 'qaim',
      handedTo: 'Iraqi Security Forces',
      personnelTo: 'asad',
      by: 'road',
      overDays: { value: 1, note: howFast },
      handOverDay: '2020-03-17',
      source: 'data/bases.csv: Al-Qaim; data/timeline.csv: 2020-03-17 Al-Qaim handed over',
      note: 'the day of the ceremony is unverified; part of them will have left before the 16th',
    },
    {
      name: 'half of the British leave',
      day: '2020-03-19',
      withdraw: { uk: { value: 200, source: 'data/troops.csv: 2020-03-19 United Kingdom' } },
      fromBase: 'taji',
      by: 'air',
      overDays: { value: 7, note: howFast },
      source: 'data/timeline.csv: 2020-03-19 UK brings back its training unit',
    },
    {
      name: 'Qayyarah to Baghdad',
      day: '2020-03-19',
      move: { us: { value: 400, note: 'how many went where is not public; half each way' } },
      fromBase: 'qayyarah',
      toBase: 'airport',
      by: 'air',
      overDays: { value: 4, note: howFast },
      note: 'kept bases or out of Iraq in data/bases.csv: Qayyarah West; which of them is assumed',
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
      note: 'kept bases or out of Iraq; Erbil as the nearest kept base is assumed',
    },
    {
      name: 'most of the Dutch leave',
      day: '2020-03-20',
      withdraw: { netherlands: { value: 35, source: 'data/troops.csv: 2020-01-08 Netherlands' } },
      fromBase: 'erbil',
      by: 'air',
      source: 'data/troops.csv: 2020-01-08 Netherlands',
      note: 'in March; the day is assumed',
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
      note: 'to kept bases; Erbil as the nearest is assumed',
    },
    {
      name: 'French trainers leave',
      day: '2020-03-26',
      withdraw: { france: { value: 100, source: 'data/troops.csv: 2020-01-08 France' } },
      fromBase: 'abuGhraib',
      by: 'air',
      overDays: { value: 7, note: howFast },
      source: 'data/timeline.csv: 2020-03-25 France announces withdrawal',
      note: 'about 100; one agency says roughly 200',
    },
    {
      name: 'Spanish trainers leave',
      day: '2020-03-26',
      withdraw: { spain: { value: 175, source: 'data/bases.csv: Basmaya', note: 'the middle of 150 to 200' } },
      fromBase: 'basmaya',
      by: 'air',
      overDays: { value: 21, note: 'in March and April; the days are assumed' },
      source: 'data/bases.csv: Basmaya',
    },
    {
      name: 'the Portuguese leave',
      day: '2020-03-26',
      withdraw: { portugal: 'all' },
      fromBase: 'basmaya',
      by: 'air',
      source: 'data/troops.csv: 2020-03-26 Portugal',
      note: 'in March; the day is assumed',
    },
    {
      name: 'leave Nineveh Operations Center',
      day: '2020-03-27',
      handOver: 'nineveh',
      handedTo: 'Nineveh Operations Command',
      personnelTo: 'erbil',
      by: 'road',
      overDays: { value: 3, note: howFast },
      handOverDay: '2020-03-30',
      source:
        'data/bases.csv: Nineveh Operations Center (Mosul); data/timeline.csv: 2020-03-30 Nineveh Operations Center handed over',
      note: 'to kept bases; Erbil as the nearest is assumed',
    },
    {
      name: 'leave al-Taqaddum',
      day: '2020-03-31',
      handOver: 'taqaddum',
      handedTo: 'Iraqi Security Forces',
      personnelTo: 'asad',
      by: 'road',
      overDays: { value: 4, note: howFast },
      handOverDay: '2020-04-04',
      source: 'data/bases.csv: Al-Taqaddum (Habbaniyah); data/timeline.csv: 2020-04-04 Al-Taqaddum handed over',
      note: 'some went to Ain al-Asad; that all did is assumed',
    },
    {
      name: 'leave Abu Ghraib',
      day: '2020-04-04',
      handOver: 'abuGhraib',
      handedTo: 'Iraqi army, 6th Division',
      personnelTo: 'airport',
      by: 'road',
      overDays: { value: 3, note: howFast },
      handOverDay: '2020-04-07',
      source: 'data/bases.csv: Abu Ghraib; data/timeline.csv: 2020-04-07 Abu Ghraib camp handed over',
      note: 'to France or kept bases; the airport as the nearest is assumed',
    },

    // Summer: the training bases.
    {
      name: 'British down to 100',
      day: '2020-05-15',
      withdraw: { uk: { value: 100, source: 'data/troops.csv: 2020-07-15 United Kingdom', note: '200 less over 100' } },
      fromBase: 'taji',
      by: 'air',
      overDays: { value: 60, note: howFast },
      source: 'data/troops.csv: 2020-07-15 United Kingdom',
    },
    {
      name: 'Australian and New Zealand trainers leave',
      day: '2020-06-01',
      withdraw: {
        australia: { value: 270, note: 'most left in summer; the number is assumed' },
        others: { value: 40, note: 'not public' },
      },
      fromBase: 'taji',
      by: 'air',
      overDays: { value: 60, note: howFast },
      source: 'data/bases.csv: Camp Taji',
    },
    {
      name: 'Taji thins out',
      day: '2020-06-15',
      move: { us: { value: 400, note: 'most had left before the hand-over; the number is assumed' } },
      fromBase: 'taji',
      toBase: 'airport',
      by: 'road',
      overDays: { value: 45, note: howFast },
      source: 'data/bases.csv: Camp Taji',
      note: 'out of Iraq or to kept bases; the airport as the nearest is assumed',
    },
    {
      name: 'leave Basmaya',
      day: '2020-07-15',
      handOver: 'basmaya',
      handedTo: 'Iraqi Security Forces',
      personnelTo: 'home',
      by: 'air',
      overDays: { value: 10, note: howFast },
      handOverDay: '2020-07-25',
      source: 'data/bases.csv: Basmaya; data/timeline.csv: 2020-07-25 Basmaya handed over',
    },
    {
      name: 'Spaniards of Taji leave',
      day: '2020-08-01',
      withdraw: { spain: 'all' },
      fromBase: 'taji',
      by: 'air',
      note: 'not public; assumed before the hand-over. It leaves the 70 of data/troops.csv: 2021-03-03 Spain',
    },
    {
      name: 'leave Taji',
      day: '2020-08-13',
      handOver: 'taji',
      handedTo: 'Iraqi Security Forces',
      personnelTo: 'airport',
      by: 'road',
      overDays: { value: 10, note: howFast },
      handOverDay: '2020-08-23',
      source: 'data/bases.csv: Camp Taji; data/timeline.csv: 2020-08-23 Taji handed over',
      note: 'out of Iraq or to kept bases; the airport as the nearest is assumed',
    },
    {
      name: 'leave Balad',
      day: '2020-09-01',
      move: 'all',
      fromBase: 'balad',
      toBase: 'airport',
      by: 'air',
      note: 'no date is public; on 9 September only Baghdad, Erbil and Ain al-Asad were left',
    },

    // Autumn: from 5,200 Americans to 3,000 by the end of September, and on to 2,500 by 15 January. Each of
    // the three places gives about in proportion to what it has.
    {
      name: 'Americans leave Ain al-Asad, September',
      ...september,
      withdraw: { us: { value: 900, note: splitAssumed } },
      fromBase: 'asad',
    },
    {
      name: 'Americans leave Erbil, September',
      ...september,
      withdraw: { us: { value: 600, note: splitAssumed } },
      fromBase: 'erbil',
    },
    {
      name: 'Americans leave Baghdad airport, September',
      ...september,
      withdraw: { us: { value: 700, note: splitAssumed } },
      fromBase: 'airport',
    },
    {
      name: 'Americans leave Ain al-Asad, from November',
      ...fromNovember,
      withdraw: { us: { value: 150, note: splitAssumed } },
      fromBase: 'asad',
    },
    {
      name: 'Americans leave Erbil, from November',
      ...fromNovember,
      withdraw: { us: { value: 110, note: splitAssumed } },
      fromBase: 'erbil',
    },
    {
      name: 'Americans leave Baghdad airport, from November',
      ...fromNovember,
      withdraw: { us: { value: 120, note: splitAssumed } },
      fromBase: 'airport',
    },
    {
      name: 'Danes come to lead the NATO mission',
      day: '2020-10-01',
      arrive: { denmark: { value: 67, note: '133 to the 200 reported in October 2020; 285 were authorised' } },
      toBase: 'greenZone',
      overDays: { value: 31, note: howFast },
      source: 'data/troops.csv: 2020-06-11 Denmark; data/timeline.csv: 2020-12-01 Denmark takes command of NMI',
      note: 'the place is assumed: the mission’s headquarters',
    },
  ],

  // The truce is certain (its probability is 1) because it happened: this scenario asks what the moves did in the world
  // as it was. A variant that asks what could have been known in March sets a lower one.
  regimes: [
    {
      name: 'conditional truce',
      firstDay: '2020-10-11',
      lastDay: '2020-11-17',
      probability: { value: 1, source: 'data/timeline.csv: 2020-10-11 Militias announce a conditional truce' },
      gate: {
        value: { pert: { low: 0, mode: 0.15, high: 0.6 } },
        note: 'assumed; range of data/model-parameters.csv: gate of a truce, above 0.6 no truce worth the name',
      },
      source:
        'data/timeline.csv: 2020-10-11 Militias announce a conditional truce; data/timeline.csv: 2020-11-17 US announces 3,000 -> 2,500',
      note: 'rockets ended it on the evening of 17 November; the whole day counts as truce',
    },
  ],

  // All three came before the start. What they still provoke by then follows from the mean lag.
  strikes: strikes20192020,
  actors: { militias },

  handOverResidual,
  convoys,
  severity,
  record: attackRecord,
  // The 27 attacks on bases since 28 October 2019 echo into 16 March.
  warmStart: { actor: 'militias' },

  claims: [
    {
      name: 'more attacks on those kept',
      says: 'The four sites that were kept are attacked more than had nobody moved or gone home.',
      source: 'BIC brief 2020, key takeaways; Stratfor 2020: concentration on fewer sites',
      document: 'S000',
      outcome: 'attacks.baseTag.kept',
      relation: 'above',
      than: { outcome: 'attacks.baseTag.kept', scenario: './iraq-2020-stay.ts' },
      note: 'the record: their share of attacks rose from 52 to 100 %, their rate did not (3.2, 3.2 and 3.0 per 30 days)',
    },
    {
      name: 'more risk per person at those kept',
      says: 'A person at a site that was kept is present at more attacks than had nobody moved or gone home.',
      source: 'BIC brief 2020, key takeaways; Stratfor 2020: concentration on fewer sites',
      document: 'S000',
      outcome: 'personAttacks.baseTag.kept',
      per: 'personDays.baseTag.kept',
      relation: 'above',
      than: { outcome: 'personAttacks.baseTag.kept', per: 'personDays.baseTag.kept', scenario: './iraq-2020-stay.ts' },
    },
  ],
});
