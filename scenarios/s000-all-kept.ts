import { defineScenario } from 'garrison';
import eightBases from './s000-eight-bases.js';

// What the brief's claims are held against: the same people, attackers and strikes, but nobody leaves al-Qaim, Qayyarah and K-1.
export default defineScenario({
  ...eightBases,
  title: 'BIC brief 2020: had none of the bases been left',
  question:
    'How exposed would the people at all nine sites have been from October 2019 to August 2020, had nobody moved?',
  plan: [],
  claims: [],
});
