import type { ScenarioInput } from 'garrison';

/** That NATO's people would be more acceptable was said in words (news item of 17 February 2021); the number is ours. */
export const ally = {
  value: { pert: { low: 0.2, mode: 0.5, high: 1 } },
  note: 'assumed; range of data/model-parameters.csv: salience of other nations',
};

// Who. Tags group results. Not here: Canada, whose soldiers had gone to Kuwait in January and whose return the record
// does not date; the Germans of Taji and Baghdad, the Croats, Slovaks and Latvians, who left then too. The NATO
// mission has no tag: it is staffed from these nations, and who of them belongs to it is not public.
export const iraq2020Contingents = {
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
} satisfies ScenarioInput['contingents'];
