import { defineScenario } from 'garrison';
import { autumnFromKeptBases, danesArrive, julyFromOwnBases, marchFromOwnBases } from '../parts/departures-2020.js';
import { evacuations } from '../parts/evacuations.js';
import { strategiesWorld } from '../parts/strategies-world.js';

// As in three months, at half the pace; all trainers have gone home from their own bases by the time these are left.
const nineteenDays = {
  by: 'road',
  overDays: { value: 19, note: 'chosen: nine sites before the Americans’ departures of 9 September' },
} as const;

export default defineScenario({
  ...strategiesWorld,
  title: 'Strategy: consolidate in six months',
  name: 'in six months',
  question: 'What if the nine sites are left one after the other from mid-March to early September 2020, by road?',
  plan: [
    { ...nineteenDays, ...evacuations.qaim, day: '2020-03-16' },
    {
      ...evacuations.halfOfQayyarah,
      day: '2020-04-04',
      by: 'air',
      overDays: { value: 9, note: 'chosen: half of the nineteen days' },
    },
    {
      ...evacuations.qayyarah,
      day: '2020-04-13',
      by: 'road',
      overDays: { value: 10, note: 'chosen: half of the nineteen days' },
    },
    { ...nineteenDays, ...evacuations.k1, day: '2020-04-23' },
    { ...nineteenDays, ...evacuations.nineveh, day: '2020-05-12' },
    { ...nineteenDays, ...evacuations.taqaddum, day: '2020-05-31' },
    { ...nineteenDays, ...evacuations.abuGhraib, day: '2020-06-19' },
    { ...nineteenDays, ...evacuations.balad, day: '2020-07-08' },
    { ...nineteenDays, ...evacuations.basmaya, day: '2020-07-27' },
    { ...nineteenDays, ...evacuations.taji, day: '2020-08-15' },
    ...marchFromOwnBases,
    ...julyFromOwnBases,
    ...autumnFromKeptBases,
    ...danesArrive,
  ],
});
