import type { CompiledScenario } from '../../model/compile.js';
import { isoDay } from '../../model/scenario/iso-date.js';
import { openStream } from '../../random/stream.js';
import { goodnessOfFit, type GoodnessOfFit } from '../check/goodness-of-fit.js';
import { predictiveChecks, type PredictiveCheck } from '../check/predictive-checks.js';
import type { DayAttack } from '../check/record-statistics.js';
import { piecewiseReplica, poissonPieces, processReplica } from '../check/replicas.js';
import { fitMap } from '../hawkes/fit-map.js';
import { fitProcess } from '../hawkes/fit-process.js';
import type { ProcessQuestion } from '../hawkes/process-question.js';
import type { ChosenBases } from '../record/choice-sets.js';
import type { AttackRecord } from '../record/attack-record.js';
import type { RecordFit } from './fit-record.js';
import type { TargetNumbers } from './target-numbers.js';

export interface CheckQuestion {
  readonly record: AttackRecord;
  readonly compiled: CompiledScenario;
  readonly process: RecordFit;
  readonly targets: readonly TargetNumbers[];
  readonly chosen: ChosenBases;
  readonly seed: number;
}

/** Whether the fitted process could have left the record, beside a Poisson process whose rate changes every two months; both with the gates of the fit. */
export interface RecordChecks {
  readonly goodness: GoodnessOfFit;
  readonly checks: readonly PredictiveCheck[];
  /** Records that the fitted process could have left. */
  readonly replicas: readonly (readonly DayAttack[])[];
  readonly attacks: readonly DayAttack[];
  /** The process that was checked left strikes aside. */
  readonly withoutStrikes: boolean;
}

const replicaCount = 400;
const bootstraps = 99;
/** Ways of breaking ties that the checks use; each bootstrap fits all of them again. */
const checkedImputations = 3;

/**
 * Checks the process of attacks alone: where strikes excite it too, it is fitted again without them. Undefined of records of
 * several actors, or with fewer than two attacks.
 */
export function recordChecks(asked: CheckQuestion): RecordChecks | undefined {
  const { record, process, seed, compiled } = asked;
  const { question, actors, strikes } = process;
  const imputations = question.imputations.slice(0, checkedImputations).map(([times = []]) => times);
  if (actors.length > 1 || record.attacks.length < 2) return undefined;
  const { windowDays } = question;
  const fatal = question.fatal?.slice(0, checkedImputations);
  const fatalShare = [(fatal?.[0]?.length ?? 0) / record.attacks.length];
  const alone = (
    sets: readonly (readonly number[])[],
    killed: readonly (readonly number[])[] | undefined,
  ): ProcessQuestion => ({
    ...question,
    imputations: sets.map((times) => [times]),
    ...(killed === undefined ? {} : { fatal: killed }),
    receivers: 1,
  });
  const fit = strikes.length > 0 ? fitProcess({ ...alone(imputations, fatal), seed }) : process.fit;
  const chance = (purpose: string) => (replication: number) => openStream({ seed, replication, purpose, entity: '' });
  const sharesAt = sharesOf(asked);
  const days = record.attacks.map(({ day }) => day);
  const { starts, gates = [] } = fit.map.model;
  const gating = { starts, gates: gates.map(([gate = 1]) => gate) };
  const pieces = poissonPieces(days, { windowDays, pieceDays: 60, gating });
  const indices = Array.from({ length: replicaCount }, (_, r) => r);
  const replicas = indices.map((r) => {
    const model = fit.modelAt(Math.floor(((r + 0.5) * fit.draws) / replicaCount));
    return processReplica({ model, fatalShare, windowDays, sharesAt }, chance('replica of the fit')(r));
  });
  const poisson = indices.map((r) =>
    piecewiseReplica({ pieces, windowDays, sharesAt }, chance('replica of Poisson')(r)),
  );
  const attacks = record.attacks.map(({ day, base }) => ({
    day,
    base: base === undefined ? -1 : compiled.baseKeys.indexOf(base),
  }));
  return {
    goodness: goodnessOfFit({
      imputations,
      windowDays,
      model: fit.map.model,
      fatal,
      refit: (sets, killed) => fitMap(alone(sets, killed)).model,
      bootstraps,
      chanceOf: chance('bootstrap of residuals'),
    }),
    checks: predictiveChecks({
      attacks,
      windowDays,
      replicas: { 'fitted process': replicas, 'Poisson, a rate for two months': poisson },
    }),
    replicas,
    attacks,
    withoutStrikes: strikes.length > 0,
  };
}

/** Shares of the bases at a day: those of the last attack before it, or of the first. */
function sharesOf({ record, targets, chosen }: CheckQuestion): (day: number) => readonly number[] {
  const [target] = targets;
  if (!target) return () => [];
  const first = isoDay(record.from);
  const choices = chosen.choices.map(({ attack, options }) => ({
    day: isoDay(record.attacks[attack]!.date) - first,
    options,
  }));
  const known = new Map<unknown, readonly number[]>();
  return (day) => {
    const { options } = choices.findLast((choice) => choice.day <= day) ?? choices[0]!;
    const shares = known.get(options) ?? target.sharesOf(options);
    known.set(options, shares);
    return shares;
  };
}
