import chiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import { greatest, intervalOf, type ExcitationProfile, type ProfileInterval } from './excitation-profile.js';
import { fullModel, networkRecords, type NetworkQuestion } from './network-question.js';
import { fitReceiver, type ReceiverFit, type ReceiverModel } from './receiver-fit.js';

export interface NetworkProfile extends ExcitationProfile {
  /** Extra weight of the receiver's fatal attacks; undefined where none killed. */
  readonly fatalBoost?: ProfileInterval;
}

/** The extra weights that are looked at. */
const greatestBoost = 10;

/**
 * Profile-likelihood intervals for one attacker of a network, without priors: of the branching of its own attacks, their mean
 * lag and their extra weight when fatal; rates, what other attackers and strikes provoke, their lags and the weight of what
 * they killed are chosen as suits best at each value. With χ² of one degree of freedom.
 * @throws RangeError if there is no imputation or a record is none of the window.
 */
export function networkProfile(
  question: NetworkQuestion & { readonly receiver: number; readonly level?: number },
): NetworkProfile {
  const { receiver, level = 0.9 } = question;
  const found = networkRecords(question, { sets: 3 });
  const records = found.of(receiver);
  const model = fullModel(found, 1.25);
  const steps = found.isLong ? 20 : 40;
  const along = (values: readonly number[], held: (value: number, k: number) => Partial<ReceiverModel>): Curve =>
    bestAlong(values, (value, k, from) => fitReceiver(records, { ...model, ...held(value, k) }, from));
  const branching = along(
    grid(steps, 1).map((value) => Math.min(greatest, value)),
    (own) => ({ own }),
  );
  const lag = along(model.lags, (_, ownLagAt) => ({ ownLagAt }));
  const boost = found.boosted.includes(receiver)
    ? along(grid(steps, greatestBoost), (ownBoost) => ({ ownBoost }))
    : undefined;
  const curves = [branching, lag, ...(boost ? [boost] : [])];
  const top = Math.max(...curves.flat().map(({ logLikelihood }) => logLikelihood));
  const limit = chiSquareQuantile(level, 1);
  const interval = (curve: Curve): ProfileInterval =>
    intervalOf(
      curve.map(({ value, logLikelihood }) => ({ value, deviance: 2 * (top - logLikelihood) })),
      limit,
    );
  return {
    level,
    logLikelihood: top,
    branching: interval(branching),
    meanLagDays: interval(lag),
    ...(boost ? { fatalBoost: interval(boost) } : {}),
  };
}

type Curve = readonly { readonly value: number; readonly logLikelihood: number }[];

/** The best fit at each value: up and down again, each from where its neighbour was best. */
function bestAlong(
  values: readonly number[],
  fit: (value: number, k: number, from: ReceiverFit | undefined) => ReceiverFit,
): Curve {
  const best: ReceiverFit[] = [];
  values.forEach((value, k) => (best[k] = fit(value, k, best[k - 1])));
  for (let k = values.length - 2; k >= 0; k--) {
    const again = fit(values[k]!, k, best[k + 1]);
    if (again.logLikelihood > best[k]!.logLikelihood) best[k] = again;
  }
  return values.map((value, k) => ({ value, logLikelihood: best[k]!.logLikelihood }));
}

function grid(steps: number, most: number): number[] {
  return Array.from({ length: steps + 1 }, (_, k) => (most * k) / steps);
}
