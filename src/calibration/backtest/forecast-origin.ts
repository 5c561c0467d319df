import { openStream } from '../../random/stream.js';
import { fitProcess } from '../hawkes/fit-process.js';
import type { Imputation } from '../record/impute-times.js';
import type { TargetOption } from '../target-choice/choice-likelihood.js';
import { countIn, pastDays, type CountedRecord } from './counted-record.js';
import type { Origin } from './origins.js';
import { processForecast, type CountForecast, type ProcessDraw } from './process-forecast.js';
import { simpleForecasts, type SimpleForecast } from './simple-forecasts.js';
import { fittedShares, type TargetKnowledge } from './target-shares.js';

export interface OriginQuestion {
  readonly record: CountedRecord;
  readonly origin: Origin;
  /** Of the whole record; what is not before the origin is not looked at. */
  readonly imputations: readonly Imputation[];
  /** Of the whole record; what is not before the origin is not looked at. */
  readonly targets: TargetKnowledge;
  /** Bases with people on the day of the forecast. */
  readonly hosts: readonly TargetOption[];
  readonly seed: number;
  /** Posterior draws of the process. */
  readonly draws: number;
  /** Simulated windows. */
  readonly paths: number;
}

/** The forecasts of every method at one origin, and what came. Plain data. */
export interface OriginForecast {
  readonly origin: Origin;
  /** Attacks that the forecasts knew. */
  readonly known: number;
  readonly observed: { readonly total: number; readonly byBase: readonly number[] };
  /** By method: `process`, then the simple forecasts. */
  readonly forecasts: Readonly<Record<string, CountForecast>>;
  /** Posterior medians of the process and of the choice of targets, and how well their chains agree. */
  readonly fit: {
    readonly ratePerDay: number;
    readonly branching: number;
    readonly meanLagDays: number;
    readonly sizeExponent: number;
    readonly pullSpread: number;
    readonly rHat: number;
  };
}

/** Fits the process to the past of one origin alone, and forecasts its window by every method. */
export function forecastOrigin(question: OriginQuestion): OriginForecast {
  const { record, origin, imputations, targets, hosts, seed, draws, paths } = question;
  const { day, date, horizonDays } = origin;
  const past = imputations.map(({ times, order }) =>
    [...times].filter((time, k) => time < day && record.attacks[order[k]!]!.day < day),
  );
  const fit = fitProcess({ windowDays: day, imputations: past.map((times) => [times]), seed, draws });
  const chance = openStream({ seed, replication: 0, purpose: 'back-test shares', entity: date });
  const shares = fittedShares({ record, day, targets, hosts, seed, draws });
  // A draw of one way of breaking ties may go on from another: within a day it makes no difference worth the bookkeeping.
  const before = past.map((times) => times.map((time) => time - day));
  const processDraws = Array.from({ length: fit.draws }, (_, row): ProcessDraw => ({
    model: fit.modelAt(row),
    pastDays: before[row % before.length]!,
    shares: shares.draw(row, chance),
  }));
  const process = processForecast({
    horizonDays,
    paths,
    draws: processDraws,
    chanceOf: (path) => openStream({ seed, replication: path, purpose: 'back-test', entity: date }),
  });
  const median = (kind: string): number =>
    fit.parameters.find((parameter) => parameter.kind === kind)?.after.median ?? NaN;
  return {
    origin,
    known: pastDays(record, { day }).length,
    observed: countIn(record, { from: day, days: horizonDays }),
    forecasts: { process, ...simpleOf(record, origin) },
    fit: {
      ratePerDay: median('ratePerDay'),
      branching: median('branching'),
      meanLagDays: median('meanLagDays'),
      sizeExponent: shares.sizeExponent,
      pullSpread: shares.pullSpread,
      rHat: Math.max(fit.diagnostics.rHat, shares.rHat),
    },
  };
}

/** Simple forecasts of the total, and of each base from its own past. */
function simpleOf(record: CountedRecord, { day, horizonDays }: Origin): Record<string, CountForecast> {
  const lawOf = ({ law }: SimpleForecast, base?: number) =>
    law({
      attackDays: pastDays(record, base === undefined ? { day } : { day, base }),
      pastDays: day,
      horizonDays,
    });
  return Object.fromEntries(
    Object.entries(simpleForecasts).map(([key, simple]) => [
      key,
      { total: lawOf(simple), byBase: record.bases.map((_, base) => lawOf(simple, base)) },
    ]),
  );
}
