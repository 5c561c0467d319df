import { baseByWeek } from './base-by-week.js';
import { breakEvenMap } from './break-even-map.js';
import { breakEven } from './break-even.js';
import { byBase } from './by-base.js';
import { causesOverTime } from './causes-over-time.js';
import { convergence } from './convergence.js';
import { exceedance } from './exceedance.js';
import { exposureDistribution } from './exposure-distribution.js';
import { forecastBands } from './forecast-bands.js';
import { mapBeforeAfter } from './map-before-after.js';
import { map } from './map.js';
import { morrisPlane } from './morris-plane.js';
import { pairedDifferences } from './paired-differences.js';
import { personnel } from './personnel.js';
import { pitHistogram } from './pit-histogram.js';
import { predictiveChecks } from './predictive-checks.js';
import { primTradeOff } from './prim-trade-off.js';
import { priorPosterior } from './prior-posterior.js';
import { quantileDots } from './quantile-dots.js';
import { record } from './record.js';
import { regret } from './regret.js';
import { replicationTimeline } from './replication-timeline.js';
import { residualQuantiles } from './residual-quantiles.js';
import { riskOverTime } from './risk-over-time.js';
import { scoreDifferences } from './score-differences.js';
import { sobolBars } from './sobol-bars.js';
import { strategyIntervals } from './strategy-intervals.js';
import { sweepLines } from './sweep-lines.js';
import { sweepMap } from './sweep-map.js';
import { tornado } from './tornado.js';
import { totalAgainstPerPerson } from './total-against-per-person.js';
import { voiBars } from './voi-bars.js';
import { weeklyAttacks } from './weekly-attacks.js';
import { weeklyByBase } from './weekly-by-base.js';

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
  dots: {
    name: 'quantile-dots',
    about: 'Killed and person-attacks as twenty equally likely futures',
    make: quantileDots,
  },
  weekly: {
    name: 'weekly-attacks',
    about: 'Attacks by week with regimes, sample paths and the record',
    make: weeklyAttacks,
  },
  weeklyByBase: {
    name: 'weekly-by-base',
    about: 'Attacks by week at each base, with the record',
    make: weeklyByBase,
  },
  baseByWeek: {
    name: 'base-by-week',
    about: 'Expected attacks, base by week',
    make: baseByWeek,
  },
  causes: {
    name: 'causes-over-time',
    about: 'Expected attacks by week and cause',
    make: causesOverTime,
  },
  byBase: { name: 'by-base', about: 'Attacks and person-attacks by base, with the record', make: byBase },
  byWindow: {
    name: 'by-window',
    about: 'Attacks and person-attacks by month, or by the windows of the scenario, with the record',
    make: byBase,
  },
  byMonth: {
    name: 'by-month',
    about: 'Attacks and person-attacks by calendar month, with the record',
    make: byBase,
  },
  record: {
    name: 'record',
    about: 'The public record by month and by place, without any model',
    make: record,
  },
  exceedance: {
    name: 'exceedance',
    about: 'Probability of at least so many killed, in all and in one attack',
    make: exceedance,
  },
  risk: { name: 'risk-over-time', about: 'Risk by week, in total and per person', make: riskOverTime },
  personnel: { name: 'personnel', about: 'Personnel by base over time', make: personnel },
  contingents: {
    name: 'personnel-by-contingent',
    about: 'Personnel by contingent over time',
    make: personnel,
  },
  map: { name: 'map', about: 'Bases by expected attacks, what became of them, and moves', make: map },
  mapBeforeAfter: {
    name: 'map-before-after',
    about: 'The map at the start and at the end, with the moves between',
    make: mapBeforeAfter,
  },
  convergence: {
    name: 'convergence',
    about: 'How the means settled with the number of replications',
    make: convergence,
  },
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
  tradeOff: {
    name: 'total-against-per-person',
    about: 'Risk in total against risk per person, scenario by scenario',
    make: totalAgainstPerPerson,
  },
  regret: {
    name: 'regret',
    about: 'How much worse every scenario is than the best of the same future, by metric',
    make: regret,
  },
  convergence: {
    name: 'convergence-of-differences',
    about: 'How the differences settled with the number of replications',
    make: convergence,
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

/** Every figure of a design over uncertain numbers. */
export const designFigures = {
  tornado: { name: 'tornado', about: 'What each uncertain number does to the answer, one at a time', make: tornado },
  morris: {
    name: 'morris-plane',
    about: 'How much each number moves the answer, and how much that depends on the rest',
    make: morrisPlane,
  },
  sobol: {
    name: 'sobol-indices',
    about: 'What share of the variance goes with each number, and with chance',
    make: sobolBars,
  },
  voi: {
    name: 'voi',
    about: 'What knowing a number before choosing between scenarios would save at most',
    make: voiBars,
  },
  robustness: {
    name: 'robustness',
    about: 'How much worse every scenario is than the best of the same state of the world, by metric',
    make: regret,
  },
  sweep: { name: 'sweep', about: 'The mean outcome along one number', make: sweepLines },
  sweepMap: { name: 'sweep-map', about: 'The mean outcome over two numbers', make: sweepMap },
  breakEven: {
    name: 'break-even',
    about: 'Where along a number the difference of two scenarios crosses zero',
    make: breakEven,
  },
  breakEvenMap: {
    name: 'break-even-map',
    about: 'Which of two scenarios is better over two numbers, and where that is not told',
    make: breakEvenMap,
  },
  prim: {
    name: 'prim-trade-off',
    about: 'How well boxes of numbers tell where something happens: coverage against density',
    make: primTradeOff,
  },
} as const;

/** Every figure of a fit of the attack process to a record. */
export const calibrationFigures = {
  recordByMonth: {
    name: 'record-by-month',
    about: 'Attacks of the record by month, and what the fitted process gives',
    make: forecastBands,
  },
  residualQuantiles: {
    name: 'residual-quantiles',
    about: 'Whether the fitted process explains when attacks came',
    make: residualQuantiles,
  },
  priorPosterior: {
    name: 'prior-posterior',
    about: 'Each fitted number before the record and after it',
    make: priorPosterior,
  },
  predictiveChecks: {
    name: 'predictive-checks',
    about: 'The record among records that the fitted process, and a Poisson process, could have left',
    make: predictiveChecks,
  },
} as const;

/** Every figure of a back-test. */
export const backtestFigures = {
  forecasts: {
    name: 'backtest-forecasts',
    about: 'What was forecast from the past alone, and what came',
    make: forecastBands,
  },
  pit: { name: 'pit-histogram', about: 'Whether forecasts were as sure as they should have been', make: pitHistogram },
  scores: {
    name: 'score-differences',
    about: 'How much worse simple forecasts score than the fitted process',
    make: scoreDifferences,
  },
} as const;

/** All of them; no two have one name. */
export const allFigures = [
  ...Object.values(figures),
  ...Object.values(comparisonFigures),
  ...Object.values(traceFigures),
  ...Object.values(designFigures),
  ...Object.values(calibrationFigures),
  ...Object.values(backtestFigures),
] as const;
