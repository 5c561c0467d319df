import type { ScenarioInput } from 'garrison';

export const strikes20192020 = {
  meanLagDays: {
    value: { pert: { low: 3, mode: 20, high: 50 } },
    note: 'assumed; range of data/model-parameters.csv: mean lag of a strike',
  },
  events: [
    {
      name: 'five Kataib Hezbollah sites',
      day: '2019-12-29',
      source: 'data/timeline.csv: 2019-12-29 US strikes five Kataib Hezbollah sites',
    },
    {
      name: 'Soleimani and al-Muhandis',
      day: '2020-01-03',
      source: 'data/timeline.csv: 2020-01-03 US drone strike',
      note: 'counted as one strike like the others, which is an assumption',
    },
    {
      name: 'five weapons sites',
      day: '2020-03-13',
      source: 'data/timeline.csv: 2020-03-13 US strikes five Kataib Hezbollah weapons sites',
    },
  ],
} satisfies ScenarioInput['strikes'];
