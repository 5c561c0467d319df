import type { ScenarioInput } from './model/scenario/scenario-input.js';

export type { ScenarioInput } from './model/scenario/scenario-input.js';

/** A scenario is plain data; this gives it completion, documentation on hover and the compiler's check, and returns it as it is. */
export function defineScenario(scenario: ScenarioInput): ScenarioInput {
  return scenario;
}

export { strikePresets } from './model/strike-presets.js';
