import { defineScenario } from 'garrison';
import half from './s004-half-the-troops.js';

// The same eighteen months, had everybody stayed in the same roles at the six sites of July 2020. That the truce would have
// come without departures is an assumption, and one that flatters staying.
export default defineScenario({
  ...half,
  title: 'Iraq 2020–2021: nobody leaves',
  question: 'What would the same time have looked like with the troops of July 2020 and their roles?',
  plan: [],
  claims: [],
});
