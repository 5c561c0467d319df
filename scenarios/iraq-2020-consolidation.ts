import { defineScenario } from 'garrison';

// Iraq, 16 March to 31 December 2020: what the coalition did. A `source` names the row of data/ that a line rests on;
// where there is none the line is an assumption, and its note says why it is what it is.
//
// Public reporting gives totals by nation and a few sites, hardly ever who was where. Garrisons are therefore laid out so
// that (1) every public number of a site stands, (2) the sites of a nation add up to its public number, and (3) all
// together make the 7,500 to 7,700 that the press gave before the departures of March.

const notPublic = 'not public for this site; laid out so that the nation’s sites add up to its public number';
const howFast = 'assumed: only the end is public';

/** That NATO's people would be more acceptable was said in words (news item of 17 February 2021); the number is ours. */
const ally = {
  value: { pert: { low: 0.2, mode: 0.5, high: 1 } },
  note: 'assumed; range of data/model-parameters.csv: salience of other nations',
};

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
  title: 'Iraq 2020: thirteen sites become three places',
  question:
    'What did handing over eight bases and leaving a ninth in 2020 do to the people at those that were kept, in total and per person?',
  start: '2020-03-16',
  end: '2020-12-31',
  country: 'Iraq',

  // Who. Tags group results. Not here: Canada, whose soldiers had gone to Kuwait in January and whose return the record
  // does not date; the Germans of Taji and Baghdad, the Croats, Slovaks and Latvians, who left then too. The NATO
  // mission has no tag: it is staffed from these nations, and who of them belongs to it is not public.
  contingents: {
    us: { name: 'United States', source: 'data/troops.csv: 2020-01-07 United States' },
    // Outside the EU since 31 January 2020.
    uk: { name: 'United Kingdom', salience: ally, source: 'data/troops.csv: 2020-01-08 United Kingdom' },
    france: { name: 'France', salience: ally, tags: ['EU'], source: 'data/troops.csv: 2020-01-08 France' },
    // The low end of 600 to 1,000: with more, the nations would exceed the total.
    italy: { name: 'Italy', salience: ally, tags: ['EU'], source: 'data/troops.csv: 2020-01-08 Italy' },
    spain: { name: 'Spain', salience: ally, tags: ['EU'], source: 'data/troops.csv: 2020-01-08 Spain' },
    australia: { name: 'Australia', salience: ally, source: 'data/troops.csv: 2020-01-08 Australia' },
    // About 100 had gone to Kuwait in January and were due back on 1 March; taken as back.
    denmark: { name: 'Denmark', salience: ally, tags: ['EU'], source: 'data/troops.csv: 2020-01-08 Denmark' },
    germany: { name: 'Germany', salience: ally, tags: ['EU'], source: 'data/troops.csv: 2020-01-06 Germany' },
    netherlands: {
      name: 'Netherlands',
      salience: ally,
      tags: ['EU'],
      source: 'data/troops.csv: 2020-01-08 Netherlands',
    },
    portugal: { name: 'Portugal', salience: ally, tags: ['EU'], source: 'data/troops.csv: 2020-03-26 Portugal' },
    // Norway, Poland, New Zealand, Belgium and smaller ones: what the public total leaves. Their own figures are unverified.
    others: { name: 'Other coalition', salience: ally },
  },

  // Where. All sites of data/bases.csv that housed coalition personnel in March 2020. Left out: Harir, for which no
  // number, hand-over or dated attack is listed, and the Turkish base at Bashiqa, which is not the coalition's.
  // `hardening` stays at its default everywhere: nothing here describes how a site is protected.
  bases: {
    // The three places that were kept: Baghdad (two sites), Ain al-Asad, Erbil.
    greenZone: {
      name: 'Green Zone and Union III',
      location: { lat: 33.303, lon: 44.386 },
      recordNames: ['Green Zone / Union III'],
      garrison: {
        us: { value: 300, note: notPublic },
        uk: { value: 30, note: notPublic },
        france: { value: 20, note: notPublic },
        italy: { value: 50, note: notPublic },
        others: { value: 9, note: notPublic },
      },
      source: 'data/bases.csv: Green Zone / Union III',
      note: 'headquarters of the coalition and of the NATO mission; embassy staff are not counted',
    },
    airport: {
      name: 'Baghdad airport',
      location: { lat: 33.262, lon: 44.235 },
      recordNames: ['Baghdad airport (BDSC / Camp Victory)'],
      garrison: { us: { value: 405, note: notPublic }, italy: { value: 50, note: notPublic } },
      source: 'data/bases.csv: Baghdad airport (BDSC / Camp Victory)',
    },
    asad: {
      name: 'Ain al-Asad',
      location: { lat: 33.786, lon: 42.441 },
      garrison: {
        us: { value: 1500, source: 'data/bases.csv: Ain al-Asad', note: 'January 2020; the row calls it unverified' },
        denmark: { value: 93, note: 'the 133 of data/bases.csv: Ain al-Asad, less those put down to al-Qaim' },
        italy: { value: 100, note: notPublic },
      },
      source: 'data/bases.csv: Ain al-Asad',
    },
    erbil: {
      name: 'Erbil',
      location: { lat: 36.238, lon: 43.963 },
      recordNames: ['Erbil Air Base'],
      garrison: {
        us: { value: 600, note: notPublic },
        italy: { value: 350, note: notPublic },
        germany: { value: 117, source: 'data/bases.csv: Erbil Air Base', note: 'January 2020' },
        netherlands: { value: 40, note: `${notPublic}; all put down to Erbil` },
        uk: { value: 20, note: notPublic },
        france: { value: 20, note: notPublic },
        others: { value: 60, note: notPublic },
      },
      source: 'data/bases.csv: Erbil Air Base',
    },

    // Handed over in March and April, in the order of the ceremonies.
    qaim: {
      name: 'Al-Qaim',
      location: { lat: 34.37, lon: 41.09 },
      garrison: {
        us: { value: 200, note: 'about 300 in all in data/bases.csv: Al-Qaim; the split is assumed' },
        denmark: { value: 40, note: 'Danes and Norwegians were under 100 in data/bases.csv: Al-Qaim' },
        others: { value: 60, note: 'Norwegians: 60 in data/troops.csv: 2020-01-08 Norway, unverified' },
      },
      source: 'data/bases.csv: Al-Qaim',
    },
    qayyarah: {
      name: 'Qayyarah West',
      location: { lat: 35.767, lon: 43.125 },
      garrison: {
        us: { value: 800, source: 'data/bases.csv: Qayyarah West', note: 'nation not given; put down to the US' },
      },
      source: 'data/bases.csv: Qayyarah West',
    },
    k1: {
      name: 'K-1',
      location: { lat: 35.51, lon: 44.28 },
      garrison: {
        us: {
          value: 300,
          source: 'data/bases.csv: K-1',
          note: 'the row calls it unverified; nation not given, put down to the US',
        },
      },
      source: 'data/bases.csv: K-1',
    },
    nineveh: {
      name: 'Nineveh Operations Center',
      location: { lat: 36.34, lon: 43.13 },
      recordNames: ['Nineveh Operations Center (Mosul)'],
      garrison: { us: { value: 100, note: notPublic }, france: { value: 40, note: notPublic } },
      source: 'data/bases.csv: Nineveh Operations Center (Mosul)',
      note: 'American, French, Belgian and Canadian troops were named, without numbers',
    },
    taqaddum: {
      name: 'Al-Taqaddum',
      location: { lat: 33.338, lon: 43.597 },
      recordNames: ['Al-Taqaddum (Habbaniyah)'],
      garrison: {
        us: { value: 380, note: '500 in all in data/bases.csv: Al-Taqaddum (Habbaniyah); the split is assumed' },
        italy: { value: 50, note: 'Italians are named there, without a number' },
        spain: { value: 70, note: 'Spaniards are named there, without a number; 70 makes Spain’s 500' },
      },
      source: 'data/bases.csv: Al-Taqaddum (Habbaniyah)',
    },
    abuGhraib: {
      name: 'Abu Ghraib',
      location: { lat: 33.306, lon: 44.185 },
      garrison: { france: { value: 120, note: 'French advisers; enough for the 100 trainers who left on 26 March' } },
      source: 'data/bases.csv: Abu Ghraib',
    },

    // Handed over in summer.
    basmaya: {
      name: 'Basmaya',
      location: { lat: 33.19, lon: 44.63 },
      garrison: {
        spain: { value: 350, source: 'data/bases.csv: Basmaya' },
        portugal: { value: 31, source: 'data/troops.csv: 2020-03-26 Portugal' },
      },
      source: 'data/bases.csv: Basmaya',
    },
    taji: {
      name: 'Camp Taji',
      location: { lat: 33.524, lon: 44.257 },
      garrison: {
        us: { value: 600, note: notPublic },
        uk: {
          value: 350,
          note: 'most of the 400 in data/troops.csv: 2020-01-08 United Kingdom; the number is assumed',
        },
        australia: { value: 300, note: 'Australia’s trainers; all put down to Taji' },
        spain: { value: 80, source: 'data/troops.csv: 2020-01-08 Spain' },
        others: { value: 50, note: 'New Zealanders and others; not public' },
      },
      source: 'data/bases.csv: Camp Taji',
      note: 'up to 2,000 at its height',
    },

    // Never handed over: an Iraqi air base. Its American contractors draw attacks, but are in no troop number.
    balad: {
      name: 'Balad Air Base',
      location: { lat: 33.94, lon: 44.362 },
      garrison: { us: { value: 15, source: 'data/bases.csv: Balad Air Base', note: '12 January 2020' } },
      source: 'data/bases.csv: Balad Air Base',
    },
  },

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
  strikes: {
    meanLagDays: {
      value: { pert: { low: 3, mode: 20, high: 50 } },
      note: 'assumed; range of data/model-parameters.csv: mean lag of a strike',
    },
    events: [
      {
        name: 'five Kataib Hezbollah sites',
        day: '2019-12-29',
        source: 'data/timeline.csv: 2019-12-29 US strikes five Kataib Hezbollah sites',
      },
      {
        name: 'Soleimani and al-Muhandis',
        day: '2020-01-03',
        source: 'data/timeline.csv: 2020-01-03 US drone strike',
        note: 'counted as one strike like the others, which is an assumption',
      },
      {
        name: 'five weapons sites',
        day: '2020-03-13',
        source: 'data/timeline.csv: 2020-03-13 US strikes five Kataib Hezbollah weapons sites',
      },
    ],
  },

  // One actor stands for all militias: hardly any attack of 2020 can be put down to one group. A parameter given as low,
  // mode and high is a PERT law; its ends are those of data/model-parameters.csv. None was fitted to this year's record.
  actors: {
    militias: {
      name: 'Militias, all together',
      baselinePerDay: {
        value: { lognormal: { p5: 0.05, p95: 0.25, low: 0.05, high: 0.3 } },
        source:
          'BIC 2020: nearly 30 attacks in 152 days, times the unprovoked 60 %; data/model-parameters.csv: baseline of all militias together',
      },
      branching: {
        militias: {
          value: { pert: { low: 0, mode: 0.4, high: 0.8 } },
          source: 'Lewis et al. 2012: 37 to 50 % self-excited; data/model-parameters.csv: branching ratio',
          note: 'White, Porter and Mazerolle 2013 find 0.82 to 0.99',
        },
        // The sign of what a strike does is contested: from deterrence (0) over mixed (0.5) and backlash (0.9) to 4.
        strikes: {
          value: { pert: { low: 0, mode: 0.5, high: 4 } },
          source: 'LaFree, Dugan and Korte 2009: contested; data/model-parameters.csv: attacks provoked by a strike',
        },
      },
      meanLagDays: {
        value: { pert: { low: 3, mode: 10, high: 20 } },
        source: 'Lewis et al. 2012: at most two to six weeks; data/model-parameters.csv: mean lag',
      },
      fatalBoost: {
        value: { pert: { low: 0, mode: 0.5, high: 2 } },
        note: 'assumed; range of data/model-parameters.csv: extra weight of a fatal attack',
      },
      targetChoice: {
        sizeExponent: {
          value: { pert: { low: 0, mode: 0.7, high: 1.2 } },
          note: 'assumed; range of data/model-parameters.csv: size exponent',
        },
        // The heart of the debate, so no value is favoured: from effort that grows as targets vanish, over effort that
        // is displaced in full (0), to no displacement (1).
        effortElasticity: {
          value: { uniform: { low: -0.5, high: 1 } },
          note: 'assumed; range of data/model-parameters.csv: effort elasticity',
        },
      },
      emboldening: {
        perShareWithdrawn: {
          value: { pert: { low: -0.5, mode: 0.35, high: 1.5 } },
          source:
            'Iyengar and Monten 2008: 7 to 10 % more attacks; data/model-parameters.csv: emboldening by a full withdrawal',
        },
        decayDays: {
          value: { pert: { low: 7, mode: 15, high: 60 } },
          source: 'Iyengar and Monten 2008: gone within a month; data/model-parameters.csv: decay of emboldening',
        },
      },
    },
  },

  handOverResidual: {
    first: {
      value: { pert: { low: 0, mode: 0.1, high: 0.5 } },
      source:
        'BIC 2020, in words: less attacked, not immune; data/model-parameters.csv: residual just after a hand-over',
    },
    final: {
      value: { pert: { low: 0, mode: 0.1, high: 0.5 } },
      source: 'BIC 2020, in words: less attacked, not immune; data/model-parameters.csv: residual in the long run',
    },
  },

  convoys: {
    hazardPerConvoyDay: {
      value: { lognormal: { p5: 0.003, p95: 0.075, low: 0.002, high: 0.2 } },
      source: 'press: 93 attacks on 6,100 convoys in 2008, one day each; data/model-parameters.csv: convoy hazard',
    },
  },

  severity: {
    fatalProbability: {
      value: { pert: { low: 0.005, mode: 0.05, high: 0.15 } },
      source: 'public record: 2 of 28 attacks up to March 2020; data/model-parameters.csv: chance that an attack kills',
    },
    fatalityExponent: {
      value: { pert: { low: 2.1, mode: 2.5, high: 3 } },
      source: 'Bohórquez et al. 2009; data/model-parameters.csv: fatality exponent',
    },
  },

  record: {
    file: '../data/attacks-2019-2020.csv',
    until: '2020-12-31',
    countingRule:
      'Attacks on bases with foreign personnel and on the embassy zone, fired or landed, two in one night as two; a state’s ballistic missiles left out; convoy attacks apart and under-listed.',
    source: 'data/attacks-2019-2020.csv',
  },
  // The 27 attacks on bases since 28 October 2019 echo into 16 March.
  warmStart: { actor: 'militias' },
});
