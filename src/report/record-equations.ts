import { i, n, o, over, row, sub, sum, sup } from './mathml.js';
import type { Equation } from './report.js';

const of = (name: string, ...inner: readonly string[]): string => row(i(name), o('('), ...inner, o(')'));

/** The rate that is fitted. */
export const recordRateEquation: Equation = {
  words:
    'Attacks come at a rate per day: an unprovoked one μ, which may change between periods, and what earlier attacks and strikes j provoke. Each provokes n attacks on average, after 1/β days on average.',
  text: 'λ(t) = μ(t) + Σ_j n_j β_j Σ_{t_k < t} exp(−β_j (t − t_k))',
  mathml: row(
    of('λ', i('t')),
    o('='),
    of('μ', i('t')),
    o('+'),
    sum(i('j')),
    sub(i('n'), i('j')),
    sub(i('β'), i('j')),
    sum(i('k')),
    sup(i('e'), row(o('−'), sub(i('β'), i('j')), o('('), i('t'), o('−'), sub(i('t'), i('k')), o(')'))),
  ),
};

/** Likelihood of dated attacks, and what is believed after them. */
export const recordLikelihoodEquation: Equation = {
  words:
    'A record of days t_k in a window of T days is as likely as L says. What is believed after it is L times the laws of before (Bayes), drawn by Hamiltonian chains over many ways of ordering the attacks of one day.',
  text: 'log L = Σ_k log λ(t_k) − ∫_0^T λ(t) dt;  after ∝ L × before',
  mathml: row(
    i('log'),
    i('L'),
    o('='),
    sum(i('k')),
    i('log'),
    of('λ', sub(i('t'), i('k'))),
    o('−'),
    `<msubsup>${o('∫')}${n('0')}${i('T')}</msubsup>`,
    of('λ', i('t')),
    i('d'),
    i('t'),
  ),
};

/** Among which bases an attack falls on which. */
export const recordChoiceEquation: Equation = {
  words:
    'An attack falls on base b, among those with people on the day, by the people N there (exponent α) and by a pull u of the base beyond its size. Pulls are shrunk together as far as the record does not tell the bases apart.',
  text: 'P(b) = (N_b / 1000)^α exp(u_b) / Σ_j (N_j / 1000)^α exp(u_j),  u_b ~ Normal(0, σ)',
  mathml: row(
    of('P', i('b')),
    o('='),
    over(
      row(sup(sub(i('N'), i('b')), i('α')), sup(i('e'), sub(i('u'), i('b')))),
      row(sum(i('j')), sup(sub(i('N'), i('j')), i('α')), sup(i('e'), sub(i('u'), i('j')))),
    ),
  ),
};

/** How bad an attack is. */
export const recordSeverityEquation: Equation = {
  words:
    'Whether an attack kills has the posterior of a coin with k heads in m throws (Jeffreys’ prior); of those that do, k are killed with the probability of a zeta law of exponent a.',
  text: 'P(kills) ~ Beta(k + 1/2, m − k + 1/2);  P(killed = k) = k^−a / ζ(a)',
  mathml: row(of('P', i('killed'), o('='), i('k')), o('='), over(sup(i('k'), row(o('−'), i('a'))), of('ζ', i('a')))),
};

/** How a whole forecast of a count is scored. */
export const crpsEquation: Equation = {
  words:
    'The CRPS sums, over all counts x, how far the forecast’s distribution F is from the one that knew what came, y: 0 is perfect, and for a forecast of one number it is the distance. The log score is −log of the probability that the forecast gave to what came (Gneiting and Raftery 2007).',
  text: 'CRPS = Σ_x ( F(x) − 1{y ≤ x} )²;  log score = −log P(y)',
  mathml: row(
    i('CRPS'),
    o('='),
    sum(i('x')),
    sup(row(o('('), of('F', i('x')), o('−'), n('1'), o('{'), i('y'), o('≤'), i('x'), o('}'), o(')')), n('2')),
  ),
};

/** Whether one way to forecast is better than another. */
export const scoreDifferenceEquation: Equation = {
  words:
    'At each origin the score of a simple rule less that of the process; the interval of the mean over K origins holds for all rules together (Bonferroni). Above 0 the process is better; an interval that holds 0 tells neither from the other.',
  text: 'D_k = score_rule,k − score_process,k;  D̄ ± t(1 − α/2m, K−1) s_D / √K',
  mathml: row(
    `<mover>${i('D')}${o('¯')}</mover>`,
    o('±'),
    sub(i('t'), row(n('1'), o('−'), i('α'), o('/'), n('2'), i('m'), o(','), i('K'), o('−'), n('1'))),
    over(sub(i('s'), i('D')), `<msqrt>${i('K')}</msqrt>`),
  ),
};
