import { defineScenario } from 'garrison';
import threeOfEight from './s001-three-of-eight.js';

const apart = { value: 0, note: 'assumed: neither provoked by the others nor provoking them' };
const training = {
  value: { uniform: { low: 1, high: 4 } },
  note: 'assumed: where trainers live beside those they train',
};

// Stratfor passes on reports of Iraqi soldiers who attack those they train with. The report is alone and gives no number, so
// that it is not in s001-three-of-eight.ts; this variant asks what it would add if it were true.
export default defineScenario({
  ...threeOfEight,
  title: 'Stratfor 2020: what would attacks by insiders add?',
  question: 'If Iraqi soldiers now and then attack those they train with, how much does that add for those who stay?',
  actors: {
    ...threeOfEight.actors,
    insiders: {
      name: 'Insiders',
      baselinePerDay: {
        value: { uniform: { low: 0, high: 0.01 } },
        note: 'assumed: from never to about three a year',
      },
      branching: { insiders: apart, militias: apart, islamicState: apart, strikes: apart },
      targetChoice: {
        ...threeOfEight.actors['militias']?.targetChoice,
        baseWeights: { taji: training, taqaddum: training },
      },
      convoyShare: { value: 0, note: 'not on the road' },
    },
  },
  claims: [
    {
      name: 'an insider attack',
      says: 'At least one attack by insiders in 2020.',
      source: 'Stratfor 2020: reports of Iraqi soldiers attacking coalition forces',
      document: 'S001',
      outcome: 'attacks.actor.insiders',
      relation: 'atLeast',
      than: 1,
      note: 'the record up to the end of 2020 lists none',
    },
  ],
});
