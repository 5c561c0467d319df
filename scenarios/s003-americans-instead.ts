import { defineScenario } from 'garrison';
import expansion from './s003-nato-expands.js';

// The same people at the same places on the same days, as Americans: what tells them apart is `salience`, 1 instead of less. The 500
// of the mission who are there from the start are Americans then, too.
export default defineScenario({
  ...expansion,
  title: 'Iraq 2021: what if as many Americans come instead?',
  question: 'Would 3,500 to 4,500 more Americans draw more attacks than a NATO mission of the same size?',
  contingents: {
    ...expansion.contingents,
    nato: {
      ...expansion.contingents['nato'],
      name: 'Americans in place of the NATO mission',
      salience: { value: 1, note: 'the reference contingent, by definition' },
    },
  },
  claims: [],
});
