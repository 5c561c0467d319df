import type { ScenarioInput } from 'garrison';

export const attackRecord = {
  file: '../data/attacks-2019-2020.csv',
  until: '2020-12-31',
  countingRule:
    'Attacks on bases with foreign personnel and on the embassy zone, fired or landed, two in one night as two; a state’s ballistic missiles left out; convoy attacks apart and under-listed.',
  source: 'data/attacks-2019-2020.csv',
} satisfies ScenarioInput['record'];
