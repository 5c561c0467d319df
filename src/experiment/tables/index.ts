export type { BaseStatus } from './base-status.js';
export type { Caption } from './caption.js';
export { byBaseCaption, byBaseRows, type ByBaseRow } from './by-base.js';
export { exceedanceCaption, exceedanceRows, type ExceedanceRow } from './exceedance.js';
export { exposureCaption, exposureRows, type ExposureRow } from './exposure-distribution.js';
export { mapCaption, mapRows, type MapBaseRow, type MapMoveRow, type MapRow } from './map.js';
export { personnelCaption, personnelRows, type PersonnelRow } from './personnel.js';
export { riskCaption, riskRows, type RiskRow } from './risk-over-time.js';
export { weeklyCaption, weeklyRows, type WeeklyRow } from './weekly-attacks.js';
