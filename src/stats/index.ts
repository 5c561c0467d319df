export { antitheticPairs, type AntitheticPairs } from './antithetic-pairs.js';
export { bootstrapIntervals, type Resampling } from './bootstrap-intervals.js';
export { centralIntervals, type CentralIntervals } from './central-intervals.js';
export { completeRows, type CompleteRows } from './complete-rows.js';
export { countInterval } from './count-interval.js';
export { elementaryEffects, type ElementaryEffects } from './elementary-effects.js';
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
export { holmAdjusted } from './holm.js';
export { innerMeans, type InnerMeans, type StateColumns } from './inner-means.js';
export { independentDifference, independentPValue, type TwoGroups } from './independent-proportions.js';
export { survivalCurve, survivalMedian, type SurvivalCurve, type SurvivalRow } from './kaplan-meier.js';
export { kimNelson, kimNelsonConstants, type KimNelsonQuestion, type KimNelsonSelection } from './kim-nelson.js';
export { linearisedRate } from './linearised-rate.js';
export { lookSchedule } from './look-schedule.js';
export { meanInterval, studentHalfWidth } from './mean-interval.js';
export { ocbaShares, type OcbaShares } from './ocba-shares.js';
export {
  pairedDifference,
  type PairedColumns,
  type PairedDifference,
  type PairingWarning,
} from './paired-difference.js';
export { exceedanceDifference, mcnemarExact, proportionDifference, type PairedTable } from './paired-proportions.js';
export { quantileDifference } from './paired-quantiles.js';
export { pairedRatio, ratioOfRates, type PairedEstimate, type RateColumns } from './paired-ratio.js';
export { pairedTTest, type PairedTTest } from './paired-t-test.js';
export { partialInformation, type InformationQuestion, type PartialInformation } from './partial-information.js';
export { pairedVerdict, resolutionInWords, type PairedVerdict, type Verdict } from './paired-verdict.js';
export {
  precisionReached,
  type MetricPrecision,
  type PrecisionMetric,
  type PrecisionReport,
  type PrecisionTarget,
} from './precision-reached.js';
export {
  balancedBox,
  pastedBox,
  peelingTrajectory,
  prunedBox,
  quasiP,
  type Box,
  type Cases,
  type Limits,
} from './prim.js';
export { probabilityBest, type ProbabilityBest } from './probability-best.js';
export { clopperPearson, probabilityInterval, runsToSeeOnce, wilson, type Trials } from './probability-interval.js';
export { probabilityInWords, type ProbabilityInWords, type ProbabilityWord } from './probability-words.js';
export { quantileInterval, quantileRanks, type QuantileEstimate, type RankInterval } from './quantile-interval.js';
export { antitheticGain, meanOfPairs, pairMeans, pointOfPairs, probabilityOfPairs } from './of-pairs.js';
export { rateRatio, type ObservedRate } from './rate-ratio.js';
export { ratioInterval } from './ratio-interval.js';
export { regretTable, type RegretTable, type SystemRegret } from './regret.js';
export { replicationsForHalfWidth } from './replications-for-half-width.js';
export { meanOfFirst, runningMean, type EstimateOfFirst, type RunningMeanRow } from './running-mean.js';
export { satisficingShare } from './satisficing-share.js';
export { bonferroniLevel, simultaneousDifferences, type SimultaneousDifference } from './simultaneous-differences.js';
export { skewedMeanInterval } from './skewed-mean-interval.js';
export { sobolIndices, type SaltelliAnswers, type SobolIndex, type SobolIndices } from './sobol-indices.js';
export { sortedSample, type SortedSample } from './sorted-sample.js';
export { tiedBest, type Better } from './tied-best.js';
export {
  centralCounts,
  countQuantile,
  momentsOf,
  negativeBinomialLaw,
  poissonLaw,
  sampledLaw,
  shareUpTo,
  type CountLaw,
} from './count-law.js';
export {
  dawidSebastiani,
  intervalScore,
  logScore,
  nonRandomisedPit,
  pitHistogram,
  pitStep,
  scoredInterval,
  type CentralInterval,
  type PitStep,
} from './count-scores.js';
export { crpsCounts, crpsNormal, crpsPoisson, crpsSample } from './crps.js';
