import type { ScenarioInput } from 'garrison';

// Who goes home in 2020 under every strategy but staying and leaving altogether, whatever is consolidated meanwhile: 200 British, 35 Dutch,
// 100 French, 175 Spaniards and the Portuguese in March; 100 British, 270 Australians, 255 Spaniards and 40 others in July; 2,200 Americans
// in September and 380 from November. 67 Danes come. Numbers and days are those of 2020, but for July: there departures ran from 15 May
// to 1 August, and are put together in the middle, so that no strategy has them leave a base while it is being handed over.
// From which base they leave follows from the strategy: from their own, or from the one they were moved to.

type Orders = NonNullable<ScenarioInput['plan']>;

const assumed = 'assumed: only the end is public';
const ofTheRecord = 'as in iraq-2020-consolidation.ts';
const inProportion = 'in proportion to the Americans there; which base they leave is the strategy';

const british = {
  name: 'half of the British leave',
  day: '2020-03-19',
  withdraw: { uk: { value: 200, source: 'data/troops.csv: 2020-03-19 United Kingdom' } },
  by: 'air',
  overDays: { value: 7, note: assumed },
  source: 'data/timeline.csv: 2020-03-19 UK brings back its training unit',
} as const;

const french = {
  name: 'French trainers leave',
  day: '2020-03-26',
  withdraw: { france: { value: 100, source: 'data/troops.csv: 2020-01-08 France' } },
  by: 'air',
  overDays: { value: 7, note: assumed },
  source: 'data/timeline.csv: 2020-03-25 France announces withdrawal',
} as const;

const spaniards = {
  name: 'Spanish trainers and the Portuguese leave',
  day: '2020-03-26',
  withdraw: {
    spain: { value: 175, source: 'data/bases.csv: Basmaya', note: 'the middle of 150 to 200' },
    portugal: 'all',
  },
  by: 'air',
  overDays: { value: 21, note: 'in March and April; the days are assumed' },
  source: 'data/bases.csv: Basmaya; data/troops.csv: 2020-03-26 Portugal',
} as const;

const dutch = {
  name: 'most of the Dutch leave',
  day: '2020-03-20',
  withdraw: { netherlands: { value: 35, source: 'data/troops.csv: 2020-01-08 Netherlands' } },
  fromBase: 'erbil',
  by: 'air',
  source: 'data/troops.csv: 2020-01-08 Netherlands',
  note: 'in March; the day is assumed',
} as const;

export const marchFromOwnBases: Orders = [
  { ...british, fromBase: 'taji' },
  dutch,
  { ...french, fromBase: 'abuGhraib' },
  { ...spaniards, fromBase: 'basmaya' },
];

export const marchFromAirport: Orders = [
  { ...british, fromBase: 'airport' },
  dutch,
  { ...french, fromBase: 'airport' },
  { ...spaniards, fromBase: 'airport' },
];

const july = {
  day: '2020-07-15',
  by: 'air',
  overDays: { value: 10, note: assumed },
  note: 'the trainers of data/bases.csv: Camp Taji; Spaniards of data/bases.csv: Basmaya; put together in July',
} as const;

const fromTaji = {
  uk: { value: 100, source: 'data/troops.csv: 2020-07-15 United Kingdom', note: '200 less over 100' },
  australia: { value: 270, note: 'most left in summer; the number is assumed' },
  others: { value: 40, note: 'not public' },
};

export const julyFromOwnBases: Orders = [
  { ...july, name: 'trainers leave Taji', withdraw: { ...fromTaji, spain: 'all' }, fromBase: 'taji' },
  { ...july, name: 'Spaniards leave Basmaya', withdraw: { spain: 'all' }, fromBase: 'basmaya' },
];

export const julyFromAirport: Orders = [
  {
    ...july,
    name: 'trainers leave Baghdad airport',
    withdraw: { ...fromTaji, spain: { value: 255, note: '80 of Taji and the 175 left at Basmaya' } },
    fromBase: 'airport',
  },
];

