export type { BaseStatus } from './base-status.js';
export type { Caption } from './caption.js';
export { byBaseCaption, byBaseRows, type ByBaseRow } from './by-base.js';
export { byWindowCaption, byWindowRows, type ByWindowRow } from './by-window.js';
export { exceedanceCaption, exceedanceRows, type ExceedanceRow } from './exceedance.js';
export { exposureCaption, exposureRows, type ExposureRow } from './exposure-distribution.js';
export { mapCaption, mapRows, type MapBaseRow, type MapMoveRow, type MapRow } from './map.js';
export { personnelCaption, personnelRows, type PersonnelRow } from './personnel.js';
export type { RegimeRow } from './regimes.js';
export { riskCaption, riskRows, type RiskRow } from './risk-over-time.js';
export { timelineCaption, timelineRows, type TimelineRow } from './timeline.js';
export { weeklyCaption, weeklyRows, type WeeklyRow } from './weekly-attacks.js';
export { baseByWeekCaption, baseByWeekRows, type BaseByWeekRow } from './base-by-week.js';
export { byMonthCaption, byMonthRows, type ByMonthRow } from './by-month.js';
export { causeCaption, causeRows, type CauseRow } from './causes-over-time.js';
export {
  convergenceComparisonCaption,
  convergenceOfComparison,
  convergenceOfRun,
  convergenceRunCaption,
  type ConvergenceFigureRow,
} from './convergence.js';
export { beforeAfterCaption, beforeAfterRows, type BeforeAfterRow } from './map-before-after.js';
export { contingentCaption, contingentRows } from './personnel-by-contingent.js';
export { quantileCaption, quantileRows, type QuantileRow } from './quantile-dots.js';
export { recordCaption, recordRows, type RecordRow } from './record.js';
export { regretCaption, regretRows, type RegretRow } from './regret.js';
export { tradeOffCaption, tradeOffRows, type TradeOffRow } from './total-against-per-person.js';
export { weeklyByBaseCaption, weeklyByBaseRows, type WeeklyByBaseRow } from './weekly-by-base.js';
