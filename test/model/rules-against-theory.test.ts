import { describe, expect, test } from 'vitest';
import multivariate from '../cases/multivariate.json' with { type: 'json' };
import { lastingSpectralRadius } from '../../src/model/draw-values.js';
import { compileScenario, type CompiledScenario } from '../../src/model/compile.js';
import { zetaTruncatedSurvival } from '../../src/random/laws/zeta.js';
import { expectedCounts } from '../../src/theory/network-counts.js';
import { titForTatBalance } from '../../src/theory/tit-for-tat.js';
import { expectClose } from '../cases/compare.js';
import { expectMean, expectRejected } from '../kernel/z-score.js';
import { endAfter, plain, readOrFail, simulate } from './small-scenario.js';

const compiled = (change: object): CompiledScenario => compileScenario(readOrFail({ ...plain, ...change }));
const militias = plain.actors.militias;
const always = { probability: 1, delayDays: { mean: 0 } };
const fatal = { severity: { fatalProbability: 1 } };

describe('strikes and attacks that answer each other', () => {
  const known = multivariate.find(({ name }) => name === 'tit_for_tat_closed_loop')!;
  const { mu_a, n_aa, n_as, p_fatal, p_retaliate } = known.parameters as unknown as Record<string, number> & {
    mu_a: number;
    n_aa: number;
    n_as: number;
    p_fatal: number;
    p_retaliate: number;
  };
  const loop = (days: number, strike: object): CompiledScenario =>
    compiled({
      end: endAfter(days),
      severity: { fatalProbability: p_fatal },
      actors: { militias: { ...militias, baselinePerDay: mu_a, branching: { militias: n_aa, strikes: n_as } } },
      rules: [
        {
          name: 'retaliate',
          after: { killedAtLeast: 1 },
          then: { strike: { probability: p_retaliate, ...strike } },
          coolDownDays: 0,
        },
      ],
    });
  const [attackDecay, strikeDecay] = [1 / 10, 1 / 20];
  const n = 1500;

  test('struck back at once, both have the means of the moment equations: a strike is a second mark of an attack', () => {
    const days = 120;
    const outcome = simulate(loop(days, { delayDays: { mean: 0 } }), { n });
    // Twice the same process: the second one's jump is the strike, with probability n_sa.
    const [attacks] = expectedCounts({
      baseline: [mu_a, mu_a],
      branching: [
        [n_aa, n_as],
        [n_aa, n_as],
      ],
      decay: [attackDecay, strikeDecay],
      start: [0, 0],
      horizon: days,
      jumps: [1, p_fatal * p_retaliate].map((mean) => ({ mean, meanSquare: mean })),
    });
    expectMean('attacks', outcome('attacks'), attacks!);
    expectMean('strikes', outcome('strikes'), p_fatal * p_retaliate * attacks!);
    expect(outcome('ruleFired.retaliate')).toEqual(outcome('strikes'));
  });

  test('with a delay that is exponential like the lag of an attack, they are a network of two', () => {
    const days = 120;
    const outcome = simulate(loop(days, { delayDays: { mean: 10, shape: 1 } }), { n });
    const [attacks, strikes] = expectedCounts({
      baseline: [mu_a, 0],
      branching: [
        [n_aa, n_as],
        [p_fatal * p_retaliate, 0],
      ],
      decay: [attackDecay, strikeDecay],
      start: [0, 0],
      horizon: days,
    });
    expectMean('attacks', outcome('attacks'), attacks!);
    expectMean('strikes', outcome('strikes'), strikes!);
    expectRejected('strikes without the delay', outcome('strikes'), p_fatal * p_retaliate * attacks!);
  });

  test('the long-run balance and the spectral radius are those of the closed form', () => {
    const expected = known.expected as unknown as { spectral_radius: number; attack_rate: number; strike_rate: number };
    const scenario = loop(120, {});
    expectClose(lastingSpectralRadius(scenario, scenario.parameters.points), expected.spectral_radius, 1e-10);
    const balance = titForTatBalance({
      attackBaselinePerDay: mu_a,
      attacksPerAttack: n_aa,
      attacksPerStrike: n_as,
      fatalProbability: p_fatal,
      retaliationProbability: p_retaliate,
    });
    // Differences of two horizons leave the start out.
    const [early, late] = [500, 1000].map((days) => simulate(loop(days, { delayDays: { mean: 0 } }), { n: 400 }));
    const rate = (name: string): number[] => late!(name).map((count, i) => (count - early!(name)[i]!) / 500);
    expectMean('attacks per day', rate('attacks'), balance.attacksPerDay);
    expectMean('strikes per day', rate('strikes'), balance.strikesPerDay);
  });

  test('the strike row is the chance that an attack kills so many, with the tail cut at those there', () => {
    const scenario = compiled({
      severity: { fatalProbability: 0.5, fatalityExponent: 2.2 },
      actors: { militias: { ...militias, branching: { militias: 0, strikes: 3 } } },
      rules: [{ name: 'r', after: { killedAtLeast: 4 }, then: { strike: { probability: 0.6, magnitude: 2 } } }],
    });
    const row = 0.5 * zetaTruncatedSurvival(2.2, 4, 1000) * 0.6 * 2;
    expectClose(lastingSpectralRadius(scenario, scenario.parameters.points), Math.sqrt(3 * row), 1e-10);
  });
});

