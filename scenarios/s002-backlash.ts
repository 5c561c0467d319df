import { defineScenario, strikePresets } from 'garrison';
import answers from './s002-strikes-and-answers.js';

// One side of a contested question, as the document takes it: strikes provoke and do not deter. Never to be read alone:
// s002-deterrence.ts takes the other side.
const militias = { ...answers.actors['militias'] };

const claims = {
  claims: [
    {
      name: 'strikes make attacks more likely, if they do not deter',
      says: 'Strikes rally the militias’ parties and give them reasons to answer: attacks are likely to increase.',
      source: 'ISPI, MED This Week, July 2021',
      document: 'S002',
      outcome: 'attacks',
      relation: 'above' as const,
      than: { outcome: 'attacks', scenario: './s002-no-strikes.ts' },
      note: 'follows from the preset; what is to be learnt is by how much',
    },
  ],
};

export default defineScenario({
  ...answers,
  title: 'Iraq 2021: strikes, if they only provoke',
  question: 'How many attacks do two strikes and answers bring if strikes provoke and do not deter?',
  actors: {
    militias: {
      ...militias,
      branching: { ...militias.branching, ...strikePresets.backlash.branching },
      deterrence: { ...answers.actors['militias']?.deterrence, ...strikePresets.backlash.deterrence },
    },
  },
  ...claims,
});
