import { stationaryRatesPerDay } from './hawkes-network.js';
import { spectralRadius } from './spectral-radius.js';

export interface TitForTatLoop {
  /** Attacks per day that nothing recent provoked. */
  readonly attackBaselinePerDay: number;
  /** Attacks that one attack provokes directly. */
  readonly attacksPerAttack: number;
  /** Attacks that one strike provokes directly. */
  readonly attacksPerStrike: number;
  readonly fatalProbability: number;
  /** P(a strike follows | a fatal attack). */
  readonly retaliationProbability: number;
}

export interface TitForTatBalance {
  readonly strikesPerAttack: number;
  readonly spectralRadius: number;
  /** 1 − n_aa − n_as n_sa: the loop is stable while this is above 0. */
  readonly stabilityMargin: number;
  readonly attacksPerDay: number;
  readonly strikesPerDay: number;
  /** Attacks with the loop over attacks if strikes provoked nothing. */
  readonly amplification: number;
  /** The attacks per strike at which the loop would run away. */
  readonly criticalAttacksPerStrike: number;
}

/** The long-run balance of attacks and the strikes they draw. Throws a RangeError if the loop is unstable. */
export function titForTatBalance(loop: TitForTatLoop): TitForTatBalance {
  const strikesPerAttack = loop.fatalProbability * loop.retaliationProbability;
  const branching = [
    [loop.attacksPerAttack, loop.attacksPerStrike],
    [strikesPerAttack, 0],
  ];
  const baselinePerDay = [loop.attackBaselinePerDay, 0];
  const [attacksPerDay = 0, strikesPerDay = 0] = stationaryRatesPerDay({ baselinePerDay, branching });
  const stabilityMargin = 1 - loop.attacksPerAttack - loop.attacksPerStrike * strikesPerAttack;
  return {
    strikesPerAttack,
    spectralRadius: spectralRadius(branching),
    stabilityMargin,
    attacksPerDay,
    strikesPerDay,
    amplification: (1 - loop.attacksPerAttack) / stabilityMargin,
    criticalAttacksPerStrike: (1 - loop.attacksPerAttack) / strikesPerAttack,
  };
}
