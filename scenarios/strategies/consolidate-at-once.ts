import { defineScenario } from 'garrison';
import { autumnFromKeptBases, danesArrive, julyFromAirport, marchFromAirport } from '../parts/departures-2020.js';
import { evacuations } from '../parts/evacuations.js';
import { strategiesWorld } from '../parts/strategies-world.js';

// The limit: all nine sites are left within two days. That no lift could carry it is the point of a limit; set `lift` to see
// what a capacity makes of it.
const atOnce = {
  day: '2020-03-16',
  by: 'road',
  overDays: { value: 2, note: 'chosen: before the first departures for home on 19 March' },
} as const;

export default defineScenario({
  ...strategiesWorld,
  title: 'Strategy: consolidate at once',
  name: 'at once',
  question: 'What if all nine sites are left within two days of March 2020, with the departures of that year?',
  plan: [
    { ...atOnce, ...evacuations.qaim },
    // By air on the first day; the other half follows by road on the second.
    { ...evacuations.halfOfQayyarah, day: '2020-03-16', by: 'air' },
    { ...evacuations.qayyarah, day: '2020-03-17', by: 'road', overDays: { value: 1, note: 'chosen' } },
    { ...atOnce, ...evacuations.k1 },
    { ...atOnce, ...evacuations.nineveh },
    { ...atOnce, ...evacuations.taqaddum },
    { ...atOnce, ...evacuations.abuGhraib },
    { ...atOnce, ...evacuations.balad },
    { ...atOnce, ...evacuations.basmaya },
    { ...atOnce, ...evacuations.taji },
    ...marchFromAirport,
    ...julyFromAirport,
    ...autumnFromKeptBases,
    ...danesArrive,
  ],
});
