import { defineScenario } from 'garrison';
import answers from './s002-strikes-and-answers.js';

// The same year, had nobody struck: neither in February and June, nor in answer to the dead.
export default defineScenario({
  ...answers,
  title: 'Iraq 2021: no strikes',
  question: 'What would the same year have looked like for the same people without any strike?',
  strikes: { ...answers.strikes, events: [] },
  rules: [],
  claims: [],
});
