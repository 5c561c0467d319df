import { defineScenario } from 'garrison';
import { strategiesWorld } from '../parts/strategies-world.js';

// Nobody moves, nobody goes home, nobody comes. What all others are held against.
export default defineScenario({
  ...strategiesWorld,
  title: 'Strategy: everybody stays at all thirteen sites',
  name: 'everybody stays',
  question: 'How exposed are the people in Iraq from March to December 2020 if nobody moves?',
  plan: [],
});
