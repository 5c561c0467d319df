export { centralIntervals, type CentralIntervals } from './central-intervals.js';
export { countInterval } from './count-interval.js';
export { DEFAULT_LEVEL, type Estimate } from './estimate.js';
export {
  exceedanceCurve,
  probabilityAbove,
  probabilityAtLeast,
  type ExceedanceRow,
  type ThresholdQuestion,
} from './exceedance.js';
export { expectedShortfall } from './expected-shortfall.js';
export { histogram, type Bin } from './histogram.js';
export { independentDifference, independentPValue, type TwoGroups } from './independent-proportions.js';
export { survivalCurve, type SurvivalCurve, type SurvivalRow } from './kaplan-meier.js';
export { meanInterval } from './mean-interval.js';
export { clopperPearson, probabilityInterval, runsToSeeOnce, wilson, type Trials } from './probability-interval.js';
export { probabilityInWords, type ProbabilityInWords, type ProbabilityWord } from './probability-words.js';
export { quantileInterval, quantileRanks, type QuantileEstimate, type RankInterval } from './quantile-interval.js';
export { ratioInterval } from './ratio-interval.js';
export { replicationsForHalfWidth } from './replications-for-half-width.js';
export { sortedSample, type SortedSample } from './sorted-sample.js';
