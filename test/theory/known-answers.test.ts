// Longer than most files: one check a case, and a case is found where its file is listed.
import { z } from 'zod';
import emboldening from '../cases/emboldening.json' with { type: 'json' };
import exposure from '../cases/exposure.json' with { type: 'json' };
import hawkesMoments from '../cases/hawkes-moments.json' with { type: 'json' };
import hawkesSimulation from '../cases/hawkes-simulation.json' with { type: 'json' };
import multivariate from '../cases/multivariate.json' with { type: 'json' };
import policy from '../cases/policy.json' with { type: 'json' };
import regimes from '../cases/regimes.json' with { type: 'json' };
import targetChoice from '../cases/target-choice.json' with { type: 'json' };
import { caseCheck, checkCaseFile } from '../cases/case-checks.js';
import * as theory from '../../src/theory/index.js';

const numbers = z.array(z.number());
const matrix = z.array(numbers);
const hawkes = { mu: z.number(), n: z.number(), beta: z.number() };
const processOf = ({ mu, n, beta }: { mu: number; n: number; beta: number }): theory.HawkesProcess => ({
  baselinePerDay: mu,
  branching: n,
  decayPerDay: beta,
});
const network = z.object({ mu: numbers, G: matrix }).transform(({ mu, G }) => ({ baselinePerDay: mu, branching: G }));

checkCaseFile(
  { name: 'hawkes-moments', cases: hawkesMoments },
  {
    hawkes1_stationary_rate: caseCheck(z.object(hawkes), (given) => {
      const properties = theory.stationaryProperties(processOf(given));
      return {
        rate: properties.ratePerDay,
        kappa: properties.correlationDecayPerDay,
        excitation_half_life_days: properties.excitationHalfLifeDays,
        endogenous_share: properties.endogenousShare,
        mean_cluster_size: properties.meanClusterSize,
      };
    }),
    hawkes1_stationary_count_variance: caseCheck(z.object({ ...hawkes, tau: numbers }), ({ tau, ...rates }) => {
      const process = processOf(rates);
      const counts = tau.map((windowDays) => theory.stationaryCounts(process, windowDays));
      return {
        mean: counts.map(({ mean }) => mean),
        variance: counts.map(({ variance }) => variance),
        fano: counts.map(({ fano }) => fano),
        fano_asymptotic: theory.asymptoticFano(process),
      };
    }),
    hawkes1_transient_moments_empty_history: caseCheck(z.object({ ...hawkes, T: numbers }), ({ T, ...rates }) => {
      const process = processOf(rates);
      const counts = T.map((horizonDays) => theory.transientCounts({ process, horizonDays }));
      return {
        mean: counts.map(({ mean }) => mean),
        variance: counts.map(({ variance }) => variance),
        end_intensity_mean: counts.map(({ endIntensityPerDay }) => endIntensityPerDay),
      };
    }),
    hawkes1_autocovariance_counts: caseCheck(
      z.object({ ...hawkes, bin: z.number(), gaps: numbers }),
      ({ bin, gaps, ...rates }) => {
        const process = processOf(rates);
        const pairs = gaps.map((gapDays) => theory.windowAutocovariance(process, { windowDays: bin, gapDays }));
        return {
          c0: theory.covarianceDensityAtZero(process),
          autocov: pairs.map(({ covariance }) => covariance),
          autocorr: pairs.map(({ correlation }) => correlation),
        };
      },
    ),
    hawkes1_cluster_size_borel: caseCheck(z.object({ n: z.number() }), ({ n }) => ({
      pmf_1_to_6: theory.borelProbabilities(n, 6),
      ...theory.borelMoments(n),
      p_ge_5: theory.borelTail(n, 5),
    })),
  },
);

