import { defineScenario } from 'garrison';
import eightBases from './s000-eight-bases.js';

// The brief tells of an ultimatum: Kataib Hezbollah leaves time for the politicians to expel the foreign troops, and threatens an
// offensive after that. Whether it is carried out is a branch point, as is how long and how hard: no text gives a number.
// The record: another group announced a countdown on 14 February 2020, and no offensive by name followed. Of the 10 attacks
// of January, 2 were left in April and May together, and 12 came in June and July.
export default defineScenario({
  ...eightBases,
  title: 'BIC brief 2020: what if the ultimatum of Kataib Hezbollah runs out?',
  question: 'How much more exposed are the people at the bases that remain if an offensive follows the deadline?',

  branches: [
    {
      name: 'offensive after the deadline',
      day: '2020-05-01',
      probability: {
        value: { uniform: { low: 0, high: 1 } },
        note: 'assumed: the threat was public, nobody could know whether it was meant; so anything between never and surely',
      },
      then: { regimes: ['offensive'] },
      note: 'the day of the deadline is assumed; another group had its own in data/timeline.csv: 2020-02-14 Nujaba leader announces a countdown',
    },
  ],
  regimes: [
    {
      name: 'offensive',
      firstDay: '2020-05-01',
      lastDay: '2020-05-31',
      gate: {
        value: { pert: { low: 1, mode: 1.5, high: 2 } },
        note: 'assumed; the low end of data/model-parameters.csv: gate of an escalation',
      },
      note: 'a month, and a gate of at most 2, are assumed: the gate multiplies provoked attacks too, and two months at the 3 of the table came to more than a thousand attacks in one replication of ten, of which no text speaks',
    },
  ],

  claims: [
    {
      name: 'a deadline that runs out brings attacks',
      says: 'More attacks in the month after the deadline than had there been none.',
      source: 'BIC brief 2020: time for expulsion by diplomatic means before an offensive',
      document: 'S000',
      outcome: 'attacksOnBases.window.may',
      relation: 'above',
      than: { outcome: 'attacksOnBases.window.may', scenario: './s000-eight-bases.ts' },
      note: 'half of the replications have no offensive, and there the two are equal',
    },
  ],
});
