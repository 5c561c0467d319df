import { defineScenario } from 'garrison';
import threeMonths from './consolidate-in-three-months.js';

// As in three months, order for order and day for day, but nobody takes the road.
export default defineScenario({
  ...threeMonths,
  title: 'Strategy: consolidate in three months, by air',
  name: 'in three months, by air',
  question: 'What does it change if the nine sites are left by air instead of by road?',
  plan: (threeMonths.plan ?? []).map((order) => ('by' in order ? { ...order, by: 'air' as const } : order)),
  claims: [
    {
      name: 'moving by road exposes',
      says: 'Nobody on the way is present at an attack; by road somebody is.',
      source: 'BIC brief 2020: attacks foreseeable while troops are moved between bases',
      document: 'S000',
      outcome: 'personAttacksInTransit',
      relation: 'below',
      than: { outcome: 'personAttacksInTransit', scenario: './consolidate-in-three-months.ts' },
      note: 'by construction never above; how often it is below says how much the road matters',
    },
  ],
});
