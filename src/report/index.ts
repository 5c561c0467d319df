export { meanEquation, modelEquations, pairedEquation } from './equations.js';
export { reportHtml, reportId } from './report-html.js';
export { markdownId, reportMarkdown } from './report-markdown.js';
export { withoutRun } from './run-marks.js';
export type { Block, Equation, Fact, Figure, Measure, Report, Section, Subject, Table } from './report.js';
export {
  boxEquation,
  crossingEquation,
  informationEquation,
  morrisEquation,
  regretEquation,
  sobolEquation,
  swingEquation,
} from './design-equations.js';
export {
  crpsEquation,
  recordChoiceEquation,
  recordLikelihoodEquation,
  recordRateEquation,
  recordSeverityEquation,
  scoreDifferenceEquation,
} from './record-equations.js';
