import type { Metric } from '../experiment/compare/index.js';
import type { Scenario } from '../model/scenario/schema.js';
import type { ComparedInClaim } from './compared-member.js';
import type { ComparisonPrecision } from './comparison-precision-text.js';
import type { Manifest } from './manifest.js';

/** What a comparison was: enough to repeat it. */
export interface ComparisonManifest {
  readonly formatVersion: 1;
  readonly kind: 'comparison';
  readonly title: string;
  readonly question?: string;
  /** SHA-256 of the resolved scenarios, their keys and metrics, and the engine's version. */
  readonly hash: string;
  readonly seed: number;
  readonly replications: number;
  readonly garrison: string;
  readonly metrics: readonly Metric[];
  readonly warnings: readonly string[];
  /** The baseline first; each in full, with every default. */
  readonly scenarios: readonly {
    readonly key: string;
    readonly hash: string;
    /** Measured against the start of the baseline, which is another than its own. */
    readonly measuredAgainstBaseline: boolean;
    /** Replications that could not be run to their end: pairs with them are left out. */
    readonly failures: number;
    /** What was set in it, by the study or by `--set`. */
    readonly set: readonly string[];
    /** What was found when it was read. */
    readonly warnings: readonly string[];
    /** The other scenarios that its claims compare it with. */
    readonly compared?: readonly ComparedInClaim[];
    readonly scenario: Scenario;
  }[];
  /** Where not all draw alike: those of which all must be stable under a draw, also one that was not done in time. */
  readonly drawnWith?: readonly Scenario[];
  /** Replications 2i and 2i + 1 are an antithetic pair. */
  readonly antithetic?: true;
  /** How it came about: no part of the result, and not compared between runs. */
  readonly run: Omit<Manifest['run'], 'file' | 'interrupted' | 'precision'> & {
    readonly files: readonly string[];
    /** By key, as the study or the command named it. */
    readonly fileOf: Readonly<Record<string, string>>;
    /** Where it stopped by itself, and why. */
    readonly precision?: ComparisonPrecision;
    /** Stopped by Ctrl-C before these were done. */
    readonly interrupted?: { readonly missing: readonly string[] };
  };
}
