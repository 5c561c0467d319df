// Generated from the study schema by `npm run generate`. Do not edit.

import type { ScenarioInput } from '../scenario/scenario-input.js';

/**
 * A study of garrison: one baseline, alternatives to it, and what they are compared by.
 */
export interface StudyInput {
  /**
   * Says what is compared; it heads the comparison.
   */
  title: string;
  /**
   * The question in one sentence.
   */
  question?: string;
  /**
   * What all others are held against: a path, a scenario, or { scenario, set }.
   */
  baseline:
    | string
    | {
        scenario: string | ScenarioInput;
        /**
         * Values put in by path, as with --set: { "convoys.convoySize": 50 }.
         */
        set?: {
          [k: string]: unknown;
        };
      }
    | ScenarioInput;
  /**
   * The others, by a short key that names them in tables.
   */
  alternatives: {
    /**
     * A path relative to this file, a scenario, or { scenario, set }.
     */
    [k: string]:
      | string
      | {
          scenario: string | ScenarioInput;
          /**
           * Values put in by path, as with --set: { "convoys.convoySize": 50 }.
           */
          set?: {
            [k: string]: unknown;
          };
        }
      | ScenarioInput;
  };
  /**
   * What they are compared by; the first is the headline. Default: person-attacks, the same per 1,000 person-days, killed, attacks; lower is better.
   *
   * @minItems 1
   *
   * Items: What the scenarios are compared by.
   */
  metrics?: {
    /**
     * A column of replications.csv, such as personAttacks.
     */
    outcome: string;
    /**
     * A column that divides it: what is compared is the ratio of the two sums over replications.
     */
    per?: string;
    /**
     * Which is better. Default: lower.
     */
    direction?: 'lower' | 'higher';
    /**
     * A difference of means up to this is of no practical importance, in the unit of the metric. Default: 0.
     */
    indifference?: number;
    /**
     * What would do: in what share of replications is it at most this (at least, where higher is better)?
     */
    threshold?: number;
  }[];
  /**
   * How many times each is simulated. Default: 2000.
   */
  replications?: number;
  /**
   * Instead of replications: simulate until the differences are so precise. 5% of the baseline’s mean for every metric, or METRIC=HALF-WIDTH or METRIC=SHARE%, with commas.
   */
  precision?: string;
  /**
   * At most so many, beside precision. Default: 100000.
   */
  maxReplications?: number;
  /**
   * The seed that all share: same seed, same numbers. Default: 1.
   */
  seed?: number;
}
