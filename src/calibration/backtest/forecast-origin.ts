import { openStream } from '../../random/stream.js';
import { fitProcess } from '../hawkes/fit-process.js';
import type { Imputation } from '../record/impute-times.js';
import type { ChoiceOption } from '../record/choice-sets.js';
import { countIn, pastDays, type CountedRecord } from './counted-record.js';
import type { Origin } from './origins.js';
import { processForecast, type CountForecast, type ProcessDraw } from './process-forecast.js';
import { shareDraw } from './share-draws.js';
import { simpleForecasts, type SimpleForecast } from './simple-forecasts.js';

export interface OriginQuestion {
  readonly record: CountedRecord;
  readonly origin: Origin;
  /** Of the whole record; what is not before the origin is not looked at. */
  readonly imputations: readonly Imputation[];
  /** Who hosts whom on the day of the forecast. */
  readonly hosts: readonly ChoiceOption[];
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
  /** Posterior medians of the process, and how well its chains agree. */
  readonly fit: {
    readonly ratePerDay: number;
    readonly branching: number;
    readonly meanLagDays: number;
    readonly rHat: number;
  };
}

/** Fits the process to the past of one origin alone, and forecasts its window by every method. */
export function forecastOrigin(question: OriginQuestion): OriginForecast {
  const { record, origin, imputations, hosts, seed, draws, paths } = question;
  const { day, date, horizonDays } = origin;
  const past = imputations.map(({ times, order }) =>
    [...times].filter((time, k) => time < day && record.attacks[order[k]!]!.day < day),
  );
  const fit = fitProcess({ windowDays: day, imputations: past.map((times) => [times]), seed, draws });
  const shares = openStream({ seed, replication: 0, purpose: 'back-test shares', entity: date });
  const choice = {
    personnel: record.bases.map((_, b) => hosts.find(({ base }) => base === b)?.personnel ?? 0),
    attacks: record.bases.map((_, base) => pastDays(record, { day, base }).length),
  };
  // A draw of one way of breaking ties may go on from another: within a day it makes no difference worth the bookkeeping.
  const before = past.map((times) => times.map((time) => time - day));
  const processDraws = Array.from({ length: fit.draws }, (_, row): ProcessDraw => ({
    model: fit.modelAt(row),
    pastDays: before[row % before.length]!,
    shares: shareDraw(choice, shares),
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
      rHat: fit.diagnostics.rHat,
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
