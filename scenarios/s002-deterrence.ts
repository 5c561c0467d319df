import { defineScenario, strikePresets } from 'garrison';
import answers from './s002-strikes-and-answers.js';

// The other side of the contested question: strikes deter and do not provoke. Never to be read alone: s002-backlash.ts
// takes the side of the document.
const militias = { ...answers.actors['militias'] };

const claims = {
  claims: [
    {
      name: 'strikes make attacks more likely, even if they deter',
      says: 'Strikes rally the militias’ parties and give them reasons to answer: attacks are likely to increase.',
      source: 'ISPI, MED This Week, July 2021',
      document: 'S002',
      outcome: 'attacks',
      relation: 'above' as const,
      than: { outcome: 'attacks', scenario: './s002-no-strikes.ts' },
      note: 'the preset contradicts it; what is to be learnt is by how much',
    },
  ],
};

export default defineScenario({
  ...answers,
  title: 'Iraq 2021: strikes, if they only deter',
  question: 'How many attacks do two strikes and answers spare if strikes deter and do not provoke?',
  actors: {
    militias: {
      ...militias,
      branching: { ...militias.branching, ...strikePresets.deterrence.branching },
      deterrence: { ...answers.actors['militias']?.deterrence, ...strikePresets.deterrence.deterrence },
    },
  },
  ...claims,
});
