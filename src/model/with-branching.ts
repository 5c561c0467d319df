import type { Quantity } from './scenario/quantity.js';
import { STRIKES } from './scenario/reference-faults.js';
import { actionsOf } from './scenario/rule-words.js';
import type { Actor, Scenario } from './scenario/schema.js';

/** Defaults of a branching matrix's cells that a scenario does not give. */
const branchingDefault = {
  self: {
    value: 0.4,
    source: 'Lewis et al. 2012: 37 to 50 % of attacks in Iraq self-excited',
    note: 'default of garrison',
  },
  other: { value: 0.1, note: 'default of garrison' },
  strikes: { value: 0.5, note: 'default of garrison: between backlash and deterrence' },
} satisfies Record<string, Quantity>;

/** Fills what depends on several parts of a scenario: the cells of the branching matrix. */
export function withBranching(scenario: Scenario): Scenario {
  const sources = [...Object.keys(scenario.actors), STRIKES];
  const hasStrikes =
    scenario.strikes.events.length > 0 ||
    scenario.rules.some((rule) => actionsOf(rule).some((action) => 'strike' in action));
  const filled = (key: string, actor: Actor): Actor => ({
    ...actor,
    branching: Object.fromEntries(
      sources
        .filter((from) => from !== STRIKES || hasStrikes || actor.branching[STRIKES] !== undefined)
        .map((from) => {
          const fallback =
            from === key ? branchingDefault.self : from === STRIKES ? branchingDefault.strikes : branchingDefault.other;
          return [from, actor.branching[from] ?? { ...fallback }];
        }),
    ),
  });
  return {
    ...scenario,
    actors: Object.fromEntries(Object.entries(scenario.actors).map(([key, actor]) => [key, filled(key, actor)])),
  };
}
