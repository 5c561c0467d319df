import { defineScenario } from 'garrison';
import { autumnFromAllBases, danesArrive, julyFromOwnBases, marchFromOwnBases } from '../parts/departures-2020.js';
import { strategiesWorld } from '../parts/strategies-world.js';

// The same people go home on the same days as in the strategies that consolidate, but no base is left: those who remain are spread
// thin. Between this and staying lies what the drawdown does, between this and consolidating what consolidation does.
export default defineScenario({
  ...strategiesWorld,
  title: 'Strategy: the departures of 2020, but no base is left',
  name: 'drawdown only',
  question: 'What does the drawdown alone do, if those who remain stay at all thirteen sites?',
  plan: [...marchFromOwnBases, ...julyFromOwnBases, ...autumnFromAllBases, ...danesArrive],
});