const september = {
  day: '2020-09-09',
  by: 'air',
  overDays: { value: 21, note: 'by the end of September; evenly is assumed' },
  source: 'data/timeline.csv: 2020-09-09 US announces 5,200 -> 3,000; data/troops.csv: 2020-09-09 United States',
} as const;

const november = {
  day: '2020-11-18',
  by: 'air',
  overDays: { value: 44, note: 'evenly up to the year’s end' },
  note: 'assumed: 380 of the 500, in step with the days to 15 January; data/timeline.csv: 2020-11-17 US announces 3,000 -> 2,500',
} as const;

export const autumnFromKeptBases: Orders = [
  { ...september, withdraw: { us: { value: 900, note: ofTheRecord } }, fromBase: 'asad' },
  { ...september, withdraw: { us: { value: 600, note: ofTheRecord } }, fromBase: 'erbil' },
  { ...september, withdraw: { us: { value: 700, note: ofTheRecord } }, fromBase: 'airport' },
  { ...november, withdraw: { us: { value: 150, note: ofTheRecord } }, fromBase: 'asad' },
  { ...november, withdraw: { us: { value: 110, note: ofTheRecord } }, fromBase: 'erbil' },
  { ...november, withdraw: { us: { value: 120, note: ofTheRecord } }, fromBase: 'airport' },
];

export const autumnFromAllBases: Orders = [
  { ...september, withdraw: { us: { value: 127, note: inProportion } }, fromBase: 'greenZone' },
  { ...september, withdraw: { us: { value: 171, note: inProportion } }, fromBase: 'airport' },
  { ...september, withdraw: { us: { value: 635, note: inProportion } }, fromBase: 'asad' },
  { ...september, withdraw: { us: { value: 254, note: inProportion } }, fromBase: 'erbil' },
  { ...september, withdraw: { us: { value: 85, note: inProportion } }, fromBase: 'qaim' },
  { ...september, withdraw: { us: { value: 338, note: inProportion } }, fromBase: 'qayyarah' },
  { ...september, withdraw: { us: { value: 127, note: inProportion } }, fromBase: 'k1' },
  { ...september, withdraw: { us: { value: 42, note: inProportion } }, fromBase: 'nineveh' },
  { ...september, withdraw: { us: { value: 161, note: inProportion } }, fromBase: 'taqaddum' },
  { ...september, withdraw: { us: { value: 254, note: inProportion } }, fromBase: 'taji' },
  { ...september, withdraw: { us: { value: 6, note: inProportion } }, fromBase: 'balad' },
  { ...november, withdraw: { us: { value: 22, note: inProportion } }, fromBase: 'greenZone' },
  { ...november, withdraw: { us: { value: 30, note: inProportion } }, fromBase: 'airport' },
  { ...november, withdraw: { us: { value: 110, note: inProportion } }, fromBase: 'asad' },
  { ...november, withdraw: { us: { value: 44, note: inProportion } }, fromBase: 'erbil' },
  { ...november, withdraw: { us: { value: 15, note: inProportion } }, fromBase: 'qaim' },
  { ...november, withdraw: { us: { value: 58, note: inProportion } }, fromBase: 'qayyarah' },
  { ...november, withdraw: { us: { value: 22, note: inProportion } }, fromBase: 'k1' },
  { ...november, withdraw: { us: { value: 7, note: inProportion } }, fromBase: 'nineveh' },
  { ...november, withdraw: { us: { value: 28, note: inProportion } }, fromBase: 'taqaddum' },
  { ...november, withdraw: { us: { value: 43, note: inProportion } }, fromBase: 'taji' },
  { ...november, withdraw: { us: { value: 1, note: inProportion } }, fromBase: 'balad' },
];

export const danesArrive: Orders = [
  {
    name: 'Danes come to lead the NATO mission',
    day: '2020-10-01',
    arrive: { denmark: { value: 67, note: '133 to the 200 reported in October 2020; 285 were authorised' } },
    toBase: 'greenZone',
    overDays: { value: 31, note: assumed },
    source: 'data/troops.csv: 2020-06-11 Denmark; data/timeline.csv: 2020-12-01 Denmark takes command of NMI',
    note: 'the place is assumed: the mission’s headquarters',
  },
];
