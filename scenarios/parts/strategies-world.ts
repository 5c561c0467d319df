import type { ScenarioInput } from 'garrison';
import consolidation from '../iraq-2020-consolidation.js';
import { militias } from './militias.js';

// What all strategies share, so that they differ in their plan only: people, bases and garrisons of 16 March 2020, attackers,
// strikes before the start, truce, period. With the same start they share the reference of effort, and with it their luck.
//
// Casualties follow the full chain here, since the quick law is blind to hardening. No base has a capacity or a protection of its
// own: hardening is 0 everywhere until a plan raises it, and crowding changes no casualties.
export const strategiesWorld = {
  ...consolidation,
  actors: {
    militias: {
      ...militias,
      targetChoice: {
        ...militias.targetChoice,
        hardeningAversion: {
          value: { pert: { low: 0, mode: 0.5, high: 2 } },
          note: 'assumed; range of data/model-parameters.csv: aversion to hardening',
        },
      },
    },
  },
  modes: {
    rocket: {
      salvoMean: {
        value: { pert: { low: 2, mode: 4, high: 6 } },
        source:
          'public record: median 2, mean 4.4 of 60 rocket attacks; data/model-parameters.csv: salvo mean before truncation',
      },
      effectiveProbability: {
        value: { pert: { low: 0.02, mode: 0.06, high: 0.12 } },
        note: 'assumed: with the rest of the chain it gives the one fatal attack in twenty of the public record',
      },
    },
  },
  severity: {
    law: 'chain',
    chain: {
      casualtiesPerImpact: {
        value: { pert: { low: 1, mode: 2, high: 4 } },
        note: 'assumed: as the chance of an effective impact',
      },
      shelterEffect: {
        value: { pert: { low: 0, mode: 0.6, high: 0.9 } },
        note: 'assumed; range of data/model-parameters.csv: effect of shelter',
      },
      killedAlpha: {
        value: { pert: { low: 0.5, mode: 1.5, high: 3 } },
        note: 'assumed: with 8.5 for the wounded, 6 to 26 % of casualties die',
      },
    },
  },
  record: { ...consolidation.record, file: '../../data/attacks-2019-2020.csv' },
  windows: { firstTwoMonths: { firstDay: '2020-03-16', lastDay: '2020-05-15' } },
  claims: [],
} satisfies ScenarioInput;
