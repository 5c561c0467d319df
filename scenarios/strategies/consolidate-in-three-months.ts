import { defineScenario } from 'garrison';
import { autumnFromKeptBases, danesArrive, julyFromAirport, marchFromOwnBases } from '../parts/departures-2020.js';
import { evacuations } from '../parts/evacuations.js';
import { strategiesWorld } from '../parts/strategies-world.js';

// One site after the other, ten days each, the small ones first, as it was done; trainers go home from their own bases in March and from
// the airport in July.
const tenDays = { by: 'road', overDays: { value: 10, note: 'chosen: nine sites in ninety days' } } as const;
const fiveDays = { overDays: { value: 5, note: 'chosen: half of the ten days' } };

export default defineScenario({
  ...strategiesWorld,
  title: 'Strategy: consolidate in three months',
  name: 'in three months',
  question: 'What if the nine sites are left one after the other from mid-March to mid-June 2020, by road?',
  plan: [
    { ...tenDays, ...evacuations.qaim, day: '2020-03-16' },
    { ...fiveDays, ...evacuations.halfOfQayyarah, day: '2020-03-26', by: 'air' },
    { ...fiveDays, ...evacuations.qayyarah, day: '2020-03-31', by: 'road' },
    { ...tenDays, ...evacuations.k1, day: '2020-04-05' },
    { ...tenDays, ...evacuations.nineveh, day: '2020-04-15' },
    { ...tenDays, ...evacuations.taqaddum, day: '2020-04-25' },
    { ...tenDays, ...evacuations.abuGhraib, day: '2020-05-05' },
    { ...tenDays, ...evacuations.balad, day: '2020-05-15' },
    { ...tenDays, ...evacuations.basmaya, day: '2020-05-25' },
    { ...tenDays, ...evacuations.taji, day: '2020-06-04' },
    ...marchFromOwnBases,
    ...julyFromAirport,
    ...autumnFromKeptBases,
    ...danesArrive,
  ],

  // The founding documents compare with a world where nothing changed. Held against the same departures without consolidation, what is left
  // is consolidation itself.
  claims: [
    {
      name: 'consolidation draws attacks to those kept',
      says: 'The sites that are kept are attacked more than if the same people went home and no base was left.',
      source: 'BIC brief 2020, key takeaways; Stratfor 2020: concentration',
      document: 'S000',
      outcome: 'attacks.baseTag.kept',
      relation: 'above',
      than: { outcome: 'attacks.baseTag.kept', scenario: './drawdown-only.ts' },
    },
    {
      name: 'consolidation raises the risk per person',
      says: 'A person in the country is present at more attacks than if the same people went home and no base was left.',
      source: 'BIC brief 2020, key takeaways; Stratfor 2020: concentration',
      document: 'S000',
      outcome: 'personAttacks',
      per: 'personDays',
      relation: 'above',
      than: { outcome: 'personAttacks', per: 'personDays', scenario: './drawdown-only.ts' },
    },
  ],
});
