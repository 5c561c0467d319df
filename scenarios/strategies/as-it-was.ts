import { defineScenario } from 'garrison';
import consolidation from '../iraq-2020-consolidation.js';
import { strategiesWorld } from '../parts/strategies-world.js';

// What was done, in the world of the strategies: the same final layout and departures as theirs, seven small sites within four
// weeks and the two training bases in summer.
export default defineScenario({
  ...strategiesWorld,
  title: 'Strategy: as it was done in 2020',
  name: 'as it was',
  question: 'How does what was done compare with the other ways of doing it?',
  plan: consolidation.plan ?? [],
});
