import type { CompiledScenario } from '../../model/compile.js';
import { fitProcess, type ProcessFit } from '../hawkes/fit-process.js';
import type { ProcessPriors, ProcessQuestion } from '../hawkes/process-question.js';
import type { AttackRecord } from '../record/attack-record.js';
import { imputeTimes, type Imputation } from '../record/impute-times.js';
import type { FittedTable } from './fitted-number.js';
import { priorsOf } from './priors-of.js';
import { processNumbers } from './process-numbers.js';
import { recordGates, type UsedGate } from './record-gates.js';
import { strikeTimes } from './strike-times.js';
import { untoldBoosts } from './untold-boosts.js';

export interface RecordFitQuestion {
  readonly record: AttackRecord;
  readonly compiled: CompiledScenario;
  readonly seed: number;
  /** Ways of breaking ties within a day. */
  readonly imputations: number;
  /** Dates on which the rate without excitation may change, within the record. */
  readonly periods: readonly string[];
}

/** The attack process of a scenario, fitted to a record. */
export interface RecordFit {
  readonly fit: ProcessFit;
  readonly numbers: FittedTable;
  /** Keys of the actors that the record has attacks of. */
  readonly actors: readonly string[];
  readonly pieceStarts: readonly string[];
  readonly strikes: readonly number[];
  /** Regimes of the scenario within the record, as gates of the likelihood. */
  readonly gates: readonly UsedGate[];
  readonly imputations: readonly Imputation[];
  /** The fit's question, for checks that fit again. */
  readonly question: ProcessQuestion;
  /** Priors that the scenario gives in place of the usual ones. */
  readonly fromScenario: Partial<ProcessPriors>;
  /** What the scenario has and the fit leaves out of account. */
  readonly leftOut: readonly string[];
}

/**
 * Fits rates, branching and lags of the actors that the record has attacks of; strikes up to its end are a source that only
 * excites. The times of attacks within their days are drawn several times over and the draws of all are pooled.
 */
export function fitRecord(asked: RecordFitQuestion): RecordFit {
  const { record, compiled, seed } = asked;
  const { scenario } = compiled;
  const actors = compiled.actorKeys.filter((key) => record.attacks.some(({ actor }) => actor === key));
  const imputations = imputeTimes(record, { seed, imputations: asked.imputations });
  const strikes = strikeTimes(scenario, record);
  const periods = asked.periods.toSorted();
  const pieceStarts = [record.from, ...periods];
  const gates = recordGates({ record, compiled, actors, periods });
  const fromScenario = priorsOf(scenario, actors);
  const question: ProcessQuestion = {
    windowDays: record.days,
    imputations: imputations.map((imputation) => [
      ...actors.map((actor) => timesOf(record, { imputation, actor })),
      ...(strikes.times.length > 0 ? [strikes.times] : []),
    ]),
    fatal: imputations.map((imputation) => fatalTimes(record, imputation)),
    starts: gates.starts,
    rates: gates.periods,
    gates: gates.gates,
    uncertainGates: gates.uncertainGates,
    receivers: actors.length,
    priors: fromScenario,
  };
  const fit = fitProcess({ ...question, seed });
  const told = processNumbers(fit, { actors, pieceStarts, gates: gates.uncertainGates.map(({ name }) => name) });
  const harmless = actors.filter((key) => !record.attacks.some(({ actor, killed = 0 }) => actor === key && killed > 0));
  const untold = untoldBoosts(compiled.scenario, { actors: harmless, rows: fit.draws, seed });
  return {
    fit,
    numbers: { ...told, numbers: [...told.numbers, ...untold] },
    actors,
    pieceStarts,
    strikes: strikes.times,
    gates: gates.used,
    imputations,
    question,
    fromScenario,
    leftOut: leftOutOf(asked, { actors, harmless, strikes: strikes.leftOut, gates: gates.leftOut }),
  };
}

function timesOf(
  record: AttackRecord,
  { imputation, actor }: { readonly imputation: Imputation; readonly actor: string },
): number[] {
  const { times, order } = imputation;
  return [...times].filter((_, i) => record.attacks[order[i]!]!.actor === actor);
}

function fatalTimes(record: AttackRecord, { times, order }: Imputation): number[] {
  return [...times].filter((_, i) => (record.attacks[order[i]!]!.killed ?? 0) > 0);
}

function leftOutOf(
  { record, compiled }: RecordFitQuestion,
  about: {
    readonly actors: readonly string[];
    /** Those none of whose attacks killed. */
    readonly harmless: readonly string[];
    readonly strikes: readonly string[];
    readonly gates: readonly string[];
  },
): string[] {
  const { scenario, actorKeys } = compiled;
  const silent = actorKeys.filter((key) => !about.actors.includes(key));
  const within = record.to >= scenario.start;
  const deterred = about.actors.filter((key) => scenario.actors[key]?.deterrence.depth.value !== 0);
  const untold = record.attacks.filter(({ killed }) => killed === undefined).length;
  const onRoad = record.attacks.filter(({ scope }) => scope === 'convoy').length;
  return [
    ...(silent.length > 0 ? [`${silent.join(', ')}: the record has no attack of theirs, so their numbers stay`] : []),
    ...(about.strikes.length > 0
      ? [`${about.strikes.join(', ')}: strikes that are not certain or not of magnitude 1 excite nothing here`]
      : []),
    ...about.gates.map((gate) => `${gate}: what it does to the rate within the record is taken as part of the rate`),
    ...(within
      ? ['moves within the record: that effort follows targets and departures embolden is taken as part of the rate']
      : []),
    ...(deterred.length > 0 && about.strikes.length + scenario.strikes.events.length > 0
      ? [`deterrence by strikes (${deterred.join(', ')}) is taken as part of the rate`]
      : []),
    ...(untold > 0
      ? [
          `${untold} of ${record.attacks.length} attacks without a word of the dead excite like those that killed nobody`,
        ]
      : []),
    ...(about.harmless.length > 0
      ? [
          `${about.harmless.join(', ')}: no attack that killed is told, so that the extra weight of such (fatalBoost) stays as it is`,
        ]
      : []),
    ...(onRoad > 0 ? [`${onRoad} on convoys count towards the rate, which the scenario takes as that on bases`] : []),
  ];
}
