import { byBase } from './by-base.js';
import { exceedance } from './exceedance.js';
import { exposureDistribution } from './exposure-distribution.js';
import { map } from './map.js';
import { pairedDifferences } from './paired-differences.js';
import { personnel } from './personnel.js';
import { replicationTimeline } from './replication-timeline.js';
import { riskOverTime } from './risk-over-time.js';
import { strategyIntervals } from './strategy-intervals.js';
import { weeklyAttacks } from './weekly-attacks.js';

export type { Geography } from './geography.js';
export { themes, usualLook, widths, type Look, type Theme } from './look.js';
export { pageOf, type Page } from './page.js';
export type { Setting } from './setting.js';
export { languages, type Language } from './words/index.js';
export { ownGeography } from './own-geography.js';

/** Every figure of one scenario: the name of its files, what it shows, and the function from rows and caption to a Vega-Lite spec. */
export const figures = {
  exposure: {
    name: 'exposure-distribution',
    about: 'How exposure came out over the replications, in total and per person',
    make: exposureDistribution,
  },
  weekly: {
    name: 'weekly-attacks',
    about: 'Attacks by week with regimes, sample paths and the record',
    make: weeklyAttacks,
  },
  byBase: { name: 'by-base', about: 'Attacks and person-attacks by base, with the record', make: byBase },
  byWindow: {
    name: 'by-window',
    about: 'Attacks and person-attacks by month, or by the windows of the scenario, with the record',
    make: byBase,
  },
  exceedance: {
    name: 'exceedance',
    about: 'Probability of at least so many killed, in all and in one attack',
    make: exceedance,
  },
  risk: { name: 'risk-over-time', about: 'Risk by week, in total and per person', make: riskOverTime },
  personnel: { name: 'personnel', about: 'Personnel by base over time', make: personnel },
  map: { name: 'map', about: 'Bases by expected attacks, what became of them, and moves', make: map },
} as const;

/** Every figure of a comparison of several. */
export const comparisonFigures = {
  strategies: {
    name: 'strategy-intervals',
    about: 'How every scenario comes out: mean and central intervals of the replications',
    make: strategyIntervals,
  },
  differences: {
    name: 'paired-differences',
    about: 'How much every alternative differs from the baseline, with the zone of indifference',
    make: pairedDifferences,
  },
} as const;

/** Every figure of one replication. */
export const traceFigures = {
  timeline: {
    name: 'timeline',
    about: 'One replication over time: personnel, attacks by cause and harm, moves and hand-overs',
    make: replicationTimeline,
  },
} as const;

/** All of them; no two have one name. */
export const allFigures = [
  ...Object.values(figures),
  ...Object.values(comparisonFigures),
  ...Object.values(traceFigures),
] as const;
