import { describeLaw } from '../../random/laws/law.js';
import type { FittedNumber } from '../../calibration/fit/fitted-number.js';
import { calibrationAnswer, countsByReason } from './calibration-card.js';
import type { Calibration } from './calibration.js';

/** A fit as data: for calibration.json and --json, which leaves the draws out. */
export function calibrationObject(calibration: Calibration, { draws }: { readonly draws: boolean }) {
  const { options, record, process, tables, loaded, hash, warnings } = calibration;
  const { from, to, days, attacks, leftOut, countingRule } = record.record;
  const { map, diagnostics } = process.fit;
  return {
    answer: calibrationAnswer(calibration),
    record: {
      file: options.record,
      sha256: record.hash,
      format: record.format,
      rows: record.rows,
      from,
      to,
      days,
      attacks: attacks.length,
      leftOut: Object.fromEntries(countsByReason(leftOut)),
      countingRule,
      rules: record.rules,
    },
    scenario: { file: options.scenario, title: loaded.compiled.scenario.title, hash: loaded.hash },
    hash,
    seed: options.seed,
    imputations: options.imputations,
    periods: process.pieceStarts,
    actors: process.actors,
    strikes: process.strikes,
    likeliest: { ...map.model, logLikelihood: map.logLikelihood, converged: map.converged },
    diagnostics,
    tables: tables.map(({ of, table }) => ({
      of,
      rows: table.rows,
      numbers: table.numbers.map((number) => numberObject(number, draws)),
    })),
    warnings,
  };
}

function numberObject(number: FittedNumber, withDraws: boolean) {
  const { draws, prior, ...rest } = number;
  return {
    ...rest,
    ...(prior ? { prior, priorInWords: describeLaw(prior) } : {}),
    ...(withDraws ? { draws: Array.from(draws, (value) => Number(value.toPrecision(6))) } : {}),
  };
}
