import { defineScenario } from 'garrison';
import consolidation from './iraq-2020-consolidation.js';

// The other half of the comparison: everybody stays where they were on 16 March 2020, nobody goes home. The truce, the
// strikes before the start and every number about the attackers are those of the first scenario, so the two share their luck.
// That the truce would have come without the departures is an assumption, and one that flatters staying.
export default defineScenario({
  ...consolidation,
  title: 'Iraq 2020: had everybody stayed at all thirteen sites',
  question: 'What would the same year have looked like for the same people, had no base been handed over?',
  plan: [],
  claims: [],
});
