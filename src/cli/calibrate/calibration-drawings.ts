import {
  predictiveCheckCaption,
  predictiveCheckRows,
  priorPosteriorCaption,
  priorPosteriorRows,
  recordByMonthCaption,
  recordByMonthRows,
  residualQuantileCaption,
  residualQuantileRows,
} from '../../calibration/tables/index.js';
import { calibrationFigures, type Page } from '../../figures/index.js';
import { longDate } from '../../model/scenario/iso-date.js';
import { drawFigure, type FigureDrawing } from '../figure-set.js';
import { counted } from '../number-text.js';
import type { Calibration } from './calibration.js';

/** All figures of a fit that have something to show. */
export function drawCalibration({ options, record, checks, tables }: Calibration, page: Page): FigureDrawing[] {
  const { attacks, from, to, days, countingRule } = record.record;
  const about = {
    record: `${counted(attacks.length, 'attack')}, ${longDate(from)} to ${longDate(to)}. ${countingRule}`,
    origin: `${counted(options.imputations, 'way')} of breaking ties, seed ${options.seed}`,
  };
  const alone = checks?.withoutStrikes ? { ...about, origin: `${about.origin}; strikes left aside` } : about;
  const numbers = tables.flatMap(({ table }) =>
    table.numbers.flatMap(({ words, prior, draws }) => (prior ? [{ name: capital(words), prior, draws }] : [])),
  );
  const believed = priorPosteriorRows(numbers);
  const drawings = [
    drawFigure(calibrationFigures.priorPosterior, {
      rows: believed,
      caption: priorPosteriorCaption(about, believed),
      page,
    }),
  ];
  if (!checks) return drawings;
  const months = recordByMonthRows({ from, days, attacks: checks.attacks, replicas: checks.replicas });
  const residuals = residualQuantileRows(checks.goodness);
  const statistics = predictiveCheckRows(checks.checks);
  return [
    drawFigure(calibrationFigures.recordByMonth, { rows: months, caption: recordByMonthCaption(alone, months), page }),
    ...drawings,
    drawFigure(calibrationFigures.residualQuantiles, {
      rows: residuals,
      caption: residualQuantileCaption(alone, checks.goodness),
      page,
    }),
    drawFigure(calibrationFigures.predictiveChecks, {
      rows: statistics,
      caption: predictiveCheckCaption(alone, checks.checks),
      page,
    }),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
