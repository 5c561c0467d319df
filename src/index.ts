import type { ScenarioInput } from './model/scenario/scenario-input.js';
import type { StudyInput } from './model/study/study-input.js';

export type { ScenarioInput } from './model/scenario/scenario-input.js';
export type { StudyInput } from './model/study/study-input.js';

/** A scenario is plain data; this gives it completion, documentation on hover and the compiler's check, and returns it as it is. */
export function defineScenario(scenario: ScenarioInput): ScenarioInput {
  return scenario;
}

/** A study is plain data as well: one baseline, alternatives to it, and what they are compared by. */
export function defineStudy(study: StudyInput): StudyInput {
  return study;
}

export { strikePresets } from './model/strike-presets.js';
