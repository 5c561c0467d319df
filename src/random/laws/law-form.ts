/** A way from a uniform in (0, 1) to a value: the inverse distribution function, never decreasing. */
export type Quantile = (u: number) => number;

/** The least and greatest value a law can give; ±Infinity where there is none. */
export interface Support {
  readonly low: number;
  readonly high: number;
}

/** What each law of uncertain parameters answers, given its parameters. All but `faults` trust that there are none. */
export interface LawForm<Parameters> {
  /** Broken rules, all at once, each `<what> must be <rule>, got <value>`; empty if the parameters make a law. */
  faults(parameters: Parameters): string[];
  /** Builds the quantile function: constants are worked out here, once, and not per draw. */
  quantile(parameters: Parameters): Quantile;
  support(parameters: Parameters): Support;
  mean(parameters: Parameters): number;
  /** In plain words, for reports. */
  describe(parameters: Parameters): string;
}
