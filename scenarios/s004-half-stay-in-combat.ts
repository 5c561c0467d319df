import { defineScenario } from 'garrison';
import half from './s004-half-the-troops.js';

// The same departures and hand-overs, but those who stay keep their combat roles: what is left of the vacuum is that of numbers.
export default defineScenario({
  ...half,
  title: 'Iraq 2020–2021: half the troops leave, the others stay in combat',
  question: 'How much of the vacuum comes of fewer troops, and how much of their change from combat to advice?',
  plan: (half.plan ?? []).filter(({ day }) => day !== '2021-04-07'),
  claims: [],
});
