// Generated from the scenario schema by `npm run generate`. Do not edit.

/**
 * A number, a law of what is not known about it, or either with its source. Must be at least 0.
 */
export type NumberAtLeast0 =
  | number
  | Law
  | {
      value: number | Law;
      /**
       * Where the number comes from. Without one it is "assumed".
       */
      source?: string;
      note?: string;
    };
/**
 * What is not known about a number, drawn once per replication: uniform, triangular, pert, normal, lognormal, beta, gamma, choice, empirical or joint (a table of draws that several numbers share).
 */
export type Law =
  | {
      uniform: {
        low: number;
        high: number;
      };
    }
  | {
      triangular: {
        low: number;
        mode: number;
        high: number;
      };
    }
  | {
      pert: {
        low: number;
        mode: number;
        high: number;
      };
    }
  | {
      normal: {
        mean: number;
        sd: number;
        /**
         * Cut the law here and renormalise.
         */
        low?: number;
        /**
         * Cut the law here and renormalise.
         */
        high?: number;
      };
    }
  | {
      lognormal:
        | {
            p5: number;
            p95: number;
            /**
             * Cut the law here and renormalise.
             */
            low?: number;
            /**
             * Cut the law here and renormalise.
             */
            high?: number;
          }
        | {
            median: number;
            sigma: number;
            /**
             * Cut the law here and renormalise.
             */
            low?: number;
            /**
             * Cut the law here and renormalise.
             */
            high?: number;
          }
        | {
            mean: number;
            sd: number;
            /**
             * Cut the law here and renormalise.
             */
            low?: number;
            /**
             * Cut the law here and renormalise.
             */
            high?: number;
          };
    }
  | {
      beta:
        | {
            mean: number;
            sd: number;
          }
        | {
            alpha: number;
            beta: number;
          };
    }
  | {
      gamma:
        | {
            mean: number;
            sd: number;
            /**
             * Cut the law here and renormalise.
             */
            low?: number;
            /**
             * Cut the law here and renormalise.
             */
            high?: number;
          }
        | {
            shape: number;
            scale: number;
            /**
             * Cut the law here and renormalise.
             */
            low?: number;
            /**
             * Cut the law here and renormalise.
             */
            high?: number;
          };
    }
  | {
      /**
       * @minItems 1
       */
      choice: {
        value: number;
        weight?: number;
      }[];
    }
  | {
      /**
       * @minItems 1
       */
      empirical: number[];
    }
  | {
      /**
       * A column of a table of draws: all numbers with the same `of` take the same row in a replication.
       */
      joint: {
        /**
         * Name of the table, such as that of the fit it comes from.
         */
        of: string;
        /**
         * This number’s column, row by row.
         *
         * @minItems 1
         */
        values: number[];
      };
    };
/**
 * A whole number, a law of what is not known about it, or either with its source. Must be whole and at least 0.
 */
export type WholeNumberAtLeast0 =
  | number
  | Law
  | {
      value: number | Law;
      /**
       * Where the number comes from. Without one it is "assumed".
       */
      source?: string;
      note?: string;
    };
/**
 * A number, a law of what is not known about it, or either with its source. Must be more than 0.
 */
export type NumberAbove0 =
  | number
  | Law
  | {
      value: number | Law;
      /**
       * Where the number comes from. Without one it is "assumed".
       */
      source?: string;
      note?: string;
    };
/**
 * A number, a law of what is not known about it, or either with its source. Must be at least 0 and at most 1.
 */
export type NumberAtLeast0AtMost1 =
  | number
  | Law
  | {
      value: number | Law;
      /**
       * Where the number comes from. Without one it is "assumed".
       */
      source?: string;
      note?: string;
    };
/**
 * A number, a law of what is not known about it, or either with its source. Must be a finite number.
 */
export type AnyNumber =
  | number
  | Law
  | {
      value: number | Law;
      /**
       * Where the number comes from. Without one it is "assumed".
       */
      source?: string;
      note?: string;
    };
/**
 * A whole number, a law of what is not known about it, or either with its source. Must be whole and at least 1.
 */
export type WholeNumberAtLeast1 =
  | number
  | Law
  | {
      value: number | Law;
      /**
       * Where the number comes from. Without one it is "assumed".
       */
      source?: string;
      note?: string;
    };
/**
 * A number, a law of what is not known about it, or either with its source. Must be more than 1.
 */
export type NumberAbove1 =
  | number
  | Law
  | {
      value: number | Law;
      /**
       * Where the number comes from. Without one it is "assumed".
       */
      source?: string;
      note?: string;
    };
/**
 * What a rule does, with its chance and delay.
 */
