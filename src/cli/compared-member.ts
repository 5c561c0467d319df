import type { CompiledScenario } from '../model/compile.js';

/** One scenario of a comparison, found sound and measured against the baseline: all that its folder of results is made from but its replications. */
export interface ComparedMember {
  /** Names it in tables, and its folder. */
  readonly key: string;
  /** As the user named it. */
  readonly file: string;
  /** What was set in it, by the study or by `--set`. */
  readonly set: readonly string[];
  /** Of the resolved scenario, of what it is measured against, and the engine's version. */
  readonly hash: string;
  readonly compiled: CompiledScenario;
  /** What was found when it was read. */
  readonly warnings: readonly string[];
  /** The other scenarios of the comparison that its claims compare it with. */
  readonly compared: readonly ComparedInClaim[];
}

export interface ComparedInClaim {
  /** The text of `than.scenario`. */
  readonly named: string;
  readonly key: string;
}
