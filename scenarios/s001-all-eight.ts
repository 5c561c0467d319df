import { defineScenario } from 'garrison';
import threeOfEight from './s001-three-of-eight.js';

// What Stratfor's claims are held against: the same people, attackers and pause of training, but nobody moves by plan. Nations that lose
// people may still leave by rule.
export default defineScenario({
  ...threeOfEight,
  title: 'Stratfor 2020: had all eight bases been kept',
  question: 'What would the rest of 2020 have been for the same people, had nobody been repositioned?',
  plan: [],
  claims: [],
});