export type RuleAction =
  | {
      /**
       * A strike follows. It provokes and deters like one by date.
       */
      strike: {
        /**
         * Chance that this is done when the rule is tested. Those of one rule add up to at most 1. Unit: probability. Must be at least 0 and at most 1. Default: 0.8 (public record: 27 to 29 December 2019, 11 to 13 March 2020).
         */
        probability?: NumberAtLeast0AtMost1;
        /**
         * Days from the event to the action: a Gamma law, drawn anew each time the rule fires. Its mean and shape may be uncertain numbers, drawn once per replication.
         */
        delayDays?: {
          /**
           * Mean delay; 0 is at once. Unit: days. Must be at least 0. Default: 3 (public record: 27 to 29 December 2019, 11 to 13 March 2020).
           */
          mean?: NumberAtLeast0;
          /**
           * Shape of the Gamma law: 1 is exponential, larger is more regular. Unit: shape. Must be more than 0. Default: 2 (assumed).
           */
          shape?: NumberAbove0;
        };
        /**
         * Jump of the strike source. Unit: strikes. Must be at least 0. Default: 1 (assumed).
         */
        magnitude?: NumberAtLeast0;
      };
    }
  | {
      /**
       * The contingent goes home.
       */
      leave: {
        /**
         * Chance that this is done when the rule is tested. Those of one rule add up to at most 1. Unit: probability. Must be at least 0 and at most 1. Default: 0.15 (assumed).
         */
        probability?: NumberAtLeast0AtMost1;
        /**
         * Days from the event to the action: a Gamma law, drawn anew each time the rule fires. Its mean and shape may be uncertain numbers, drawn once per replication.
         */
        delayDays?: {
          /**
           * Mean delay; 0 is at once. Unit: days. Must be at least 0. Default: 0 (assumed).
           */
          mean?: NumberAtLeast0;
          /**
           * Shape of the Gamma law: 1 is exponential, larger is more regular. Unit: shape. Must be more than 0. Default: 2 (assumed).
           */
          shape?: NumberAbove0;
        };
        /**
         * A base key. Default: all bases where the contingent is.
         */
        fromBase?: string;
        /**
         * Days after which those who went come back. Default: they stay away. Unit: days. Must be more than 0.
         */
        forDays?: NumberAbove0;
        /**
         * Days over which departures are spread. Unit: days. Must be at least 0. Default: 0 (assumed).
         */
        overDays?: NumberAtLeast0;
        /**
         * Days on the way. Default: that of convoys by road, 0 by air. Unit: days. Must be at least 0.
         */
        transitDays?: NumberAtLeast0;
        /**
         * ρ: hazard of this route against the usual one. Unit: ratio. Must be at least 0. Default: 1 (assumed).
         */
        routeFactor?: NumberAtLeast0;
        /**
         * road: convoys, with their hazard; air: no road hazard.
         */
        by?: 'road' | 'air';
      };
    }
  | {
      /**
       * Half of it goes home.
       */
      halve: {
        /**
         * Chance that this is done when the rule is tested. Those of one rule add up to at most 1. Unit: probability. Must be at least 0 and at most 1. Default: 0.15 (assumed).
         */
        probability?: NumberAtLeast0AtMost1;
        /**
         * Days from the event to the action: a Gamma law, drawn anew each time the rule fires. Its mean and shape may be uncertain numbers, drawn once per replication.
         */
        delayDays?: {
          /**
           * Mean delay; 0 is at once. Unit: days. Must be at least 0. Default: 0 (assumed).
           */
          mean?: NumberAtLeast0;
          /**
           * Shape of the Gamma law: 1 is exponential, larger is more regular. Unit: shape. Must be more than 0. Default: 2 (assumed).
           */
          shape?: NumberAbove0;
        };
        /**
         * A base key. Default: all bases where the contingent is.
         */
        fromBase?: string;
        /**
         * Days after which those who went come back. Default: they stay away. Unit: days. Must be more than 0.
         */
        forDays?: NumberAbove0;
        /**
         * Days over which departures are spread. Unit: days. Must be at least 0. Default: 0 (assumed).
         */
        overDays?: NumberAtLeast0;
        /**
         * Days on the way. Default: that of convoys by road, 0 by air. Unit: days. Must be at least 0.
         */
        transitDays?: NumberAtLeast0;
        /**
         * ρ: hazard of this route against the usual one. Unit: ratio. Must be at least 0. Default: 1 (assumed).
         */
        routeFactor?: NumberAtLeast0;
        /**
         * road: convoys, with their hazard; air: no road hazard.
         */
        by?: 'road' | 'air';
      };
    }
  | {
      /**
       * The contingent goes to another base.
       */
      relocate: {
        /**
         * Chance that this is done when the rule is tested. Those of one rule add up to at most 1. Unit: probability. Must be at least 0 and at most 1. Default: 0.15 (assumed).
         */
        probability?: NumberAtLeast0AtMost1;
        /**
         * Days from the event to the action: a Gamma law, drawn anew each time the rule fires. Its mean and shape may be uncertain numbers, drawn once per replication.
         */
        delayDays?: {
          /**
           * Mean delay; 0 is at once. Unit: days. Must be at least 0. Default: 0 (assumed).
           */
          mean?: NumberAtLeast0;
          /**
           * Shape of the Gamma law: 1 is exponential, larger is more regular. Unit: shape. Must be more than 0. Default: 2 (assumed).
           */
          shape?: NumberAbove0;
        };
        /**
         * A base key. Default: all bases where the contingent is.
         */
        fromBase?: string;
        /**
         * Days after which those who went come back. Default: they stay away. Unit: days. Must be more than 0.
         */
        forDays?: NumberAbove0;
        /**
         * Days over which departures are spread. Unit: days. Must be at least 0. Default: 0 (assumed).
         */
        overDays?: NumberAtLeast0;
        /**
         * Days on the way. Default: that of convoys by road, 0 by air. Unit: days. Must be at least 0.
         */
        transitDays?: NumberAtLeast0;
        /**
         * ρ: hazard of this route against the usual one. Unit: ratio. Must be at least 0. Default: 1 (assumed).
         */
        routeFactor?: NumberAtLeast0;
        /**
         * A base key.
         */
        toBase: string;
        /**
         * road: convoys, with their hazard; air: no road hazard.
         */
        by?: 'road' | 'air';
      };
    }
  | {
      /**
       * The contingent’s training stops; its people stay.
       */
      pause: {
        /**
         * Chance that this is done when the rule is tested. Those of one rule add up to at most 1. Unit: probability. Must be at least 0 and at most 1. Default: 1 (assumed).
         */
        probability?: NumberAtLeast0AtMost1;
        /**
         * Days from the event to the action: a Gamma law, drawn anew each time the rule fires. Its mean and shape may be uncertain numbers, drawn once per replication.
         */
        delayDays?: {
          /**
           * Mean delay; 0 is at once. Unit: days. Must be at least 0. Default: 0 (assumed).
           */
          mean?: NumberAtLeast0;
          /**
           * Shape of the Gamma law: 1 is exponential, larger is more regular. Unit: shape. Must be more than 0. Default: 2 (assumed).
           */
          shape?: NumberAbove0;
        };
        /**
         * Days for which training stops. Unit: days. Must be more than 0. Default: 60 (Stratfor 2020).
         */
        forDays?: NumberAbove0;
      };
    }
  | {
      /**
       * Arrivals of the plan that have not begun come so much later.
       */
      hold: {
        /**
         * Chance that this is done when the rule is tested. Those of one rule add up to at most 1. Unit: probability. Must be at least 0 and at most 1. Default: 1 (assumed).
         */
        probability?: NumberAtLeast0AtMost1;
        /**
         * Days from the event to the action: a Gamma law, drawn anew each time the rule fires. Its mean and shape may be uncertain numbers, drawn once per replication.
         */
        delayDays?: {
          /**
           * Mean delay; 0 is at once. Unit: days. Must be at least 0. Default: 0 (assumed).
           */
          mean?: NumberAtLeast0;
          /**
           * Shape of the Gamma law: 1 is exponential, larger is more regular. Unit: shape. Must be more than 0. Default: 2 (assumed).
           */
          shape?: NumberAbove0;
        };
        /**
         * Days by which they come later. Unit: days. Must be more than 0.
         */
        forDays: NumberAbove0;
      };
    }
  | {
      /**
       * A base’s hardening rises, or air defence comes to it, or both, after a lead time, `delayDays`.
       */
      harden: {
        /**
         * Chance that this is done when the rule is tested. Those of one rule add up to at most 1. Unit: probability. Must be at least 0 and at most 1. Default: 1 (assumed).
         */
        probability?: NumberAtLeast0AtMost1;
        /**
         * Days from the event to the action: a Gamma law, drawn anew each time the rule fires. Its mean and shape may be uncertain numbers, drawn once per replication.
         */
        delayDays?: {
          /**
           * Mean delay; 0 is at once. Unit: days. Must be at least 0. Default: 30 (assumed).
           */
          mean?: NumberAtLeast0;
          /**
           * Shape of the Gamma law: 1 is exponential, larger is more regular. Unit: shape. Must be more than 0. Default: 2 (assumed).
           */
          shape?: NumberAbove0;
        };
        /**
         * A base key. Default: the base that was attacked.
         */
        base?: string;
        /**
         * By how much its hardening rises. Unit: index. Must be more than 0.
         */
        rise?: NumberAbove0;
        /**
         * Air defence that comes to the base. Of what is there already the better stays: by mode the higher interception, and the larger capacity.
         */
        airDefence?: {
          /**
           * Interception probability by mode of attack.
           */
          interception: {
            /**
             * p_int: chance that a round within its capacity is stopped. Unit: probability. Must be at least 0 and at most 1.
             */
            [k: string]: NumberAtLeast0AtMost1;
          };
          /**
           * C: rounds of one attack that it can engage. Unit: rounds. Must be whole and at least 0. Default: 8 (assumed).
           */
          capacityRounds?: WholeNumberAtLeast0;
          /**
           * Where this comes from: a row of data/, a document. Without one it is "assumed".
           */
          source?: string;
        };
      };
    }
  | {
      /**
       * A truce begins; it multiplies with the gates of regimes.
       */
      truce: {
        /**
         * Chance that this is done when the rule is tested. Those of one rule add up to at most 1. Unit: probability. Must be at least 0 and at most 1. Default: 1 (assumed).
         */
        probability?: NumberAtLeast0AtMost1;
        /**
         * Days from the event to the action: a Gamma law, drawn anew each time the rule fires. Its mean and shape may be uncertain numbers, drawn once per replication.
         */
        delayDays?: {
          /**
           * Mean delay; 0 is at once. Unit: days. Must be at least 0. Default: 0 (assumed).
           */
          mean?: NumberAtLeast0;
          /**
           * Shape of the Gamma law: 1 is exponential, larger is more regular. Unit: shape. Must be more than 0. Default: 2 (assumed).
           */
          shape?: NumberAbove0;
        };
        /**
         * γ: multiplies the whole attack rate, provoked attacks too. Unit: ratio. Must be at least 0 and at most 1. Default: 0.15 (assumed).
         */
        gate?: NumberAtLeast0AtMost1;
        /**
         * Days that it lasts if nothing breaks it. Unit: days. Must be more than 0.
         */
        forDays: NumberAbove0;
        /**
         * p_b: chance that a strike breaks it. Unit: probability. Must be at least 0 and at most 1. Default: 0.5 (assumed).
         */
        brokenByStrike?: NumberAtLeast0AtMost1;
        /**
         * Actors it gates. Default: all.
         *
         * Items: An actor key.
         */
        actors?: string[];
      };
    };