checkCaseFile(
  { name: 'hawkes-simulation', cases: hawkesSimulation },
  {
    hawkes1_void_probability: caseCheck(z.object({ ...hawkes, x0: z.number(), t: numbers }), ({ x0, t, ...rates }) => {
      const process = processOf(rates);
      return {
        empty_history: t.map((spanDays) => theory.voidProbability({ process, spanDays })),
        with_x0: t.map((spanDays) => theory.voidProbability({ process, spanDays, startExcitationPerDay: x0 })),
      };
    }),
    hawkes1_conditional_forecast_mean: caseCheck(
      z.object({ ...hawkes, history: numbers, t0: z.number(), h: numbers }),
      ({ history, t0, h, ...rates }) => {
        const process = processOf(rates);
        const past = { process, eventDays: history, atDay: t0 };
        const forecasts = h.map((horizonDays) => theory.forecastCounts(past, horizonDays));
        return {
          x_t0: theory.excitationPerDay(past),
          intensity_t0: forecasts[0]?.intensityPerDay,
          mean: forecasts.map(({ mean }) => mean),
          variance: forecasts.map(({ variance }) => variance),
        };
      },
    ),
    replay_ogata_thinning: caseCheck(z.object({ ...hawkes, uniforms: numbers }), ({ uniforms, ...rates }) => {
      const process = processOf(rates);
      let drawn = 0;
      const next = (): number => uniforms[drawn++] ?? NaN;
      const candidates = theory.ogataCandidates({ process }, next);
      const seen = uniforms.slice(0, uniforms.length / 2).flatMap(() => {
        const step = candidates.next();
        return step.done === true ? [] : [step.value];
      });
      return {
        candidates: seen.map(({ day, accepted }) => [day, accepted]),
        events: seen.filter(({ accepted }) => accepted).map(({ day }) => day),
        x_after_last_candidate: seen.at(-1)?.excitationPerDay,
      };
    }),
    replay_dassios_zhao: caseCheck(z.object({ ...hawkes, uniforms: numbers }), ({ uniforms, ...rates }) => {
      let drawn = 0;
      const events = theory.dassiosZhaoEvents({ process: processOf(rates) }, () => uniforms[drawn++] ?? NaN);
      return {
        time_and_intensity_after: uniforms.slice(0, uniforms.length / 2).map(() => {
          const step = events.next();
          return step.done === true ? [] : [step.value.day, step.value.intensityPerDay];
        }),
      };
    }),
  },
);

checkCaseFile(
  { name: 'multivariate', cases: multivariate },
  {
    mv_stationary_tit_for_tat_3node: caseCheck(network, (nodes) => ({
      rates: theory.stationaryRatesPerDay(nodes),
      spectral_radius: theory.spectralRadius(nodes.branching),
      total_effect: theory.totalEffects(nodes.branching),
      rates_if_strikes_never_provoke: theory.stationaryRatesPerDay(theory.withoutSource(nodes, 2)),
    })),
    mv_asymptotic_covariance: caseCheck(network, (nodes) => ({
      cov_rate: theory.asymptoticCovariancePerDay(nodes),
      fano: theory.asymptoticFanos(nodes),
    })),
    tit_for_tat_closed_loop: caseCheck(
      z.object({
        mu_a: z.number(),
        n_aa: z.number(),
        n_as: z.number(),
        p_fatal: z.number(),
        p_retaliate: z.number(),
      }),
      ({ mu_a, n_aa, n_as, p_fatal, p_retaliate }) => {
        const balance = theory.titForTatBalance({
          attackBaselinePerDay: mu_a,
          attacksPerAttack: n_aa,
          attacksPerStrike: n_as,
          fatalProbability: p_fatal,
          retaliationProbability: p_retaliate,
        });
        return {
          n_sa: balance.strikesPerAttack,
          spectral_radius: balance.spectralRadius,
          stability_margin: balance.stabilityMargin,
          attack_rate: balance.attacksPerDay,
          strike_rate: balance.strikesPerDay,
          amplification: balance.amplification,
          critical_n_as: balance.criticalAttacksPerStrike,
        };
      },
    ),
    stability_rejection: caseCheck(z.object({ cases: z.array(matrix) }), ({ cases }) => ({
      spectral_radius: cases.map(theory.spectralRadius),
      stable: cases.map(theory.isStable),
    })),
    spectral_radius_tick_3x3: caseCheck(z.object({ baseline: numbers, G: matrix }), ({ baseline, G }) => ({
      spectral_radius: theory.spectralRadius(G),
      rates: theory.stationaryRatesPerDay({ baselinePerDay: baseline, branching: G }),
    })),
  },
);

