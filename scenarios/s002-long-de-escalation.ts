import { defineScenario } from 'garrison';
import answers from './s002-strikes-and-answers.js';
import { longDeEscalation } from './parts/long-de-escalation.js';

// No strikes, and talks that go on for the rest of the year and may collapse on the way.
const claims = {
  claims: [
    {
      name: 'long-term de-escalation does better than strikes alone',
      says: 'Confrontation may backfire; de-escalation in the long term is part of what is advised.',
      source: 'ISPI, MED This Week, July 2021',
      document: 'S002',
      outcome: 'attacks',
      relation: 'below' as const,
      than: { outcome: 'attacks', scenario: './s002-strikes-and-answers.ts' },
    },
  ],
};

export default defineScenario({
  ...answers,
  title: 'Iraq 2021: long talks and no strikes',
  question: 'What if nobody strikes, and talks are taken up again each time they collapse?',
  strikes: { ...answers.strikes, events: [] },
  rules: [],
  regimeChains: [longDeEscalation],
  ...claims,
});
