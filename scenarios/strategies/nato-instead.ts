import { defineScenario } from 'garrison';
import { ally } from '../parts/iraq-2020-contingents.js';
import { strategiesWorld } from '../parts/strategies-world.js';

// Half of the Americans of every site go home within three months, and as many people of the NATO mission take their places on the same
// days. Nobody moves between bases, so that against staying only the flags differ, and what departures signal.
const threeMonths = { value: 90, note: 'chosen: as long as consolidating in three months takes' };
const note = 'chosen: a strategy to compare, not what happened';

function halfOfTheAmericans(base: string, persons: number) {
  const count = { value: persons, note: 'half of the Americans there' };
  const common = { day: '2020-03-16', overDays: threeMonths, note };
  return [
    { ...common, name: `Americans leave: ${base}`, withdraw: { us: count }, fromBase: base, by: 'air' as const },
    { ...common, name: `NATO comes: ${base}`, arrive: { nato: count }, toBase: base },
  ];
}

export default defineScenario({
  ...strategiesWorld,
  title: 'Strategy: NATO personnel take the place of half of the Americans',
  name: 'NATO instead',
  question: 'What if 2,590 of 5,200 Americans are replaced by as many people of the NATO mission, at the same sites?',
  contingents: {
    ...strategiesWorld.contingents,
    nato: { name: 'NATO mission', salience: ally, tags: ['NMI'] },
  },
  plan: [
    ...halfOfTheAmericans('greenZone', 150),
    ...halfOfTheAmericans('airport', 200),
    ...halfOfTheAmericans('asad', 750),
    ...halfOfTheAmericans('erbil', 300),
    ...halfOfTheAmericans('qaim', 100),
    ...halfOfTheAmericans('qayyarah', 400),
    ...halfOfTheAmericans('k1', 150),
    ...halfOfTheAmericans('nineveh', 50),
    ...halfOfTheAmericans('taqaddum', 190),
    ...halfOfTheAmericans('taji', 300),
  ],
  claims: [
    {
      name: 'an allied mission is more acceptable',
      says: 'Fewer attacks on bases than had the Americans stayed.',
      source: 'news item of 17 February 2021: an allied mission is more acceptable than an American one',
      document: 'S003',
      outcome: 'attacksOnBases',
      relation: 'below',
      than: { outcome: 'attacksOnBases', scenario: './stay.ts' },
      note: 'that others draw less is put in as salience; what is tested is whether it outweighs what the departures signal',
    },
  ],
});
