import { i, n, o, over, row, sub, sum } from './mathml.js';
import type { Equation } from './report.js';

const expectation = (...of: readonly string[]): string => row(i('E'), o('['), ...of, o(']'));
const variance = (...of: readonly string[]): string => row(i('V'), o('['), ...of, o(']'));
const given = (what: string): string => row(i('Y'), o('|'), what);
const least = sub(i('min'), i('k'));
const loss = sub(i('L'), i('k'));

/** One input moved from low to high, everything else with the same luck. */
export const swingEquation: Equation = {
  words:
    'The swing of a number is the mean, over replications r of the same luck, of the answer Y with the number at the 90th percentile of its law less that at the 10th; all other numbers are drawn as in a run. Intervals hold for all numbers together (Bonferroni).',
  text: 'swing = (1/n) Σ_r [ Y_r(x at 90 %) − Y_r(x at 10 %) ]',
  mathml: row(
    i('swing'),
    o('='),
    over(n('1'), i('n')),
    sum(i('r')),
    o('['),
    sub(i('Y'), row(i('r'), o(','), n('90'))),
    o('−'),
    sub(i('Y'), row(i('r'), o(','), n('10'))),
    o(']'),
  ),
};

/** Morris' measures. */
export const morrisEquation: Equation = {
  words:
    'Each trajectory moves one number after the other by half of its law, under its own luck: the elementary effect d is the change of the answer. μ* is the mean of |d|, μ that of d, σ its standard deviation (Morris 1991; Campolongo, Cariboni and Saltelli 2007).',
  text: 'μ* = (1/r) Σ |d|,  μ = (1/r) Σ d,  σ² = (1/(r−1)) Σ (d − μ)²',
  mathml: row(
    i('μ*'),
    o('='),
    over(n('1'), i('r')),
    o('∑'),
    o('|'),
    i('d'),
    o('|'),
    o(','),
    i('μ'),
    o('='),
    over(n('1'), i('r')),
    o('∑'),
    i('d'),
  ),
};

/** First-order and total indices. */
export const sobolEquation: Equation = {
  words:
    'The first-order index S of a number is the share of the variance of the answer Y that would go on average if it were known; the total index T is the share that would be left if all others were. Chance is one input more (Saltelli’s design; estimators of Saltelli et al. 2010 and Jansen; bootstrap intervals).',
  text: 'S_j = V[E[Y | x_j]] / V[Y],  T_j = E[V[Y | all but x_j]] / V[Y]',
  mathml: row(
    sub(i('S'), i('j')),
    o('='),
    over(variance(expectation(given(sub(i('x'), i('j'))))), variance(i('Y'))),
    o(','),
    sub(i('T'), i('j')),
    o('='),
    over(expectation(variance(given(sub(i('x'), row(o('∼'), i('j')))))), variance(i('Y'))),
  ),
};

/** What knowing a number before the choice is worth. */
export const informationEquation: Equation = {
  words:
    'What knowing a number x before choosing would save: the least expected loss L over scenarios k now, less the mean of the least expected loss once x is known. E[L | x] is fitted by smooth curves through all states, so that chance within a state is averaged out; the bias of choosing by noisy curves is taken off by a bootstrap (Strong, Oakley and Brennan 2014).',
  text: 'EVPPI(x) = min_k E[L_k] − E[ min_k E[L_k | x] ]',
  mathml: row(
    i('EVPPI'),
    o('('),
    i('x'),
    o(')'),
    o('='),
    least,
    expectation(loss),
    o('−'),
    expectation(least, expectation(row(loss, o('|'), i('x')))),
  ),
};

/** Savage's regret. */
export const regretEquation: Equation = {
  words:
    'Regret: in each state s (a draw of all numbers) how much worse scenario i is than the best one there, L being the mean over the replications of the state (Savage 1951). The best of noisy means looks better than it is, so that regret is too high; with the best picked by one half of the replications and priced by the other it is too low.',
  text: 'R_is = L_is − min_k L_ks',
  mathml: row(sub(i('R'), i('is')), o('='), sub(i('L'), i('is')), o('−'), least, sub(i('L'), i('ks'))),
};

/** Where a paired difference changes its sign. */
export const crossingEquation: Equation = {
  words:
    'The break-even is the value x at which the mean difference D of the two scenarios, under the same luck, is zero; its interval holds all values around it at which the paired interval of D holds zero (Fieller’s idea).',
  text: 'D(x*) = 0;  interval = { x : |D(x)| ≤ t(0.975, n−1) s_D(x) / √n }',
  mathml: row(i('D'), o('('), i('x*'), o(')'), o('='), n('0')),
};

/** Coverage and density of a box. */
export const boxEquation: Equation = {
  words:
    'The box is peeled 5 % of the states at a time to where most states are such (PRIM, Friedman and Fisher 1999), then what was peeled too much is put back. Coverage is the share of all such states that lie in it, density the share of the states in it that are such.',
  text: 'coverage = such states in the box / all such states;  density = such states in the box / states in the box',
  mathml: row(
    i('coverage'),
    o('='),
    over(i('such in the box'), i('all such')),
    o(','),
    i('density'),
    o('='),
    over(i('such in the box'), i('in the box')),
  ),
};
