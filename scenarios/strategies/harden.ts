import { defineScenario } from 'garrison';
import { strategiesWorld } from '../parts/strategies-world.js';

// Nobody moves; instead all sites are hardened after a lead time of three months. 0.5 is half of what hardening can do, by
// definition of the unit, and an estimate of no site: what it can do is the uncertain part, in casualties (effect of shelter) and in what it
// makes attackers do (aversion to hardening).
const half = { value: 0.5, note: 'a placeholder, the same everywhere: half of what hardening can do' };

export default defineScenario({
  ...strategiesWorld,
  title: 'Strategy: harden all thirteen sites instead of moving',
  name: 'hardened instead',
  question: 'What if nobody moves, and all sites are hardened by mid-June 2020?',
  plan: Object.keys(strategiesWorld.bases).map((base) => ({
    name: `harden ${base}`,
    day: '2020-06-16',
    harden: base,
    to: half,
    note: 'chosen: a strategy to compare; three months of lead time',
  })),
});
