import { defineScenario } from 'garrison';
import outAndBack from './january-2020-out-and-back.js';

// The same winter, the same strikes and people, but nobody goes to Kuwait.
export default defineScenario({
  ...outAndBack,
  title: 'January 2020: had no ally left for a time',
  question: 'What would the first months of 2020 have been for the same people, had the allies stayed?',
  plan: [],
  claims: [],
});
