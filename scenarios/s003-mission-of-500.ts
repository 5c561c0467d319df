import { defineScenario } from 'garrison';
import expansion from './s003-nato-expands.js';

// What happened: the mission stayed at about 500. Against it an expansion shows what it adds, in total and per person.
export default defineScenario({
  ...expansion,
  title: 'Iraq 2021: the NATO mission stays at 500',
  question: 'What would the same year have looked like for those who were there, had nobody come?',
  plan: [],
  claims: [],
});