checkCaseFile(
  { name: 'target-choice', cases: targetChoice },
  {
    logit_target_shares: caseCheck(
      z.object({
        troops_or_prehandover: numbers,
        status_multiplier: numbers,
        hardening: numbers,
        distance_100km: numbers,
        alpha_N: z.number(),
        alpha_H: z.number(),
        alpha_D: z.number(),
      }),
      (given) => {
        const bases = given.troops_or_prehandover.map((personnel, b) => ({
          personnel,
          status: given.status_multiplier[b] ?? NaN,
          hardening: given.hardening[b] ?? NaN,
          distanceKm: 100 * (given.distance_100km[b] ?? NaN),
        }));
        const weights = theory.targetWeights(bases, {
          referencePersonnel: 1000,
          sizeExponent: given.alpha_N,
          hardeningAversion: given.alpha_H,
          distanceAversionPer100Km: given.alpha_D,
        });
        return {
          weights,
          shares: theory.targetShares(weights),
          inclusive_value: theory.inclusiveValue(weights),
        };
      },
    ),
    logit_close_base_displacement: caseCheck(
      z.object({ weights: numbers, closed_index: z.number(), mu_total: z.number(), eps: numbers }),
      ({ weights, closed_index, mu_total, eps }) => {
        const closures = eps.map((effortElasticity) =>
          theory.closeBase({ weights, closed: closed_index, attacksPerDay: mu_total, effortElasticity }),
        );
        return {
          rates: closures.map(({ ratesPerDay }) => ratesPerDay),
          total: closures.map(({ totalPerDay }) => totalPerDay),
          displaced_fraction: closures.map(({ displacedShare }) => displacedShare),
          share_base1_after: closures[0]?.shares[0],
        };
      },
    ),
    consolidation_multiplier_closed_form: caseCheck(
      z.object({
        B: z.number(),
        B_after: z.number(),
        troops: z.number(),
        alpha_N_eps: z.array(z.tuple([z.number(), z.number()])),
      }),
      ({ B, B_after, troops, alpha_N_eps }) => ({
        results: alpha_N_eps.map(([sizeExponent, effortElasticity]) => {
          const multipliers = theory.consolidationMultipliers({
            basesBefore: B,
            basesAfter: B_after,
            personnelBefore: troops,
            personnelAfter: troops,
            sizeExponent,
            effortElasticity,
          });
          return {
            total: multipliers.attacks,
            per_base: multipliers.attacksPerBase,
            person_attacks: multipliers.personAttacks,
            per_soldier_risk: multipliers.attacksPerPerson,
          };
        }),
      }),
    ),
    logit_elasticities: caseCheck(
      z.object({ shares: numbers, alpha_N: z.number(), eps: z.number() }),
      ({ shares, alpha_N, eps }) =>
        theory.personnelElasticities({ shares, sizeExponent: alpha_N, effortElasticity: eps }),
    ),
  },
);

checkCaseFile(
  // The worked example counts what a simulated timeline did: it is held where outcomes are.
  { name: 'exposure', cases: exposure, elsewhere: ['exposure_metrics_worked_example'] },
  {
    linear_ramp_person_days: caseCheck(
      z.object({
        start: z.number(),
        end: z.number(),
        ramp_days: z.number(),
        horizon: z.number(),
        steps: z.number(),
      }),
      ({ start, end, ramp_days, horizon, steps }) => {
        const ramp = { startPersonnel: start, endPersonnel: end, rampDays: ramp_days, horizonDays: horizon };
        const linear = theory.linearRamp(ramp);
        return {
          linear: linear.personDays,
          stepped: theory.steppedRamp(ramp, steps).personDays,
          mean_troops_linear: linear.meanPersonnel,
        };
      },
    ),
    rao_blackwell_person_attacks: caseCheck(
      z.object({ troops: numbers, rates: numbers, T: z.number() }),
      ({ troops, rates, T }) => {
        const total = rates.reduce((sum, rate) => sum + rate, 0);
        // Without branching the decay is never felt.
        const process = { baselinePerDay: total, branching: 0, decayPerDay: 1 };
        const bases = troops.map((personnel, b) => ({ personnel, share: (rates[b] ?? NaN) / total }));
        const moments = theory.personAttackMoments({ process, horizonDays: T }, bases);
        return {
          mean: moments.mean,
          variance_realised: moments.realisedVariance,
          variance_compensator: moments.compensatorVariance,
        };
      },
    ),
  },
);

