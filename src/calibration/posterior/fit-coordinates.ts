import { quantileOf } from '../../random/laws/law.js';
import { climb } from './climb.js';
import { fittedParameter, type FittedParameter } from './fitted-parameter.js';
import type { Objective } from './objective.js';
import type { Prior } from './prior.js';
import { samplePosterior, type SamplingDiagnostics } from './sample-posterior.js';

export interface CoordinatesQuestion {
  readonly coordinates: readonly { readonly name: string; readonly prior: Prior }[];
  /** Log-likelihood of values, in the order of the coordinates, and its derivatives by them. */
  readonly logLikelihood: Objective;
  readonly seed: number;
  /** What is fitted: names the streams of chance. */
  readonly entity: string;
  readonly draws?: number;
}

export interface CoordinatesFit {
  readonly parameters: readonly FittedParameter[];
  /** The values at the top of the posterior density of the coordinates. */
  readonly most: readonly number[];
  readonly logLikelihood: number;
  readonly converged: boolean;
  readonly diagnostics: SamplingDiagnostics;
}

/** Fits a few numbers with priors by the likelihood of one record: the top of the posterior, and draws from it. */
export function fitCoordinates(question: CoordinatesQuestion): CoordinatesFit {
  const { coordinates, logLikelihood, seed, entity, draws } = question;
  const objective = withPriors(question);
  const summit = climb(objective, {
    from: Float64Array.from(coordinates, ({ prior }) => prior.coordinateOf(quantileOf(prior.law)(0.5))),
  });
  const { points, diagnostics } = samplePosterior({
    objectives: [objective],
    together: objective,
    top: summit.at,
    seed,
    entity,
    ...(draws === undefined ? {} : { draws }),
  });
  const most = coordinates.map(({ prior }, k) => prior.valueAt(summit.at[k]!));
  return {
    parameters: coordinates.map(({ name, prior }, k) =>
      fittedParameter(name, { prior, draws: Float64Array.from(points, (point) => prior.valueAt(point[k]!)) }),
    ),
    most,
    logLikelihood: logLikelihood(Float64Array.from(most), new Float64Array(most.length)),
    converged: summit.converged,
    diagnostics,
  };
}

function withPriors({ coordinates, logLikelihood }: CoordinatesQuestion): Objective {
  const values = new Float64Array(coordinates.length);
  const byValue = new Float64Array(coordinates.length);
  return (point, slopes) => {
    coordinates.forEach(({ prior }, k) => (values[k] = prior.valueAt(point[k]!)));
    // A sampler that strays far makes an exponential overflow.
    if (!values.every(Number.isFinite)) return -Infinity;
    byValue.fill(0);
    let density = logLikelihood(values, byValue);
    coordinates.forEach(({ prior }, k) => {
      const { value, slope } = prior.logDensityAt(point[k]!);
      density += value;
      slopes[k] = slope + byValue[k]! * prior.riseAt(point[k]!);
    });
    return density;
  };
}
