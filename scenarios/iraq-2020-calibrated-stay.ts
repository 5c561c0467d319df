import { defineScenario } from 'garrison';
import calibrated from './iraq-2020-calibrated.js';

// The other half of the comparison: the same fitted attackers, had everybody stayed where they were on 16 March 2020.
export default defineScenario({
  ...calibrated,
  title: 'Iraq 2020, attackers fitted to the winter before: had everybody stayed',
  question: 'What would the same year have looked like for the same people, had no base been handed over?',
  plan: [],
});
