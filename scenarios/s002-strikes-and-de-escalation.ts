import { defineScenario } from 'garrison';
import answers from './s002-strikes-and-answers.js';
import { longDeEscalation } from './parts/long-de-escalation.js';

// What the document advises: military answers, and talks beside them. That strikes make talks collapse is not in here, which
// flatters the mix: a chain of regimes does not hear of strikes.
const claims = {
  claims: [
    {
      name: 'a mix does better than strikes alone',
      says: 'A mix of military answers and long-term de-escalation is advised over strikes alone.',
      source: 'ISPI, MED This Week, July 2021',
      document: 'S002',
      outcome: 'attacks',
      relation: 'below' as const,
      than: { outcome: 'attacks', scenario: './s002-strikes-and-answers.ts' },
    },
    {
      name: 'a mix does better than de-escalation alone',
      says: 'A mix of military answers and long-term de-escalation is advised, not de-escalation by itself.',
      source: 'ISPI, MED This Week, July 2021',
      document: 'S002',
      outcome: 'attacks',
      relation: 'below' as const,
      than: { outcome: 'attacks', scenario: './s002-long-de-escalation.ts' },
      note: 'holds where strikes deter more than they provoke: the contested question again',
    },
  ],
};

export default defineScenario({
  ...answers,
  title: 'Iraq 2021: strikes and long talks',
  question: 'Is a mix of military answers and long-term de-escalation better than either alone?',
  regimeChains: [longDeEscalation],
  ...claims,
});