describe('conditions, draws and cool-downs', () => {
  // Attacks are a Poisson process of 0.2 per day over 100 days: nothing provokes, and effort is fixed.
  const [rate, days, n] = [0.2, 100, 2000];
  const leaving = (after: object, more: object = {}): CompiledScenario =>
    compiled({
      ...fatal,
      rules: [{ name: 'go', contingent: 'us', after, then: { leave: { ...always, ...more } }, coolDownDays: 0 }],
    });

  test('a contingent has left with the chance of one thinned attack, on a day of its exponential law', () => {
    const outcome = simulate(leaving({ ownKilledAtLeast: 1 }, { probability: 0.15 }), { n });
    expectMean('left', outcome('left.us'), -Math.expm1(-0.15 * rate * days));
    const until = outcome('leftDay.us').map((day) => (Number.isNaN(day) ? days : day));
    expectMean('day', until, -Math.expm1(-0.15 * rate * days) / (0.15 * rate));
    // Until it leaves there are attacks at its base, afterwards none.
    expectMean('attacks', outcome('attacks'), -Math.expm1(-0.15 * rate * days) / 0.15);
  });

  test('two attacks within w days come by the law of the first close pair', () => {
    const w = 3;
    let none = 0;
    let term = Math.exp(-rate * days);
    // Σ e^{−λT} λⁿ (T − (n − 1)w)ⁿ / n!: n attacks, each at least w after the last.
    for (let k = 0; k === 0 || days > (k - 1) * w; k++) {
      if (k > 0) term *= rate / k;
      none += term * (k === 0 ? 1 : (days - (k - 1) * w) ** k);
    }
    const outcome = simulate(leaving({ attacksAtLeast: 2, withinDays: w }), { n });
    expectMean('left', outcome('left.us'), 1 - none);
  });

  test('a cool-down makes a renewal process, and runs only where something was done', () => {
    const [p, coolDownDays] = [0.5, 14];
    const outcome = simulate(
      compiled({
        ...fatal,
        actors: { militias: { ...militias, branching: { militias: 0, strikes: 0 } } },
        rules: [
          { name: 'r', after: { killedAtLeast: 1 }, then: { strike: { ...always, probability: p } }, coolDownDays },
        ],
      }),
      { n },
    );
    // Σ_k P(sum of k exponential waits ≤ T − (k − 1)c)
    let firings = 0;
    for (let k = 1; days > (k - 1) * coolDownDays; k++) {
      const mean = p * rate * (days - (k - 1) * coolDownDays);
      let fewer = 0;
      for (let i = 0, term = Math.exp(-mean); i < k; term *= mean / ++i) fewer += term;
      firings += 1 - fewer;
    }
    expectMean('firings', outcome('ruleFired.r'), firings);
  });

  test('of alternatives exactly one is done, each with its probability', () => {
    const bases = { ...plain.bases, beta: { location: { lat: 1, lon: 1 } } };
    const scenario = compiled({
      bases,
      rules: [
        {
          name: 'quit',
          contingent: 'us',
          after: { daysWithoutStrike: 20 },
          then: [
            { leave: { ...always, probability: 0.2 } },
            { halve: { ...always, probability: 0.3 } },
            { relocate: { ...always, probability: 0.4, toBase: 'beta', by: 'air' } },
          ],
        },
      ],
    });
    const outcome = simulate(scenario, { n: 2000 });
    const share = (persons: (i: number) => boolean): number[] =>
      outcome('personDays').map((_, i) => (persons(i) ? 1 : 0));
    const [all, beta] = [outcome('personDays'), outcome('personDays.base.beta')];
    expectMean(
      'leave',
      share((i) => all[i] === 20_000),
      0.2,
    );
    expectMean(
      'halve',
      share((i) => all[i] === 60_000),
      0.3,
    );
    expectMean(
      'relocate',
      share((i) => beta[i] === 80_000),
      0.4,
    );
    expectMean('left', outcome('left.us'), 0.9);
  });

  test('days of training lost are those from the trigger, cut at the end', () => {
    const scenario = compiled({
      ...fatal,
      rules: [
        {
          name: 'stop',
          contingent: 'us',
          after: { killedAtLeast: 1 },
          then: { pause: { forDays: 60 } },
          coolDownDays: 1000,
        },
      ],
    });
    // E min(60, (T − τ)⁺) for τ exponential: ∫ of P(τ ≤ T − s) over s from 0 to 60.
    const exact = 60 - (Math.exp(-rate * days) / rate) * Math.expm1(rate * 60);
    expectMean('days', simulate(scenario, { n })('missionDaysLost'), exact);
  });

  test('pauses that overlap are counted once', () => {
    const scenario = compiled({
      strikes: { events: [{ day: '2020-01-11', magnitude: 0 }] },
      rules: ['a', 'b'].map((name, i) => ({
        name,
        contingent: 'us',
        after: { daysWithoutStrike: 30 + 10 * i },
        then: { pause: { forDays: 25 } },
      })),
    });
    // From day 40 and 50 for 25 days each.
    expect(simulate(scenario, { n: 1 })('missionDaysLost')).toEqual([35]);
  });

  test('a delay is drawn anew each time, from a Gamma law', () => {
    const scenario = compiled({
      ...fatal,
      rules: [
        {
          name: 'go',
          contingent: 'us',
          after: { daysWithoutStrike: 10 },
          then: { leave: { probability: 1, delayDays: { mean: 6, shape: 2 } } },
        },
      ],
      end: endAfter(400),
    });
    const delays = simulate(scenario, { n: 2000 })('leftDay.us').map((day) => day - 10);
    expectMean('delay', delays, 6);
    expectMean(
      'its square',
      delays.map((day) => day ** 2),
      36 + 18,
    );
  });
});

