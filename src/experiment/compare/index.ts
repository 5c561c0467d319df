export { comparisonLevel, compareStrategies, type Comparison } from './compare.js';
export { comparisonRows, type ComparisonRow } from './comparison-rows.js';
export {
  differenceJudge,
  differenceLooks,
  type DifferenceGoal,
  type DifferencePrecision,
  type DifferenceReport,
} from './difference-precision.js';
export type { ConvergenceRow } from './convergence.js';
export { canBeCompared, metricOf, type Metric, type MetricQuestion } from './metric.js';
export type { PairedRow } from './paired-rows.js';
export type { RankedRow } from './ranking.js';
export type { Selection } from './selection.js';
export { column, eachColumn, meanColumn, strategyOf, type Strategy } from './strategy.js';
export type { Tails } from './tails.js';
