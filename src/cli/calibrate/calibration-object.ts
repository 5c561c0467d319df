import { describeLaw } from '../../random/laws/law.js';
import type { RecordChecks } from '../../calibration/fit/record-checks.js';
import type { FittedNumber } from '../../calibration/fit/fitted-number.js';
import type { ProfileInterval } from '../../calibration/hawkes/excitation-profile.js';
import type { NetworkProfile } from '../../calibration/hawkes/network-profile.js';
import { countsByReason } from '../record/counts-by-reason.js';
import { calibrationAnswer, excitationSentence } from './calibration-card.js';
import type { Calibration } from './calibration.js';

/** A fit as data, for calibration.json and --json; the draws stand in files of their own. */
export function calibrationObject(calibration: Calibration) {
  const { options, record, process, evidence, tables, loaded, hash, warnings } = calibration;
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
    gates: process.gates,
    likeliest: { ...map.model, logLikelihood: map.logLikelihood, converged: map.converged },
    diagnostics,
    evidence: evidence.map(({ actor, test, profile }) => ({ actor, test, profile: withoutCurves(profile) })),
    excitation: excitationSentence(calibration),
    checks: calibration.checks ? checksObject(calibration.checks) : null,
    severity: calibration.severity ? calibration.severity.toldOf : null,
    tables: tables.map(({ of, table }) => ({
      of,
      rows: table.rows,
      numbers: table.numbers.map(numberObject),
    })),
    warnings,
  };
}

function numberObject({ draws, prior, ...rest }: FittedNumber) {
  return { ...rest, draws: draws.length, ...(prior ? { prior, priorInWords: describeLaw(prior) } : {}) };
}

function withoutCurves({ level, branching, meanLagDays, fatalBoost }: NetworkProfile) {
  const interval = ({ best, low, high, openBelow, openAbove }: ProfileInterval) => ({
    best,
    low,
    high,
    openBelow,
    openAbove,
  });
  return {
    level,
    branching: interval(branching),
    meanLagDays: interval(meanLagDays),
    ...(fatalBoost ? { fatalBoost: interval(fatalBoost) } : {}),
  };
}

function checksObject({ goodness, checks, replicas, withoutStrikes }: RecordChecks) {
  const { ks, autocorrelation, bootstraps } = goodness;
  return {
    residuals: { ks, autocorrelation, bootstraps },
    statistics: checks,
    replicas: replicas.length,
    withoutStrikes,
  };
}
