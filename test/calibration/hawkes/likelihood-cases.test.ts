import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import likelihood from '../../cases/likelihood.json' with { type: 'json' };
import { caseCheck, checkCaseFile } from '../../cases/case-checks.js';
import { expectClose } from '../../cases/compare.js';
import { trackOf, type EventTrack } from '../../../src/calibration/hawkes/event-track.js';
import type { HawkesModel } from '../../../src/calibration/hawkes/hawkes-model.js';
import { logLikelihood, logLikelihoodGradient } from '../../../src/calibration/hawkes/log-likelihood.js';
import { curvature } from '../../../src/calibration/posterior/curvature.js';

const numbers = z.array(z.number());
const single = z.object({ events: numbers, T: z.number(), mu: z.number(), n: z.number(), beta: z.number() });

function modelOf({ mu, n, beta }: { mu: number; n: number; beta: number }): HawkesModel {
  return { starts: [0], baseline: [[mu]], branching: [[n]], decay: [beta] };
}

function derivatives(given: z.infer<typeof single>): { loglik: number; grad: number[]; hess: number[][] } {
  const track = trackOf({ times: [given.events], windowDays: given.T });
  const at = Float64Array.of(given.mu, given.n, given.beta);
  const climb = (point: Float64Array, slopes: Float64Array): number => {
    const [mu, n, beta] = point;
    const answer = logLikelihoodGradient(modelOf({ mu: mu!, n: n!, beta: beta! }), track);
    const { baseline, branching, decay } = answer.slopes;
    slopes.set([baseline[0]!, branching[0]!, decay[0]!]);
    return answer.logLikelihood;
  };
  const slopes = new Float64Array(3);
  const loglik = climb(at, slopes);
  const hess = curvature(climb, { at, steps: at.map((value) => value / 64) });
  return { loglik, grad: [...slopes], hess };
}

checkCaseFile(
  { name: 'likelihood', cases: likelihood, elsewhere: ['residuals_time_change_uv'] },
  {
    loglik_uv_small: caseCheck(single, derivatives),
    loglik_uv_hawkesbow_analytic: caseCheck(single, derivatives),
    loglik_uv_hawkeslib_fixture: caseCheck(single, (given) => ({
      loglik: logLikelihood(modelOf(given), trackOf({ times: [given.events], windowDays: given.T })),
    })),
    loglik_empty_history: caseCheck(
      z.object({ T: z.number(), mu: z.number(), mu3: numbers, T3: z.number() }),
      ({ T, mu, mu3, T3 }) => ({
        loglik: logLikelihood(modelOf({ mu, n: 0.4, beta: 0.1 }), trackOf({ times: [[]], windowDays: T })),
        loglik3: logLikelihood(
          { starts: [0], baseline: [mu3], branching: mu3.map(() => [0.2, 0.1, 0.3]), decay: [1, 2, 3] },
          trackOf({ times: [[], [], []], windowDays: T3 }),
        ),
      }),
    ),
    loglik_bivariate_tick: caseCheck(
      z.object({
        events: z.array(numbers),
        mu: numbers,
        n: z.array(numbers),
        beta: z.number(),
        T: z.tuple([z.number(), z.number(), z.number()]),
      }),
      ({ events, mu, n, beta, T }) => {
        const model = { starts: [0], baseline: [mu], branching: n, decay: [beta, beta] };
        const tracks = T.map((windowDays) => trackOf({ times: events, windowDays }));
        const loss = (some: readonly EventTrack[]): number => tickLoss(model, some);
        return {
          loglik: tracks.map((track) => logLikelihood(model, track)),
          tick_loss_T4_25: loss(tracks.slice(0, 1)),
          tick_loss_two_realisations_5_65_and_5_87: loss(tracks.slice(1)),
          tick_loss_second_node_empty_T4_25: loss([trackOf({ times: [events[0]!, []], windowDays: T[0] })]),
        };
      },
    ),
  },
);

describe('a gate that holds throughout leaves the case as it is at a baseline and branching divided by it', () => {
  test.each(['loglik_uv_small', 'loglik_uv_hawkesbow_analytic', 'loglik_uv_hawkeslib_fixture'])('%s', (name) => {
    const found = likelihood.find((one) => one.name === name)!;
    const { events, T, mu, n, beta } = single.parse(found.parameters);
    for (const gate of [0.15, 3]) {
      const model = { ...modelOf({ mu: mu / gate, n: n / gate, beta }), gates: [[gate]] };
      const value = logLikelihood(model, trackOf({ times: [events], windowDays: T }));
      expectClose(value, found.expected.loglik, found.tolerance.rel);
    }
  });

  test('and one that is 0 from the last event on takes what was expected after it', () => {
    const { events, T, mu, n, beta } = single.parse(likelihood[0]!.parameters);
    const last = events.at(-1)!;
    const model = {
      starts: [0, last + 1e-9],
      baseline: [[mu], [mu]],
      branching: [[n]],
      decay: [beta],
      gates: [[1], [0]],
    };
    const value = logLikelihood(model, trackOf({ times: [events], windowDays: T, starts: model.starts }));
    const fading = events.reduce((sum, day) => sum + Math.exp(-beta * (last - day)) - Math.exp(-beta * (T - day)), 0);
    const expected = z.number().parse(likelihood[0]!.expected.loglik) + mu * (T - last) + n * fading;
    expect(value).toBeCloseTo(expected, 7);
  });
});

/** tick's loss: minus (log-likelihood + nodes × days) over events, of several realisations together. */
function tickLoss(model: HawkesModel, tracks: readonly EventTrack[]): number {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const days = sum(tracks.map(({ pieceDays }) => pieceDays[0]!));
  const events = sum(tracks.flatMap(({ counts }) => counts));
  return -(sum(tracks.map((track) => logLikelihood(model, track))) + model.baseline[0]!.length * days) / events;
}