checkCaseFile(
  { name: 'policy', cases: policy },
  {
    convoy_exposure: caseCheck(
      z.object({
        h0: z.number(),
        scale: z.number(),
        convoys: z.array(z.object({ count: z.number(), days: z.number() })),
        persons: z.number(),
      }),
      ({ h0, scale, convoys, persons }) => {
        const road = { attacksPerConvoyDay: h0, hostility: scale };
        const all = theory.convoyExposure(
          road,
          convoys.map(({ count, days }) => ({ convoys: count, roadDays: days, persons })),
        );
        const single = theory.convoyExposure(road, [{ convoys: 1, roadDays: 1, persons }]);
        return {
          expected_attacks: all.attacks,
          p_at_least_one: all.anyAttackProbability,
          p_single_1day: single.anyAttackProbability,
          person_attacks: all.personAttacks,
        };
      },
    ),
    handover_residual_profile: caseCheck(
      z.object({ r0: z.number(), r_inf: z.number(), tau_days: z.number(), rate_before: z.number() }),
      ({ r0, r_inf, tau_days, rate_before }) => {
        const residual = { atOnce: r0, inTheEnd: r_inf, meanDays: tau_days };
        return {
          r: [0, 30, 90, 365].map((day) => theory.residualAt(residual, day)),
          mean_first_year: theory.meanResidual(residual, 365),
          expected_attacks_365: theory.residualAttacks(residual, { attacksPerDayBefore: rate_before, spanDays: 365 }),
        };
      },
    ),
  },
);

checkCaseFile(
  { name: 'emboldening', cases: emboldening },
  {
    emboldening_impulse_poisson: caseCheck(
      z.object({ mu: z.number(), eta: z.number(), tau_days: z.number(), T: numbers }),
      ({ mu, eta, tau_days, T }) => {
        const impulse = { ratePerDay: mu, size: eta, meanDays: tau_days };
        const effects = T.map((horizonDays) => theory.impulseEffect(impulse, horizonDays));
        return {
          expected_events: effects.map(({ expectedEvents }) => expectedEvents),
          extra_events: effects.map(({ extraEvents }) => extraEvents),
          peak_multiplier: theory.peakMultiplier(impulse),
          half_life_days: theory.impulseHalfLifeDays(impulse),
          mean_multiplier_first_30d: theory.impulseEffect(impulse, 30).meanMultiplier,
        };
      },
    ),
    deterrence_then_backlash_crossing: caseCheck(
      z.object({
        rate0: z.number(),
        n_s: z.number(),
        beta_s: z.number(),
        d: z.number(),
        tau_d: z.number(),
        T: numbers,
      }),
      ({ rate0, n_s, beta_s, d, tau_d, T }) => {
        const response = {
          ratePerDay: rate0,
          provokedEvents: n_s,
          decayPerDay: beta_s,
          deterrenceDepth: d,
          deterrenceDays: tau_d,
        };
        const [signChangeDay, another] = theory.signChangeDays(response);
        return {
          sign_change_day: another === undefined ? signChangeDay : NaN,
          net_events: T.map((horizonDays) => theory.netEvents(response, horizonDays)),
          rate_at_0: theory.strikeResponsePerDay(response, 0),
        };
      },
    ),
  },
);

checkCaseFile(
  { name: 'regimes', cases: regimes },
  {
    seasonality_normalised: caseCheck(
      z.object({ a: z.number(), phi: z.number(), t: numbers, rate: z.number() }),
      ({ a, phi, t, rate }) => {
        const season = { amplitude: a, peakDay: phi };
        return {
          s: t.map((day) => theory.seasonAt(season, day)),
          max: theory.seasonMaximum(season),
          year_mean: theory.meanSeason(season, { fromDay: 0, toDay: 365.25 }),
          expected_half_year: theory.expectedSeasonalEvents(season, { fromDay: 0, toDay: 182.625, ratePerDay: rate }),
        };
      },
    ),
  },
);