/**
 * A scenario of garrison: plain data. Any number may be a law of what is not known, and may carry its source.
 */
export interface ScenarioInput {
  /**
   * Says what is asked; it heads every figure.
   */
  title: string;
  /**
   * The question in one sentence.
   */
  question?: string;
  /**
   * Two or three words that name it beside others, in tables and figures: "by air, in three months".
   */
  name?: string;
  /**
   * First day, from 00:00 UTC.
   */
  start: string;
  /**
   * Last day, included.
   */
  end: string;
  /**
   * Country whose outline the map draws, by its English name in Natural Earth.
   */
  country?: string;
  /**
   * A map of the scenario’s own, in place of `country`. It is drawn and plays no part in the simulation.
   */
  map?: {
    /**
     * What the country is called.
     */
    name: string;
    /**
     * Corners of the mainland in order, each [longitude, latitude]; closing it is optional.
     *
     * @minItems 3
     * @maxItems 2000
     */
    outline: number[][];
    /**
     * Outlines of further parts of the country, written like the mainland’s.
     */
    islands?: number[][][];
    /**
     * Countries beside it. Default: none, all else is sea.
     *
     * Items: A country beside it, drawn as a background.
     */
    neighbours?: {
      /**
       * What it is called.
       */
      name?: string;
      /**
       * Its corners in order. Sides that the countries share had better have the same corners.
       *
       * @minItems 3
       * @maxItems 2000
       */
      outline: number[][];
    }[];
    /**
     * Towns for orientation; they play no part in the simulation.
     *
     * Items: A town, for orientation only.
     */
    cities?: {
      /**
       * What it is called.
       */
      name: string;
      /**
       * Degrees north.
       */
      lat: number;
      /**
       * Degrees east.
       */
      lon: number;
    }[];
    /**
     * Where this comes from: a row of data/, a document. Without one it is "assumed".
     */
    source?: string;
    note?: string;
  };
  /**
   * Whose personnel they are, by key.
   */
  contingents: {
    /**
     * Personnel of one nation or mission.
     */
    [k: string]: {
      /**
       * Display name; changing it changes no number.
       */
      name?: string;
      /**
       * k_c: how much a person of this contingent counts against the vacuum that an insurgency fills: 1 for combat roles, less for training. Unit: ratio. Must be at least 0. Default: 1 (assumed).
       */
      combatWeight?: NumberAtLeast0;
      /**
       * How strongly a person of this contingent draws attacks, against 1 for the reference contingent. Unit: ratio. Must be at least 0. Default: 1 (assumed).
       */
      salience?: NumberAtLeast0;
      /**
       * Groups in which results are added up: EU, NMI, contractor …
       *
       * Items: A group.
       */
      tags?: string[];
      /**
       * Where this comes from: a row of data/, a document. Without one it is "assumed".
       */
      source?: string;
    };
  };
  /**
   * Where they are, by key.
   */
  bases: {
    /**
     * A site that hosts foreign personnel.
     */
    [k: string]: {
      /**
       * Display name; changing it changes no number.
       */
      name?: string;
      /**
       * A position at town level; never a site plan.
       */
      location: {
        /**
         * Degrees north.
         */
        lat: number;
        /**
         * Degrees east.
         */
        lon: number;
      };
      /**
       * Persons at the start, by contingent.
       */
      garrison?: {
        /**
         * Persons there at the start. Unit: persons. Must be whole and at least 0.
         */
        [k: string]: WholeNumberAtLeast0;
      };
      /**
       * Protection that a sheltered attacker can see, H in the model: 0 none, 1 full. A placeholder, never an estimate of a real site. Unit: index. Must be at least 0. Default: 0 (assumed).
       */
      hardening?: NumberAtLeast0;
      /**
       * Persons it was built for: gives the density of people. Without it density is 1. Unit: persons. Must be more than 0.
       */
      capacity?: NumberAbove0;
      /**
       * Air defence of a base: a placeholder, never an estimate of a real site.
       */
      airDefence?: {
        /**
         * Day from which it works. Default: the start.
         */
        since?: string;
        /**
         * Interception probability by mode of attack.
         */
        interception: {
          /**
           * p_int: chance that a round within its capacity is stopped. Unit: probability. Must be at least 0 and at most 1.
           */
          [k: string]: NumberAtLeast0AtMost1;
        };
        /**
         * C: rounds of one attack that it can engage. Unit: rounds. Must be whole and at least 0. Default: 8 (assumed).
         */
        capacityRounds?: WholeNumberAtLeast0;
        /**
         * Where this comes from: a row of data/, a document. Without one it is "assumed".
         */
        source?: string;
      };
      /**
       * Groups in which results are added up: kept, handed over …
       *
       * Items: A group of bases.
       */
      tags?: string[];
      /**
       * Persons of the host nation there, the same number all the time. They draw no attacks and are in no exposure; attacks on the base, also after its hand-over, cause casualties among them that are counted apart. Unit: persons. Must be whole and at least 0.
       */
      hostForces?: WholeNumberAtLeast0;
      /**
       * Names of this base in the attack record. Default: its name.
       *
       * Items: A name in the record.
       */
      recordNames?: string[];
      /**
       * Where this comes from: a row of data/, a document. Without one it is "assumed".
       */
      source?: string;
      note?: string;
    };
  };
  /**
   * Who attacks, by key.
   */
  actors: {
    /**
     * An armed group: aggregate rates only.
     */
    [k: string]: {
      /**
       * Display name; changing it changes no number.
       */
      name?: string;
      /**
       * μ: attacks per day on bases that nothing recent provoked. Unit: 1/day. Must be at least 0. Default: 0.11 (BIC 2020: nearly 30 attacks in 152 days, times the unprovoked 60 %).
       */
      baselinePerDay?: NumberAtLeast0;
      /**
       * n: expected attacks that one event of each source provokes directly; below 1 for the actor itself.
       */
      branching?: {
        /**
         * Attacks by this actor that one attack of that source, or one strike, provokes directly. Unit: attacks. Must be at least 0.
         */
        [k: string]: NumberAtLeast0;
      };
      /**
       * 1/β: mean time from one of this actor’s attacks to an attack that it provokes. Unit: days. Must be more than 0. Default: 10 (Lewis et al. 2012: at most two to six weeks).
       */
      meanLagDays?: NumberAbove0;
      /**
       * θ_f: extra weight of an attack that killed, as a source of others. Unit: ratio. Must be at least 0. Default: 0.5 (assumed).
       */
      fatalBoost?: NumberAtLeast0;
      /**
       * Which base an attack falls on, and how total effort answers to what there is to attack.
       */
      targetChoice?: {
        /**
         * α_N: how a base’s weight grows with the personnel there. Unit: exponent. Must be at least 0. Default: 0.7 (assumed).
         */
        sizeExponent?: NumberAtLeast0;
        /**
         * ε: how total effort follows the total of target weights. 0: effort is fixed and displaced; 1: no displacement; below 0: effort grows as targets vanish. Unit: exponent. Must be a finite number. Default: 0.3 (assumed).
         */
        effortElasticity?: AnyNumber;
        /**
         * π_s: chance that a provoked attack hits the base of the attack that provoked it, if people are still there. Unit: probability. Must be at least 0 and at most 1. Default: 0 (assumed).
         */
        sameTargetRepeat?: NumberAtLeast0AtMost1;
        /**
         * κ: weight of a convoy on the road among an actor’s targets, against that of a base with as many people and no protection. Attacks that fall on convoys by it are taken from the bases; 0 leaves convoys to convoys.hazardPerConvoyDay, which adds attacks. Unit: ratio. Must be at least 0. Default: 0 (assumed).
         */
        roadWeight?: NumberAtLeast0;
        /**
         * Pull of single bases beyond what their personnel explain, against 1; for actors with targets of their own.
         */
        baseWeights?: {
          /**
           * Pull of a base beyond its size, against 1. Unit: ratio. Must be at least 0.
           */
          [k: string]: NumberAtLeast0;
        };
        /**
         * α_H: how strongly hardening turns attackers away. Unit: per unit of hardening. Must be at least 0. Default: 0.5 (assumed).
         */
        hardeningAversion?: NumberAtLeast0;
        /**
         * α_D: how strongly distance from the actor’s own region turns it away. Unit: per 100 km. Must be at least 0. Default: 0.3 (assumed).
         */
        distanceAversion?: NumberAtLeast0;
        /**
         * α_A: how strongly air defence turns attackers away from a base, per unit of mean interception. Unit: per unit of interception. Must be at least 0. Default: 0.3 (assumed).
         */
        airDefenceAversion?: NumberAtLeast0;
        /**
         * χ: how strongly actors turn away from modes that a base stops. Unit: per unit of interception. Must be at least 0. Default: 0 (assumed).
         */
        interceptionAversion?: NumberAtLeast0;
        /**
         * A_max: cap on the growth of effort; reaching it is a warning in the result. Unit: ratio. Must be more than 0. Default: 5 (assumed).
         */
        maxEffort?: NumberAbove0;
      };
      /**
       * What announcements, departures and returns signal.
       */
      emboldening?: {
        /**
         * η_w: log rise of the baseline rate just after everybody has left at once; may be negative. Unit: log ratio. Must be a finite number. Default: 0.35 (Iyengar and Monten 2008: a quarter out goes with 7 to 10 % more attacks).
         */
        perShareWithdrawn?: AnyNumber;
        /**
         * τ_w: mean life of the effect. Unit: days. Must be more than 0. Default: 15 (Iyengar and Monten 2008: gone within a month).
         */
        decayDays?: NumberAbove0;
        /**
         * κ_m: weight of a departure to another base, against 1 for a departure for home. Unit: ratio. Must be a finite number. Default: 1 (assumed).
         */
        betweenBasesFactor?: AnyNumber;
        /**
         * κ_a: weight of an announcement, against 1 for the departure itself; below 0 it lulls. Unit: ratio. Must be a finite number. Default: 0 (assumed).
         */
        announcementFactor?: AnyNumber;
        /**
         * κ_r: weight of a return after a temporary withdrawal. Unit: ratio. Must be a finite number. Default: 0 (assumed).
         */
        returnFactor?: AnyNumber;
      };
      /**
       * How strikes hold an actor down. What they provoke stands in branching.strikes; which wins is contested.
       */
      deterrence?: {
        /**
         * d: log fall of the whole attack rate just after a strike of magnitude 1. Unit: log ratio. Must be at least 0. Default: 0 (assumed).
         */
        depth?: NumberAtLeast0;
        /**
         * τ_d: mean life of the effect. Unit: days. Must be more than 0. Default: 30 (assumed).
         */
        decayDays?: NumberAbove0;
      };
      /**
       * How an insurgency fills the room that departing personnel leave. For actors of that kind; 0 for others.
       */
      vacuum?: {
        /**
         * η_v: log rise of the baseline once everybody has been gone for long. Unit: log ratio. Must be a finite number. Default: 0 (assumed).
         */
        sensitivity?: AnyNumber;
        /**
         * τ_v: mean time over which the country adjusts to fewer personnel. Unit: days. Must be more than 0. Default: 180 (assumed).
         */
        adjustDays?: NumberAbove0;
      };
      /**
       * A season of the baseline rate with mean 1 over a year.
       */
      season?: {
        /**
         * a: log height of the season over its mean; 0 none. Unit: log ratio. Must be at least 0. Default: 0 (assumed).
         */
        amplitude?: NumberAtLeast0;
        /**
         * φ: day of the year of its height; 0 is 1 January. Unit: days. Must be a finite number. Default: 0 (assumed).
         */
        peakDayOfYear?: AnyNumber;
      };
      /**
       * How often the actor attacks in each mode, scaled to add up to 1. Default: the first mode only.
       */
      modeShares?: {
        /**
         * π: share of this mode where nothing is stopped. Unit: share. Must be at least 0.
         */
        [k: string]: NumberAtLeast0;
      };
      /**
       * Points of the actor’s own region, for distance. None: distance plays no part.
       *
       * Items: A position at town level; never a site plan.
       */
      region?: {
        /**
         * Degrees north.
         */
        lat: number;
        /**
         * Degrees east.
         */
        lon: number;
      }[];
      /**
       * ω: this actor’s share of the convoy hazard; the shares are scaled to add up to 1. Unit: share. Must be at least 0.
       */
      convoyShare?: NumberAtLeast0;
      /**
       * Where this comes from: a row of data/, a document. Without one it is "assumed".
       */
      source?: string;
    };
  };
  /**
   * Moves by road are convoys that carry their people: they count in transit, at no base, until they arrive.
   */
  convoys?: {
    /**
     * h_0: attacks per convoy-day at reference size and intensity. Unit: 1/convoy-day. Must be at least 0. Default: 0.015 (press: 93 attacks on 6,100 convoys in 2008, one day each).
     */
    hazardPerConvoyDay?: NumberAtLeast0;
    /**
     * Largest number of persons in one convoy or one lift. Unit: persons. Must be whole and at least 1. Default: 100 (assumed).
     */
    convoySize?: WholeNumberAtLeast1;
    /**
     * n_ref: convoy size at which h_0 holds. Unit: persons. Must be more than 0. Default: 100 (assumed).
     */
    referencePersons?: NumberAbove0;
    /**
     * α_c: how the hazard grows with the convoy’s size. Unit: exponent. Must be at least 0. Default: 1 (assumed).
     */
    sizeExponent?: NumberAtLeast0;
    /**
     * Days on the road of a convoy, unless its move says otherwise. Unit: days. Must be at least 0. Default: 1 (assumed).
     */
    transitDays?: NumberAtLeast0;
  };
  /**
   * How attractive a base stays after it was handed over.
   */
  handOverResidual?: {
    /**
     * r_0: share of a base’s weight that stays just after its hand-over. Unit: share. Must be at least 0 and at most 1. Default: 0.1 (BIC 2020, in words: less attacked, not immune).
     */
    first?: NumberAtLeast0AtMost1;
    /**
     * r_∞: share that stays in the long run. Unit: share. Must be at least 0 and at most 1. Default: 0.1 (BIC 2020, in words: less attacked, not immune).
     */
    final?: NumberAtLeast0AtMost1;
    /**
     * τ_h: mean life of the change between the two. Unit: days. Must be more than 0. Default: 60 (assumed).
     */
    decayDays?: NumberAbove0;
  };
  /**
   * Ways of attacking, by key. Default: rocket, with its defaults.
   */
  modes?: {
    /**
     * A way of attacking, such as rocket or drone; only abstract probabilities.
     */
    [k: string]: {
      /**
       * k̄: mean rounds of an attack before the law is cut at one. Unit: rounds. Must be at least 0. Default: 4 (public reports: mean 4.4 of 60 rocket attacks with known rounds).
       */
      salvoMean?: NumberAtLeast0;
      /**
       * r: size of the negative binomial of rounds. Unit: shape. Must be more than 0. Default: 1.2 (public reports: median 2 of 60 rocket attacks with known rounds).
       */
      salvoSize?: NumberAbove0;
      /**
       * p_eff: chance that a round that is let through is an effective impact. Unit: probability. Must be at least 0 and at most 1. Default: 0.06 (assumed).
       */
      effectiveProbability?: NumberAtLeast0AtMost1;
    };
  };
  /**
   * What one attack does to the people who are there.
   */
  severity?: {
    /**
     * quick: a coin for fatal, a zeta law for killed, a negative binomial for wounded; blind to density, shelter, defence and warning. chain: rounds, interception, impacts, casualties, killed.
     */
    law?: 'quick' | 'chain';
    /**
     * The full severity chain, used where law is chain. Weapon effects enter as abstract probabilities only.
     */
    chain?: {
      /**
       * ν_ref: mean casualties of an effective impact at density 1, without shelter or warning. Unit: persons. Must be at least 0. Default: 2 (assumed).
       */
      casualtiesPerImpact?: NumberAtLeast0;
      /**
       * k_Y: size of the negative binomial of casualties of one impact. Unit: shape. Must be more than 0. Default: 0.5 (assumed).
       */
      impactSize?: NumberAbove0;
      /**
       * δ: how casualties grow with the density of people; needs the capacity of the base. Unit: exponent. Must be at least 0. Default: 1 (assumed).
       */
      densityExponent?: NumberAtLeast0;
      /**
       * Persons per place at which ν_ref holds. Unit: ratio. Must be more than 0. Default: 1 (assumed).
       */
      densityReference?: NumberAbove0;
      /**
       * σ: share of casualties that full hardening prevents. Unit: share. Must be at least 0 and at most 1. Default: 0.6 (assumed).
       */
      shelterEffect?: NumberAtLeast0AtMost1;
      /**
       * ω: share of casualties that a warning prevents. Unit: share. Must be at least 0 and at most 1. Default: 0.5 (assumed).
       */
      warningEffect?: NumberAtLeast0AtMost1;
      /**
       * p_mc: chance that an impact is a mass-casualty one, whose casualties follow the zeta law of fatalityExponent. Unit: probability. Must be at least 0 and at most 1. Default: 0 (assumed).
       */
      tailProbability?: NumberAtLeast0AtMost1;
      /**
       * a of the beta law of the share killed among casualties; its mean is a/(a + b). Unit: shape. Must be more than 0. Default: 1.5 (assumed).
       */
      killedAlpha?: NumberAbove0;
      /**
       * b of the beta law of the share killed among casualties. Unit: shape. Must be more than 0. Default: 8.5 (assumed).
       */
      killedBeta?: NumberAbove0;
      /**
       * Most rounds in one attack. Unit: rounds. Must be whole and at least 1. Default: 60 (assumed).
       */
      salvoCap?: WholeNumberAtLeast1;
    };
    /**
     * Chance that an attack comes with a warning in time; counts in the chain only. Unit: probability. Must be at least 0 and at most 1. Default: 0 (assumed).
     */
    warningProbability?: NumberAtLeast0AtMost1;
    /**
     * p_f: chance that an attack kills. Unit: probability. Must be at least 0 and at most 1. Default: 0.05 (public record: 2 of 28 attacks up to March 2020).
     */
    fatalProbability?: NumberAtLeast0AtMost1;
    /**
     * α_z: exponent of the law of killed in a fatal attack; smaller means heavier tail. Unit: exponent. Must be more than 1. Default: 2.5 (Bohórquez et al. 2009).
     */
    fatalityExponent?: NumberAbove1;
    /**
     * Mean wounded per attack. Unit: persons. Must be at least 0. Default: 0.6 (assumed).
     */
    woundedMean?: NumberAtLeast0;
    /**
     * Size of the negative binomial of wounded: smaller means more spread. Unit: shape. Must be more than 0. Default: 0.5 (assumed).
     */
    woundedSize?: NumberAbove0;
  };
  /**
   * Strikes by the coalition; what they provoke stands in each actor’s branching.strikes.
   */
  strikes?: {
    /**
     * 1/β of the strike source: mean time from a strike to an attack that it provokes. Unit: days. Must be more than 0. Default: 20 (assumed).
     */
    meanLagDays?: NumberAbove0;
    /**
     * Strikes by date.
     */
    events?: {
      /**
       * What it is called.
       */
      name?: string;
      /**
       * Day of the strike.
       */
      day: string;
      /**
       * Jump of the strike source. Unit: strikes. Must be at least 0. Default: 1 (assumed).
       */
      magnitude?: NumberAtLeast0;
      /**
       * Chance that it comes to pass, drawn once per replication. Unit: probability. Must be at least 0 and at most 1. Default: 1 (assumed).
       */
      probability?: NumberAtLeast0AtMost1;
      /**
       * Where this comes from: a row of data/, a document. Without one it is "assumed".
       */
      source?: string;
      note?: string;
    }[];
  };
  /**
   * Truces and escalations by date.
   *
   * Items: A time in which attack rates are multiplied by a gate.
   */
  regimes?: {
    /**
     * What it is called in figures.
     */
    name: string;
    /**
     * First day on which it holds (from 00:00).
     */
    firstDay: string;
    /**
     * Last day on which it holds (to 24:00). None: to the end.
     */
    lastDay?: string;
    /**
     * γ: multiplies the whole attack rate, provoked attacks too. 1 normal, below 1 a truce, above 1 an escalation. Unit: ratio. Must be at least 0.
     */
    gate: NumberAtLeast0;
    /**
     * Multiplies routine supply while it holds: a pandemic pause. Tracks multiply. Unit: ratio. Must be at least 0 and at most 1. Default: 1 (assumed).
     */
    activity?: NumberAtLeast0AtMost1;
    /**
     * Actors it gates. Default: all.
     *
     * Items: An actor key.
     */
    actors?: string[];
    /**
     * Within a track a new regime replaces the old; gates of different tracks multiply.
     */
    track?: string;
    /**
     * Chance that it comes to pass, drawn once per replication. Unit: probability. Must be at least 0 and at most 1. Default: 1 (assumed).
     */
    probability?: NumberAtLeast0AtMost1;
    /**
     * Where this comes from: a row of data/, a document. Without one it is "assumed".
     */
    source?: string;
    note?: string;
  }[];
  /**
   * Branch points: with a probability at a date one course is taken, else the other.
   *
   * Items: A branch point: one draw decides which of two sets of regimes and lines of the plan come to pass. What several branch points name happens only if all of them say so.
   */
  branches?: {
    /**
     * What is decided; it names the draw.
     */
    name: string;
    /**
     * Day on which it is decided, 00:00 UTC; what it switches begins then or later.
     */
    day: string;
    /**
     * Chance of `then`, drawn once per replication; else `otherwise`. Unit: probability. Must be at least 0 and at most 1.
     */
    probability: NumberAtLeast0AtMost1;
    /**
     * What happens only if the draw succeeds.
     */
    then?: {
      /**
       * Names of regimes that come to pass then.
       *
       * Items: Name of a regime.
       */
      regimes?: string[];
      /**
       * Names of lines of the plan done then.
       *
       * Items: Name of a line of the plan.
       */
      plan?: string[];
    };
    /**
     * What happens only if it does not.
     */
    otherwise?: {
      /**
       * Names of regimes that come to pass then.
       *
       * Items: Name of a regime.
       */
      regimes?: string[];
      /**
       * Names of lines of the plan done then.
       *
       * Items: Name of a line of the plan.
       */
      plan?: string[];
    };
    /**
     * Where this comes from: a row of data/, a document. Without one it is "assumed".
     */
    source?: string;
    note?: string;
  }[];
  /**
   * Regimes that follow one another by chance; each chain multiplies with the others and with all tracks.
   *
   * Items: Regimes that follow one another by chance: a semi-Markov chain with Gamma stays.
   */
  regimeChains?: {
    /**
     * What it is called; it is a track of its own and names the draws.
     */
    name: string;
    /**
     * Its states, by key.
     */
    states: {
      /**
       * A state of the chain.
       */
      [k: string]: {
        /**
         * γ: multiplies the whole attack rate while the state holds, provoked attacks too. Unit: ratio. Must be at least 0.
         */
        gate: NumberAtLeast0;
        /**
         * Gamma law of the days in the state, drawn anew at every visit: chance within a replication, not what is unknown.
         */
        stayDays?:
          | {
              /**
               * Mean days in the state. Unit: days. Must be more than 0.
               */
              mean: NumberAbove0;
              /**
               * Standard deviation of the days in the state. Unit: days. Must be more than 0.
               */
              sd: NumberAbove0;
            }
          | {
              /**
               * Shape: 1 is memoryless, more is more regular. Unit: shape. Must be more than 0. Default: 1 (assumed).
               */
              shape?: NumberAbove0;
              /**
               * Scale: mean days over shape. Unit: days. Must be more than 0.
               */
              scale: NumberAbove0;
            };
        /**
         * Which state follows, by weight. Without it the state, once entered, lasts for ever.
         */
        next?: {
          /**
           * Weight of that state as the next; weights are scaled to add up to 1. Unit: ratio. Must be at least 0.
           */
          [k: string]: NumberAtLeast0;
        };
      };
    };
    /**
     * Key of the state that holds first.
     */
    start: string;
    /**
     * First day (from 00:00), in the start state. Default: the start of the scenario.
     */
    firstDay?: string;
    /**
     * Last day (to 24:00); the gate is 1 afterwards. Default: the end.
     */
    lastDay?: string;
    /**
     * Actors it gates. Default: all.
     *
     * Items: An actor key.
     */
    actors?: string[];
    /**
     * Where this comes from: a row of data/, a document. Without one it is "assumed".
     */
    source?: string;
    note?: string;
  }[];
  /**
   * Moves, withdrawals, arrivals, hand-overs and closures by date.
   */
  plan?: (
    | {
        /**
         * Day on which it starts, 00:00 UTC.
         */
        day: string;
        /**
         * Day on which it is announced, if before.
         */
        announced?: string;
        /**
         * What it is called in figures.
         */
        name?: string;
        /**
         * Where this comes from: a row of data/, a document. Without one it is "assumed".
         */
        source?: string;
        note?: string;
        /**
         * Who moves: `all`, a share of everybody, or by contingent a number, a share or `all`.
         */
        move:
          | 'all'
          | {
              /**
               * Share of those there when the move starts. Unit: share. Must be at least 0 and at most 1.
               */
              share: NumberAtLeast0AtMost1;
            }
          | {
              [k: string]:
                | 'all'
                | WholeNumberAtLeast0
                | {
                    /**
                     * Share of those there when the move starts. Unit: share. Must be at least 0 and at most 1.
                     */
                    share: NumberAtLeast0AtMost1;
                  };
            };
        /**
         * A base key.
         */
        fromBase: string;
        /**
         * A base key.
         */
        toBase: string;
        /**
         * road: convoys, with their hazard; air: no road hazard.
         */
        by?: 'road' | 'air';
        /**
         * Days over which departures are spread. Unit: days. Must be at least 0. Default: 0 (assumed).
         */
        overDays?: NumberAtLeast0;
        /**
         * Days on the way. Default: that of convoys by road, 0 by air. Unit: days. Must be at least 0.
         */
        transitDays?: NumberAtLeast0;
        /**
         * ρ: hazard of this route against the usual one. Unit: ratio. Must be at least 0. Default: 1 (assumed).
         */
        routeFactor?: NumberAtLeast0;
        /**
         * Who goes first where lift is short: higher first, then first come. Default: 0.
         */
        priority?: number;
      }
    | {
        /**
         * Day on which those who left come back to the base. Default: they stay away.
         */
        returnDay?: string;
        /**
         * Day on which it starts, 00:00 UTC.
         */
        day: string;
        /**
         * Day on which it is announced, if before.
         */
        announced?: string;
        /**
         * What it is called in figures.
         */
        name?: string;
        /**
         * Where this comes from: a row of data/, a document. Without one it is "assumed".
         */
        source?: string;
        note?: string;
        /**
         * Who moves: `all`, a share of everybody, or by contingent a number, a share or `all`.
         */
        withdraw:
          | 'all'
          | {
              /**
               * Share of those there when the move starts. Unit: share. Must be at least 0 and at most 1.
               */
              share: NumberAtLeast0AtMost1;
            }
          | {
              [k: string]:
                | 'all'
                | WholeNumberAtLeast0
                | {
                    /**
                     * Share of those there when the move starts. Unit: share. Must be at least 0 and at most 1.
                     */
                    share: NumberAtLeast0AtMost1;
                  };
            };
        /**
         * A base key.
         */
        fromBase: string;
        /**
         * road: convoys, with their hazard; air: no road hazard.
         */
        by?: 'road' | 'air';
        /**
         * Days over which departures are spread. Unit: days. Must be at least 0. Default: 0 (assumed).
         */
        overDays?: NumberAtLeast0;
        /**
         * Days on the way. Default: that of convoys by road, 0 by air. Unit: days. Must be at least 0.
         */
        transitDays?: NumberAtLeast0;
        /**
         * ρ: hazard of this route against the usual one. Unit: ratio. Must be at least 0. Default: 1 (assumed).
         */
        routeFactor?: NumberAtLeast0;
        /**
         * Who goes first where lift is short: higher first, then first come. Default: 0.
         */
        priority?: number;
      }
    | {
        /**
         * Day on which it starts, 00:00 UTC.
         */
        day: string;
        /**
         * Day on which it is announced. A note: in the model only departures signal.
         */
        announced?: string;
        /**
         * What it is called in figures.
         */
        name?: string;
        /**
         * Where this comes from: a row of data/, a document. Without one it is "assumed".
         */
        source?: string;
        note?: string;
        /**
         * Persons by contingent.
         */
        arrive: {
          /**
           * Persons. Unit: persons. Must be whole and at least 0.
           */
          [k: string]: WholeNumberAtLeast0;
        };
        /**
         * A base key.
         */
        toBase: string;
        /**
         * Days over which they arrive: a ramp. Unit: days. Must be at least 0. Default: 0 (assumed).
         */
        overDays?: NumberAtLeast0;
        /**
         * Step of the ramp; each step falls at its end. Unit: days. Must be more than 0. Default: 1 (assumed).
         */
        everyDays?: NumberAbove0;
      }
    | {
        /**
         * Day on which it starts, 00:00 UTC.
         */
        day: string;
        /**
         * Day on which it is announced, if before.
         */
        announced?: string;
        /**
         * What it is called in figures.
         */
        name?: string;
        /**
         * Where this comes from: a row of data/, a document. Without one it is "assumed".
         */
        source?: string;
        note?: string;
        /**
         * A base key.
         */
        handOver: string;
        /**
         * Who takes it over.
         */
        handedTo?: string;
        /**
         * A base key, or home. Needed if anybody is there.
         */
        personnelTo?: string;
        /**
         * road: convoys, with their hazard; air: no road hazard.
         */
        by?: 'road' | 'air';
        /**
         * Days over which departures are spread. Unit: days. Must be at least 0. Default: 0 (assumed).
         */
        overDays?: NumberAtLeast0;
        /**
         * Days on the way. Default: that of convoys by road, 0 by air. Unit: days. Must be at least 0.
         */
        transitDays?: NumberAtLeast0;
        /**
         * ρ: hazard of this route against the usual one. Unit: ratio. Must be at least 0. Default: 1 (assumed).
         */
        routeFactor?: NumberAtLeast0;
        /**
         * Who goes first where lift is short: higher first, then first come. Default: 0.
         */
        priority?: number;
        /**
         * Day of the hand-over. Default: when the last has left.
         */
        handOverDay?: string;
      }
    | {
        /**
         * Day on which it starts, 00:00 UTC.
         */
        day: string;
        /**
         * Day on which it is announced, if before.
         */
        announced?: string;
        /**
         * What it is called in figures.
         */
        name?: string;
        /**
         * Where this comes from: a row of data/, a document. Without one it is "assumed".
         */
        source?: string;
        note?: string;
        /**
         * A base key.
         */
        close: string;
        /**
         * A base key, or home. Needed if anybody is there.
         */
        personnelTo?: string;
        /**
         * road: convoys, with their hazard; air: no road hazard.
         */
        by?: 'road' | 'air';
        /**
         * Days over which departures are spread. Unit: days. Must be at least 0. Default: 0 (assumed).
         */
        overDays?: NumberAtLeast0;
        /**
         * Days on the way. Default: that of convoys by road, 0 by air. Unit: days. Must be at least 0.
         */
        transitDays?: NumberAtLeast0;
        /**
         * ρ: hazard of this route against the usual one. Unit: ratio. Must be at least 0. Default: 1 (assumed).
         */
        routeFactor?: NumberAtLeast0;
        /**
         * Who goes first where lift is short: higher first, then first come. Default: 0.
         */
        priority?: number;
        /**
         * Day of closure. Default: when the last has left.
         */
        closeDay?: string;
      }
    | {
        /**
         * Day on which it starts, 00:00 UTC.
         */
        day: string;
        /**
         * What it is called in figures.
         */
        name?: string;
        /**
         * Where this comes from: a row of data/, a document. Without one it is "assumed".
         */
        source?: string;
        note?: string;
        /**
         * A base key.
         */
        harden: string;
        /**
         * Its hardening from then on. Unit: index. Must be at least 0.
         */
        to: NumberAtLeast0;
      }
  )[];
  /**
   * Lift: groups queue for it by priority, then first come, and leave once it has carried as many persons as they are.
   */
  lift?: {
    /**
     * Persons who can leave by road per day. Default: no limit. Unit: persons/day. Must be at least 0.
     */
    byRoad?: NumberAtLeast0;
    /**
     * Persons who can leave by air per day. Default: no limit. Unit: persons/day. Must be at least 0.
     */
    byAir?: NumberAtLeast0;
    /**
     * Where this comes from: a row of data/, a document. Without one it is "assumed".
     */
    source?: string;
  };
  /**
   * Routine supply: convoys come from outside at random times and go back; they count in transit and add nothing to what departures signal.
   */
  supply?: {
    /**
     * Whose people are on them: a contingent of contractors.
     */
    contingent: string;
    /**
     * Convoys that set out per day for each base where personnel are. Unit: 1/base-day. Must be at least 0.
     */
    convoysPerBaseDay: NumberAtLeast0;
    /**
     * Share of supply that runs while a rule has paused the training of any contingent. Unit: share. Must be at least 0 and at most 1. Default: 0.5 (assumed).
     */
    pausedSupplyShare?: NumberAtLeast0AtMost1;
    /**
     * Persons on one convoy. Unit: persons. Must be whole and at least 1. Default: 20 (assumed).
     */
    personsPerConvoy?: WholeNumberAtLeast1;
    /**
     * Days that one convoy is on the road, there and back together. Unit: days. Must be more than 0. Default: 1 (assumed).
     */
    transitDays?: NumberAbove0;
    /**
     * ρ: hazard of supply routes against the usual one. Unit: ratio. Must be at least 0. Default: 1 (assumed).
     */
    routeFactor?: NumberAtLeast0;
    /**
     * Where this comes from: a row of data/, a document. Without one it is "assumed".
     */
    source?: string;
    note?: string;
  };
  /**
   * What happens makes people act: retaliate, leave and return, pause, hold, harden, agree on a truce.
   *
   * Items: What happens makes people act: event, condition, actions.
   */
  rules?: {
    /**
     * What it is called in results; it names the rule’s draws.
     */
    name: string;
    /**
     * A contingent key: whose own dead, own bases, departures or training the rule is about.
     */
    contingent?: string;
    /**
     * When the rule is tested. Of several conditions one is enough; each attack tests it at most once.
     */
    after: {
      /**
       * An attack killed so many, of whichever contingent. Unit: persons. Must be whole and at least 1.
       */
      killedAtLeast?: WholeNumberAtLeast1;
      /**
       * An attack killed so many of the rule’s own contingent. Unit: persons. Must be whole and at least 1.
       */
      ownKilledAtLeast?: WholeNumberAtLeast1;
      /**
       * An attack is at least the so-manieth within `withinDays`. Unit: attacks. Must be whole and at least 1.
       */
      attacksAtLeast?: WholeNumberAtLeast1;
      /**
       * Window of `attacksAtLeast`, back from the attack. Unit: days. Must be more than 0.
       */
      withinDays?: NumberAbove0;
      /**
       * Which attacks `attacksAtLeast` counts: all on bases and convoys (the default), or those on places where the rule’s contingent is.
       */
      attacksOn?: 'all' | 'ownBases';
      /**
       * So many days have passed since the last strike, or since the start; tested once, and again after the next strike. Unit: days. Must be more than 0.
       */
      daysWithoutStrike?: NumberAbove0;
    };
    /**
     * What is done: one action, or a list of which at most one is done, each with its probability.
     */
    then: RuleAction | RuleAction[];
    /**
     * Days after the event in which the rule is not tested again; they count only if something was done. Unit: days. Must be at least 0. Default: 14 (public record: 27 to 29 December 2019, 11 to 13 March 2020).
     */
    coolDownDays?: NumberAtLeast0;
    /**
     * Where this comes from: a row of data/, a document. Without one it is "assumed".
     */
    source?: string;
    note?: string;
  }[];
  /**
   * Parts of the time with outcomes of their own, by key: before, after …
   */
  windows?: {
    /**
     * A part of the scenario’s time, with outcomes of its own.
     */
    [k: string]: {
      /**
       * First day, from 00:00 UTC.
       */
      firstDay: string;
      /**
       * Last day, included.
       */
      lastDay: string;
    };
  };
  /**
   * What documents claim, to be held against every replication.
   *
   * Items: Something that a document claims, to be held against every replication. It changes no number.
   */
  claims?: {
    /**
     * What the claim is called; each has a name of its own.
     */
    name: string;
    /**
     * The claim in words.
     */
    says: string;
    /**
     * Who says so, and where.
     */
    source: string;
    /**
     * Mark of the document that claims it, such as S000.
     */
    document?: string;
    /**
     * What the claim is about. A column of replications.csv, such as attacks.baseTag.kept.
     */
    outcome: string;
    /**
     * Divides the outcome: what is claimed is a rate or a share. A column of replications.csv, such as attacks.baseTag.kept.
     */
    per?: string;
    /**
     * How the outcome is claimed to stand to what it is compared with.
     */
    relation: 'above' | 'below' | 'atLeast' | 'atMost';
    /**
     * Factor on what is compared with: 1.2 claims a fifth more, for relation above.
     */
    times?: number;
    /**
     * A number, or an outcome of this or of another scenario.
     */
    than:
      | number
      | {
          /**
           * What is compared with. A column of replications.csv, such as attacks.baseTag.kept.
           */
          outcome: string;
          /**
           * Divides it. A column of replications.csv, such as attacks.baseTag.kept.
           */
          per?: string;
          /**
           * File of another scenario, relative to this one: it is simulated too, with the same luck. Without it the outcome is of the same replication.
           */
          scenario?: string;
        };
    note?: string;
  }[];
  /**
   * The public record of attacks: drawn as black dots beside the simulated ones, and the history of a warm start.
   */
  record?: {
    /**
     * CSV of dated attacks, relative to the scenario file. It is read in and kept as rows.
     */
    file?: string;
    /**
     * Dated attacks, where they do not stand in a file.
     */
    rows?: {
      /**
       * Day of the attack.
       */
      date: string;
      /**
       * Name of the place as the record has it.
       */
      base: string;
      /**
       * base, embassy/Green Zone, convoy or other.
       */
      scope: string;
      mode: string;
      killed?: number;
      wounded?: number;
    }[];
    /**
     * Last day that the record covers. Default: that of its last row.
     */
    until?: string;
    /**
     * What the record counts; publishers differ by a factor of two.
     */
    countingRule?: string;
    /**
     * Where this comes from: a row of data/, a document. Without one it is "assumed".
     */
    source?: string;
  };
  /**
   * Start with the excitation that the record’s earlier attacks left (bases and embassy zone, no ballistic missiles). Without it the start is cold.
   */
  warmStart?: {
    /**
     * The actor to whom all earlier attacks are put down.
     */
    actor: string;
  };
  /**
   * Cap on events per replication; a runaway is kept as a lower bound and reported.
   */
  maxEvents?: number;
}
