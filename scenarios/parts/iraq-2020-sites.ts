import type { ScenarioInput } from 'garrison';

// Garrisons of 16 March 2020.
//
// Public reporting gives totals by nation and a few sites, hardly ever who was where. Garrisons are therefore laid out so
// that (1) every public number of a site stands, (2) the sites of a nation add up to its public number, and (3) all
// together make the 7,500 to 7,700 that the press gave before the departures of March.

const notPublic = 'not public for this site; laid out so that the nation’s sites add up to its public number';

// Where. All sites of data/bases.csv that housed coalition personnel in March 2020. Left out: Harir, for which no
// number, hand-over or dated attack is listed, and the Turkish base at Bashiqa, which is not the coalition's.
// `hardening` stays at its default everywhere: nothing here describes how a site is protected.
export const iraq2020Sites = {
  // The three places that were kept, with four sites: Baghdad’s two are one place. Ain al-Asad and Erbil are the others.
  greenZone: {
    name: 'Green Zone and Union III',
    tags: ['kept'],
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
    tags: ['kept'],
    location: { lat: 33.262, lon: 44.235 },
    recordNames: ['Baghdad airport (BDSC / Camp Victory)'],
    garrison: { us: { value: 405, note: notPublic }, italy: { value: 50, note: notPublic } },
    source: 'data/bases.csv: Baghdad airport (BDSC / Camp Victory)',
  },
  asad: {
    name: 'Ain al-Asad',
    tags: ['kept'],
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
    tags: ['kept'],
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
} satisfies ScenarioInput['bases'];
