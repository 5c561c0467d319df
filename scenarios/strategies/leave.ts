import { defineScenario } from 'garrison';
import { strategiesWorld } from '../parts/strategies-world.js';

// Everybody goes home from everywhere at an even pace, until nobody is left in early September. What then happens in the
// country is no exposure of theirs: this strategy is bound to look best here in total, and the tool does not weigh what is given up. Where
// effort grows as targets vanish the last to leave are attacked without measure; the cap on effort, of which the result may warn, ends that.
const goHome = {
  day: '2020-03-16',
  personnelTo: 'home',
  by: 'air',
  overDays: { value: 176, note: 'chosen: as long as consolidating in six months takes' },
  note: 'chosen: a strategy to compare, not what happened',
} as const;

export default defineScenario({
  ...strategiesWorld,
  title: 'Strategy: leave altogether in six months',
  name: 'everybody leaves',
  question: 'What if everybody goes home from mid-March to early September 2020?',
  plan: Object.keys(strategiesWorld.bases).map((base) => ({ ...goHome, name: `leave ${base}`, handOver: base })),
  claims: [
    {
      name: 'withdrawal emboldens',
      says: 'More attacks on bases in the first two months than had nobody left.',
      source: 'Stratfor 2020: withdrawal signals success',
      document: 'S001',
      outcome: 'attacksOnBases.window.firstTwoMonths',
      relation: 'above',
      than: { outcome: 'attacksOnBases.window.firstTwoMonths', scenario: './stay.ts' },
      note: 'fewer people also draw less; this is the sum of both. The two counts are often equal, and equal is not more',
    },
  ],
});