describe('truces', () => {
  const truce = (more: object) => ({ truce: { ...always, gate: 0.15, forDays: 20, ...more } });
  const expected = (then: object, events: object[] = [], n = 1): number[] =>
    simulate(
      compiled({
        actors: { militias: { ...militias, branching: { militias: 0, strikes: 0 } } },
        strikes: { events },
        rules: [{ name: 'truce', after: { daysWithoutStrike: 30 }, then, coolDownDays: 0 }],
      }),
      { n },
    )('expectedAttacks');

  test('one begins when so many days have passed without a strike, once, and lasts its time', () => {
    expect(expected(truce({}))[0]).toBeCloseTo(0.2 * (100 - 20 * 0.85), 9);
  });

  test('a strike before it puts it off, one in it breaks it with its probability, and each strike arms it again', () => {
    // Strikes on days 20 and 55: a truce from 50, broken at 55 or not, and one from 85 to 100.
    const events = [{ day: '2020-01-21' }, { day: '2020-02-25' }];
    expect(expected(truce({ brokenByStrike: 1 }), events)[0]).toBeCloseTo(0.2 * (100 - (5 + 15) * 0.85), 9);
    expect(expected(truce({ brokenByStrike: 0 }), events)[0]).toBeCloseTo(0.2 * (100 - (20 + 15) * 0.85), 9);
    const half = expected(truce({ brokenByStrike: 0.4 }), events, 1000);
    expectMean('attacks', half, 0.2 * (100 - (0.4 * 5 + 0.6 * 20 + 15) * 0.85));
  });

  test('it comes to pass with its probability', () => {
    expectMean('attacks', expected(truce({ probability: 0.3 }), [], 2000), 0.2 * (100 - 0.3 * 20 * 0.85));
  });
});
